"""What every page's frame shows."""

from django.conf import settings

from congress import rules
from congress.enums import Role
from congress.navigation import navigation_for


def frame(request):
    """The office, the navigation and search of the person's role, larger type, the notice of fiction."""
    page = {
        "demonstration": settings.DEMONSTRATION,
        "large_type": request.COOKIES.get("large_type") == "1",
    }
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        page["navigation"] = [] if user.must_change_password else navigation_for(user, request.path)
        page["sees_business"] = bool(page["navigation"]) and rules.sees_business(user)
        page["office_name"] = office_name(user)
    return page


def office_name(user):
    """The body for which the person works, as the bar names it."""
    if user.role == Role.UNIT_CLERK:
        return user.unit.name
    if user.role == Role.DEPUTY:
        return user.jurisdiction.congress_name
    if user.role == Role.GOV_OFFICE:
        return f"{user.jurisdiction.name}人民政府办公室"
    return user.jurisdiction.office_name if user.jurisdiction else user.get_role_display()
