"""Inspections by card."""

from django.db.models import Q
from django_filters import CharFilter, ChoiceFilter, FilterSet

from congress import clock
from deputies.enums import InspectionStatus
from deputies.filters.choices import years
from deputies.models import CardInspection, Deputy


class InspectionFilter(FilterSet):
    q = CharFilter(label="代表、单位", method="filter_words")
    year = ChoiceFilter(
        label="年份",
        field_name="participation__activity__starts_on__year",
        choices=years,
        empty_label="全部年份",
    )
    status = ChoiceFilter(label="状态", choices=InspectionStatus, empty_label="全部状态")
    late = ChoiceFilter(
        label="期限", method="filter_late", choices=[("late", "单位超期")], empty_label="全部期限"
    )

    class Meta:
        model = CardInspection
        fields = []

    def filter_words(self, queryset, name, value):
        people = Deputy.objects.search(value).values("pk")
        unit = Q(unit_name__icontains=value) | Q(unit__name__icontains=value)
        return queryset.filter(unit | Q(participation__seat__deputy__in=people))

    def filter_late(self, queryset, name, value):
        return queryset.late(clock.today())
