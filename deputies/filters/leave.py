"""Requests for leave."""

from django_filters import CharFilter, ChoiceFilter, FilterSet

from congress.enums import SessionBody
from deputies.enums import LeaveReason, LeaveStatus
from deputies.filters.choices import years
from deputies.models import Leave, Seat


class LeaveFilter(FilterSet):
    name = CharFilter(label="代表", method="filter_name")
    year = ChoiceFilter(label="年份", field_name="applied_on__year", choices=years, empty_label="全部年份")
    occasion = ChoiceFilter(
        label="请什么假",
        method="filter_occasion",
        choices=[*SessionBody.choices, ("activity", "履职活动")],
        empty_label="全部会议和活动",
    )
    status = ChoiceFilter(
        label="状态",
        choices=[choice for choice in LeaveStatus.choices if choice[0] != LeaveStatus.DRAFT],
        empty_label="全部状态",
    )
    reason = ChoiceFilter(label="原因", field_name="reason_kind", choices=LeaveReason, empty_label="全部原因")

    class Meta:
        model = Leave
        fields = []

    def filter_name(self, queryset, name, value):
        return queryset.filter(seat__in=Seat.objects.search(value).values("pk"))

    def filter_occasion(self, queryset, name, value):
        if value == "activity":
            return queryset.filter(activity__isnull=False)
        return queryset.filter(session__body=value)
