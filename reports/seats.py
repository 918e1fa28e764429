"""The seats that report on a year."""

from datetime import date

from django.db.models import F, FilteredRelation, Q

from deputies.models import Seat
from deputies.models.seat import held_during


#: What a paper, a list row or a rule reads of a seat.
RELATED = ("deputy", "term__jurisdiction__parent", "constituency__town__parent", "delegation")


def held_in(year):
    """Seats held on any day of the year, with all that a paper reads, in stroke order."""
    return _ready(Seat.objects.filter(held_during(date(year, 1, 1), date(year, 12, 31))))


def begun_by(year):
    """Seats held in the year or in an earlier one, likewise: all but those that begin after it."""
    return _ready(Seat.objects.filter(held_during(date.min, date(year, 12, 31))))


def ended_before(seat, year):
    """The last day of a seat that was over when the year began; None of any other."""
    return seat.last_day if seat.last_day and seat.last_day.year < year else None


def _ready(seats):
    return seats.select_related(*RELATED).in_stroke_order()


def with_reports(seats, year):
    """Annotate seats with ``report_pk``, ``report_status`` and ``report_submitted_on`` of the year."""
    return seats.annotate(
        report=FilteredRelation("duty_reports", condition=Q(duty_reports__year=year)),
        report_pk=F("report__pk"),
        report_status=F("report__status"),
        report_submitted_on=F("report__submitted_on"),
    )
