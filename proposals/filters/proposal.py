"""The filters of the list: one row of fields, each saying what it is set to."""

from django.db.models import Q
from django_filters import CharFilter, ChoiceFilter, FilterSet, ModelChoiceFilter

from congress.enums import Level
from congress.lists import HeadingOrder, LightFilter
from congress.models import Jurisdiction, Session, Unit
from proposals.enums import ProposalKind, ProposalStatus
from proposals.models import Assignment, Proposal, ProposalCategory


class ProposalFilter(FilterSet):
    q = CharFilter(label="查找", method="filter_text")
    status = ChoiceFilter(
        label="状态",
        method="filter_status",
        choices=[("open", "全部未办结"), *ProposalStatus.choices],
        empty_label="全部状态",
    )
    kind = ChoiceFilter(
        label="种类",
        choices=[(value, ProposalKind(value).label) for value in ProposalKind.drafted],
        empty_label="全部种类",
    )
    category = ModelChoiceFilter(
        label="类别",
        method="filter_category",
        queryset=ProposalCategory.objects.filter(parent__isnull=True),
        empty_label="全部类别",
    )
    session = ModelChoiceFilter(
        label="会次",
        queryset=lambda request: (
            Session.objects.visible_to(request.user).of_congress().select_related("term__jurisdiction")
        ),
        empty_label="全部会次",
    )
    unit = ModelChoiceFilter(
        label="承办单位",
        method="filter_unit",
        queryset=lambda request: Unit.objects.visible_to(request.user),
        empty_label="全部单位",
    )
    place = ModelChoiceFilter(
        label="所属人大",
        field_name="jurisdiction",
        queryset=lambda request: Jurisdiction.objects.visible_to(request.user).with_congress(),
        empty_label="全部",
    )
    light = LightFilter(field_name="step_due_on")
    order = HeadingOrder(("submitted_on", "submitted"), ("step_due_on", "due"))

    class Meta:
        model = Proposal
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        user = self.request.user
        few = user.is_deputy or user.is_unit_clerk
        if few or user.jurisdiction is None or user.jurisdiction.level in Level.local:
            del self.filters["place"]
        for name in ("category", "session", "unit") if few else ():
            del self.filters[name]

    def filter_text(self, queryset, name, value):
        return queryset.search(value)

    def filter_status(self, queryset, name, value):
        return queryset.open() if value == "open" else queryset.filter(status=value)

    def filter_category(self, queryset, name, value):
        return queryset.filter(Q(category=value) | Q(category__parent=value))

    def filter_unit(self, queryset, name, value):
        return queryset.filter(pk__in=Assignment.objects.standing().filter(unit=value).values("proposal"))
