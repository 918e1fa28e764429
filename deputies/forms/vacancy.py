"""Forms of the steps of a vacancy."""

from django import forms

from congress.forms import ReasonForm, RecordForm, StepForm, reason
from deputies import vacancy_workflow
from deputies.forms.seat import note


class ScheduleForm(RecordForm):
    by_election_on = forms.DateField(
        label="补选之日", help_text="由原选区或者原选举单位补选（选举法第五十七条）。"
    )
    note = note()


class LeaveVacantForm(ReasonForm):
    note = reason("不再补选的理由")


# The form and the verb of each step; the by-election's own form asks who was elected.
VACANCY_STEPS = {
    "schedule": (ScheduleForm, vacancy_workflow.schedule),
    "leave": (LeaveVacantForm, vacancy_workflow.leave),
    "reopen": (StepForm, vacancy_workflow.reopen),
}
