"""What an office set by hand when it imported its registers; what is deleted is asked again."""

from functools import cache
from operator import attrgetter

from django.contrib import admin

from congress.admin.base import OfficeAdmin
from congress.models import HeadingMapping, MarkMapping, MeetingMapping
from congress.registers.importer import importer_of


class MappingAdmin(OfficeAdmin):
    """Set while importing, undone here by the office that set it; a district sees those of its towns."""

    list_select_related = ["jurisdiction"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def may_change(self, user, record):
        return attrgetter(self.place)(record) == user.jurisdiction

    @admin.display(description="登记表", ordering="kind")
    def register(self, mapping):
        return importer_of(mapping.kind).register.label


@admin.register(HeadingMapping)
class HeadingMappingAdmin(MappingAdmin):
    index_order = 70
    list_display = ["heading", "column", "register", "jurisdiction"]
    search_fields = ["heading"]
    fieldsets = [
        (
            None,
            {
                "description": "导入时指定的表头。指定错的删掉，下次导入会重新认。",
                "fields": ["heading", "column", "register", "jurisdiction"],
            },
        )
    ]
    readonly_fields = ["column", "register"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("meetings")

    @admin.display(description="栏目", ordering="key")
    def column(self, mapping):
        label = importer_of(mapping.kind).label_of_column(mapping.key)
        return "：".join(filter(None, (label, "、".join(map(str, mapping.meetings.all())))))


@admin.register(MeetingMapping)
class MeetingMappingAdmin(MappingAdmin):
    index_order = 72
    place = "heading.jurisdiction"
    list_select_related = ["heading__jurisdiction"]
    list_display = ["__str__", "heading_text", "session", "jurisdiction"]
    search_fields = ["heading__heading", "session", "name"]
    fieldsets = [
        (
            None,
            {
                "description": "表头在一次会议中指的是哪一场。指定错的删掉，下次导入会再问是哪一场。",
                "fields": ["heading_text", "session", "on", "part", "kind", "name", "jurisdiction"],
            },
        )
    ]
    readonly_fields = ["heading_text", "jurisdiction"]

    @admin.display(description="表头", ordering="heading__heading")
    def heading_text(self, mapping):
        return mapping.heading.heading

    @admin.display(description="所属区划")
    def jurisdiction(self, mapping):
        return mapping.heading.jurisdiction


@admin.register(MarkMapping)
class MarkMappingAdmin(MappingAdmin):
    index_order = 75
    list_select_related = ["jurisdiction__parent"]
    list_display = ["writing", "means", "register", "jurisdiction"]
    search_fields = ["writing"]
    fieldsets = [
        (
            None,
            {
                "description": "导入时指定的标记。指定错的删掉，下次导入会再问一次。",
                "fields": ["writing", "means", "register", "jurisdiction"],
            },
        )
    ]
    readonly_fields = ["means", "register"]

    def get_changelist_instance(self, request):
        """The words of an office's register are read once, however many rows there are."""
        found = super().get_changelist_instance(request)
        read = cache(lambda kind, office: importer_of(kind).meanings_of(office=office))
        for mapping in found.result_list:
            mapping.words = read(mapping.kind, mapping.jurisdiction)
        return found

    @admin.display(description="意思", ordering="meaning")
    def means(self, mapping):
        return importer_of(mapping.kind).label_of_mark(mapping, getattr(mapping, "words", None))
