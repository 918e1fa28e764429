"""Who may refer an opinion to units, and handle it for one."""

from django.db.models import Q

from congress import clock
from congress.enums import Role
from congress.models import Unit
from reception.enums import Competence
from reception.rules.opinion import can_steer, can_urge
from reception.rules.place import is_staff_of


def can_find_referrals(user):
    return user.is_unit_clerk


def can_urge_unit(user, referral):
    """Who urges the matter, urges its units."""
    return can_urge(user, referral.opinion)


def can_handle(user, referral):
    """The unit's own clerk; the office on paper replies of a unit without an account, and of a register."""
    if user.is_unit_clerk:
        return user.unit_id == referral.unit_id
    on_paper = clock.is_taken_over() or not referral.unit_has_clerks
    return can_steer(user, referral.opinion) and on_paper


def can_decide(user, referral):
    """Who steers the opinion decides about a unit's return and extension."""
    return can_steer(user, referral.opinion)


def units_for(user, opinion):
    """The units that ``user`` may refer the opinion to (B28).

    A town or street chooses among its own; among all of the district's where its rules allow direct
    referral; never among its own when the matter is beyond its power. The district's offices choose among
    all; so does who takes over what a register tells was done.
    """
    units = Unit.objects.active().filter(jurisdiction=opinion.jurisdiction.district)
    if not can_steer(user, opinion):
        return units.none()
    if user.role != Role.LOCAL_OFFICE or clock.is_taken_over():
        return units
    own = Q(local=opinion.jurisdiction)
    if not user.office_rules.direct_referral:
        units = units.filter(own)
    return units.exclude(own) if opinion.competence in Competence.beyond_place else units


def can_print_referral(user, referral):
    """The unit itself, the staff of the place, and who hands the matter to units."""
    opinion = referral.opinion
    return user.is_unit_clerk or is_staff_of(user, opinion.jurisdiction) or can_steer(user, opinion)
