"""Stations, what is in them, on their walls and lent."""

from django.contrib import admin

from congress import audit
from congress.admin.base import ExportingAdmin, HistoryAdmin, OfficeAdmin
from deputies.models import Loan, PostedRule, Station, StationAsset
from deputies.models.station import liaison_officers
from deputies.structure_resources import StationResource


audit.include_changes(Station)
audit.include_changes(PostedRule)
audit.include_changes(Loan)


@admin.register(Station)
class StationAdmin(HistoryAdmin, ExportingAdmin):
    index_order = 150
    resource_classes = [StationResource]
    list_display = ["name", "kind", "jurisdiction", "address", "head", "phone"]
    list_filter = ["kind", ("jurisdiction", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["jurisdiction"]
    search_fields = ["name", "address"]
    autocomplete_fields = ["seats"]
    fieldsets = [
        (
            None,
            {
                "description": "代表之家、联络站和工作室，是接待选民的地方（地方组织法第六十条）。",
                "fields": ["jurisdiction", "name", "kind", "address", "opening_hours", "phone"],
            },
        ),
        (
            "人员",
            {"description": "进站的代表，在站里的工作人员。", "fields": ["head", "seats", "liaisons"]},
        ),
    ]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "liaisons":
            kwargs["queryset"] = liaison_officers(request.user.jurisdiction)
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class OfStationAdmin(OfficeAdmin):
    """What belongs to a station."""

    place = "station.jurisdiction"
    list_select_related = ["station__jurisdiction"]
    autocomplete_fields = ["station"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("station__jurisdiction__parent")

    def get_readonly_fields(self, request, obj=None):
        return ["station", *self.readonly_fields] if obj else self.readonly_fields


@admin.register(StationAsset)
class StationAssetAdmin(OfStationAdmin):
    index_order = 152
    list_display = ["name", "station", "quantity", "since", "note"]
    list_filter = [("station", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["name", "station__name"]
    fieldsets = [
        (
            None,
            {
                "description": "站点配置的桌椅、柜子、电脑等。",
                "fields": ["station", "name", "quantity", "since", "note"],
            },
        ),
    ]


@admin.register(PostedRule)
class PostedRuleAdmin(HistoryAdmin, OfStationAdmin):
    index_order = 154
    list_display = ["title", "station", "posted_on", "publisher", "published_at"]
    list_filter = [("station", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["station__jurisdiction", "publisher"]
    readonly_fields = ["publisher", "published_at"]
    search_fields = ["title", "station__name"]
    fieldsets = [
        (
            None,
            {
                "description": "学习、活动、接待、述职等制度应当全部上墙。",
                "fields": ["station", "title", "text", "posted_on"],
            },
        ),
        (
            "发布",
            {"description": "保存时自动记下。", "fields": ["publisher", "published_at"]},
        ),
    ]

    def save_model(self, request, obj, form, change):
        obj.publish(by=request.user)
        super().save_model(request, obj, form, change)


@admin.register(Loan)
class LoanAdmin(HistoryAdmin, OfStationAdmin):
    index_order = 156
    list_display = ["what", "borrower", "station", "lent_on", "due_on", "returned_on"]
    list_filter = [
        ("returned_on", admin.EmptyFieldListFilter),
        ("station", admin.RelatedOnlyFieldListFilter),
    ]
    date_hierarchy = "lent_on"
    readonly_fields = ["registered_by"]
    search_fields = ["what", "borrower"]
    fieldsets = [
        (
            None,
            {
                "description": "外借文件资料须经领导同意，并办理登记手续。",
                "fields": [
                    "station",
                    "what",
                    ("borrower", "consent_by"),
                    ("lent_on", "due_on"),
                    "returned_on",
                    "note",
                    "registered_by",
                ],
            },
        ),
    ]

    def save_model(self, request, obj, form, change):
        if not change:
            obj.registered_by = request.user
        super().save_model(request, obj, form, change)
