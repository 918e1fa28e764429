"""Kinds of activity, and the activities to look up."""

from django.contrib import admin

from congress.admin.base import EventInline, ReadOnlyAdmin
from congress.admin.shared import SharedAdmin
from deputies.models import Activity, ActivityEvent, ActivityKind, Participation, ParticipationEvent
from deputies.models.seat import naming


@admin.register(ActivityKind)
class ActivityKindAdmin(SharedAdmin):
    index_order = 160
    list_display = ["name", "self_logged", "active", "order"]
    list_filter = ["active"]
    list_select_related = True
    search_fields = ["name"]
    fieldsets = [
        (
            None,
            {
                "description": "代号用在数据交换里，建好后不改；不再用的类型停用，不删除。",
                "fields": ["name", "code", "self_logged", "active", "order"],
            },
        ),
    ]

    def get_readonly_fields(self, request, obj=None):
        return ["code"] if obj else []


class ActivityEventInline(EventInline):
    model = ActivityEvent


class ParticipationEventInline(EventInline):
    model = ParticipationEvent


@admin.register(Activity)
class ActivityAdmin(ReadOnlyAdmin):
    index_order = 170
    list_display = ["title", "kind", "jurisdiction", "starts_on", "days", "place", "status"]
    list_filter = [
        ("kind", admin.RelatedOnlyFieldListFilter),
        ("jurisdiction", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["kind", "jurisdiction"]
    date_hierarchy = "starts_on"
    search_fields = ["title"]
    readonly_fields = ["status"]
    inlines = [ActivityEventInline]


@admin.register(Participation)
class ParticipationAdmin(ReadOnlyAdmin):
    index_order = 180
    list_display = ["activity", "deputy", "status", "sentence", "people", "households"]
    list_filter = ["status", ("activity__kind", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["activity", *naming("seat__")]
    search_fields = ["activity__title", "seat__deputy__search_text"]
    readonly_fields = ["status"]
    inlines = [ParticipationEventInline]

    @admin.display(description="代表", ordering="seat__deputy__stroke_key")
    def deputy(self, participation):
        return participation.seat.called
