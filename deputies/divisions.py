"""Putting deputies into a delegation or an area group."""

from django.db.models import Q

from congress import clock
from congress.workflow import whole
from deputies.enums import SeatStatus
from deputies.models import Delegation, GroupMembership


@whole
def set_members(part, seats):
    """Make ``seats`` the members of a delegation or an area group that are in office today.

    Who left office before stays on its list of earlier members. Check with :func:`reason_against` first.
    """
    field = part.seat_field
    now = {seat.pk: seat for seat in part.seats.in_office(clock.today())}
    chosen = {seat.pk: seat for seat in seats}
    for pk in chosen.keys() - now.keys():
        _put(chosen[pk], field, part)
    for pk in now.keys() - chosen.keys():
        _put(now[pk], field, None)


def _put(seat, field, part):
    setattr(seat, field, part)
    seat.save(update_fields=[field])


def reason_against(part, seats):
    """A sentence that says whose post elsewhere, or here, stands against the new list; "" if none does."""
    field = part.seat_field
    today = clock.today()
    leaving = part.seats.in_office(today).exclude(pk__in=[seat.pk for seat in seats])
    coming = [seat for seat in seats if getattr(seat, f"{field}_id") not in (None, part.pk)]
    if field == "group":
        posts = GroupMembership.objects.filter(group__kind=part.kind).current(today)
        held = posts.filter(Q(seat__in=leaving, group=part) | Q(seat__in=coming))
        told = [f"{row.seat.called}现任{row.group}{row.get_post_display()}" for row in held.with_people()]
        advice = "请先填其任职的结束日期"
    else:
        told = list(_leading_elsewhere(part, coming))
        advice = "请先在那个团另选"
    return f"{'、'.join(told)}，{advice}，再调整成员。" if told else ""


def _leading_elsewhere(part, coming):
    others = Delegation.objects.filter(Q(head__in=coming) | Q(deputy_head__in=coming)).exclude(pk=part.pk)
    for other in others.select_related("head__deputy", "deputy_head__deputy"):
        for seat, post in ((other.head, "团长"), (other.deputy_head, "副团长")):
            if seat in coming:
                yield f"{seat.called}现任{other}{post}"


def members_now(part):
    """The seats in office of a delegation or an area group, in stroke order."""
    return in_order(part.seats.in_office(clock.today()))


def in_order(seats):
    """In stroke order, with what a line shows."""
    return seats.select_related("deputy", "constituency", "term__jurisdiction").in_stroke_order()


def by_time(seats):
    """The seats of a part or a constituency: {"now": …, "coming": …, "earlier": …}, in their order.

    Coming are those of a term to begin and those elected and not confirmed yet.
    """
    held = [seat for seat in seats if seat.in_office()]
    out = [seat for seat in seats if seat not in held]
    over = [seat for seat in out if seat.is_over or seat.status == SeatStatus.INVALID]
    return {"now": held, "coming": [seat for seat in out if seat not in over], "earlier": over}
