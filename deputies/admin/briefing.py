"""Briefings to look up."""

from django.contrib import admin

from congress.admin.base import EventInline, ReadOnlyAdmin, SteppingMixin
from deputies.briefing_workflow import briefings
from deputies.models import Briefing, BriefingEvent


class BriefingEventInline(EventInline):
    model = BriefingEvent


@admin.register(Briefing)
class BriefingAdmin(SteppingMixin, ReadOnlyAdmin):
    workflow = briefings
    step_url = "deputies:briefing_step"
    hidden_steps = ("note_told",)
    index_order = 187
    list_display = ["title", "kind", "jurisdiction", "audience", "sent_at", "status"]
    list_filter = ["kind", "status", ("jurisdiction", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["jurisdiction"]
    date_hierarchy = "sent_at"
    search_fields = ["title"]
    readonly_fields = ["status", "sent_at"]
    inlines = [BriefingEventInline]
