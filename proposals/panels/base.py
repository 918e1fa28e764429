"""The parts of a proposal's page, registered by this floor and by those above."""

from collections.abc import Callable
from dataclasses import dataclass, field


_parts: list[Callable] = []


@dataclass(frozen=True)
class Panel:
    """A part of the page: its template and what that is told."""

    template: str
    context: dict = field(default_factory=dict)


def register(part):
    """Register ``part(proposal, user)``, which returns a :class:`Panel` or None. Used as a decorator."""
    _parts.append(part)
    return part


def panels_of(proposal, user):
    return [panel for panel in (part(proposal, user) for part in _parts) if panel]
