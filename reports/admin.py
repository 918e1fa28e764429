"""Duty reports in the admin: to look things up; they are written and reviewed on their own pages."""

from django.contrib import admin

from congress import figures
from congress.admin import EventInline, PartInline, ReadOnlyAdmin
from reports.models import DutyReport, DutyReportEvent, DutyReportSection, FrozenFigure
from reports.sections import BY_KEY


def labels():
    return {figure.key: figure.label for figure in figures.registered("seat")}


class SectionInline(PartInline):
    model = DutyReportSection
    fields = ["title", "words"]
    readonly_fields = fields

    @admin.display(description="段落")
    def title(self, section):
        return BY_KEY[section.key].label


class FrozenFigureInline(PartInline):
    model = FrozenFigure
    fields = ["label", "value", "rule"]
    readonly_fields = fields

    @admin.display(description="指标")
    def label(self, stored):
        return labels().get(stored.key, "已停用的指标")


class DutyReportEventInline(EventInline):
    model = DutyReportEvent


@admin.register(DutyReport)
class DutyReportAdmin(ReadOnlyAdmin):
    """A draft is seen by its deputy alone; what is submitted is reviewed on the pages of the reports."""

    index_order = 300
    place = "seat.term.jurisdiction"
    list_display = ["seat", "year", "status", "submitted_on"]
    list_filter = ["year", "status"]
    list_select_related = ["seat__deputy", "seat__term__jurisdiction", "seat__constituency"]
    search_fields = ["seat__deputy__name", "seat__deputy__search_text"]
    fields = ["seat", "year", "salutation", "date_style", "status", "submitted_on"]
    inlines = [SectionInline, FrozenFigureInline, DutyReportEventInline]
