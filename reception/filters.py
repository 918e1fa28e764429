"""The filters of the lists: one row of fields, each saying what it is set to."""

from datetime import date, timedelta

from django.http import QueryDict
from django_filters import CharFilter, ChoiceFilter, DateFilter, FilterSet, ModelChoiceFilter

from congress import clock
from congress.enums import Level
from congress.handling import HandlingStatus
from congress.handling.promise_filter import PromiseFilter
from congress.lists import HeadingOrder, LightFilter
from congress.models import Jurisdiction, Unit
from deputies.models import Station
from reception.completeness import MISSING, Check
from reception.enums import AppointmentStatus, DayStatus, OpinionStatus
from reception.models import Appointment, Opinion, OpinionCategory, ReceptionDay, Referral, Undertaking


def places(request):
    """The places a person may choose among, the district's own office included."""
    return Jurisdiction.objects.visible_to(request.user)


class PlaceFilterSet(FilterSet):
    """Offers the places only to those who see more than one."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        place = self.request.user.jurisdiction
        if place is None or place.level in Level.local:
            del self.filters["town"]


class DayFilter(PlaceFilterSet):
    when = ChoiceFilter(
        label="时间",
        method="filter_when",
        choices=[("coming", "即将接待"), ("past", "已经过去")],
        empty_label="全部时间",
    )
    status = ChoiceFilter(label="状态", choices=DayStatus, empty_label="全部状态")
    town = ModelChoiceFilter(label="镇街", field_name="jurisdiction", queryset=places, empty_label="全部镇街")
    order = HeadingOrder(("date", "date"), ("visit_count", "visits"))

    class Meta:
        model = ReceptionDay
        fields = []

    def filter_when(self, queryset, name, value):
        today = clock.today()
        if value == "coming":
            return queryset.filter(date__gte=today).order_by("date", "pk")
        return queryset.filter(date__lt=today)


class OpinionFilter(PlaceFilterSet):
    """Search reads titles, voters' words and numbers, never visitors' data (D10)."""

    q = CharFilter(label="查找", method="filter_text")
    status = ChoiceFilter(
        label="状态",
        method="filter_status",
        choices=[("open", "全部未办结"), *OpinionStatus.choices],
        empty_label="全部状态",
    )
    category = ModelChoiceFilter(label="类别", queryset=OpinionCategory.objects.all(), empty_label="全部类别")
    unit = ModelChoiceFilter(
        label="承办单位",
        method="filter_unit",
        queryset=lambda request: Unit.objects.visible_to(request.user),
        empty_label="全部单位",
    )
    town = ModelChoiceFilter(label="镇街", field_name="jurisdiction", queryset=places, empty_label="全部镇街")
    light = LightFilter(field_name="step_due_on")
    order = HeadingOrder(("received_on", "received"), ("step_due_on", "due"))

    class Meta:
        model = Opinion
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.request.user.is_deputy:
            for name in ("category", "unit", "light"):
                del self.filters[name]

    def filter_text(self, queryset, name, value):
        return queryset.search(value)

    def filter_status(self, queryset, name, value):
        return queryset.open() if value == "open" else queryset.filter(status=value)

    def filter_unit(self, queryset, name, value):
        return queryset.filter(pk__in=Referral.objects.standing().filter(unit=value).values("opinion"))


class CompletenessFilter(PlaceFilterSet):
    """The matters that were received in a period, this year's unless another is chosen."""

    period = ChoiceFilter(
        label="收到时间",
        method="filter_period",
        choices=[("month", "本月"), ("last_month", "上月"), ("last_year", "去年"), ("all", "全部")],
        empty_label="今年",
    )
    since = DateFilter(label="自", method="filter_day")
    until = DateFilter(label="至", method="filter_day")
    town = ModelChoiceFilter(label="镇街", field_name="jurisdiction", queryset=places, empty_label="全部镇街")
    station = ModelChoiceFilter(
        label="站点",
        field_name="visit__day__station",
        queryset=lambda request: Station.objects.visible_to(request.user),
        empty_label="全部站点",
    )
    gap = ChoiceFilter(
        label="缺口",
        method="filter_gap",
        choices=[
            ("any", "只看缺口"),
            ("late", "只看超期的"),
            *((check.value, MISSING[check]) for check in Check),
        ],
        empty_label="全部事项",
    )

    class Meta:
        model = Opinion
        fields = []

    def __init__(self, data=None, *args, **kwargs):
        # An empty address asks for this year as well.
        super().__init__(QueryDict() if data is None else data, *args, **kwargs)

    def filter_queryset(self, queryset):
        """This year's, where neither period nor days are chosen; days go before the period."""
        chosen = self.form.cleaned_data
        if not any(chosen.get(name) for name in ("period", "since", "until")):
            queryset = queryset.filter(received_on__year=clock.today().year)
        return super().filter_queryset(queryset)

    def filter_period(self, queryset, name, value):
        chosen = self.form.cleaned_data
        if value == "all" or chosen.get("since") or chosen.get("until"):
            return queryset
        today = clock.today()
        first = today.replace(day=1)
        start, end = {
            "month": (first, today),
            "last_month": ((first - timedelta(days=1)).replace(day=1), first - timedelta(days=1)),
            "last_year": (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
        }[value]
        return queryset.filter(received_on__range=(start, end))

    def filter_day(self, queryset, name, value):
        bound = "received_on__gte" if name == "since" else "received_on__lte"
        return queryset.filter(**{bound: value})

    def filter_gap(self, queryset, name, value):
        if value == "late":
            return queryset.filter(gap__gt=0, step_due_on__lt=clock.today())
        return queryset.filter(gap__gt=0) if value == "any" else queryset.filter(gap=value)


class AppointmentFilter(PlaceFilterSet):
    q = CharFilter(label="查找", field_name="subject", lookup_expr="icontains")
    status = ChoiceFilter(
        label="状态",
        method="filter_status",
        choices=[("open", "全部待办"), *AppointmentStatus.choices],
        empty_label="全部状态",
    )
    town = ModelChoiceFilter(label="镇街", field_name="jurisdiction", queryset=places, empty_label="全部镇街")
    order = HeadingOrder(("asked_on", "asked"))

    class Meta:
        model = Appointment
        fields = []

    def filter_status(self, queryset, name, value):
        return queryset.filter(status__in=AppointmentStatus.open if value == "open" else [value])


class ReferralFilter(FilterSet):
    q = CharFilter(label="查找", method="filter_text")
    status = ChoiceFilter(
        label="状态",
        method="filter_status",
        choices=[("open", "全部待办"), *HandlingStatus.choices],
        empty_label="全部状态",
    )
    light = LightFilter(field_name="step_due_on")
    order = HeadingOrder(("issued_on", "issued"), ("step_due_on", "step"), ("due_on", "due"))

    class Meta:
        model = Referral
        fields = []

    def filter_text(self, queryset, name, value):
        return queryset.filter(opinion__in=Opinion.objects.search(value).values("pk"))

    def filter_status(self, queryset, name, value):
        return queryset.unanswered() if value == "open" else queryset.filter(status=value)


class UndertakingFilter(PromiseFilter):
    place = ModelChoiceFilter(
        label="镇街", field_name="opinion__jurisdiction", queryset=places, empty_label="全部镇街"
    )

    class Meta:
        model = Undertaking
        fields = []
