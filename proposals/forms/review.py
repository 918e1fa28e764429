"""What is filled in to review, to merge, to take back together, to call in more units."""

from django import forms

from congress.fields import text
from congress.forms import ReasonForm, StepForm
from congress.forms import reason as words
from congress.likeness import points_for, terms_of
from congress.models import Unit
from proposals import rules, workflow
from proposals.models import Proposal
from proposals.similar import IDLE


class MergeForm(StepForm):
    into = forms.ModelChoiceField(
        label="并入哪一件",
        queryset=Proposal.objects.none(),
        empty_label="请选择",
        help_text="同一级人大、同一种类、已受理还没有答复的；内容最像的在前。",
    )
    field_order = ["into", "note"]

    def prepare(self):
        likeness = points_for(terms_of(self.record.title, idle=IDLE), title="title")
        found = rules.mergeable_into(self.record).select_related("term", "session")
        self.fields["into"].queryset = found.alias(points=likeness).order_by("-points", "-serial")
        self.fields["into"].label_from_instance = lambda one: f"{one.number}“{one.title}”"


class AskWithdrawalForm(ReasonForm):
    note = words(
        "撤回的理由", help_text="联名代表各自在系统里确认，都同意后才撤回；有一名不同意，就继续办理。"
    )


class AddUnitsForm(StepForm):
    co_units = forms.ModelMultipleChoiceField(
        label="增加会办单位", queryset=Unit.objects.none(), required=False
    )
    split_units = forms.ModelMultipleChoiceField(
        label="增加分办单位", queryset=Unit.objects.none(), required=False
    )
    note = text("交办要求", rows=2, max_length=1000, required=False, help_text="可以不填。")
    field_order = ["co_units", "split_units", "note"]

    def prepare(self):
        parts = [part for part in self.record.assignments.all() if part.round == self.record.round]
        split = any(part.splits for part in parts)
        name, other = ("split_units", "co_units") if split else ("co_units", "split_units")
        del self.fields[other]
        self.fields[name].queryset = rules.units_for(self.user, self.record)


REVIEW_FORMS = {
    "begin_review": (StepForm, workflow.begin_review),
    "merge": (MergeForm, workflow.merge),
    "unmerge": (StepForm, workflow.unmerge),
    "ask_withdrawal": (AskWithdrawalForm, workflow.ask_withdrawal),
    "add_units": (AddUnitsForm, workflow.add_units),
}
CONSENT_FORMS = {
    "agree": (StepForm, workflow.agree),
    "refuse": (StepForm, workflow.refuse),
}
