"""Activities and who took part in them."""

from django_filters import CharFilter, ChoiceFilter, FilterSet, ModelChoiceFilter

from congress import clock
from congress.lists import HeadingOrder
from deputies.enums import ActivityStatus, ParticipationStatus
from deputies.filters.choices import PLAIN, places, years
from deputies.models import Activity, ActivityKind, Participation


class ActivityFilter(FilterSet):
    q = CharFilter(label="查找", field_name="title", lookup_expr="icontains")
    year = ChoiceFilter(label="年份", field_name="starts_on__year", choices=years, empty_label="全部年份")
    kind = ModelChoiceFilter(
        label="类型", queryset=ActivityKind.objects.all(), empty_label="全部类型", widget=PLAIN
    )
    place = ModelChoiceFilter(
        label="主办方", field_name="jurisdiction", queryset=places, empty_label="全部主办方"
    )
    progress = ChoiceFilter(
        label="进展",
        method="filter_progress",
        choices=[("coming", "还没开始"), ("attendance", "到会情况未登记"), ("verify", "有待核实")],
        empty_label="全部进展",
    )
    order = HeadingOrder(("starts_on", "date"), ("days", "days"))

    class Meta:
        model = Activity
        fields = []

    def filter_progress(self, queryset, name, value):
        today = clock.today()
        if value == "coming":
            return queryset.filter(starts_on__gt=today, status=ActivityStatus.PLANNED)
        if value == "attendance":
            return queryset.attendance_unknown(today)
        logged = Participation.objects.filter(status=ParticipationStatus.LOGGED)
        return queryset.filter(pk__in=logged.values("activity"))


class ParticipationFilter(FilterSet):
    q = CharFilter(label="查找", method="filter_text")
    year = ChoiceFilter(
        label="年份", field_name="activity__starts_on__year", choices=years, empty_label="全部年份"
    )
    status = ChoiceFilter(label="状态", choices=ParticipationStatus, empty_label="全部状态")

    class Meta:
        model = Participation
        fields = []

    def filter_text(self, queryset, name, value):
        return queryset.about(value)


class QueueFilter(FilterSet):
    """What waits to be verified, by deputy and kind."""

    name = CharFilter(label="代表", method="filter_name")
    kind = ModelChoiceFilter(
        label="类型",
        field_name="activity__kind",
        queryset=ActivityKind.objects.all(),
        empty_label="全部类型",
        widget=PLAIN,
    )

    class Meta:
        model = Participation
        fields = []

    def filter_name(self, queryset, name, value):
        return queryset.of_deputy(value)
