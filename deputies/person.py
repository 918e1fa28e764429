"""What the page of a person tells of his seats beyond themselves: rolls, leave, groups, stations."""

from django.db.models import Prefetch, prefetch_related_objects

from congress import clock
from deputies import absence, rules
from deputies.models import Attendance, GroupMembership, Leave, Station


LEAVES_SHOWN = 5


def complete(seats, user):
    """Give each of ``seats`` what the person's page shows of it, as far as ``user`` may see it.

    ``turnouts`` (its :class:`~deputies.absence.SessionMarks`, the latest first), ``missed`` of them where an
    office watches over a seat held now, ``groups`` and ``past_groups``, ``stations`` and ``leads``, its post
    in the delegation. The number of queries does not grow with the seats.
    """
    memberships = GroupMembership.objects.visible_to(user).with_groups()
    stations = Station.objects.visible_to(user)
    prefetch_related_objects(seats, Prefetch("memberships", memberships), Prefetch("stations", stations))
    marks = absence.by_session(Attendance.objects.visible_to(user).filter(seat__in=[s.pk for s in seats]))
    for seat in seats:
        seat.turnouts = marks[seat.pk][::-1]
        seat.missed = _missed(seat, user)
        seat.groups, seat.past_groups = _groups(seat)
        seat.leads = _post_in_delegation(seat)


def leaves_of(seats, user):
    """The latest requests for leave of the seats that ``user`` may see."""
    found = Leave.objects.visible_to(user).filter(seat__in=seats).with_days()
    found = found.select_related("session__term__jurisdiction", "activity")
    return found.order_by("-applied_on", "-pk")[:LEAVES_SHOWN]


def _missed(seat, user):
    """The sessions missed in a seat that is held now, for the offices of its congress."""
    if not (seat.in_office() and rules.can_open_case(user, seat)):
        return []
    return [one for one in seat.turnouts if one.is_missed and one.session.term_id == seat.term_id]


def _groups(seat):
    """([(group, posts)] that the seat belongs to now, [membership] that are over)."""
    today = clock.today()
    rows = list(seat.memberships.all())
    over = [row for row in rows if row.is_over]
    now = [row for row in rows if not row.is_over and (row.starts_on is None or row.starts_on <= today)]
    found = {seat.group: []} if seat.group else {}
    for row in now:
        if not row.group.is_by_area or row.group_id == seat.group_id:
            found.setdefault(row.group, []).append(row.get_post_display() if row.is_leading else "")
    return [(group, "、".join(filter(None, posts))) for group, posts in found.items()], over


def _post_in_delegation(seat):
    if seat.delegation is None:
        return ""
    posts = {seat.delegation.head_id: "团长", seat.delegation.deputy_head_id: "副团长"}
    return posts.get(seat.pk, "")
