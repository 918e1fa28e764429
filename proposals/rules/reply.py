"""Who may write a unit's letter, and let it go out to the deputies."""

from proposals.rules.assignment import can_assign, can_handle


def can_write_reply(user, reply):
    """Who acts for the unit whose letter it is."""
    return can_handle(user, reply.assignment)


def can_check_reply(user, reply):
    """Who assigned reads a letter before the deputies do (E2)."""
    return can_assign(user, reply.assignment.proposal)


def can_pass_first(user, proposal):
    """Who assigned decides on the first round's reply."""
    return proposal.round == 1 and can_assign(user, proposal)


def can_pass_again(user, proposal):
    """Who assigned decides on a later round's reply."""
    return proposal.round > 1 and can_assign(user, proposal)
