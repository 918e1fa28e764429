"""How the pages of statistics write periods, headings and numbers."""

from congress.calendar import chinese_date
from congress.statistics.measures import Share


#: Measures of today: there is no such day a year before.
NOW = ("open", "overdue")


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


def line_of(measures, row, query):
    """A row of the table: its label, its cells, and how many were taken a year before with their address."""
    before = row.before and row.before["taken"]
    url = f"{row.code}/taken/{query}&before=1" if before else ""
    return row.label, [cell_of(measure, row, query) for measure in measures], (before, url)


def tile_of(measure, row, query, earlier="上年同期"):
    """A figure above the table, with what it was a year before, which is called ``earlier``."""
    _, text, url = cell_of(measure, row, query)
    told = ""
    if row.before is not None and measure.name not in NOW:
        before = row.before[measure.name]
        told = f"{earlier}{text_of(measure, before)}{measure.unit if before is not None else ''}"
        told += _difference(measure, row.values[measure.name], before)
    unit = measure.unit if text != "—" else ""
    return {"label": measure.heading, "value": text, "unit": unit, "url": url, "rule": told}


def _difference(measure, now, before):
    if now is None or before is None:
        return ""
    if now == before:
        return "，持平"
    word = "多" if now > before else "少"
    unit = "个百分点" if measure.unit == "%" else measure.unit
    return f"，{word}{text_of(measure, round(abs(now - before), 1))}{unit}"


def sheet_of(what, measures, table, *, compared, earlier="上年同期"):
    """(headings, rows) of the table as a workbook, ``what`` heading its first column."""
    then = [measure for measure in measures if compared and measure.name not in NOW]
    headings = [
        what,
        *map(heading_of, measures),
        *(f"{earlier}{heading_of(measure)}" for measure in then),
    ]
    rows = [
        (
            row.label,
            *(row.values[measure.name] for measure in measures),
            *(row.before[measure.name] for measure in then),
        )
        for row in (*table.rows, table.total)
    ]
    return headings, rows
