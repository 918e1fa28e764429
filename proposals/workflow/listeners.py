"""Who else is told, within the step's transaction, that a proposal has a result."""

from collections.abc import Callable


_listeners: list[Callable] = []


def on_result(listener):
    """Register ``listener(proposal, by=…)``, called once it is replied to or ends otherwise. A decorator."""
    _listeners.append(listener)
    return listener


def tell_result(proposal, *, by):
    for listener in _listeners:
        listener(proposal, by=by)
