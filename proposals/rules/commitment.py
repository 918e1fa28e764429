"""Who may promise, keep a promise, and say that it is kept."""

from congress.enums import Role
from proposals.rules.assignment import can_assign
from proposals.rules.proposal import can_review


def can_promise(user, proposal):
    """The units that handle it, and the office."""
    if user.is_unit_clerk:
        return proposal.assignments.filter(unit=user.unit_id).exists()
    return can_review(user, proposal)


def can_keep(user, commitment):
    """The unit's own clerk; who assigned it tells for a unit without an account."""
    if user.is_unit_clerk:
        return user.unit_id == commitment.unit_id
    return can_assign(user, commitment.proposal) and not commitment.assignment.unit_has_clerks


def can_judge(user, commitment):
    """The office of the congress says whether it is kept."""
    return can_review(user, commitment.proposal)


def takes_part_in_keeping(user, commitment):
    """Who promises anew, or brings the new reply to the deputies."""
    return can_promise(user, commitment.proposal) or can_assign(user, commitment.proposal)


def can_read_commitments(user):
    """All who see proposals; keepers of the system see none."""
    return user.role not in Role.keepers


def can_export_commitments(user):
    """Who keeps the ledger by hand otherwise, and the unit its own."""
    return can_read_commitments(user) and not user.is_deputy
