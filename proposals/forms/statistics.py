"""Of which proposals the statistics tell; sent in the address."""

from django import forms
from django.db.models import Min

from congress.enums import Level
from congress.models import Jurisdiction, Session
from congress.statistics.form import PeriodForm
from proposals.enums import ProposalKind
from proposals.models import Proposal
from proposals.statistics import Question


class StatisticsForm(PeriodForm):
    session = forms.ModelChoiceField(
        Session.objects.none(), label="会次", required=False, empty_label="按年度时段"
    )
    place = forms.ModelChoiceField(
        Jurisdiction.objects.none(), label="所属人大", required=False, empty_label="全部"
    )
    kind = forms.ChoiceField(label="种类", required=False)
    compare = forms.ChoiceField(
        label="对比", choices=[("", "不对比"), ("before", "上年同期")], required=False
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        sessions = Session.objects.visible_to(user).of_congress().select_related("term__jurisdiction")
        self.fields["session"].queryset = sessions
        self.fields["kind"].choices = [("", "全部种类"), *ProposalKind.choices]
        if user.jurisdiction.level in Level.local:
            del self.fields["place"]
        else:
            self.fields["place"].queryset = Jurisdiction.objects.visible_to(user).with_congress()

    def first_day(self):
        seen = Proposal.objects.visible_to(self.user).registered()
        return seen.aggregate(first=Min("accepted_on"))["first"]

    def question(self):
        """What is asked; of this year where the address makes no sense, and the form tells why."""
        asked = self.cleaned_data if self.is_valid() else {}
        return Question(
            self.user, self.period, asked.get("place"), asked.get("session"), asked.get("kind") or ""
        )

    @property
    def compared(self):
        """Whether the same time a year before, or the session before, is told as well."""
        return self.is_valid() and bool(self.cleaned_data["compare"])
