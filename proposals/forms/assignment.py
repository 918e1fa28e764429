"""What a unit's clerk, and who assigned to it, fill in."""

from datetime import timedelta

from django import forms

from congress.calendar import short_date
from congress.fields import text
from congress.forms import ReasonForm, RecordForm, StepForm
from congress.forms import reason as words
from proposals import handling_workflow
from proposals.clocks import extension_days
from proposals.forms.reply import PART_FORMS
from proposals.forms.urging import URGING_STEPS


class ReturnForm(RecordForm):
    reason = words("退回理由", help_text="写明依据，以及应由哪个单位办理；不能自行转给别的单位。")


class ExtensionForm(RecordForm):
    until = forms.DateField(label="申请延到的日期")
    reason = text("延期理由")

    def prepare(self):
        due_on, days = self.record.due_on, extension_days(self.record)
        latest = short_date(due_on + timedelta(days=days))
        most = f"最多延到{latest}，只能延一次" if days else "已经是最长的期限，不能再延"
        self.fields["until"].help_text = f"现在的期限是{short_date(due_on)}，{most}。"


class GrantForm(StepForm):
    until = forms.DateField(label="同意延到的日期", help_text="可以比申请的日期早。")
    field_order = ["until", "note"]

    def prepare(self):
        self.initial["until"] = self.record.extension_until


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
    **PART_FORMS,
    "cancel": (CancelForm, handling_workflow.cancel),
    **URGING_STEPS,
}
