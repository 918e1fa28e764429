"""Who may do what with inspections by card (代表法第二十九条第三款; domain.md B48)."""

from congress.enums import Role
from deputies.rules.people import can_see_places, is_own_seat, looks_after


def can_list_inspections(user):
    """Staff and leaders, deputies their own, units those about them."""
    return can_see_places(user) or user.role in (Role.DEPUTY, Role.UNIT_CLERK)


def can_enter_inspections(user):
    """Deputies, and offices for a deputy who told them on paper."""
    return user.is_deputy or user.is_office


def can_enter_inspection_of(user, seat):
    return is_own_seat(user, seat) or user.is_office and looks_after(user, seat)


def can_handle_inspection(user, inspection):
    """Verify it, hand it to the unit, settle it: the offices that look after the seat."""
    return user.is_office and looks_after(user, inspection.seat)


def can_correct_inspection(user, inspection):
    """The deputy who entered it himself."""
    return is_own_seat(user, inspection.seat) and inspection.participation.is_self_logged


def can_withdraw_inspection(user, inspection):
    """Whoever's side entered it: the deputy, or the office."""
    if inspection.participation.is_self_logged:
        return is_own_seat(user, inspection.seat)
    return can_handle_inspection(user, inspection)


def can_answer_inspection(user, inspection):
    """The inspected unit's own account; for a unit without one the office enters what it is told."""
    own = user.is_unit_clerk and inspection.unit_id is not None and user.unit_id == inspection.unit_id
    return own or can_handle_inspection(user, inspection)


def can_give_back_inspection(user, inspection):
    """Only what the deputy entered himself goes back to him."""
    return inspection.participation.is_self_logged and can_handle_inspection(user, inspection)
