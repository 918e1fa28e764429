"""How the pages of statistics write periods, headings and numbers."""

from congress.calendar import chinese_date
from congress.statistics.measures import Share


def when_of(period):
    if period.end < period.start:
        return f"{chinese_date(period.start)}起（还没有到）"
    return f"{chinese_date(period.start)}至{chinese_date(period.end)}"


def heading_of(measure):
    return measure.heading if measure.unit == "件" else f"{measure.heading}（{measure.unit}）"


def text_of(measure, value):
    """81, 66.7, or a dash where nothing was to be counted."""
    if value is None:
        return "—"
    return f"{value:.1f}" if isinstance(measure, Share) else str(value)


def cell_of(measure, row, query):
    """(measure, text, the address of the records from the page of the dimension, if there are any)."""
    value = row.values[measure.name]
    known = value if measure.unit == "件" else value is not None
    return measure, text_of(measure, value), f"{row.code}/{measure.name}/{query}" if known else ""
