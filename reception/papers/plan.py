"""The year's reception days as an official table (年度代表接待日安排表)."""

from dataclasses import dataclass

from congress import clock, pdf
from congress.calendar import WEEKDAYS


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    date: str
    weekday: str
    hours: str
    place: str
    remark: str


def plan_pdf(jurisdiction, year, lines, *, draft=False):
    """The table of planned days (:class:`reception.planning.PlannedDay`) of one office, as bytes."""
    entries = [
        (line.date, line.hours, line.place, _remark(line.rule_date, line.why) if line.moved else "")
        for line in lines
    ]
    return table_pdf(jurisdiction, year, entries, draft=draft)


def table_pdf(jurisdiction, year, entries, *, draft=False):
    """A table of ``entries`` (date, hours, place, remark), which are in order."""
    context = {
        "jurisdiction": jurisdiction,
        "year": year,
        "rows": list(_rows(entries)),
        "on": clock.today(),
        "draft": draft,
    }
    return pdf.render("reception/pdf/plan.html", context, draft=draft)


def _rows(entries):
    for date, hours, place, remark in entries:
        weekday = f"周{WEEKDAYS[date.weekday()]}"
        yield Row(f"{date.month}月{date.day}日", weekday, hours, place, remark)


def _remark(rule_date, why):
    return f"应为{rule_date.month}月{rule_date.day}日，{why}"
