"""What the auditor reads: who logged in, who failed to, who changed what in the admin."""

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django_tasks_db.models import DBTaskResult

from congress.admin.base import NotFoundMixin, ReadOnlyMixin


class AuditAdmin(NotFoundMixin, ReadOnlyMixin, admin.ModelAdmin):
    list_per_page = 50
    show_full_result_count = False


@admin.register(LogEntry)
class LogEntryAdmin(AuditAdmin):
    index_order = 210
    list_display = ["action_time", "user", "action", "content_type", "object_repr", "change"]
    list_display_links = None
    list_select_related = ["user", "content_type"]
    date_hierarchy = "action_time"
    search_fields = ["user__name", "user__username", "object_repr"]

    @admin.display(description="动作", ordering="action_flag")
    def action(self, entry):
        return entry.get_action_flag_display()

    @admin.display(description="内容")
    def change(self, entry):
        return entry.get_change_message()


def column(field, label):
    """A column of a foreign model under a Chinese name."""

    @admin.display(description=label, ordering=field)
    def value(self, record):
        return getattr(record, field)

    return value


class AccessAdmin(AuditAdmin):
    list_display = ["time", "account", "address", "agent"]
    list_display_links = None
    date_hierarchy = "attempt_time"
    search_fields = ["username", "ip_address"]
    search_help_text = "账号或网络地址"

    time = column("attempt_time", "时间")
    account = column("username", "账号")
    address = column("ip_address", "网络地址")
    agent = column("user_agent", "浏览器")


class AccessAttemptAdmin(AccessAdmin):
    index_order = 220
    list_display = ["time", "account", "address", "failures", "agent"]

    failures = column("failures_since_start", "连续失败次数")


class AccessFailureLogAdmin(AccessAdmin):
    index_order = 225
    list_display = ["time", "account", "address", "locked", "agent"]

    @admin.display(description="因此锁定", boolean=True, ordering="locked_out")
    def locked(self, failure):
        return failure.locked_out


class AccessLogAdmin(AccessAdmin):
    index_order = 230
    list_display = ["time", "logout", "account", "address", "agent"]

    logout = column("logout_time", "退出时间")


def rename(model, name):
    """Give a library's model the Chinese name that it lacks."""
    model._meta.verbose_name = model._meta.verbose_name_plural = name


apps.get_app_config("axes").verbose_name = "登录安全"
rename(AccessAttempt, "连续登录失败")
rename(AccessFailureLog, "登录失败记录")
rename(AccessLog, "登录记录")
admin.site.unregister([AccessAttempt, AccessFailureLog, AccessLog])
admin.site.register(AccessAttempt, AccessAttemptAdmin)
admin.site.register(AccessFailureLog, AccessFailureLogAdmin)
admin.site.register(AccessLog, AccessLogAdmin)
# What a task is given may be anybody's data; whoever keeps the server reads its log instead.
admin.site.unregister(DBTaskResult)
