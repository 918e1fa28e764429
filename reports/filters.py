"""The filters of the year's list of reports."""

from django_filters import CharFilter, ChoiceFilter, FilterSet, ModelChoiceFilter

from congress.lists import HeadingOrder
from congress.models import Jurisdiction
from deputies.models import Deputy, Seat
from reports.enums import ReportStatus


NONE_YET = "none"


def congresses(request):
    return Jurisdiction.objects.visible_to(request.user).exclude(terms=None)


class DutyReportFilter(FilterSet):
    """Over seats annotated by ``reports.seats.with_reports``."""

    q = CharFilter(label="姓名、全拼或首字母", method="filter_name")
    congress = ModelChoiceFilter(
        label="所属人大", field_name="term__jurisdiction", queryset=congresses, empty_label="全部人大"
    )
    state = ChoiceFilter(
        label="述职报告",
        method="filter_state",
        choices=[(NONE_YET, "未写"), *ReportStatus.choices],
        empty_label="全部",
    )
    order = HeadingOrder(("report_submitted_on", "submitted"))

    class Meta:
        model = Seat
        fields = []

    def filter_name(self, queryset, name, value):
        return queryset.filter(deputy__in=Deputy.objects.search(value).values("pk"))

    def filter_state(self, queryset, name, value):
        if value == NONE_YET:
            return queryset.filter(report_pk=None)
        return queryset.filter(report_status=value)
