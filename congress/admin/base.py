"""What every admin page shares."""

from operator import attrgetter

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from import_export.admin import ExportMixin
from simple_history.admin import SimpleHistoryAdmin
from simple_history.models import DeletedObject
from simple_history.template_utils import HistoricalRecordContextHelper

from congress import clock
from congress.enums import Role
from congress.fields import PhoneField
from congress.models import Jurisdiction
from congress.resources import Workbook
from congress.steps import step_links


class SightMixin:
    """Offers as choices only what the person may see. For model admins and inlines alike.

    A foreign key named in ``district_fields`` is always the user's own district.
    """

    district_fields = ()

    def get_field_queryset(self, db, db_field, request):
        chosen = super().get_field_queryset(db, db_field, request)
        rows = db_field.remote_field.model._default_manager.all() if chosen is None else chosen
        return rows.visible_to(request.user) if hasattr(rows, "visible_to") else chosen

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Without the row of icons that would lead away from the form; a telephone as on every page."""
        if db_field.name == "phone":
            kwargs["form_class"] = PhoneField
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if hasattr(field, "widget") and hasattr(field.widget, "can_add_related"):
            for action in ("add", "change", "delete", "view"):
                setattr(field.widget, f"can_{action}_related", False)
        return field

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        own = request.user.jurisdiction
        if db_field.name in self.district_fields and own:
            kwargs["queryset"] = Jurisdiction.objects.filter(pk=own.district.pk)
            kwargs.update(initial=own.district, empty_label=None)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class NotFoundMixin:
    """What is out of sight is not found, as on every page; Django would lead to the index."""

    def get_object(self, request, object_id, from_field=None):
        found = super().get_object(request, object_id, from_field)
        if found is None:
            raise Http404
        return found


class OfficeAdmin(NotFoundMixin, SightMixin, admin.ModelAdmin):
    """Shows what the person may see and lets an office change what belongs to its own jurisdiction.

    The role's permissions come first (``congress/roles.py``); they are narrowed here, object by object.
    The model's default manager has ``visible_to(user)``; ``place`` is the dotted path from a record to the
    jurisdiction that it belongs to (None: it is everybody's). ``index_order`` is its place on the index
    page. Name ``list_select_related`` in every subclass. ``choice_label(record)`` is how a record reads in
    a list of choices.
    """

    place = "jurisdiction"
    index_order = 500
    list_per_page = 25
    show_full_result_count = False

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)

    def get_inline_instances(self, request, obj=None):
        """Above the record one link leads to its own page; Django would add one to every row.

        A record that is being added has no parts yet that are only to be looked up.
        """
        rows = super().get_inline_instances(request, obj)
        if obj is None:
            rows = [row for row in rows if not isinstance(row, PartInline)]
        for row in rows:
            row.view_on_site = False
        return rows

    @staticmethod
    def choice_label(record):
        return str(record)

    def may_change(self, user, record):
        """Whether the record belongs to the user's jurisdiction or one below it."""
        if self.place is None or user.role == Role.SYSADMIN:
            return True
        return user.works_for(attrgetter(self.place)(record))

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or self.may_change(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or self.may_change(request.user, obj))


class SteppingMixin:
    """Offers above a record the steps that the person may take with it, on the pages of the work.

    A subclass names the ``workflow`` and ``step_url``, the address of a step's page. ``hidden_steps`` have no
    page of their own.
    """

    workflow = None
    step_url = ""
    hidden_steps = ()

    def change_view(self, request, object_id, form_url="", extra_context=None):
        record = self.get_object(request, unquote(object_id))
        links = step_links(record, self.steps_for(record, request.user), self.step_url)
        return super().change_view(request, object_id, form_url, {"steps": links, **(extra_context or {})})

    def steps_for(self, record, user):
        """The steps offered; a subclass asks what its record's own page asks."""
        steps = self.workflow.available(record, user)
        return [step for step in steps if step.name not in self.hidden_steps]


class ReadOnlyMixin:
    """Records that are written by their own pages, never here."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class ReadOnlyAdmin(ReadOnlyMixin, OfficeAdmin):
    """A list and a page to look things up."""


class PartInline(ReadOnlyMixin, admin.TabularInline):
    """Parts of a record: who may look up the record may look up its parts, without a permission for each."""

    extra = 0

    def has_view_permission(self, request, obj=None):
        return True


class EventInline(PartInline):
    """The history of a record, as it was written; a subclass names its ``model``."""

    fields = ["at", "label", "by", "note"]
    readonly_fields = ["at"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("by")


class ExportingAdmin(ExportMixin, OfficeAdmin):
    """Adds the list as an Excel sheet, as it is filtered, for those who may change it.

    ``resource_classes`` give every field a Chinese ``column_name``.
    """

    skip_export_form = True

    def get_export_formats(self):
        return [Workbook]

    def has_export_permission(self, request):
        return self.has_change_permission(request)

    def get_data_for_export(self, *args, **kwargs):
        """The rows; their sheet is called what they are."""
        data = super().get_data_for_export(*args, **kwargs)
        data.title = str(self.opts.verbose_name_plural)
        return data

    def export_action(self, request):
        response = super().export_action(request)
        filename = f"{self.opts.verbose_name_plural}{clock.today():%Y%m%d}.xlsx"
        response["Content-Disposition"] = content_disposition_header(True, filename)
        return response


class ChangeWords(HistoricalRecordContextHelper):
    """Writes the old and new values of a change as people read them."""

    def prepare_delta_change_value(self, change, value):
        if isinstance(value, DeletedObject):
            return "空" if value.pk is None else "已删除的记录"
        if value in (None, ""):
            return "空"
        if isinstance(value, bool):
            return "是" if value else "否"
        if labels := dict(self.model._meta.get_field(change.field).flatchoices):
            return labels.get(value, value)
        return super().prepare_delta_change_value(change, value)


class HistoryMixin(SimpleHistoryAdmin):
    """Adds who changed what, for those who may see the record."""

    def get_historical_record_context_helper(self, request, historical_record):
        return ChangeWords(self.model, historical_record)

    def history_view(self, request, object_id, extra_context=None):
        self._seen(request, object_id)
        return super().history_view(request, object_id, extra_context)

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        record = self._seen(request, object_id)
        if request.method == "POST" and not self.has_change_permission(request, record):
            raise PermissionDenied
        return super().history_form_view(request, object_id, version_id, extra_context)

    def history_view_title(self, request, obj):
        return f"变更历史：{obj}"

    def history_form_view_title(self, request, obj):
        return f"{'查看' if self.revert_disabled(request, obj) else '恢复'}：{obj}"

    def may_see_history(self, user, record):
        """Whether who sees the record may read what it was before."""
        return True

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None and not self.may_see_history(request.user, obj):
            context["hides_history"] = True
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def _seen(self, request, object_id):
        """The record, or 404: the library itself would show the history of what is out of sight."""
        record = get_object_or_404(self.get_queryset(request), pk=unquote(object_id))
        if not self.may_see_history(request.user, record):
            raise PermissionDenied
        return record


class HistoryAdmin(HistoryMixin, OfficeAdmin):
    """An office's records with who changed what; stands before ``ExportingAdmin`` where a class has both."""
