"""What an office set by hand when it imported its registers; what is deleted is asked again."""

from django.contrib import admin

from congress.admin.base import OfficeAdmin
from congress.models import HeadingMapping, MarkMapping
from congress.registers.importer import importer_of


class MappingAdmin(OfficeAdmin):
    """Set while importing, undone here."""

    list_select_related = ["jurisdiction"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description="登记表", ordering="kind")
    def register(self, mapping):
        return importer_of(mapping.kind).register.label


@admin.register(HeadingMapping)
class HeadingMappingAdmin(MappingAdmin):
    index_order = 70
    list_display = ["heading", "column", "register"]
    search_fields = ["heading"]
    fieldsets = [
        (
            None,
            {
                "description": "导入时指定的表头。指定错的删掉，下次导入会重新认。",
                "fields": ["heading", "column", "register"],
            },
        )
    ]
    readonly_fields = ["column", "register"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("meetings")

    @admin.display(description="栏目", ordering="key")
    def column(self, mapping):
        if mapping.key == HeadingMapping.MEETING:
            return "一场会议：" + "、".join(map(str, mapping.meetings.all()))
        columns = importer_of(mapping.kind).register.columns
        return next((column.label for column in columns if column.key == mapping.key), "不导入")


@admin.register(MarkMapping)
class MarkMappingAdmin(MappingAdmin):
    index_order = 75
    list_display = ["writing", "means", "register"]
    search_fields = ["writing"]
    fieldsets = [
        (
            None,
            {
                "description": "导入时指定的标记。指定错的删掉，下次导入会再问一次。",
                "fields": ["writing", "means", "register"],
            },
        )
    ]
    readonly_fields = ["means", "register"]

    @admin.display(description="意思", ordering="meaning")
    def means(self, mapping):
        return importer_of(mapping.kind).meanings.get(mapping.meaning, "不计")
