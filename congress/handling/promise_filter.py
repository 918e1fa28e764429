"""The filters of a ledger of promises."""

from django.db.models import Q
from django_filters import CharFilter, ChoiceFilter, FilterSet, ModelChoiceFilter

from congress import clock
from congress.enums import Level
from congress.handling.promise import PromiseStatus
from congress.lists import HeadingOrder, LightFilter
from congress.models.unit import Unit


STATES = [
    ("going", "没有了结的"),
    ("late", "到期没有落实的"),
    ("untold", "进展没有按季报告的"),
    *PromiseStatus.choices,
]


def _years(model, user):
    """The years of the ledger, the latest first."""
    made = model.objects.visible_to(user).dates("promised_on", "year")
    first = made[0].year if made else clock.today().year
    return [(str(year), f"{year}年") for year in range(clock.today().year, first - 1, -1)]


class PromiseFilter(FilterSet):
    """A concrete filter names its model, and adds the ``place`` of the matter."""

    q = CharFilter(label="查找", method="filter_text")
    year = ChoiceFilter(label="年度", method="filter_year", empty_label="全部年度")
    state = ChoiceFilter(label="状态", method="filter_state", choices=STATES, empty_label="全部状态")
    unit = ModelChoiceFilter(
        label="承诺单位",
        queryset=lambda request: Unit.objects.visible_to(request.user),
        empty_label="全部单位",
    )
    light = LightFilter(field_name="going_due_on")
    order = HeadingOrder(("promised_on", "promised"), ("due_on", "due"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        user = self.request.user
        if user.is_deputy or user.is_unit_clerk:
            del self.filters["unit"], self.filters["place"]
        elif user.jurisdiction is None or user.jurisdiction.level in Level.local:
            del self.filters["place"]
        self.filters["year"].extra["choices"] = _years(self._meta.model, user)

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset.with_going_due())

    def filter_text(self, queryset, name, value):
        title = f"{self._meta.model.matter_field}__title__icontains"
        return queryset.filter(Q(text__icontains=value) | Q(**{title: value}))

    def filter_year(self, queryset, name, value):
        return queryset.of_year(int(value))

    def filter_state(self, queryset, name, value):
        today = clock.today()
        named = {"going": queryset.going, "late": queryset.late, "untold": queryset.untold}
        if value == "going":
            return named[value]()
        return named[value](today) if value in named else queryset.filter(status=value)
