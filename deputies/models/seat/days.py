"""Conditions about seats: the days on which they are held, who keeps them."""

from django.db.models import Q

from congress.models import Jurisdiction
from deputies.enums import SeatStatus


def within_days(first, last, *, seat=""):
    """The condition that any day from ``first`` to ``last``, both counted, lies within the days of a seat.

    A seat begins and ends with its term (代表法第二条) unless it began later or ended earlier itself; a bound
    that nobody knows binds nothing. ``seat`` is the path to it from rows of another table, such as "seat__";
    the days may be expressions.
    """
    within = Q()
    for bound in (seat, f"{seat}term__"):
        within &= Q(**{f"{bound}starts_on__isnull": True}) | Q(**{f"{bound}starts_on__lte": last})
        within &= Q(**{f"{bound}ends_on__isnull": True}) | Q(**{f"{bound}ends_on__gte": first})
    return within


def held_during(first, last, *, seat=""):
    """The condition that a seat is held on any day from ``first`` to ``last``; takes what the above takes.

    Who was elected holds it once that is confirmed, whose election is void never (选举法第四十七条).
    :meth:`Seat.held_during` says the same of one seat.
    """
    confirmed = ~Q(**{f"{seat}status__in": SeatStatus.without_office})
    return confirmed & within_days(first, last, seat=seat)


def held_on(day, *, seat=""):
    """The condition that a seat is held on ``day``."""
    return held_during(day, day, seat=seat)


def naming(path=""):
    """What :attr:`Seat.called` reads, for ``select_related``; ``path`` leads to the seat, as "seat__"."""
    return tuple(f"{path}{part}" for part in ("deputy", "term__jurisdiction", "constituency"))


def kept_by(user, *, seat=""):
    """The condition that the user keeps a seat, and so reads of a suspension (``rules.can_keep_seat``)."""
    if not user.is_office or user.jurisdiction is None:
        return Q(pk__in=[])
    return Q(**{f"{seat}term__jurisdiction__in": Jurisdiction.objects.within(user.jurisdiction)})
