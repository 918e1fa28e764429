"""The filters of the lists of constituencies, delegations, groups and stations."""

from django.forms import Select
from django_filters import CharFilter, ChoiceFilter, FilterSet, ModelChoiceFilter

from congress import clock
from congress.models import Jurisdiction
from deputies.enums import GroupKind, StationKind
from deputies.models import Constituency, Delegation, DeputyGroup, Station


PLAIN = Select(attrs={"data-plain": ""})


def congresses(request):
    return Jurisdiction.objects.visible_to(request.user).with_congress()


def towns(request):
    return Jurisdiction.objects.visible_to(request.user).local()


class ConstituencyFilter(FilterSet):
    q = CharFilter(label="选区号、名称或范围", method="filter_words")
    congress = ModelChoiceFilter(
        label="所属人大", field_name="jurisdiction", queryset=congresses, empty_label="全部人大"
    )
    town = ModelChoiceFilter(label="所在镇街", queryset=towns, empty_label="全部镇街")
    state = ChoiceFilter(
        label="状态",
        method="filter_state",
        choices=[("vacant", "有出缺"), ("coming", "待启用"), ("abolished", "已撤销")],
        empty_label="在用的选区",
        widget=PLAIN,
    )

    class Meta:
        model = Constituency
        fields = []

    def filter_words(self, queryset, name, value):
        return queryset.search(value)

    def filter_state(self, queryset, name, value):
        if value == "vacant":
            return queryset.with_vacancy(clock.today())
        return queryset.coming() if value == "coming" else queryset.abolished()


class OfTermFilter(FilterSet):
    q = CharFilter(label="名称", field_name="name", lookup_expr="icontains")
    congress = ModelChoiceFilter(
        label="所属人大", field_name="term__jurisdiction", queryset=congresses, empty_label="全部人大"
    )


class DelegationFilter(OfTermFilter):
    class Meta:
        model = Delegation
        fields = []


class GroupFilter(OfTermFilter):
    kind = ChoiceFilter(label="类型", choices=GroupKind, empty_label="全部类型", widget=PLAIN)

    class Meta:
        model = DeputyGroup
        fields = []


class StationFilter(FilterSet):
    q = CharFilter(label="名称或地址", method="filter_words")
    kind = ChoiceFilter(label="类型", choices=StationKind, empty_label="全部类型", widget=PLAIN)
    town = ModelChoiceFilter(
        label="所在镇街", field_name="jurisdiction", queryset=towns, empty_label="全部镇街"
    )

    class Meta:
        model = Station
        fields = []

    def filter_words(self, queryset, name, value):
        return queryset.search(value)
