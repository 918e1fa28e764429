"""Handling units and the classes of their results."""

from django.contrib import admin

from congress.admin.base import ExportingAdmin, HistoryAdmin, OfficeAdmin
from congress.enums import Role
from congress.models import FormerName, ResultClass, Unit
from congress.resources import UnitResource


class FormerNameInline(admin.TabularInline):
    model = FormerName
    extra = 0


@admin.register(Unit)
class UnitAdmin(HistoryAdmin, ExportingAdmin):
    index_order = 50
    district_fields = ["jurisdiction"]
    resource_classes = [UnitResource]
    list_display = ["name", "short_name", "category", "contact", "phone", "local", "active"]
    list_filter = ["category", "active", ("local", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["local"]
    search_fields = ["name", "short_name", "former_names__name"]
    inlines = [FormerNameInline]
    fieldsets = [
        (
            None,
            {
                "description": "承接意见和建议的部门、企业和镇街政府。改名、合并的把旧名写进“曾用名”。",
                "fields": ["jurisdiction", "name", "short_name", "category", "local"],
            },
        ),
        ("联系", {"description": "转办和催办时找谁。", "fields": ["contact", "phone"]}),
        ("显示", {"description": "停用的单位不再出现在选择里。", "fields": ["active", "order"]}),
    ]

    def may_change(self, user, record):
        """A town keeps the unit that is its own; the district's are the district's."""
        return super().may_change(user, record) or (record.local is not None and user.works_for(record.local))

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "local" and request.user.role == Role.LOCAL_OFFICE:
            field.required = True
        return field

    def get_export_queryset(self, request):
        return super().get_export_queryset(request).prefetch_related("former_names")


@admin.register(ResultClass)
class ResultClassAdmin(OfficeAdmin):
    index_order = 60
    district_fields = ["jurisdiction"]
    list_display = ["code", "label", "promises", "order"]
    list_select_related = ["jurisdiction"]
    search_fields = ["code", "label"]
    fieldsets = [
        (
            None,
            {
                "description": "答复件的结果分类，各地代号和含义不同，按本区的写。",
                "fields": ["jurisdiction", "code", "label", "promises", "order"],
            },
        ),
    ]
