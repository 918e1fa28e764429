"""What is shown beside a proposal while it is written: floors above register theirs in ``panels.py``."""

from collections.abc import Callable

from proposals.panels.base import Panel
from proposals.similar import similar_to


_parts: list[Callable] = []


def register(part):
    """Register ``part(user, place, title, words, proposal)``, which returns a Panel or None. A decorator.

    ``proposal`` is the draft that is written at, None for a new one.
    """
    _parts.append(part)
    return part


def hints_for(user, place, *, title, words, proposal=None):
    """The panels for what is typed so far."""
    told = {"title": title, "words": words, "proposal": proposal}
    return [panel for panel in (part(user, place, **told) for part in _parts) if panel]


@register
def similar(user, place, *, title, words, proposal):
    found = similar_to(user, place, title=title, words=words, without=proposal)
    return Panel("proposals/_similar.html", {"found": found}) if found else None
