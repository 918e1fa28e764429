"""The search in the bar: what a person may find, gathered from every app."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse


MOST_HITS = 5
MOST_CHARACTERS = 50

_sources: list["Source"] = []


@dataclass(frozen=True)
class Hit:
    """One record found: its title, one line about it, and its page."""

    title: str
    about: str
    url: str


@dataclass(frozen=True)
class Group:
    """What was found of one kind: the first hits, how many there are, and the list of all of them."""

    heading: str
    unit: str
    hits: list
    count: int
    url: str


@dataclass(frozen=True)
class Source:
    """One kind of record. ``finds`` tells people by what it is found, ``unit`` is its measure word.

    ``rows(user, words)`` are those that the person may see, ``hit_of(row)`` makes a :class:`Hit` of one. The
    list ``url_name`` takes the words as ``q``.
    """

    order: int
    heading: str
    unit: str
    finds: str
    url_name: str
    open_to: Callable
    rows: Callable
    hit_of: Callable

    def group(self, user, words):
        """One query; a second one counts what is more than the first hits."""
        rows = self.rows(user, words)
        found = list(rows[: MOST_HITS + 1])
        count = len(found) if len(found) <= MOST_HITS else rows.count()
        hits = [self.hit_of(row) for row in found[:MOST_HITS]]
        return Group(self.heading, self.unit, hits, count, reverse(self.url_name, query={"q": words}))


def register(order, heading, **source):
    """Register a :class:`Source`; apps do so in their ``search.py``."""
    _sources.append(Source(order, heading, **source))


def sources_for(user):
    """What the person may search, in the order of the navigation."""
    return sorted((source for source in _sources if source.open_to(user)), key=lambda source: source.order)


def found_for(user, words):
    """The groups in which something was found."""
    groups = [source.group(user, words) for source in sources_for(user)]
    return [group for group in groups if group.count]
