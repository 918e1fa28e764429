"""Who takes down and settles that a voter meets a deputy (domain.md B21)."""

from django.db.models import Q

from congress import clock
from congress.enums import Role
from deputies.models import Seat
from reception.rules import is_staff_of, may_receive, places_for


def can_find_appointments(user):
    """Deputies and those who look after reception."""
    return user.role in (*Role.staff, Role.LEADER, Role.DEPUTY)


def seats_to_ask(user):
    """The seats in office that a voter may ask for where ``user`` works; a deputy takes down his own."""
    seats = Seat.objects.visible_to(user).in_office(clock.today())
    if user.is_deputy:
        return seats.filter(deputy__user=user)
    here = places_for(user).values("pk")
    return seats.filter(Q(term__jurisdiction__in=here) | Q(constituency__town__in=here))


def can_arrange(user, appointment):
    """The deputy who was asked for, while he is in office, and staff of the place for him."""
    if user.is_deputy:
        return appointment.seat.deputy.user_id == user.pk and may_receive(user)
    return is_staff_of(user, appointment.jurisdiction)
