"""Who may do what on the ground floor: plain functions, asked by views and templates alike."""

from congress.enums import Level, Role
from congress.models import Jurisdiction, User


def can_take_over(user):
    """Import registers: the district office, and a town's office its own roster.

    A sub-district has no congress of its own (地方组织法 59); its deputies stand in the district's roster.
    A city's office sees its districts, but no sheet says which of them it is for: each takes over its own.
    """
    place = user.jurisdiction
    return user.is_office and place.has_congress and place.level != Level.CITY


def sets_binding_rules(user):
    """Whether the office may set the numbers that bind it towards others: deadlines, direct referral …

    They are the district's to set; a town or sub-district sets its own habits only.
    """
    return user.role != Role.LOCAL_OFFICE


def keeps_shared(user):
    """Whether the office keeps the tables that all districts share: the city's, else the only district's.

    Asked for each such table of a page, and found out once: a request has its own user.
    """
    if not hasattr(user, "found_to_keep_shared"):
        user.found_to_keep_shared = _keeps_shared(user)
    return user.found_to_keep_shared


def _keeps_shared(user):
    level = user.jurisdiction.level
    if not user.is_office or level == Level.CITY:
        return user.is_office
    offices_of_cities = User.objects.filter(
        is_active=True, role__in=Role.offices, jurisdiction__level=Level.CITY
    )
    others = Jurisdiction.objects.districts().exclude(pk=user.jurisdiction_id)
    return level == Level.DISTRICT and not others.exists() and not offices_of_cities.exists()


def reads_trail(user):
    """Who did what when is read by the auditor alone (B100)."""
    return user.role == Role.AUDITOR


def sees_business(user):
    """Search and messages are about business data; the keepers of the system see none (B100, D9)."""
    return user.role not in Role.keepers
