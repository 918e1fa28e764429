"""The filters of the lists: one row of fields, each saying what it is set to."""

from django_filters import CharFilter, ChoiceFilter, FilterSet, ModelChoiceFilter

from congress import clock
from congress.enums import Level
from congress.handling import HandlingStatus
from congress.lists import HeadingOrder, LightFilter
from congress.models import Jurisdiction, Unit
from reception.enums import DayStatus, OpinionStatus
from reception.models import Opinion, OpinionCategory, ReceptionDay, Referral


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
