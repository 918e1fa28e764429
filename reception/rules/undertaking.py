"""Who may keep a promise to a voter, say that it is kept, and tell the voter."""

from congress.enums import Role
from reception.rules.opinion import can_answer, can_dispose, can_steer, takes_part


def can_promise(user, opinion):
    """Who decides about the matter, enters what a unit promised beside its reply."""
    return can_dispose(user, opinion)


def can_keep(user, undertaking):
    """The unit's own clerk; who steers the matter tells for a unit without an account."""
    if user.is_unit_clerk:
        return user.unit_id == undertaking.unit_id
    return can_steer(user, undertaking.opinion) and not undertaking.referral.unit_has_clerks


def can_judge(user, undertaking):
    """Who decides what becomes of the matter, says whether the promise is kept."""
    return can_dispose(user, undertaking.opinion)


def takes_part_in_keeping(user, undertaking):
    """A unit that promises anew; who enters its reply for it."""
    return takes_part(user, undertaking.opinion)


def can_tell_voter(user, undertaking):
    """Who answers the voter, tells him what came of the promise."""
    return can_answer(user, undertaking.opinion)


def can_read_undertakings(user):
    """All who see voters' matters, and the units their own; keepers of the system see none."""
    return user.role not in Role.keepers


def can_export_undertakings(user):
    """Who keeps the ledger by hand otherwise, and the unit its own."""
    return can_read_undertakings(user) and not user.is_deputy
