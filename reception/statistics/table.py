"""The statistics as a table: a row a part, the columns of the measures, and a row for all together."""

from congress import statistics
from congress.statistics import Days, Share
from reception.statistics.measures import MEASURES
from reception.statistics.question import Counted


def table_of(question, dimension, *, compared=False):
    """Count everything, in a number of queries that does not grow with matters or parts."""
    return statistics.table_of(
        question, dimension, lambda asked: asked.counted(dimension), values_of, compared=compared
    )


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
