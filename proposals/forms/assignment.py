"""What a unit's clerk, and who assigned to it, fill in."""

from congress.forms import RecordForm, StepForm
from congress.forms import reason as words
from congress.handling.forms import CancelForm, ExtensionForm, GrantForm
from proposals import handling_workflow
from proposals.clocks import extension_days
from proposals.forms.reply import PART_FORMS
from proposals.forms.urging import URGING_STEPS


class ReturnForm(RecordForm):
    reason = words("退回理由", help_text="写明依据，以及应由哪个单位办理；不能自行转给别的单位。")


class AssignmentExtensionForm(ExtensionForm):
    def most_days(self):
        return extension_days(self.record)


ASSIGNMENT_STEPS = {
    "accept": (StepForm, handling_workflow.accept),
    "request_return": (ReturnForm, handling_workflow.request_return),
    "confirm_return": (StepForm, handling_workflow.confirm_return),
    "refuse_return": (StepForm, handling_workflow.refuse_return),
    "request_extension": (AssignmentExtensionForm, handling_workflow.request_extension),
    "grant_extension": (GrantForm, handling_workflow.grant_extension),
    "refuse_extension": (StepForm, handling_workflow.refuse_extension),
    **PART_FORMS,
    "cancel": (CancelForm, handling_workflow.cancel),
    **URGING_STEPS,
}
