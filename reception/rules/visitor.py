"""Who may look at a visitor's personal data, correct and delete it (domain.md D10)."""

from django.db.models import F

from congress.handling import HandlingStatus
from deputies.models import Seat
from reception.enums import AppointmentStatus, OpinionStatus
from reception.rules.place import is_office_of, is_staff_of, sitting


HOLDING = frozenset(HandlingStatus) - {*HandlingStatus.given_up}

OPEN = frozenset(OpinionStatus) - {OpinionStatus(value) for value in OpinionStatus.final}


def looked_for(user, opinion):
    """Whether a matter is among those for which the user looked at its visitor's data.

    A unit's clerk has to do with those referred to his unit only; everybody else with all of the visit.
    """
    if not user.is_unit_clerk:
        return True
    return user.unit_id in {referral.unit_id for referral in opinion.referrals.all()}


def can_reveal(user, visitor):
    """Who needs a visitor's full data for his task (D10).

    Staff of the place, a deputy in office who received him or whom he asks to meet, and the clerks of the
    units that hold his matter in its present round, as long as it is open. A unit that gave the matter back,
    or whose matter is closed, still sees its own part with the masked visitor, and no more.
    """
    if user.is_deputy:
        mine = sitting(user).values("deputy")
        asked = Seat.objects.filter(
            appointments__visitor=visitor, appointments__status__in=AppointmentStatus.open, deputy__in=mine
        )
        return visitor.visits.filter(deputies__deputy__in=mine).exists() or asked.exists()
    if user.is_unit_clerk:
        held = {
            "opinions__status__in": OPEN,
            "opinions__referrals__unit": user.unit_id,
            "opinions__referrals__status__in": HOLDING,
            "opinions__referrals__round": F("opinions__round"),
        }
        return visitor.visits.filter(**held).exists()
    return is_staff_of(user, visitor.jurisdiction)


def can_correct_data(user, visitor):
    """Staff of the place, to whom voters turn with their rights (D10)."""
    return is_staff_of(user, visitor.jurisdiction)


def can_erase_data(user, visitor):
    """The office of the place decides what is deleted."""
    return is_office_of(user, visitor.jurisdiction)


def may_keep_data(user):
    """Offices answer for the voters' data of their area: what is over its time, who looked at what."""
    return user.is_office
