"""The filters of what is published, and of what waits for a decision about it."""

from django.db.models import Q
from django_filters import CharFilter, FilterSet, ModelChoiceFilter

from congress.models import Jurisdiction, Unit
from proposals.filters import ProposalFilter
from proposals.models import Proposal, ProposalCategory
from proposals.models.proposal import numbered


def _places(request):
    place = request.user.jurisdiction
    return Jurisdiction.objects.within(place.district if place.parent_id else place).with_congress()


class PublicationFilter(FilterSet):
    q = CharFilter(label="查找", method="filter_text")
    category = ModelChoiceFilter(
        label="类别",
        method="filter_category",
        queryset=ProposalCategory.objects.filter(parent__isnull=True),
        empty_label="全部类别",
    )
    unit = ModelChoiceFilter(
        label="承办单位",
        method="filter_unit",
        queryset=lambda request: Unit.objects.visible_to(request.user),
        empty_label="全部单位",
    )
    place = ModelChoiceFilter(
        label="所属人大", field_name="jurisdiction", queryset=_places, empty_label="全部"
    )

    class Meta:
        model = Proposal
        fields = []

    filter_category = ProposalFilter.filter_category
    filter_unit = ProposalFilter.filter_unit

    def filter_text(self, queryset, name, value):
        """In what was published, and by the number."""
        found = Q(title__icontains=value) | Q(public_text__icontains=value) | Q(public_reply__icontains=value)
        return queryset.filter(found | numbered(value))


class PendingFilter(PublicationFilter):
    def filter_text(self, queryset, name, value):
        return queryset.search(value)
