"""The reception's workbench: matters and days to look up, categories to keep, disclosures to audit."""

from django.contrib import admin
from django.db.models import Prefetch

from congress import audit
from congress.admin.audit import AuditAdmin
from congress.admin.base import EventInline, HistoryMixin, OfficeAdmin, PartInline, ReadOnlyAdmin
from congress.admin.shared import SharedAdmin
from deputies.models.seat import naming
from reception import rules
from reception.models import (
    Appointment,
    AppointmentEvent,
    DataChange,
    Disclosure,
    Guidance,
    Opinion,
    OpinionCategory,
    OpinionEvent,
    ReceptionDay,
    ReceptionDayEvent,
    ReceptionPlan,
    ReceptionPlanEvent,
    ReceptionRule,
    Referral,
    ReferralEvent,
    RotaSlot,
    WordHint,
)


audit.number_by(OpinionEvent, lambda event: event.record.number, "record__jurisdiction")
audit.number_by(ReferralEvent, lambda event: event.record.opinion.number, "record__opinion__jurisdiction")
audit.number_by(ReceptionDayEvent, lambda event: str(event.record), "record__jurisdiction")
audit.number_by(ReceptionPlanEvent, lambda event: str(event.record), "record__jurisdiction")
audit.number_by(AppointmentEvent, lambda event: str(event.record.asked_on), "record__jurisdiction")
audit.include_changes(ReceptionRule)


class OpinionEventInline(EventInline):
    model = OpinionEvent


class ReceptionDayEventInline(EventInline):
    model = ReceptionDayEvent


class ReferralInline(PartInline):
    model = Referral
    fields = ["unit", "role", "round", "status", "issued_on", "due_on", "replied_on"]
    readonly_fields = ["status"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("unit")


class RotaInline(PartInline):
    model = RotaSlot
    fields = ["seat", "came", "substitutes"]
    readonly_fields = ["came"]

    @admin.display(description="实到")
    def came(self, slot):
        return {True: "到场", False: "未到", None: "还没有登记"}[slot.present]

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .select_related(
                "seat__deputy",
                "seat__constituency",
                "seat__term__jurisdiction",
                "substitutes__deputy",
                "substitutes__constituency",
                "substitutes__term__jurisdiction",
            )
        )


@admin.register(Opinion)
class OpinionAdmin(ReadOnlyAdmin):
    """Steps are taken on the matter's own page; nothing is set here."""

    index_order = 110
    list_display = ["number", "title", "category", "jurisdiction", "received_on", "due_on", "status"]
    list_display_links = ["number", "title"]
    list_filter = [
        "status",
        ("category", admin.RelatedOnlyFieldListFilter),
        ("jurisdiction", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["jurisdiction", "category"]
    date_hierarchy = "received_on"
    search_fields = ["title", "words"]
    search_help_text = "事由、选民原话"
    fieldsets = [
        (None, {"fields": ["number", "title", "words", "wish", "status"]}),
        (
            "分类",
            {"fields": ["jurisdiction", "constituency", "category", "nature", "competence", "urgency"]},
        ),
        (
            "办理",
            {
                "description": "办理步骤在事项页上进行，这里只供查阅。",
                "fields": [
                    "received_on",
                    "referred_on",
                    "due_on",
                    "replied_on",
                    "answered_on",
                    "closed_on",
                    "handling_rating",
                    "deputy_rating",
                ],
            },
        ),
    ]
    inlines = [ReferralInline, OpinionEventInline]

    @admin.display(description="编号", ordering="serial")
    def number(self, opinion):
        return opinion.number


@admin.register(ReceptionDay)
class ReceptionDayAdmin(ReadOnlyAdmin):
    index_order = 120
    list_display = ["date", "jurisdiction", "place", "notice_due_on", "notice_published_on", "status"]
    list_filter = ["status", ("jurisdiction", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["jurisdiction"]
    date_hierarchy = "date"
    search_fields = ["place"]
    fields = [
        "jurisdiction",
        "station",
        "place",
        "rule_date",
        "date",
        "status",
        "notice_due_on",
        "notice_published_on",
        "summary",
        "reason",
    ]
    inlines = [RotaInline, ReceptionDayEventInline]


class PlanEventInline(EventInline):
    model = ReceptionPlanEvent


@admin.register(ReceptionRule)
class ReceptionRuleAdmin(HistoryMixin, ReadOnlyAdmin):
    """Set on the page of rules and plans; one that was set by mistake is deleted here."""

    index_order = 122
    list_display = ["place", "days", "jurisdiction", "valid_from", "valid_until"]
    list_filter = [("jurisdiction", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["jurisdiction"]
    search_fields = ["place"]
    fields = [
        "jurisdiction",
        "station",
        "place",
        "days",
        "recurrence",
        "valid_from",
        "valid_until",
        "postponement",
        "weekend_counts",
    ]
    readonly_fields = ["days"]

    def has_delete_permission(self, request, obj=None):
        return OfficeAdmin.has_delete_permission(self, request, obj)

    @admin.display(description="日子")
    def days(self, rule):
        return rule.days


@admin.register(ReceptionPlan)
class ReceptionPlanAdmin(ReadOnlyAdmin):
    index_order = 124
    list_display = ["year", "jurisdiction", "provisional", "status"]
    list_filter = ["status", "year", ("jurisdiction", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["jurisdiction"]
    search_fields = ["jurisdiction__name"]
    fields = ["jurisdiction", "year", "provisional", "status"]
    inlines = [PlanEventInline]


class AppointmentEventInline(EventInline):
    model = AppointmentEvent


@admin.register(Appointment)
class AppointmentAdmin(ReadOnlyAdmin):
    """Who asked stands on no page of the workbench."""

    index_order = 126
    list_display = ["subject", "seat", "jurisdiction", "asked_on", "agreed_on", "status"]
    list_filter = ["status", ("jurisdiction", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["jurisdiction", *naming("seat__")]
    date_hierarchy = "asked_on"
    search_fields = ["subject", "seat__deputy__name"]
    fields = [
        "jurisdiction",
        "seat",
        "subject",
        "wished",
        "asked_on",
        "due_on",
        "agreed_on",
        "agreed_at",
        "place",
        "status",
    ]
    inlines = [AppointmentEventInline]


@admin.register(OpinionCategory)
class OpinionCategoryAdmin(SharedAdmin):
    index_order = 165
    list_display = ["name", "examples", "active", "order"]
    list_filter = ["active"]
    list_select_related = True
    search_fields = ["name", "examples"]


@admin.register(WordHint)
class WordHintAdmin(SharedAdmin):
    """By which words the page of a visit suggests nature and units."""

    index_order = 166
    list_display = ["words", "nature", "units", "active", "order"]
    list_filter = ["active", "nature"]
    list_select_related = True
    search_fields = ["words", "units"]


@admin.register(Guidance)
class GuidanceAdmin(SharedAdmin):
    index_order = 167
    list_display = ["name", "where", "competence", "active", "order"]
    list_filter = ["active", "competence"]
    list_select_related = True
    search_fields = ["name", "where", "words"]


@admin.register(DataChange)
class DataChangeAdmin(AuditAdmin):
    """Who corrected or deleted whose data, on what ground; never what stood there."""

    index_order = 245
    list_display = ["at", "by", "visitor", "kind", "fields_told", "place", "reason"]
    list_display_links = None
    list_select_related = ["by", "visitor__jurisdiction"]
    date_hierarchy = "at"
    search_fields = ["by__name", "by__username", "reason"]

    @admin.display(description="改动的项目")
    def fields_told(self, change):
        return change.fields

    @admin.display(description="镇街", ordering="visitor__jurisdiction")
    def place(self, change):
        return change.visitor.jurisdiction


@admin.register(Disclosure)
class DisclosureAdmin(AuditAdmin):
    """Who looked at whose data and why; the visitor shows masked, here too."""

    index_order = 240
    list_display = ["at", "by", "visitor", "matters", "place", "reason"]
    list_display_links = None
    list_select_related = ["by", "visitor__jurisdiction"]
    date_hierarchy = "at"
    search_fields = ["by__name", "by__username", "reason"]

    def get_queryset(self, request):
        user, matters = request.user, Opinion.objects.all()
        if not rules.can_read_numbers(user):
            matters = matters.visible_to(user)
        matters = matters.select_related("jurisdiction").defer("words", "outcome_note")
        return (
            super()
            .get_queryset(request)
            .prefetch_related(
                Prefetch("visitor__visits__opinions", queryset=matters.prefetch_related("referrals"))
            )
        )

    @admin.display(description="事项编号")
    def matters(self, disclosure):
        """Of what this visitor told: what both the reader and whoever looked have to do with."""
        found = (opinion for visit in disclosure.visitor.visits.all() for opinion in visit.opinions.all())
        return "、".join(opinion.number for opinion in found if rules.looked_for(disclosure.by, opinion))

    @admin.display(description="镇街", ordering="visitor__jurisdiction")
    def place(self, disclosure):
        return disclosure.visitor.jurisdiction
