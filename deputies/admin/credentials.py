"""Cases of the credentials committee to look up, and who looked at confidential ones."""

from django.contrib import admin

from congress.admin.audit import AuditAdmin
from congress.admin.base import EventInline, ReadOnlyAdmin, SteppingMixin
from deputies.credentials_workflow import cases
from deputies.models import CredentialsCase, CredentialsCaseEvent, LibertyLook, RetaliationLook
from deputies.models.seat import naming


class CredentialsCaseEventInline(EventInline):
    model = CredentialsCaseEvent


@admin.register(CredentialsCase)
class CredentialsCaseAdmin(SteppingMixin, ReadOnlyAdmin):
    workflow = cases
    step_url = "deputies:credentials_step"
    index_order = 195
    list_display = ["deputy", "opened_on", "reported_on", "ended_on", "status"]
    list_filter = ["status"]
    list_select_related = [*naming("seat__")]
    search_fields = ["seat__deputy__search_text"]
    readonly_fields = ["status"]
    exclude = ["facts"]
    inlines = [CredentialsCaseEventInline]

    @admin.display(description="代表", ordering="seat__deputy__stroke_key")
    def deputy(self, case):
        return case.seat.called


@admin.register(LibertyLook, RetaliationLook)
class CaseLookAdmin(AuditAdmin):
    """Who opened which case and when; the case by its number alone."""

    index_order = 245
    list_display = ["at", "by", "case_id", "page"]
    list_display_links = None
    list_select_related = ["by"]
    date_hierarchy = "at"
    search_fields = ["by__name", "by__username"]
