"""What a turnover carries into the new term and what it leaves to it, line by line, for the preview.

Posts are of the term: the new congress elects its own. A station is of its place and goes on with everything
that it has; who belongs to it is chosen anew among the new deputies.
"""

from deputies.models import Delegation, GroupMembership, SeatPost, Station
from deputies.models.seat import held_on, naming
from deputies.turnover import Redraw


PLACES = {
    Redraw.KEEP: "沿用，名称、范围、名额照旧",
    Redraw.COPY: "照原样复制，逐个修改；旧选区撤销",
    Redraw.EMPTY: "只按当选情况留下选区号，范围和名额另行登记；旧选区撤销",
}


def carried(done, *, memberships):
    """[(what, how it goes over)] of a :class:`deputies.turnover.Turnover`."""
    stations = Station.objects.filter(jurisdiction__in=_area(done.old)).count()
    rows = [
        ("总名额和人口", "照搬，可在新一届的“人口和名额”里修改"),
        (f"选区{done.constituencies}个", PLACES[done.redraw]),
        (f"代表团{done.delegations}个", "名称和排序"),
        (f"代表小组{done.groups}个", "名称、类型和排序"),
        (f"连任代表{done.reelected}名", "连同代表团和小组；登记为当选待确认"),
    ]
    if memberships:
        rows.append((f"小组身份{done.memberships}项", "连任代表的成员、召集人、副召集人身份"))
    return [*rows, (f"联络站{stations}处", "站点、站长、联络员、物品、制度和借阅照旧，不随届变动")]


def left(term, *, on, memberships):
    """[(what, whose, where it is entered in the new term)] of the old ``term``, as on the day ``on``."""
    delegations = Delegation.objects.filter(term=term).select_related(
        *naming("head__"), *naming("deputy_head__")
    )
    heads = [
        (seat, f"{row.name}{post}")
        for row in delegations
        for seat, post in ((row.head, "团长"), (row.deputy_head, "副团长"))
    ]
    posts = SeatPost.objects.on(on).filter(held_on(on, seat="seat__"), seat__term=term)
    holders = [(post.seat, post.get_post_display()) for post in posts.select_related(*naming("seat__"))]
    at_stations = Station.seats.through.objects.filter(seat__term=term).count()
    rows = [
        ("团长、副团长", _named(heads), "代表团"),
        (
            "人大职务",
            _named(holders),
            "代表资料",
        ),
        ("进站代表", f"{at_stations}人次" if at_stations else "", "联络站"),
    ]
    if not memberships:
        count = GroupMembership.objects.filter(group__term=term).current(on).count()
        rows.append(("小组成员、召集人", f"{count}项" if count else "", "代表小组"))
    return [row for row in rows if row[1]]


def _area(term):
    return type(term.jurisdiction).objects.within(term.jurisdiction)


def _named(pairs):
    return "、".join(f"{seat.called}（{what}）" for seat, what in pairs if seat)
