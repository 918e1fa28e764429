"""Computing figures for all seats or places together, and finding the rows behind one of them."""

from decimal import Decimal

from django.db.models import Q

from congress.figures.figure import Rate
from congress.figures.registry import get, registered


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


def evidence(figure, period, *, seats=None, places=None, part=""):
    """The rows behind a figure, or behind a ``part`` of it, for the seats or places given. Each row once."""
    source = figure.source
    path, ids = (source.seat, seats) if seats is not None else (source.place, places)
    rows = source.rows(period).filter(figure.where(period), **{f"{path}__in": ids})
    if part:
        rows = rows.filter(**{figure.breakdown: part})
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
    zeros = dict.fromkeys(figure.zeros(), 0)
    for own in values.values():
        own[figure.key] = dict(zeros)
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
