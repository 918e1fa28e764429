"""Matters by category, unit, place, month …: what became of them, and how long the voters waited.

Each number is a measure of the matters received in a period, counted by the same condition that finds the
records behind it; where a figure of ``reception.figures`` says what counts, the statistics count by it.
"""

from congress.statistics import ALL, Days, Row, Share, Table, in_order
from reception.statistics.dimensions import DIMENSIONS, dimensions_for
from reception.statistics.measures import BY_NAME, MEASURES, Count
from reception.statistics.question import Question
from reception.statistics.table import table_of, values_of


__all__ = [
    "ALL",
    "BY_NAME",
    "DIMENSIONS",
    "MEASURES",
    "Count",
    "Days",
    "Question",
    "Row",
    "Share",
    "Table",
    "dimensions_for",
    "in_order",
    "table_of",
    "values_of",
]
