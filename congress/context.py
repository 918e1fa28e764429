"""What every page's frame shows."""

from congress.navigation import navigation_for


def frame(request):
    """Name of the office, the navigation of the person's role, the larger-type switch."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"large_type": False}
    return {
        "navigation": navigation_for(user, request.path),
        "large_type": request.COOKIES.get("large_type") == "1",
    }
