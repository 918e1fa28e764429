"""What a unit's clerk writes to the deputies, and what who assigned says about it."""

from django import forms

from congress import clock, fields
from congress.fields import PaperField
from congress.forms import ReasonForm, RecordForm, StepForm
from congress.forms import reason as words
from congress.handling.forms import WrittenReplyForm
from proposals import handling_workflow, workflow
from proposals.enums import ContactMode, ReplyStatus, SendBackReason
from proposals.forms.rating import SignerField
from proposals.models import Sponsorship


KEPT = (
    "document_number",
    "text",
    "result_class",
    "contact_person",
    "contact_phone",
    "closed_reason",
    "signatory",
    "promised",
    "promise_due_on",
)


class DraftReplyForm(RecordForm, WrittenReplyForm):
    """A letter that is written at: nothing but its words is needed."""

    text = fields.text("答复内容", rows=12, help_text="办理情况和结果；没办成的写明原因和打算。")
    contact_person = forms.CharField(label="联系人", max_length=50, required=False)
    contact_phone = forms.CharField(label="联系电话", max_length=30, required=False)
    closed_reason = forms.CharField(
        label="不公开的理由", max_length=200, required=False, help_text="可以公开的不填。"
    )

    def prepare(self):
        if self.record.leads:
            self.offer_classes(self.record.proposal.jurisdiction)
        else:
            self.fields["text"].label = "会办意见"
            self.fields["text"].help_text = "送主办单位，由主办单位一并答复代表。"
            for name in ("result_class", "promised", "promise_due_on", "closed_reason"):
                del self.fields[name]
        self._show_before()

    def _show_before(self):
        """The draft that lies there, or the version that was sent back."""
        last = self.record.replies.order_by("version").last()
        if last and last.status in (ReplyStatus.DRAFT, ReplyStatus.SENT_BACK):
            self.initial |= {name: getattr(last, name) for name in KEPT if name in self.fields}
            if "result_class" in self.fields:
                self.initial["result_class"] = last.result_class_id

    def clean(self):
        told = super().clean()
        return {**told, "open": not told.get("closed_reason")}


class ReplyForm(DraftReplyForm):
    """The letter as its head has signed it."""

    signatory = forms.CharField(label="签发人", max_length=50, help_text="签发的单位负责人。")
    replied_on = forms.DateField(label="答复日期", initial=clock.today)
    attachment = PaperField(label="附件", required=False, help_text="答复函原件，不超过10兆。")

    def prepare(self):
        super().prepare()
        if not self.record.leads:
            self.fields["replied_on"].label = "送出日期"
            self.fields["attachment"].help_text = "会办意见原件，不超过10兆。"
        elif self.fields["result_class"].queryset.exists():
            self.fields["result_class"].required = True


class SendBackForm(ReasonForm):
    reason = forms.ChoiceField(label="退回原因", choices=SendBackReason, widget=forms.RadioSelect)
    note = words("要怎么改", help_text="单位按这里写的修改后重新送审。")
    field_order = ["reason", "note"]


class SignersField(forms.ModelMultipleChoiceField):
    label_from_instance = SignerField.label_from_instance


class ContactForm(RecordForm):
    mode = forms.ChoiceField(label="联系方式", choices=ContactMode, widget=forms.RadioSelect)
    held_on = forms.DateField(label="联系日期", initial=clock.today)
    sponsorships = SignersField(
        Sponsorship.objects.none(), label="联系了哪些代表", widget=forms.CheckboxSelectMultiple
    )
    note = fields.text(
        "沟通情况", rows=3, max_length=500, required=False, help_text="代表说了什么，单位怎么答的。"
    )

    def prepare(self):
        self.fields["sponsorships"].queryset = self.record.proposal.sponsorships.confirmed()


REPLY_FORMS = {
    "pass_reply": (StepForm, workflow.pass_reply),
    "pass_again": (StepForm, workflow.pass_reply),
    "send_back": (SendBackForm, workflow.send_back),
    "send_back_again": (SendBackForm, workflow.send_back),
}
PART_FORMS = {
    "draft_reply": (DraftReplyForm, handling_workflow.draft_reply),
    "reply": (ReplyForm, handling_workflow.reply),
    "contact": (ContactForm, handling_workflow.record_contact),
    "declare_absent": (StepForm, handling_workflow.declare_absent),
}
