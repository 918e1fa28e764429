"""The figures engine: every number of a report is a row here, and one function yields its evidence.

A :class:`Source` says which records are counted and how they hang on a seat and on a place. A
:class:`Figure` of the source says which of them count, and how. Value, list of evidence, dashboard and
report all come from the same rows, so they cannot disagree. All seats, or all places, of an office are
computed together: one query a source, however many they are.
"""

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
    def days(self):
        """The pair for a ``__range`` look-up."""
        return self.start, self.end


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
    ``row`` in a list of evidence; ``related`` are the relations that it shows.
    """

    name: str
    rows: Callable
    template: str
    seat: str | None = None
    place: str | None = None
    related: tuple = ()


@dataclass(frozen=True)
class Figure:
    """One figure: ``key`` is "section.name"; ``rule`` is the sentence that defines it, with its source.

    ``where(period)`` narrows the source's rows; ``measure(where)`` is the aggregate over them. ``lenses``
    are "seat", "place" or both. ``breakdown`` names a look-up whose values split the figure into a mapping
    of parts, each known by the value as text, which stands in addresses; ``part_labels()`` names them for
    people, {part: label}, in the order in which they are shown; ``zeros()`` yields the parts that appear even
    when nothing was counted.
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


_figures: dict[tuple[str, str], Figure | Rate] = {}
_sections: dict[str, str] = {}
_remarks: list[Callable] = []


def register(*figures):
    """Add figures to the engine, in the order in which they are shown.

    A key is declared once a lens: a rate may be made of other parts for places than for seats.
    """
    for figure in figures:
        places = {(figure.key, lens): figure for lens in sorted(figure.lenses)}
        if places.keys() & _figures.keys():
            raise ValueError(f"figure {figure.key} is declared twice")
        _figures.update(places)


def register_section(name, heading):
    """Name the section of all figures whose keys begin with ``name``, in the order of declaration."""
    _sections[name] = heading


def by_section(figures):
    """Group figures by the sections registered: [(heading, [figure, …])], without empty ones."""
    groups = {name: [] for name in _sections}
    for figure in figures:
        groups[figure.key.partition(".")[0]].append(figure)
    return [(_sections[name], group) for name, group in groups.items() if group]


def remark(provider):
    """Register ``provider(key, year, seat id, value)``, which yields sentences for the evidence."""
    _remarks.append(provider)
    return provider


def remarks_on(key, year, seat_id, value):
    """What other floors have to say about a seat's figure of a year."""
    return [sentence for provider in _remarks for sentence in provider(key, year, seat_id, value)]


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


def get(key, lens=None):
    """Return a figure by its key, that of ``lens`` or else of any; KeyError when there is none."""
    for found in (lens,) if lens else ("seat", "place"):
        if (key, found) in _figures:
            return _figures[key, found]
    raise KeyError(key)


def registered(lens):
    """All figures of a lens, in the order of their declaration."""
    return [figure for (_, declared), figure in _figures.items() if declared == lens]


def part_labels(lens):
    """What the parts of a lens's breakdowns are called: {figure key: {part: label}}."""
    return {
        figure.key: figure.part_labels()
        for figure in registered(lens)
        if isinstance(figure, Figure) and figure.breakdown
    }


def for_seats(seat_ids, period, keys=None):
    """Compute figures for seats: {seat id: {key: value}}."""
    return _compute("seat", list(seat_ids), period, keys)


def for_places(place_ids, period, keys=None):
    """Compute figures for jurisdictions: {jurisdiction id: {key: value}}."""
    return _compute("place", list(place_ids), period, keys)


def total(place_ids, period, keys=None):
    """Compute figures for several jurisdictions together, each row and person counted once: {key: value}."""
    place_ids = list(place_ids)
    return _compute("place", place_ids, period, keys, together=True)[None]


def evidence(figure, period, *, seats=None, places=None):
    """The rows behind a figure, for the seats or places given. Each row once."""
    source = figure.source
    path, ids = (source.seat, seats) if seats is not None else (source.place, places)
    rows = source.rows(period).filter(figure.where(period), **{f"{path}__in": ids})
    # A subquery instead of DISTINCT: rows may hang on several seats, and lists must stay cheap to sort.
    found = rows.model._default_manager.filter(pk__in=rows.values("pk"))
    return found.select_related(*source.related) if source.related else found


def _compute(lens, ids, period, keys, *, together=False):
    figures = [figure for figure in registered(lens) if keys is None or figure.key in keys]
    counted = _needed_for(figures)
    values = {owner: {} for owner in ([None] if together else ids)}
    for source in dict.fromkeys(figure.source for figure in counted):
        rows = _rows_of(source, lens, ids, period)
        owner = None if together else getattr(source, lens)
        plain = [f for f in counted if f.source is source and f.breakdown is None]
        _count_plain(values, rows, owner, plain, period)
        for figure in (f for f in counted if f.source is source and f.breakdown):
            _count_breakdown(values, rows, owner, figure, period)
    return {owner: _in_order(figures, found) for owner, found in values.items()}


def _needed_for(figures):
    """The figures to count: those asked for, and what the rates among them are made of. Each once."""
    needed = {}
    for figure in figures:
        keys = (*figure.parts, figure.whole) if isinstance(figure, Rate) else (figure.key,)
        needed |= {key: get(key) for key in keys}
    return list(needed.values())


def _rows_of(source, lens, ids, period):
    return source.rows(period).order_by().filter(**{f"{getattr(source, lens)}__in": ids})


def _count_plain(values, rows, owner, figures, period):
    if not figures:
        return
    names = {f"figure_{index}": figure for index, figure in enumerate(figures)}
    measures = {name: figure.measure(figure.where(period)) for name, figure in names.items()}
    if owner is None:
        found = {None: rows.aggregate(**measures)}
    else:
        found = {row[owner]: row for row in rows.values(owner).annotate(**measures)}
    for owner_id, own in values.items():
        row = found.get(owner_id, {})
        own.update({figure.key: _number(row.get(name)) for name, figure in names.items()})


def _count_breakdown(values, rows, owner, figure, period):
    for own in values.values():
        own[figure.key] = dict.fromkeys(figure.zeros(), 0)
    groups = [figure.breakdown] if owner is None else [owner, figure.breakdown]
    # The filter stands in the measure as well, so that Sum and Count read alike with and without groups.
    counted = rows.filter(figure.where(period)).values(*groups).annotate(figure_value=figure.measure(Q()))
    for row in counted.order_by(figure.breakdown):
        own, part = values[row[owner] if owner else None], str(row[figure.breakdown])
        own[figure.key][part] = _number(row["figure_value"])


def _number(value):
    return float(value) if isinstance(value, Decimal) else value or 0


def _in_order(figures, values):
    """The values in the order of declaration, with the rates filled in."""
    result = {}
    for figure in figures:
        result[figure.key] = figure.value(values) if isinstance(figure, Rate) else values[figure.key]
    return result
