"""What stands between a request and every page."""

from django.shortcuts import redirect
from django.urls import reverse


class FirstPasswordMiddleware:
    """Until the first password is changed, every page leads to the form that changes it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if getattr(request.user, "must_change_password", False):
            allowed = {reverse("password_change"), reverse("logout")}
            if request.path not in allowed and not request.path.startswith("/static/"):
                return redirect("password_change")
        return self.get_response(request)
