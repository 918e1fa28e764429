"""The statistics as a table: a row a part, the columns of the measures, and a row for all together."""

from dataclasses import dataclass

from reception.statistics.dimensions import ALL, NONE
from reception.statistics.measures import MEASURES, Days, Share
from reception.statistics.question import Counted


@dataclass(frozen=True)
class Row:
    """``values`` are {name of a measure: value}; ``before`` those of a year before, if asked for."""

    code: str
    label: str
    values: dict
    before: dict | None


@dataclass(frozen=True)
class Table:
    """The parts of a dimension in the order shown, and all matters together, each once."""

    rows: list
    total: Row


def table_of(question, dimension, *, compared=False):
    """Count everything, in a number of queries that does not grow with matters or parts."""
    now = question.counted(dimension)
    before = _by_code_now(question.a_year_before, dimension) if compared else None
    codes = {*now, *(before or ()), *dimension.always(question)} - {ALL}
    rows = [
        _row(code, label, now, before if compared else None)
        for code, label in dimension.labels(codes).items()
    ]
    if not dimension.in_time:
        rows = in_order(rows, "-taken")
    return Table(rows, _row(ALL, "合计", now, before if compared else None))


def _by_code_now(question, dimension):
    found = question.counted(dimension)
    return {code if code == ALL else dimension.code_now(code): counted for code, counted in found.items()}


def _row(code, label, now, before):
    return Row(code, label, values_of(now.get(code)), None if before is None else values_of(before.get(code)))


def in_order(rows, order):
    """The rows by a measure, with "-" the largest first; equal ones stay as they stood.

    Last come those without a value, and the matters that belong to no part.
    """
    name = order.removeprefix("-")
    known = [row for row in rows if row.values[name] is not None and row.code != NONE]
    rest = [row for row in rows if row not in known]
    return sorted(known, key=lambda row: row.values[name], reverse=order != name) + rest


def values_of(counted):
    """{name of a measure: value} of what was counted of a part; zeros and None of a part with nothing."""
    counted = counted or Counted()
    values = {}
    for measure in MEASURES:
        if isinstance(measure, Days):
            values[measure.name] = measure.of(counted.days)
        elif isinstance(measure, Share):
            values[measure.name] = measure.of(counted.counts)
        else:
            values[measure.name] = counted.counts[measure.name]
    return values
