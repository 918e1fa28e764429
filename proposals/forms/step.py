"""What a person fills in to take a step with a proposal, or to sign it."""

from django import forms

from congress import clock
from congress.fields import text
from congress.forms import ReasonForm, RecordForm, StepForm
from congress.forms import reason as words
from congress.models import Unit
from deputies.fields import SeatField, SeatsField
from deputies.models import Seat
from proposals import rules, workflow
from proposals.enums import Check, ProposalKind, RejectReason, ReturnReason
from proposals.forms.commitment import PROMISE_STEPS
from proposals.forms.draft import CategoryField
from proposals.forms.proceeding import ROAD_STEPS
from proposals.forms.publication import PUBLICATION_STEPS
from proposals.forms.rating import RATING_FORMS
from proposals.forms.reply import REPLY_FORMS
from proposals.forms.review import CONSENT_FORMS, REVIEW_FORMS
from proposals.forms.supervision import SUPERVISION_FORMS


EXCLUDED = "；".join(RejectReason(value).label for value in RejectReason.excluded)


class InviteForm(StepForm):
    seats = SeatsField(Seat.objects.none(), label="邀请哪些代表", help_text="可用汉字、拼音查找。")
    note = text("附言", rows=2, max_length=200, required=False, help_text="可以不填。")
    field_order = ["seats", "note"]

    def prepare(self):
        term = self.record.term_id
        self.fields["seats"].offer(rules.seats_to_invite(self.record), on=clock.today(), term=term)


class HandOverForm(StepForm):
    lead = SeatField(Seat.objects.none(), label="请谁领衔", empty_label="请选择")
    field_order = ["lead", "note"]

    def prepare(self):
        term = self.record.term_id
        seats = rules.seats_to_lead(self.user).filter(term=term)
        self.fields["lead"].offer(seats, on=clock.today(), term=term)


class SubmitForm(RecordForm):
    checks = forms.MultipleChoiceField(
        label="提交前逐项核对",
        choices=Check,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": workflow.UNCHECKED},
        help_text=f"不作为代表建议提出的情形：{EXCLUDED}。",
    )
    as_suggestion = forms.BooleanField(label="作为建议、批评和意见提交")

    def clean_checks(self):
        if {*Check} - {*self.cleaned_data["checks"]}:
            raise forms.ValidationError(workflow.UNCHECKED)
        return self.cleaned_data["checks"]

    def prepare(self):
        why = workflow.why_not(self.record)
        self.refused = "" if self.record.kind in ProposalKind.convertible else why
        if not why or self.refused:
            del self.fields["as_suggestion"]
            return
        field = self.fields["as_suggestion"]
        field.help_text = why
        field.error_messages["required"] = f"现在不能作为{self.record.word}提交；同意作为建议提交的，请勾选。"


class AcceptForm(StepForm):
    category = CategoryField(label="类别")
    field_order = ["category", "note"]

    def prepare(self):
        self.initial["category"] = self.record.category_id
        self.fields["category"].required = self.record.kind in ProposalKind.handled


class ReturnToDeputyForm(ReasonForm):
    reason = forms.ChoiceField(label="退回原因", choices=ReturnReason, widget=forms.RadioSelect)
    note = words("要补正什么", help_text="代表按这里写的修改后重新提交。")


class RejectForm(ReasonForm):
    reason = forms.ChoiceField(label="不予受理的原因", choices=RejectReason, widget=forms.RadioSelect)
    note = words("理由和去向", help_text="告诉代表为什么，以及可以怎么办。")


class AssignForm(StepForm):
    lead = forms.ModelChoiceField(
        label="主办单位", queryset=Unit.objects.none(), required=False, empty_label="请选择"
    )
    co_units = forms.ModelMultipleChoiceField(
        label="会办单位",
        queryset=Unit.objects.none(),
        required=False,
        help_text="向主办单位提意见的；没有的不选。",
    )
    split_units = forms.ModelMultipleChoiceField(
        label="分办单位",
        queryset=Unit.objects.none(),
        required=False,
        help_text="几家各办一部分、各自答复代表的，不选主办单位，在这里选两家以上。",
    )
    difficult = forms.BooleanField(
        label="涉及面广、处理难度大",
        required=False,
        help_text="答复期限由三个月改为六个月以内（代表法第五十一条）。",
    )
    note = text("交办要求", rows=2, max_length=1000, required=False, help_text="可以不填。")
    field_order = ["lead", "co_units", "split_units", "difficult", "note"]

    def prepare(self):
        units = rules.units_for(self.user, self.record)
        for name in ("lead", "co_units", "split_units"):
            self.fields[name].queryset = units


class WithdrawForm(ReasonForm):
    note = words("撤回的理由")


PROPOSAL_STEPS = {
    "invite": (InviteForm, workflow.invite),
    "hand_over": (HandOverForm, workflow.hand_over),
    "submit": (SubmitForm, workflow.submit),
    "accept": (AcceptForm, workflow.accept),
    "return": (ReturnToDeputyForm, workflow.return_to_deputy),
    "reject": (RejectForm, workflow.reject),
    "assign": (AssignForm, workflow.assign),
    **REPLY_FORMS,
    **RATING_FORMS,
    "withdraw": (WithdrawForm, workflow.withdraw),
    **REVIEW_FORMS,
    **ROAD_STEPS,
    **PUBLICATION_STEPS,
    **PROMISE_STEPS,
    **SUPERVISION_FORMS,
}
SIGNATURE_STEPS = {
    "confirm": (RecordForm, workflow.confirm),
    "decline": (StepForm, workflow.decline),
    "leave": (StepForm, workflow.leave),
    **CONSENT_FORMS,
}
