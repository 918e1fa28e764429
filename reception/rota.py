"""Who sits on which reception day: turns shared out fairly (domain.md B5). Nothing here asks the database."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Candidate:
    """Somebody who takes turns, held from ``first`` to ``last`` (None: open), who cannot on days ``away``.

    ``turns`` he had before, since the day from which turns are counted.
    """

    key: object
    first: date | None = None
    last: date | None = None
    away: frozenset = frozenset()
    turns: int = 0

    def can_sit(self, on):
        begun = self.first is None or self.first <= on
        return begun and (self.last is None or on <= self.last) and on not in self.away


@dataclass(frozen=True)
class OpenDay:
    """A day to find people for; one whose rota stands has it as ``fixed`` (keys of candidates)."""

    key: object
    date: date
    fixed: tuple | None = None


@dataclass
class Rota:
    """``sitting`` {key of the day: keys of candidates}, ``turns`` of each candidate afterwards."""

    sitting: dict = field(default_factory=dict)
    turns: Counter = field(default_factory=Counter)

    def holes(self, days, per_day):
        """The open days for which fewer than ``per_day`` were found."""
        return [day for day in days if day.fixed is None and len(self.sitting[day.key]) < per_day]


def propose(days, candidates, per_day, *, since=None):
    """Share out the open ``days`` among the ``candidates``, ``per_day`` each; return a Rota.

    On every day those sit who had the fewest turns so far, among those who can: so nobody sits twice before
    everybody who could has sat once. Nobody sits twice on one date or on two reception dates running. Equal
    ones go by who has fewer days left to sit on, then by who sat longest ago, then by the order given. Who
    came in after ``since``, the day from which turns are counted, begins with as many turns as the least of
    the others, and makes up for nobody.
    """
    days = sorted(days, key=lambda day: day.date)
    busy = _Busy(days)
    dates = sorted({day.date for day in days if day.fixed is None})
    chances = {one.key: [on for on in dates if one.can_sit(on)] for one in candidates}
    rota = Rota(turns=Counter({one.key: one.turns for one in candidates}))
    latest, joined = {}, set()
    for day in days:
        if day.fixed is None:
            free = [one for one in candidates if one.can_sit(day.date)]
            _let_join(free, rota.turns, joined, since)
            free = [one for one in free if one.key not in busy.around(day.date)]
            free.sort(
                key=lambda one: (
                    rota.turns[one.key],
                    len(chances[one.key]) - bisect_left(chances[one.key], day.date),
                    latest.get(one.key, date.min),
                )
            )
            chosen = tuple(one.key for one in free[:per_day])
        else:
            chosen = day.fixed
        rota.sitting[day.key] = chosen
        busy.sit(day.date, chosen)
        for key in chosen:
            rota.turns[key] += 1
            latest[key] = day.date
    return rota


def _let_join(free, turns, joined, since):
    """Give those who came in late the turns of whoever had the fewest."""
    late = [one for one in free if since and one.first and one.first > since and one.key not in joined]
    others = [turns[one.key] for one in free if one not in late]
    for one in late:
        joined.add(one.key)
        turns[one.key] = max(turns[one.key], min(others, default=0))


class _Busy:
    """Who sits on a date, and on the reception dates next to it."""

    def __init__(self, days):
        self.dates = sorted({day.date for day in days})
        self.on = {on: set() for on in self.dates}
        for day in days:
            self.sit(day.date, day.fixed or ())

    def sit(self, on, keys):
        self.on[on].update(keys)

    def around(self, on):
        place = bisect_left(self.dates, on)
        return set().union(*(self.on[near] for near in self.dates[max(place - 1, 0) : place + 2]))


def days_needed(candidates, least, per_day):
    """How many days it takes for each candidate to have ``least`` turns."""
    return -(-len(candidates) * least // per_day)
