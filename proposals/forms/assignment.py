"""What a unit's clerk, and who assigned to it, fill in."""

from django import forms

from congress import clock
from congress.fields import PaperField, text
from congress.forms import ReasonForm, RecordForm, StepForm
from congress.forms import reason as words
from congress.handling.forms import PromisingForm
from congress.models import ResultClass
from proposals import handling_workflow
from proposals.forms.urging import URGING_STEPS


class ReturnForm(RecordForm):
    reason = words("退回理由", help_text="写明依据，以及应由哪个单位办理；不能自行转给别的单位。")


class ExtensionForm(RecordForm):
    until = forms.DateField(label="申请延到的日期")
    reason = text("延期理由")


class GrantForm(StepForm):
    until = forms.DateField(label="同意延到的日期", help_text="可以比申请的日期早。")
    field_order = ["until", "note"]

    def prepare(self):
        self.initial["until"] = self.record.extension_until


class ReplyForm(RecordForm, PromisingForm):
    document_number = forms.CharField(label="文号", max_length=50, required=False)
    text = text("答复内容", rows=10, help_text="办理情况和结果；没办成的写明原因和打算。")
    result_class = forms.ModelChoiceField(
        label="结果类别", queryset=ResultClass.objects.none(), required=False, empty_label="请选择"
    )
    signatory = forms.CharField(label="签发人", max_length=50, help_text="签发的单位负责人。")
    replied_on = forms.DateField(label="答复日期", initial=clock.today)
    attachment = PaperField(label="附件", required=False, help_text="答复函原件，不超过10兆。")
    field_order = ["document_number", "text", "result_class", "promised", "promise_due_on"]

    def prepare(self):
        if not self.record.leads:
            self.fields["text"].label = "会办意见"
            self.fields["text"].help_text = "送主办单位，由主办单位一并答复代表。"
            for name in ("result_class", "promised", "promise_due_on"):
                del self.fields[name]
            return
        district = self.record.proposal.jurisdiction.district
        self.fields["result_class"].queryset = ResultClass.objects.filter(jurisdiction=district)


class CancelForm(ReasonForm):
    note = words("撤销的理由")


ASSIGNMENT_STEPS = {
    "accept": (StepForm, handling_workflow.accept),
    "request_return": (ReturnForm, handling_workflow.request_return),
    "confirm_return": (StepForm, handling_workflow.confirm_return),
    "refuse_return": (StepForm, handling_workflow.refuse_return),
    "request_extension": (ExtensionForm, handling_workflow.request_extension),
    "grant_extension": (GrantForm, handling_workflow.grant_extension),
    "refuse_extension": (StepForm, handling_workflow.refuse_extension),
    "reply": (ReplyForm, handling_workflow.reply),
    "cancel": (CancelForm, handling_workflow.cancel),
    **URGING_STEPS,
}
