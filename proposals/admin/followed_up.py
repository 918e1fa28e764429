"""What was promised and what is supervised, to look up; the unit and the office tell on their own pages."""

from django.contrib import admin

from congress import audit
from congress.admin.base import EventInline, ReadOnlyAdmin, SteppingMixin
from proposals.admin.proposal import number_of
from proposals.models import Commitment, CommitmentEvent, Inspection, KeyEvent, KeySupervision
from proposals.workflow import commitments
from proposals.workflow.supervision_steps import key_supervisions


for model in (CommitmentEvent, KeyEvent):
    audit.number_by(
        model,
        lambda event: number_of(event.record.proposal),
        "record__proposal__term",
        "record__proposal__session",
    )


class CommitmentEventInline(EventInline):
    model = CommitmentEvent


class KeyEventInline(EventInline):
    model = KeyEvent


class OfProposalAdmin(ReadOnlyAdmin):
    """What belongs to a proposal is seen by who sees that."""

    place = "proposal.jurisdiction"
    list_select_related = ["proposal__jurisdiction", "proposal__term", "proposal__session"]

    @admin.display(description="编号", ordering="proposal__serial")
    def number(self, record):
        return number_of(record.proposal)


@admin.register(Commitment)
class CommitmentAdmin(SteppingMixin, OfProposalAdmin):
    workflow = commitments
    step_url = "proposals:commitment_step"
    index_order = 109
    list_display = ["number", "text", "unit", "due_on", "status"]
    list_display_links = ["number", "text"]
    list_filter = ["status", ("unit", admin.RelatedOnlyFieldListFilter)]
    list_select_related = [*OfProposalAdmin.list_select_related, "unit"]
    date_hierarchy = "due_on"
    search_fields = ["text", "proposal__title"]
    search_help_text = "承诺事项、议案建议标题"
    readonly_fields = ["status"]
    fieldsets = [
        (None, {"fields": ["proposal", "unit", "text", "promised_on", "first_due_on", "due_on", "status"]}),
        (
            "落实",
            {
                "description": "进展和落实情况由承办单位在承诺事项的页上报告，这里只供查阅。",
                "fields": ["progress_due_on", "progress_on", "progress", "outcome", "proof", "settled_on"],
            },
        ),
    ]
    inlines = [CommitmentEventInline]

    def steps_for(self, record, user):
        return commitments.offered(record, user)


@admin.register(KeySupervision)
class KeySupervisionAdmin(SteppingMixin, OfProposalAdmin):
    workflow = key_supervisions
    step_url = "proposals:key_step"
    index_order = 111
    list_display = ["year", "number", "proposal", "leader_name", "committee", "chosen_on", "status"]
    list_display_links = ["number", "proposal"]
    list_filter = ["status", "year", "reason"]
    search_fields = ["proposal__title", "leader_name", "committee"]
    search_help_text = "议案建议标题、领衔领导、委员会"
    readonly_fields = ["status"]
    fieldsets = [
        (None, {"fields": ["proposal", "year", "reason", "chosen_on", "chosen_by", "follows", "status"]}),
        (
            "督办",
            {
                "description": "调整、结束和转下一年在重点督办的页上进行，这里只供查阅。",
                "fields": ["leader", "leader_name", "committee", "chief", "demand", "result", "ended_on"],
            },
        ),
    ]
    inlines = [KeyEventInline]


@admin.register(Inspection)
class InspectionAdmin(OfProposalAdmin):
    index_order = 112
    list_display = ["held_on", "kind", "number", "proposal", "place", "recorded_by"]
    list_display_links = ["held_on", "proposal"]
    list_filter = ["kind"]
    list_select_related = [*OfProposalAdmin.list_select_related, "recorded_by"]
    date_hierarchy = "held_on"
    search_fields = ["proposal__title", "place", "findings", "demands"]
    search_help_text = "议案建议标题、地点、了解到的情况、要求"
    fields = [
        *("proposal", "kind", "held_on", "place", "attendees"),
        *("findings", "demands", "result", "recorded_by"),
    ]
