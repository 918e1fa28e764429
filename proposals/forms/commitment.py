"""A promise beside a reply, and the steps of promises."""

from django import forms

from congress.fields import text
from congress.forms import RecordForm
from congress.handling.promise_forms import promise_steps
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
        field.queryset, field.label_from_instance = parts, self._name
        field.initial = next((part.pk for part in parts.order_by("-round", "pk") if part.leads), None)

    def _name(self, part):
        """The unit, told apart from itself where it handled the proposal again."""
        return f"{part.unit}（第{part.round}次办理）" if self.record.round > 1 else str(part.unit)


COMMITMENT_STEPS = promise_steps(
    workflow.commitments,
    confirm=workflow.confirm_kept,
    give_up=workflow.give_up_promise,
    resume=workflow.resume_promise,
)
PROMISE_STEPS = {"promise": (PromiseForm, workflow.promise)}
