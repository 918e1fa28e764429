"""The filters of the ledger of commitments."""

from django_filters import ModelChoiceFilter

from congress.handling.promise_filter import PromiseFilter
from congress.models import Jurisdiction
from proposals.models import Commitment


class CommitmentFilter(PromiseFilter):
    place = ModelChoiceFilter(
        label="所属人大",
        field_name="proposal__jurisdiction",
        queryset=lambda request: Jurisdiction.objects.visible_to(request.user).with_congress(),
        empty_label="全部",
    )

    class Meta:
        model = Commitment
        fields = []
