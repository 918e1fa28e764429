"""The filters of the year's list of reports."""

from django.forms import HiddenInput
from django_filters import CharFilter, ChoiceFilter, FilterSet, ModelChoiceFilter

from congress.lists import HeadingOrder
from congress.models import Jurisdiction
from deputies.models import Deputy, Seat
from reports.enums import ReportStatus


NONE_YET = "none"


def congresses(request):
    return Jurisdiction.objects.visible_to(request.user).exclude(terms=None)


def asked_seat(request):
    """The seat that the address names: no list offers all of them."""
    asked = request.GET.get("seat", "")
    return Seat.objects.visible_to(request.user).filter(pk=asked if asked.isdecimal() else None)


class DutyReportFilter(FilterSet):
    """Over seats annotated by ``reports.seats.with_reports``. The page of a person leads to his ``seat``."""

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
    seat = ModelChoiceFilter(label="代表", method="filter_seat", queryset=asked_seat, widget=HiddenInput)
    order = HeadingOrder(("report_submitted_on", "submitted"))

    class Meta:
        model = Seat
        fields = []

    def filter_name(self, queryset, name, value):
        return queryset.filter(deputy__in=Deputy.objects.search(value).values("pk"))

    def filter_seat(self, queryset, name, value):
        return queryset.filter(pk=value.pk)

    def filter_state(self, queryset, name, value):
        if value == NONE_YET:
            return queryset.filter(report_pk=None)
        return queryset.filter(report_status=value)
