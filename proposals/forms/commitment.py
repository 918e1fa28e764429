"""What a unit tells of its promises, and what the office decides about them."""

from django import forms

from congress.fields import PaperField, text
from congress.forms import ReasonForm, RecordForm, StepForm
from congress.forms import reason as words
from proposals import workflow
from proposals.models import Assignment


class PromiseForm(RecordForm):
    """A promise beside a reply: the unit's clerk enters his own unit's, the office anybody's."""

    assignment = forms.ModelChoiceField(
        label="承诺单位", queryset=Assignment.objects.none(), empty_label="请选择"
    )
    text = text("承诺事项", help_text="要办成什么，一项一条。", max_length=1000)
    due_on = forms.DateField(label="完成时限")

    def prepare(self):
        parts = self.record.assignments.standing().select_related("unit")
        if self.user.is_unit_clerk:
            parts = parts.filter(unit=self.user.unit_id)
        field = self.fields["assignment"]
        field.queryset, field.label_from_instance = parts, lambda part: str(part.unit)
        field.initial = next((part.pk for part in parts if part.leads), None)


class ProgressForm(ReasonForm):
    note = words("本季度进展", help_text="办到哪一步、下一步做什么、能不能按期完成。")


class KeptForm(RecordForm):
    outcome = text("落实情况", help_text="这段话作为再次答复，核实后告诉代表。", max_length=1000)
    proof = PaperField(
        label="佐证材料",
        required=False,
        help_text="照片、验收单、文件，不超过10兆；没有的现场核实。",
    )


class SendBackForm(ReasonForm):
    note = words("哪里没有落实")


class MoveForm(RecordForm):
    due_on = forms.DateField(label="改到哪一天")
    note = words("调整的理由", help_text="记入台账，并告诉代表。")

    def prepare(self):
        self.initial["due_on"] = self.record.due_on


class GiveUpForm(ReasonForm):
    note = words("为什么不能落实", help_text="写明原因和以后的打算，告诉代表。")


class ResumeForm(RecordForm):
    due_on = forms.DateField(label="新的完成时限")
    note = words("恢复跟踪的理由")


COMMITMENT_STEPS = {
    "progress": (ProgressForm, workflow.progress),
    "report_kept": (KeptForm, workflow.report_kept),
    "confirm": (StepForm, workflow.confirm_kept),
    "send_back": (SendBackForm, workflow.send_back_promise),
    "move": (MoveForm, workflow.move_promise),
    "give_up": (GiveUpForm, workflow.give_up_promise),
    "resume": (ResumeForm, workflow.resume_promise),
}
PROMISE_STEPS = {"promise": (PromiseForm, workflow.promise)}
