"""What is shown beside a proposal while it is written and reviewed: floors above register theirs in
``panels.py``."""

from collections.abc import Callable

from proposals import rules, workflow
from proposals.panels.base import Panel
from proposals.similar import similar_to


_parts: list[Callable] = []


def register(part):
    """Register ``part(user, place, title, words, proposal)``, which returns a Panel or None. A decorator.

    ``proposal`` is what is written at or reviewed, None for a new one.
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
    if not found:
        return None
    if proposal and workflow.proposals.can_take("merge", proposal, user):
        fitting = rules.mergeable_into(proposal).filter(pk__in=[one.pk for one in found])
        keys = set(fitting.values_list("pk", flat=True))
        for one in found:
            one.mergeable = one.pk in keys
    return Panel("proposals/_similar.html", {"found": found, "proposal": proposal})
