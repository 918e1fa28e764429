"""What a figure is: its period, its source, how it counts, and the rate of several."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Count, Q

from congress import clock


@dataclass(frozen=True)
class Period:
    """From ``start`` to ``end``, both days included."""

    start: date
    end: date

    @classmethod
    def of_year(cls, year, until=None):
        """The calendar year, cut off after ``until``."""
        end = date(year, 12, 31)
        return cls(date(year, 1, 1), min(until, end) if until else end)

    @property
    def a_year_before(self):
        """The same days a year before; of a 29 February the 28th."""
        return Period(_year_before(self.start), _year_before(self.end))

    @property
    def days(self):
        """The pair for a ``__range`` look-up."""
        return self.start, self.end


def _year_before(day):
    return date(day.year - 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


#: No records are older.
FIRST_YEAR = 1950


def is_known(year):
    """Whether a year has begun and is one that records may speak of."""
    return FIRST_YEAR <= year <= clock.today().year


@dataclass(frozen=True)
class Source:
    """Records that figures are counted from.

    ``rows(period)`` yields the queryset; ``seat`` and ``place`` are the look-up paths from a row to the
    seat's and the jurisdiction's primary key (None: the source has no such lens). ``template`` draws a
    ``row`` in a list of evidence; ``related`` are the relations that it shows. ``told(row)`` is all that is
    told of a row to a reader for whom its own page is a 404: (number, date), either may be empty.
    """

    name: str
    rows: Callable
    template: str
    seat: str | None = None
    place: str | None = None
    related: tuple = ()
    told: Callable = lambda row: ("", None)


@dataclass(frozen=True)
class Figure:
    """One figure: ``key`` is "section.name"; ``rule`` is the sentence that defines it, with its source.

    ``where(period)`` narrows the source's rows; ``measure(where)`` is the aggregate over them. ``lenses``
    are "seat", "place" or both. ``breakdown`` names a look-up whose values split the figure into a mapping
    of parts, each known by the value as text, which stands in addresses; ``part_labels()`` names them for
    people, {part: label}, in the order in which they are shown; ``zeros()`` yields the parts that appear even
    when nothing was counted. ``named_parts``: the parts are records, known to other programs by their names.
    """

    key: str
    label: str
    unit: str
    rule: str
    source: Source
    where: Callable = lambda period: Q()
    measure: Callable = lambda where: Count("pk", filter=where, distinct=True)
    lenses: frozenset = frozenset({"seat", "place"})
    breakdown: str | None = None
    part_labels: Callable = dict
    zeros: Callable = tuple
    named_parts: bool = False


@dataclass(frozen=True)
class Rate:
    """A percentage of other figures of the same lens: the sum of ``parts`` over ``whole``, one decimal."""

    key: str
    label: str
    rule: str
    parts: tuple
    whole: str
    lenses: frozenset = frozenset({"seat", "place"})
    unit: str = "%"

    def value(self, values):
        whole = values[self.whole]
        if not whole:
            return None
        share = Decimal(sum(values[part] for part in self.parts)) * 100 / whole
        return float(share.quantize(Decimal("0.1"), ROUND_HALF_UP))


def value_of(values, key):
    """The value of a key, also one that names a part of a breakdown; None when nothing was computed."""
    if key in values:
        return values[key]
    whole, _, part = key.rpartition(".")
    parts = values.get(whole)
    return parts.get(part) if isinstance(parts, dict) else None


def whole(value):
    """A figure as one number: a breakdown's is the sum of its parts."""
    return sum(value.values()) if isinstance(value, dict) else value
