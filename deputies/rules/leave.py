"""Who may do what with requests for leave."""

from congress import clock
from deputies.enums import GroupPost, LeaveApprover, LeaveStatus
from deputies.models import Delegation, GroupMembership
from deputies.rules.people import is_own_seat


def can_list_leaves(user):
    """Offices; a deputy has his own requests instead."""
    return user.is_office


def can_ask_leave(user, leave=None):
    """Deputies ask for themselves (代表法第十三条)."""
    return user.is_deputy


def is_own_leave(user, leave):
    return is_own_seat(user, leave.seat)


def can_register_leave(user, leave=None):
    """Enter what a deputy asked for on paper: the office that records the decision."""
    return user.is_office and (leave is None or user.works_for(leave.office))


def can_submit_leave(user, leave):
    return is_own_leave(user, leave) or can_register_leave(user, leave)


def leads_group_of(user, seat):
    """Whether the user convenes the deputies' group to which the seat belongs, and not as this very seat."""
    if not user.is_deputy or seat.group_id is None or is_own_seat(user, seat):
        return False
    posts = GroupMembership.objects.filter(group=seat.group_id, post=GroupPost.CONVENER)
    return posts.current(clock.today()).filter(seat__deputy__user=user).exists()


def heads_delegation_of(user, seat):
    """Whether the user heads the delegation to which the seat belongs, and not as this very seat."""
    if not user.is_deputy or seat.delegation_id is None or is_own_seat(user, seat):
        return False
    return Delegation.objects.filter(pk=seat.delegation_id, head__deputy__user=user).exists()


def can_decide_leave(user, leave):
    """The office of that congress, or who holds the activity, records the decision.

    A convener or the head of a delegation whose decision it is may decide by himself.
    """
    if leave.approver == LeaveApprover.CONVENER and leads_group_of(user, leave.seat):
        return True
    if leave.approver == LeaveApprover.DELEGATION_HEAD and heads_delegation_of(user, leave.seat):
        return True
    return can_register_leave(user, leave)


def can_withdraw_leave(user, leave):
    """The deputy himself; the office what it entered for him."""
    if is_own_leave(user, leave):
        return True
    return leave.status != LeaveStatus.DRAFT and can_register_leave(user, leave)


def can_see_evidence(user, leave):
    """The deputy and who decides; it may tell of his health."""
    return is_own_leave(user, leave) or can_decide_leave(user, leave)
