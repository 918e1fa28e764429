"""What people fill in once a proposal is replied to: deputies, and the office that goes on with it."""

from django import forms

from congress import clock, fields
from congress.enums import Satisfaction
from congress.forms import RecordForm, StepForm
from congress.forms import reason as words
from congress.models import Unit
from proposals import rules, workflow
from proposals.models import Rating, Sponsorship


class SignerField(forms.ModelChoiceField):
    def label_from_instance(self, row):
        return f"{row.seat.called}（{row.get_role_display()}）"


class RateForm(RecordForm):
    """Two questions; a deputy answers for himself, the office from the paper form of whom it chooses."""

    sponsorship = SignerField(Sponsorship.objects.none(), label="哪名代表的征询意见表", empty_label="请选择")
    rated_on = forms.DateField(label="评价日期", initial=clock.today)
    attitude = forms.ChoiceField(label="对办理态度满意吗？", choices=Satisfaction, widget=forms.RadioSelect)
    result = forms.ChoiceField(label="对办理结果满意吗？", choices=Satisfaction, widget=forms.RadioSelect)
    note = fields.text(
        "意见和原因", rows=3, max_length=500, required=False, help_text="有一项不满意的，必须写明原因。"
    )

    def prepare(self):
        if self.user.is_deputy:
            del self.fields["sponsorship"], self.fields["rated_on"]
            self._show_before()
            return
        signers = [row.pk for row in self.record.sponsorships.all() if rules.can_rate_for(self.user, row)]
        self.fields["sponsorship"].queryset = Sponsorship.objects.filter(pk__in=signers)

    def _show_before(self):
        """What he said before, as long as he may change it."""
        before = Rating.objects.rated().filter(
            sponsorship__proposal=self.record,
            sponsorship__seat__deputy__user=self.user,
            round=self.record.round,
        )
        if found := before.first():
            self.initial |= {"attitude": found.attitude, "result": found.result, "note": found.reason}


class UrgeForm(StepForm):
    note = fields.text("催请的话", rows=2, max_length=500, required=False, help_text="可以不填。")


class RedoForm(RecordForm):
    lead = forms.ModelChoiceField(label="主办单位", queryset=Unit.objects.none(), empty_label="请选择")
    co_units = forms.ModelMultipleChoiceField(
        label="会办单位", queryset=Unit.objects.none(), required=False, help_text="没有的不选。"
    )
    note = words("重办要求", help_text="代表对什么不满意，要重新办什么。")

    def prepare(self):
        parts = list(self.record.assignments.standing().filter(round=self.record.round))
        leading = [part.unit_id for part in parts if part.leads]
        if len(leading) > 1:
            # Each does its own part again (分办).
            del self.fields["lead"], self.fields["co_units"]
            return
        units = rules.units_for(self.user, self.record)
        self.fields["lead"].queryset = self.fields["co_units"].queryset = units
        self.initial["lead"] = next(iter(leading), None)
        self.initial["co_units"] = [part.unit_id for part in parts if not part.leads]


class CommitteeForm(StepForm):
    committee = fields.line("交哪个委员会", max_length=50, help_text="如“城建环保委员会”。")
    field_order = ["committee", "note"]


RATING_FORMS = {
    "rate": (RateForm, workflow.rate),
    "rate_again": (RateForm, workflow.rate),
    "urge_rating": (UrgeForm, workflow.urge_rating),
    "redo": (RedoForm, workflow.redo),
    "refer_to_committee": (CommitteeForm, workflow.refer_to_committee),
    "close": (StepForm, workflow.close),
}
