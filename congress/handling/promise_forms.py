"""What a unit tells of its promises, and what the office decides about them."""

from django import forms

from congress.fields import PaperField, text
from congress.forms import ReasonForm, RecordForm, StepForm
from congress.forms import reason as words


class PromiseForm(RecordForm):
    """A promise beside a reply. A concrete form says of which ``parts`` of the matter it may be."""

    part = forms.ModelChoiceField(label="承诺单位", queryset=None, empty_label="请选择")
    text = text("承诺事项", help_text="要办成什么，一项一条。", max_length=1000)
    due_on = forms.DateField(label="完成时限")

    def prepare(self):
        parts = self.parts().select_related("unit")
        field = self.fields["part"]
        field.queryset, field.label_from_instance = parts, self._name
        field.initial = next((part.pk for part in parts.order_by("-round", "pk") if part.leads), None)

    def _name(self, part):
        """The unit, told apart from itself where it handled the matter again."""
        return f"{part.unit}（第{part.round}次办理）" if self.record.round > 1 else str(part.unit)

    def parts(self):
        """The units' parts that may be chosen, as a queryset of a concrete Handling."""
        raise NotImplementedError


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


def promise_steps(workflow, **verbs):
    """{name of a step: (its form, its verb)}; ``verbs`` stand in for those of the workflow."""
    steps = {
        "progress": (ProgressForm, workflow.tell_progress),
        "report_kept": (KeptForm, workflow.report_kept),
        "confirm": (StepForm, workflow.confirm),
        "send_back": (SendBackForm, workflow.send_back),
        "move": (MoveForm, workflow.move),
        "give_up": (GiveUpForm, workflow.give_up),
        "resume": (ResumeForm, workflow.resume),
    }
    return {name: (form, verbs.get(name, verb)) for name, (form, verb) in steps.items()}
