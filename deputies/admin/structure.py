"""How a congress is divided."""

from django.contrib import admin

from congress.admin.base import OfficeAdmin
from congress.enums import Level
from deputies.models import Constituency, Delegation, DeputyGroup, Station


@admin.register(Constituency)
class ConstituencyAdmin(OfficeAdmin):
    index_order = 120
    list_display = ["number", "name", "jurisdiction", "town", "voters", "seat_quota"]
    list_filter = [
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
    ]

    def get_field_queryset(self, db, db_field, request):
        rows = super().get_field_queryset(db, db_field, request)
        return rows.filter(level__in=Level.with_congress) if db_field.name == "jurisdiction" else rows

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("jurisdiction")

    @staticmethod
    def choice_label(record):
        return f"{record.jurisdiction}{record}"


class OfTermAdmin(OfficeAdmin):
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
    fieldsets = [
        (None, {"description": "代表大会会议期间的编组，每届另设。", "fields": ["term", "name", "order"]})
    ]


@admin.register(DeputyGroup)
class DeputyGroupAdmin(OfTermAdmin):
    index_order = 140
    fieldsets = [
        (
            None,
            {
                "description": "闭会期间的代表小组（代表法第二十六条、第二十七条），每届另设。",
                "fields": ["term", "name", "order"],
            },
        ),
    ]


@admin.register(Station)
class StationAdmin(OfficeAdmin):
    index_order = 150
    list_display = ["name", "kind", "jurisdiction", "address", "phone"]
    list_filter = ["kind", ("jurisdiction", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["jurisdiction"]
    search_fields = ["name", "address"]
    fieldsets = [
        (
            None,
            {
                "description": "代表之家、联络站和工作室，是接待选民的地方（地方组织法第六十条）。",
                "fields": ["jurisdiction", "name", "kind", "address", "phone"],
            },
        ),
    ]
