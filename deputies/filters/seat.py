"""The roster by name, place and standing."""

from django.db.models import Q
from django.forms import ModelChoiceField
from django_filters import CharFilter, ChoiceFilter, DateFilter, FilterSet, ModelChoiceFilter

from congress import clock
from congress.enums import Level
from congress.forms import DateInput
from congress.models import Jurisdiction
from deputies import composition
from deputies.enums import Tie
from deputies.models import Constituency, DeputyGroup, Seat
from deputies.models.membership import belonging_to


def congresses(request):
    seats = Seat.objects.visible_to(request.user)
    return Jurisdiction.objects.filter(pk__in=seats.values("term__jurisdiction"))


def constituencies(request):
    found = Constituency.objects.visible_to(request.user).select_related("jurisdiction")
    return found.filter(_asked_for(request, "constituency", "jurisdiction"))


def groups(request):
    found = DeputyGroup.objects.visible_to(request.user).select_related("term__jurisdiction")
    return found.filter(_asked_for(request, "group", "term__jurisdiction"))


def _asked_for(request, name, path):
    """Of a town or a street all; else those of the congress that is chosen, at first the user's own.

    A city has thousands: nobody reads through them, and each page would carry them.
    """
    place = request.user.jurisdiction
    if place.level in Level.local:
        return Q()
    congress, chosen = request.GET.get("congress", ""), request.GET.get(name, "")
    of_congress = Q(**{path: int(congress) if congress.isdecimal() else place.pk})
    return of_congress | Q(pk=int(chosen)) if chosen.isdecimal() else of_congress


class ConstituencyField(ModelChoiceField):
    def label_from_instance(self, constituency):
        return f"{constituency.jurisdiction}{constituency}"


class ConstituencyFilter(ModelChoiceFilter):
    field_class = ConstituencyField


class SeatFilter(FilterSet):
    q = CharFilter(label="姓名、全拼或首字母", method="filter_name")
    congress = ModelChoiceFilter(
        label="所属人大", field_name="term__jurisdiction", queryset=congresses, empty_label="全部人大"
    )
    constituency = ConstituencyFilter(label="选区", queryset=constituencies, empty_label="全部选区")
    group = ModelChoiceFilter(
        label="代表小组", method="filter_group", queryset=groups, empty_label="全部小组"
    )
    office = ChoiceFilter(
        label="任职",
        method="filter_office",
        choices=[("now", "在任"), ("over", "已离任"), ("unannounced", "资格终止未登记公告")],
        empty_label="全部",
    )
    on = DateFilter(label="哪天在任", method="filter_on", widget=DateInput())
    part = ChoiceFilter(label="构成", method="filter_part", choices=composition.choices, empty_label="全部")
    tie = ChoiceFilter(
        label="与选区的联系",
        method="filter_tie",
        choices=[("neither", "既不居住也不工作"), ("missing", "任期内还没到原选区参加活动")],
        empty_label="全部",
    )
    order = ChoiceFilter(
        label="排列", method="filter_order", choices=[("pinyin", "按拼音")], empty_label="按姓氏笔画"
    )

    class Meta:
        model = Seat
        fields = []

    def __init__(self, *args, **kwargs):
        """The part that a composition leads to is a choice, too, where only the data know it."""
        super().__init__(*args, **kwargs)
        self.filters["part"].extra["choices"] = composition.choices((self.data or {}).get("part", ""))

    def filter_name(self, queryset, name, value):
        return queryset.search(value)

    def filter_group(self, queryset, name, value):
        return queryset.filter(belonging_to([value], clock.today()))

    def filter_on(self, queryset, name, value):
        return queryset.in_office(value)

    def filter_part(self, queryset, name, value):
        return composition.in_part(queryset, value, self.form.cleaned_data.get("on") or clock.today())

    def filter_office(self, queryset, name, value):
        if value == "now":
            return queryset.in_office(clock.today())
        if value == "unannounced":
            return queryset.unannounced(clock.today())
        return queryset.over(clock.today())

    def filter_tie(self, queryset, name, value):
        if value == "missing":
            return queryset.missing_at_home(clock.today())
        return queryset.filter(tie=Tie.NEITHER)

    def filter_order(self, queryset, name, value):
        return queryset.in_pinyin_order()
