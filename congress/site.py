"""The admin site: its Chinese names and the order of its index."""

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.apps import AdminConfig
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator


class ChoicesView(AutocompleteJsonView):
    """Choices of a record, each under the label that its own page gives it."""

    def serialize_result(self, obj, to_field_name):
        choice = super().serialize_result(obj, to_field_name)
        return choice | {"text": getattr(self.model_admin, "choice_label", str)(obj)}


class OfficeSite(admin.AdminSite):
    """Django's admin; apps stand in the order of the floors, models in that of their ``index_order``."""

    site_header = "回音后台"
    site_title = "回音后台"
    index_title = "资料与设置"
    empty_value_display = "—"

    def get_app_list(self, request, app_label=None):
        found = super().get_app_list(request, app_label)
        for app in found:
            app["models"].sort(key=lambda entry: self._place(entry["model"]))
        floors = list(apps.app_configs)
        return sorted(
            found, key=lambda app: (self._place(app["models"][0]["model"]), floors.index(app["app_label"]))
        )

    def autocomplete_view(self, request):
        return ChoicesView.as_view(admin_site=self)(request)

    def has_permission(self, request):
        """Who is logged in but has no place here is refused, not asked to log in once more."""
        if request.user.is_active and not request.user.is_staff:
            raise PermissionDenied("资料与设置由人大机关和系统管理员维护。")
        return super().has_permission(request)

    @method_decorator(login_not_required)
    def login(self, request, extra_context=None):
        """There is one door to the house."""
        back = request.GET.get(REDIRECT_FIELD_NAME) or reverse("admin:index")
        return redirect(reverse("login", query={REDIRECT_FIELD_NAME: back}))

    def password_change(self, request, extra_context=None):
        """There is one page for the own password, too."""
        return redirect("password_change")

    def password_change_done(self, request, extra_context=None):
        return redirect("password_change")

    def _place(self, model):
        return getattr(self.get_model_admin(model), "index_order", 1000)


class OfficeAdminConfig(AdminConfig):
    default_site = "congress.site.OfficeSite"
    verbose_name = "操作记录"
