"""Cases that few may read."""

from django_filters import ChoiceFilter, FilterSet

from deputies.enums import LibertyKind, LibertyStatus, RetaliationStatus
from deputies.models import LibertyCase, RetaliationCase


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
