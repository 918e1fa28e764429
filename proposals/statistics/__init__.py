"""Proposals by unit, category, deputy, session …: what became of them, and how long the deputies waited.

What counts is said once, by a measure; a number and the records behind it come from the same facts. The
yearly report to the standing committee takes its figures and tables from here.
"""

from proposals.statistics.charts import charts_of
from proposals.statistics.dimensions import DIMENSIONS, dimensions_for
from proposals.statistics.measures import BY_NAME, MEASURES, Count
from proposals.statistics.question import Question, table_of, values_of


__all__ = [
    "BY_NAME",
    "DIMENSIONS",
    "MEASURES",
    "Count",
    "Question",
    "charts_of",
    "dimensions_for",
    "table_of",
    "values_of",
]
