"""The filters of the lists: one row of fields, each saying what it is set to."""

from django.db.models import Q
from django.forms import ModelChoiceField, Select
from django_filters import CharFilter, ChoiceFilter, DateFilter, FilterSet, ModelChoiceFilter

from congress import clock
from congress.enums import Level, SessionBody
from congress.forms import DateInput
from congress.lists import HeadingOrder
from congress.models import Jurisdiction
from deputies import composition
from deputies.enums import (
    ActivityStatus,
    HigherLevel,
    HonourKind,
    HonourLevel,
    LeaveReason,
    LeaveStatus,
    LibertyKind,
    LibertyStatus,
    ParticipationStatus,
    RetaliationStatus,
    Tie,
)
from deputies.models import (
    Activity,
    ActivityKind,
    Constituency,
    Deputy,
    DeputyGroup,
    HigherSeat,
    Honour,
    Leave,
    LibertyCase,
    Participation,
    RetaliationCase,
    Seat,
)
from deputies.models.membership import belonging_to


YEARS_BACK = 5
PLAIN = Select(attrs={"data-plain": ""})


def places(request):
    return Jurisdiction.objects.visible_to(request.user)


def years():
    """This year and those before, as choices."""
    this_year = clock.today().year
    return [(year, f"{year}年") for year in range(this_year, this_year - YEARS_BACK - 1, -1)]


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
        choices=[("now", "在任"), ("over", "已离任")],
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
        return queryset.over(clock.today())

    def filter_tie(self, queryset, name, value):
        if value == "missing":
            return queryset.missing_at_home(clock.today())
        return queryset.filter(tie=Tie.NEITHER)

    def filter_order(self, queryset, name, value):
        return queryset.in_pinyin_order()


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


class LibertyFilter(FilterSet):
    kind = ChoiceFilter(label="事项", choices=LibertyKind, empty_label="全部事项")
    status = ChoiceFilter(label="状态", choices=LibertyStatus, empty_label="全部状态")

    class Meta:
        model = LibertyCase
        fields = []


class RetaliationFilter(FilterSet):
    status = ChoiceFilter(label="状态", choices=RetaliationStatus, empty_label="全部状态")

    class Meta:
        model = RetaliationCase
        fields = []


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
