"""A promise beside a reply, and the steps of promises."""

from congress.handling.promise_forms import PromiseForm, promise_steps
from proposals import workflow


class CommitmentForm(PromiseForm):
    """The unit's clerk enters his own unit's, the office anybody's."""

    def parts(self):
        parts = self.record.assignments.standing()
        return parts.filter(unit=self.user.unit_id) if self.user.is_unit_clerk else parts


COMMITMENT_STEPS = promise_steps(
    workflow.commitments,
    confirm=workflow.confirm_kept,
    give_up=workflow.give_up_promise,
    resume=workflow.resume_promise,
)
PROMISE_STEPS = {"promise": (CommitmentForm, workflow.promise)}
