"""Who may hand a proposal to units, and handle it for one."""

from congress import clock
from congress.enums import Level, Role
from congress.models import Unit
from proposals.rules.people import takes_part
from proposals.rules.proposal import can_review
from proposals.rules.rating import can_print_ratings


def can_assign(user, proposal):
    """The office of the congress; in a district also the government office (分办)."""
    if user.role == Role.GOV_OFFICE:
        return user.jurisdiction_id == proposal.jurisdiction_id
    return can_review(user, proposal)


def can_open_assigning(user):
    """The list of what waits to be assigned: the office of a congress, and the government office."""
    return (user.is_office and user.jurisdiction.has_congress) or user.role == Role.GOV_OFFICE


def units_for(user, proposal):
    """The units to which the proposal can be given.

    A district's are all of the district's; a town's are its own, or all where its rules let it go to the
    district's directly.
    """
    place = proposal.jurisdiction
    units = Unit.objects.active().filter(jurisdiction=place.district)
    if not can_assign(user, proposal):
        return units.none()
    if (
        place.level not in Level.local
        or user.role == Role.DISTRICT_OFFICE
        or clock.is_taken_over()
        or user.office_rules.direct_referral
    ):
        return units
    return units.filter(local=place)


def follows(user, proposal):
    """A unit of the proposal, or who assigns it: for what follows from an assignment's step."""
    if user.is_unit_clerk:
        return proposal.assignments.filter(unit=user.unit_id).exists()
    return can_assign(user, proposal)


def can_handle(user, assignment):
    """The unit's own clerk; who assigned it on paper replies of one without an account, and of a register."""
    if user.is_unit_clerk:
        return user.unit_id == assignment.unit_id
    on_paper = clock.is_taken_over() or not assignment.unit_has_clerks
    return can_assign(user, assignment.proposal) and on_paper


def can_contact(user, assignment):
    """Who replies, of the present round: what was handled before a dissatisfied rating is over."""
    return assignment.round == assignment.proposal.round and can_handle(user, assignment)


def can_decide(user, assignment):
    """Who assigns decides about a unit's return and extension, and goes on without a joining one."""
    return can_assign(user, assignment.proposal)


def can_urge_unit(user, assignment):
    """Who assigns urges the units."""
    return can_assign(user, assignment.proposal)


def can_stop(user, assignment):
    """Who withdraws the proposal stops its units; so does who takes it back from them."""
    return takes_part(user, assignment.proposal) or can_assign(user, assignment.proposal)


def follows_main(user, proposal):
    """Who answers, assigns or takes back what the proposal was merged into."""
    main = proposal.merged_into
    return main is not None and (follows(user, main) or takes_part(user, main))


def follows_part(user, assignment):
    return follows_main(user, assignment.proposal)


def can_print_assignment(user, assignment):
    """Who assigned it, the staff of the congress, and the unit that it went to."""
    if user.is_unit_clerk:
        return user.unit_id == assignment.unit_id
    return can_assign(user, assignment.proposal) or can_print_ratings(user, assignment.proposal)
