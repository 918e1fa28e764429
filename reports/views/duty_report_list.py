"""The year's list of the office: who has reported and who has not."""

from django.db.models import Count
from django.http import Http404

from congress import clock
from congress.figures import is_known
from congress.lists import FilteredList
from deputies.models import Seat
from reports import rules
from reports.enums import ReportStatus
from reports.filters import NONE_YET, DutyReportFilter
from reports.periods import reporting_year
from reports.seats import held_in, with_reports


class DutyReportList(FilteredList):
    """Every seat of the year that the user looks after, in stroke order, with its report if there is one."""

    filterset_class = DutyReportFilter
    template_name = "reports/duty_report_list.html"
    open_to = staticmethod(rules.can_read_list)

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.year = kwargs.get("year") or reporting_year()

    def get_queryset(self):
        if not is_known(self.year):
            raise Http404
        return with_reports(self._seats(), self.year)

    def _seats(self):
        area = Seat.objects.working_in(self.request.user.jurisdiction)
        return held_in(self.year).filter(pk__in=area.values("pk"))

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        for seat in context["object_list"]:
            seat.report_stands = ReportStatus(seat.report_status) if seat.report_status else None
            seat.report_readable = _readable(seat)
            seat.may_begin = not seat.report_pk and rules.writes_for(self.request.user, seat)
        last = clock.today().year
        return context | {
            "year": self.year,
            "years": range(last, last - 5, -1),
            "tally": self._tally(),
        }

    def _tally(self):
        """How many seats stand where: [(state, label, number)], nothing left out."""
        seats = with_reports(self._seats(), self.year).order_by()
        found = dict(seats.values_list("report_status").annotate(Count("pk")))
        rows = [(NONE_YET, "未写", found.get(None, 0))]
        return rows + [(status.value, status.label, found.get(status, 0)) for status in ReportStatus]


def _readable(seat):
    """As ``DutyReport.objects.visible_to``: a draft is read by nobody but its writer."""
    return seat.report_pk and (seat.report_status != ReportStatus.DRAFT or seat.deputy.user_id is None)
