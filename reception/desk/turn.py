"""Exchanges of turns on the desks of those who must answer."""

from django.db.models import Q
from django.urls import reverse

from congress import desk
from congress.desk import WaitingItem, amber_days_for, first_lines, light_of
from congress.enums import Role
from reception.enums import TurnKind
from reception.models import TurnRequest


@desk.register
def turn_requests_waiting(user):
    """A deputy's consent; for staff leave, and consents of deputies who have no account."""
    if user.role == Role.DEPUTY:
        waiting = TurnRequest.objects.filter(
            Q(seat__deputy__user=user, seat_agreed_at=None)
            | Q(other__deputy__user=user, other_agreed_at=None)
        )
    elif user.role in Role.staff:
        waiting = TurnRequest.objects.filter(
            Q(kind=TurnKind.LEAVE)
            | Q(seat__deputy__user=None, seat_agreed_at=None)
            | Q(other__isnull=False, other__deputy__user=None, other_agreed_at=None),
            day__jurisdiction=user.jurisdiction_id,
        )
    else:
        return
    amber_days = amber_days_for(user)
    yield first_lines(
        waiting.open().named().order_by("day__date", "pk"),
        lambda request: WaitingItem(
            title=f"答复：{request}",
            about=f"换班申请，原因：{request.reason}",
            action="答复",
            url=request.get_absolute_url(),
            due_on=request.day.date,
            light=light_of(request.day.date, amber_days),
        ),
        url=reverse("reception:turn_list"),
    )
