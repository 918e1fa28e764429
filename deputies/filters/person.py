"""Registers about persons."""

from django_filters import CharFilter, ChoiceFilter, FilterSet

from congress import clock
from deputies.enums import HigherLevel, HonourKind, HonourLevel
from deputies.filters.choices import years
from deputies.models import Deputy, HigherSeat, Honour


class HigherSeatFilter(FilterSet):
    q = CharFilter(label="姓名、全拼或首字母", method="filter_name")
    level = ChoiceFilter(label="层级", choices=HigherLevel, empty_label="全部层级")
    office = ChoiceFilter(
        label="任职",
        method="filter_office",
        choices=[("now", "在任"), ("over", "已离任")],
        empty_label="全部",
    )

    class Meta:
        model = HigherSeat
        fields = []

    def filter_name(self, queryset, name, value):
        return queryset.filter(deputy__in=Deputy.objects.search(value).values("pk"))

    def filter_office(self, queryset, name, value):
        today = clock.today()
        return queryset.held_on(today) if value == "now" else queryset.over(today)


class HonourFilter(FilterSet):
    q = CharFilter(label="姓名、全拼或首字母", method="filter_name")
    kind = ChoiceFilter(label="类别", choices=HonourKind, empty_label="全部类别")
    level = ChoiceFilter(label="级别", choices=HonourLevel, empty_label="全部级别")
    year = ChoiceFilter(label="年份", field_name="on__year", choices=years, empty_label="全部年份")

    class Meta:
        model = Honour
        fields = []

    def filter_name(self, queryset, name, value):
        return queryset.filter(deputy__in=Deputy.objects.search(value).values("pk"))
