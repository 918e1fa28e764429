"""Inspections by card to look up."""

from django.contrib import admin

from congress.admin.base import EventInline, ReadOnlyAdmin, SteppingMixin
from deputies.inspection_workflow import inspections
from deputies.models import CardInspection, CardInspectionEvent
from deputies.models.seat import naming


class CardInspectionEventInline(EventInline):
    model = CardInspectionEvent


@admin.register(CardInspection)
class CardInspectionAdmin(SteppingMixin, ReadOnlyAdmin):
    workflow = inspections
    step_url = "deputies:inspection_step"
    index_order = 185
    list_display = ["deputy", "unit_name", "on", "unit", "report_due_on", "improve_by", "status"]
    list_filter = ["status"]
    list_select_related = ["unit", "participation__activity", *naming("participation__seat__")]
    search_fields = ["unit_name", "participation__seat__deputy__search_text"]
    readonly_fields = ["status"]
    inlines = [CardInspectionEventInline]

    @admin.display(description="代表", ordering="participation__seat__deputy__stroke_key")
    def deputy(self, inspection):
        return inspection.seat.called

    @admin.display(description="视察日期", ordering="participation__activity__starts_on")
    def on(self, inspection):
        return inspection.on
