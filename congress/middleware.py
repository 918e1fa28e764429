"""What stands between a request and every page."""

import time

from django.shortcuts import redirect
from django.urls import reverse


class NulMiddleware:
    """Takes NUL characters out of what is asked in an address: PostgreSQL knows none in its texts.

    Forms that are sent refuse them in a sentence (``ProhibitNullCharactersValidator``); lists and searches
    read the address before any form does.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query = request.META.get("QUERY_STRING", "")
        if "%00" in query or "\0" in query:
            request.META["QUERY_STRING"] = query.replace("%00", "").replace("\0", "")
        return self.get_response(request)


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


class IdleSessionMiddleware:
    """A session ends when nobody has used it for the configured minutes.

    Its end is put off once a minute at most: writing it with every page would cost three queries, and on
    SQLite make readers wait for writers.
    """

    EVERY = 60

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated:
            now = int(time.time())
            if now - request.session.get("seen_at", 0) >= self.EVERY:
                request.session["seen_at"] = now
        return self.get_response(request)
