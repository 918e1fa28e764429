"""The seats that report on a year."""

from django.db.models import F, FilteredRelation, Q

from deputies.models import Seat


#: What a paper, a list row or a rule reads of a seat.
RELATED = ("deputy", "term__jurisdiction__parent", "constituency__town__parent", "delegation")


def held_in(year):
    """Seats held on any day of the year, with all that a paper reads, in stroke order."""
    begun = Q(starts_on__isnull=True) | Q(starts_on__year__lte=year)
    not_over = Q(ends_on__isnull=True) | Q(ends_on__year__gte=year)
    term_begun = Q(term__starts_on__isnull=True) | Q(term__starts_on__year__lte=year)
    term_not_over = Q(term__ends_on__isnull=True) | Q(term__ends_on__year__gte=year)
    seats = Seat.objects.filter(begun, not_over, term_begun, term_not_over)
    return seats.select_related(*RELATED).in_stroke_order()


def with_reports(seats, year):
    """Annotate seats with ``report_pk``, ``report_status`` and ``report_submitted_on`` of the year."""
    return seats.annotate(
        report=FilteredRelation("duty_reports", condition=Q(duty_reports__year=year)),
        report_pk=F("report__pk"),
        report_status=F("report__status"),
        report_submitted_on=F("report__submitted_on"),
    )
