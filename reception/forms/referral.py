"""What a unit's clerk, and the office that referred to it, fill in."""

from django import forms

from congress.fields import PaperField, text
from congress.forms import ReasonForm, RecordForm, StepForm, reason
from congress.handling.forms import CancelForm, ExtensionForm, GrantForm, WrittenReplyForm
from reception import referral_workflow
from reception.forms.base import past_day


class PlanForm(RecordForm):
    meeting_on = past_day("研究会议日期", required=False)
    measures = text("办理措施", rows=4)
    finish_by = forms.DateField(label="计划完成日期", required=False)

    def prepare(self):
        self.initial |= {
            "meeting_on": self.record.plan_meeting_on or self.fields["meeting_on"].initial(),
            "measures": self.record.plan_measures,
            "finish_by": self.record.plan_finish_by,
        }


class ReturnForm(RecordForm):
    reason = reason("退回理由", help_text="写明依据，以及应由哪个单位办理。")


class ReferralExtensionForm(ExtensionForm):
    def most_days(self):
        return referral_workflow.extension_days(self.record)


class ReplyForm(RecordForm, WrittenReplyForm):
    text = text("答复内容", rows=8, help_text="办理情况和结果，没办成的写明原因；不写来访人姓名、电话。")
    signatory = forms.CharField(label="签发人", max_length=50, help_text="签发答复的单位负责人。")
    replied_on = past_day("答复日期")
    attachment = PaperField(label="附件", required=False, help_text="答复原件，不超过10兆。")

    def prepare(self):
        self.offer_classes(self.record.opinion.jurisdiction)


class ReceiptForm(ReasonForm):
    note = reason("办理进度", help_text="办到哪一步、什么时候答复。")


REFERRAL_STEPS = {
    "accept": (StepForm, referral_workflow.accept),
    "request_return": (ReturnForm, referral_workflow.return_referral),
    "confirm_return": (StepForm, referral_workflow.confirm_return),
    "refuse_return": (StepForm, referral_workflow.refuse_return),
    "plan": (PlanForm, referral_workflow.make_plan),
    "request_extension": (ReferralExtensionForm, referral_workflow.request_extension),
    "grant_extension": (GrantForm, referral_workflow.grant_extension),
    "refuse_extension": (StepForm, referral_workflow.refuse_extension),
    "reply": (ReplyForm, referral_workflow.reply),
    "receipt": (ReceiptForm, referral_workflow.receipt),
    "cancel": (CancelForm, referral_workflow.cancel_referral),
}
