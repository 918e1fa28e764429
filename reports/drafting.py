"""The papers of reports: of one, of a seat that has none yet, of all seats together."""

from congress import clock, figures
from reports.enums import ReportStatus
from reports.models import DutyReport
from reports.paper import Paper
from reports.periods import period_of
from reports.seats import ended_before


def paper_of(report):
    """The paper of a report: frozen figures once it is handed in, else live ones."""
    [paper] = papers_of([report.seat], report.year, {report.seat_id: report})
    return paper


def papers(seats, year):
    """The papers of seats for a year, in a number of queries that does not grow with them.

    A seat without a report gets the paper that a draft would show; nothing is saved.
    """
    reports = (
        DutyReport.objects.filter(seat__in=[seat.pk for seat in seats], year=year)
        .select_related(None)
        .prefetch_related("sections", "frozen_figures")
    )
    return papers_of(seats, year, {report.seat_id: report for report in reports})


def papers_of(seats, year, reports):
    """The papers of seats, whose reports are given by seat id as far as there are any."""
    frozen = {pk for pk, report in reports.items() if report.status in ReportStatus.frozen}
    live = [seat.pk for seat in seats if seat.pk not in frozen]
    values = figures.for_seats(live, period_of(year)) if live else {}
    names = figures.part_labels("seat")
    return [
        _paper(seat, year, reports.get(seat.pk) or DutyReport(year=year), values, names) for seat in seats
    ]


def _paper(seat, year, report, values, names):
    """An unsaved report stands for the one that nobody has begun."""
    frozen = report.status in ReportStatus.frozen
    stored = report.frozen_figures.all() if frozen else ()
    return Paper(
        seat=seat,
        year=year,
        values={figure.key: figure.value for figure in stored} if frozen else values[seat.pk],
        rules={figure.key: figure.rule for figure in stored},
        names=names,
        words={section.key: section.words for section in report.sections.all()} if report.pk else {},
        salutation=report.salutation,
        date_style=report.date_style,
        final=report.status == ReportStatus.ACCEPTED,
        signed_on=report.submitted_on if frozen else clock.today(),
        ended_on=None if report.pk else ended_before(seat, year),
    )
