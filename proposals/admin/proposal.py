"""Proposals to look up, categories to keep."""

from django.contrib import admin

from congress import audit
from congress.admin.base import EventInline, PartInline, ReadOnlyAdmin
from congress.admin.shared import SharedAdmin
from proposals.models import (
    Assignment,
    AssignmentEvent,
    Proposal,
    ProposalCategory,
    ProposalEvent,
    Sponsorship,
    SponsorshipEvent,
)


def number_of(proposal):
    """In the auditor's trail: never a title."""
    return proposal.number if proposal.serial else f"第{proposal.pk}号草稿"


audit.number_by(ProposalEvent, lambda event: number_of(event.record), "record__term", "record__session")
for model in (SponsorshipEvent, AssignmentEvent):
    audit.number_by(
        model,
        lambda event: number_of(event.record.proposal),
        "record__proposal__term",
        "record__proposal__session",
    )


class ProposalEventInline(EventInline):
    model = ProposalEvent


class SponsorshipInline(PartInline):
    model = Sponsorship
    fields = ["seat", "role", "status"]
    readonly_fields = ["status"]

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .select_related("seat__deputy", "seat__term__jurisdiction", "seat__constituency")
        )


class AssignmentInline(PartInline):
    model = Assignment
    fields = ["unit", "role", "round", "status", "issued_on", "due_on", "replied_on"]
    readonly_fields = ["status"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("unit")


@admin.register(Proposal)
class ProposalAdmin(ReadOnlyAdmin):
    """Steps are taken on the proposal's own page; nothing is set here."""

    index_order = 108
    list_display = ["number", "title", "kind", "category", "jurisdiction", "submitted_on", "due_on", "status"]
    list_display_links = ["number", "title"]
    list_filter = [
        "status",
        "kind",
        ("category", admin.RelatedOnlyFieldListFilter),
        ("jurisdiction", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["jurisdiction", "category", "term", "session"]
    date_hierarchy = "submitted_on"
    search_fields = ["title", "text", "grounds", "plan"]
    search_help_text = "标题、内容"
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "number",
                    "title",
                    "kind",
                    "text",
                    "organ",
                    "subject",
                    "person",
                    "post",
                    "grounds",
                    "plan",
                    "adopted",
                    "status",
                ]
            },
        ),
        ("分类", {"fields": ["jurisdiction", "term", "session", "in_session", "category", "secret"]}),
        (
            "办理",
            {
                "description": "办理步骤在议案建议页上进行，这里只供查阅。",
                "fields": [
                    "submitted_on",
                    "accepted_on",
                    "assigned_on",
                    "due_on",
                    "replied_on",
                    "closed_on",
                    "decision_note",
                ],
            },
        ),
    ]
    inlines = [SponsorshipInline, AssignmentInline, ProposalEventInline]

    @admin.display(description="编号", ordering="serial")
    def number(self, proposal):
        return proposal.number


@admin.register(ProposalCategory)
class ProposalCategoryAdmin(SharedAdmin):
    index_order = 166
    list_display = ["name", "parent", "active", "order"]
    list_filter = ["active", ("parent", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["parent"]
    search_fields = ["name"]
