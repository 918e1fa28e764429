"""The statistics as a table: a row a part, the columns of the measures, and a row for all together."""

from congress.statistics import ALL, Days, Row, Share, Table, in_order
from reception.statistics.measures import MEASURES
from reception.statistics.question import Counted


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
