"""What deputies are told, and who has read it."""

from django_filters import CharFilter, ChoiceFilter, FilterSet

from deputies.enums import BriefingKind, BriefingStatus
from deputies.filters.choices import years
from deputies.models import Briefing, BriefingReceipt, Seat


class BriefingFilter(FilterSet):
    q = CharFilter(label="标题", field_name="title", lookup_expr="icontains")
    year = ChoiceFilter(label="年份", field_name="sent_at__year", choices=years, empty_label="全部年份")
    kind = ChoiceFilter(label="类别", choices=BriefingKind, empty_label="全部类别")
    status = ChoiceFilter(label="状态", choices=BriefingStatus, empty_label="全部状态")

    class Meta:
        model = Briefing
        fields = []


class ReceiptFilter(FilterSet):
    name = CharFilter(label="代表", method="filter_name")
    read = ChoiceFilter(
        label="阅读",
        method="filter_read",
        choices=[("no", "未读"), ("yes", "已读"), ("told", "另行告知")],
        empty_label="全部",
    )

    class Meta:
        model = BriefingReceipt
        fields = []

    def filter_name(self, queryset, name, value):
        return queryset.filter(seat__in=Seat.objects.search(value).values("pk"))

    def filter_read(self, queryset, name, value):
        if value == "no":
            return queryset.unread()
        return queryset.filter(**{"read_at__isnull" if value == "yes" else "told_on__isnull": False})
