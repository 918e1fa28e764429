"""Who may do what with what deputies are told (代表法第四十六条; domain.md B63)."""

from congress.enums import Role
from deputies.rules.people import can_see_places


def can_list_briefings(user):
    """Staff and leaders those of their area, deputies their own."""
    return can_see_places(user) or user.role == Role.DEPUTY


def can_send_briefings(user):
    """Offices tell the deputies of their area."""
    return user.is_office


def can_keep_briefing(user, briefing):
    """Remind, note who was told otherwise, withdraw: the office that sent it, or one above."""
    return user.is_office and user.works_for(briefing.jurisdiction)


def can_see_receipts(user):
    """Who has read what is for staff and leaders, not for colleagues."""
    return can_see_places(user)
