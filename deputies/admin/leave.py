"""Requests for leave to look up."""

from django.contrib import admin

from congress.admin.base import EventInline, ReadOnlyAdmin, SteppingMixin
from deputies.leave_workflow import leaves
from deputies.models import Leave, LeaveEvent
from deputies.models.seat import naming


class LeaveEventInline(EventInline):
    model = LeaveEvent


@admin.register(Leave)
class LeaveAdmin(SteppingMixin, ReadOnlyAdmin):
    """Without the evidence: that is read on the request's own page, by who decides."""

    workflow = leaves
    step_url = "deputies:leave_step"
    index_order = 190
    list_display = ["deputy", "event", "reason_kind", "approver", "applied_on", "decided_on", "status"]
    list_filter = ["status", "reason_kind"]
    list_select_related = [*naming("seat__"), "session__term__jurisdiction", "activity"]
    date_hierarchy = "applied_on"
    search_fields = ["seat__deputy__search_text"]
    fields = [
        "seat",
        "session",
        "meetings",
        "activity",
        "reason_kind",
        "reason",
        "channel",
        "applied_by",
        "applied_on",
        "approver",
        "decided_by",
        "decided_on",
        "status",
    ]
    readonly_fields = ["status"]
    inlines = [LeaveEventInline]

    @admin.display(description="代表", ordering="seat__deputy__stroke_key")
    def deputy(self, leave):
        return leave.seat.called

    @admin.display(description="会议或者活动")
    def event(self, leave):
        return leave.event
