"""How a congress is divided."""

from django.contrib import admin

from congress import audit
from congress.admin.base import ExportingAdmin, HistoryAdmin
from congress.enums import Level
from deputies.models import Constituency, Delegation, DeputyGroup, GroupMembership
from deputies.structure_resources import ConstituencyResource, DelegationResource, GroupResource


audit.include_changes(Constituency)
audit.include_changes(Delegation)
audit.include_changes(DeputyGroup)
audit.include_changes(GroupMembership)


@admin.register(Constituency)
class ConstituencyAdmin(HistoryAdmin, ExportingAdmin):
    index_order = 120
    resource_classes = [ConstituencyResource]
    list_display = ["number", "name", "jurisdiction", "town", "voters", "seat_quota", "abolished_on"]
    list_filter = [
        ("abolished_on", admin.EmptyFieldListFilter),
        ("jurisdiction", admin.RelatedOnlyFieldListFilter),
        ("town", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["jurisdiction", "town"]
    search_fields = ["number", "name", "town__name"]
    fieldsets = [
        (
            None,
            {
                "description": "每一选区选一名至三名代表（选举法第二十五条）。",
                "fields": ["jurisdiction", "number", "name", "town", "area", ("voters", "seat_quota")],
            },
        ),
        (
            "启用和撤销",
            {
                "description": "换届重新划分的，新选区写启用日期，旧选区写撤销日期；旧选区用到撤销的前一天。",
                "fields": [("drawn_on", "abolished_on")],
            },
        ),
    ]

    def get_field_queryset(self, db, db_field, request):
        rows = super().get_field_queryset(db, db_field, request)
        return rows.filter(level__in=Level.with_congress) if db_field.name == "jurisdiction" else rows

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("jurisdiction")

    @staticmethod
    def choice_label(record):
        return f"{record.jurisdiction}{record}"


class OfTermAdmin(HistoryAdmin, ExportingAdmin):
    """What is set up for one term."""

    place = "term.jurisdiction"
    list_display = ["name", "term", "order"]
    list_filter = [("term", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["term__jurisdiction"]
    search_fields = ["name"]
    autocomplete_fields = ["term"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("term__jurisdiction")

    @staticmethod
    def choice_label(record):
        return f"{record}（{record.term}）"


@admin.register(Delegation)
class DelegationAdmin(OfTermAdmin):
    index_order = 130
    resource_classes = [DelegationResource]
    list_display = ["name", "term", "head", "deputy_head", "order"]
    list_select_related = [
        "term__jurisdiction",
        *[
            f"{post}__{part}"
            for post in ("head", "deputy_head")
            for part in ("deputy", "constituency", "term__jurisdiction")
        ],
    ]
    autocomplete_fields = ["term", "head", "deputy_head"]
    fieldsets = [
        (
            None,
            {
                "description": "代表大会会议期间的编组，每届另设；团长和副团长从本团代表中推选。",
                "fields": ["term", "name", ("head", "deputy_head"), "order"],
            },
        )
    ]


@admin.register(DeputyGroup)
class DeputyGroupAdmin(OfTermAdmin):
    index_order = 140
    resource_classes = [GroupResource]
    list_display = ["name", "term", "kind", "field", "order"]
    list_filter = ["kind", ("term", admin.RelatedOnlyFieldListFilter)]
    fieldsets = [
        (
            None,
            {
                "description": "闭会期间的代表小组（代表法第二十六条、第二十七条），每届另设。",
                "fields": ["term", "name", ("kind", "field"), "order"],
            },
        ),
    ]


@admin.register(GroupMembership)
class GroupMembershipAdmin(HistoryAdmin):
    index_order = 145
    place = "group.term.jurisdiction"
    list_display = ["seat", "group", "post", "starts_on", "ends_on"]
    list_filter = ["post", ("group", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["seat__deputy", "seat__constituency", "seat__term__jurisdiction", "group"]
    search_fields = ["seat__deputy__search_text", "group__name"]
    autocomplete_fields = ["group", "seat"]
    fieldsets = [
        (
            None,
            {
                "description": "召集人、副召集人，以及按领域编组和中心组的成员；"
                "按区域编组的成员写在代表任职的“代表小组”里。",
                "fields": ["group", "seat", "post", ("starts_on", "ends_on")],
            },
        ),
    ]

    def get_queryset(self, request):
        related = [*self.list_select_related, "group__term__jurisdiction__parent"]
        return super().get_queryset(request).select_related(*related)

    def get_readonly_fields(self, request, obj=None):
        return ["group", "seat"] if obj else []
