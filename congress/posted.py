"""Addresses that only take what the form of another page posts."""

from functools import wraps

from django.shortcuts import redirect


def posted_from(page, *arguments):
    """Lead whoever opens the address itself, perhaps after logging in again, to the page with the form.

    ``page`` is the URL name of that page, ``arguments`` the view's arguments that it needs.
    """

    def decorate(view):
        @wraps(view)
        def answer(request, **kwargs):
            if request.method == "POST":
                return view(request, **kwargs)
            return redirect(page, **{name: kwargs[name] for name in arguments})

        return answer

    return decorate
