"""The filters of the year's key supervision."""

from django_filters import CharFilter, ChoiceFilter, FilterSet

from proposals.enums import KeyStatus
from proposals.models import KeySupervision


def _years(request):
    years = KeySupervision.objects.visible_to(request.user).order_by("-year")
    return [(str(year), f"{year}年") for year in dict.fromkeys(years.values_list("year", flat=True))]


class KeyFilter(FilterSet):
    q = CharFilter(label="查找", method="filter_text")
    year = ChoiceFilter(label="年度", empty_label="全部年度")
    status = ChoiceFilter(label="状态", choices=KeyStatus, empty_label="全部状态")

    class Meta:
        model = KeySupervision
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["year"].extra["choices"] = _years(self.request)

    def filter_text(self, queryset, name, value):
        by_title = queryset.filter(proposal__title__icontains=value)
        return by_title | queryset.filter(leader_name__icontains=value)
