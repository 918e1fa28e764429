"""Accounts: the administrator makes them, everybody chooses his own password."""

from axes.utils import reset as unlock
from django.contrib import admin, messages
from django.contrib.auth import admin as auth_admin
from django.contrib.auth import forms as auth_forms
from django.contrib.auth.models import Group
from django.db import transaction

from congress import audit
from congress.admin.base import HistoryMixin, NotFoundMixin
from congress.models import User


# Groups follow the roles; nobody edits them by hand.
admin.site.unregister(Group)


audit.include_changes(User)


class NewUserForm(auth_forms.UserCreationForm):
    """A new account with its first password, which its owner must change."""

    class Meta(auth_forms.UserCreationForm.Meta):
        model = User
        fields = ["username", "name", "role", "jurisdiction", "unit"]


class NewPasswordForm(auth_forms.AdminPasswordChangeForm):
    """A new first password: it must be changed, and the account is no longer locked out."""

    def __init__(self, user, *args, **kwargs):
        super().__init__(user, *args, **kwargs)
        self.fields.pop("usable_password", None)
        self.fields["password1"].required = self.fields["password2"].required = True

    def save(self, commit=True):
        self.user.must_change_password = True
        unlock(username=self.user.username)
        return super().save(commit)


@admin.register(User)
class UserAdmin(NotFoundMixin, HistoryMixin, auth_admin.UserAdmin):
    index_order = 70
    add_form = NewUserForm
    change_password_form = NewPasswordForm
    change_user_password_template = "admin/congress/user/change_password.html"
    list_display = ["username", "name", "role", "jurisdiction", "unit", "is_active", "last_login"]
    list_filter = ["role", "is_active", ("jurisdiction", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["jurisdiction", "unit"]
    list_per_page = 25
    search_fields = ["username", "name"]
    autocomplete_fields = ["jurisdiction", "unit"]
    filter_horizontal = []
    readonly_fields = ["last_login", "date_joined"]
    actions = ["deactivate", "activate"]
    fieldsets = [
        (
            None,
            {
                "description": "角色决定能做什么，区划和单位决定在哪里做；自己的由另一名系统管理员改。"
                "重置密码后，本人下次登录须另设。",
                "fields": ["username", "password", "name", "role", "jurisdiction", "unit", "email"],
            },
        ),
        (
            "状态",
            {
                "description": "人员离开时停用账号，不删除，办过的事仍记在名下。",
                "fields": ["is_active", "must_change_password", "last_login", "date_joined"],
            },
        ),
    ]
    add_fieldsets = [
        (
            None,
            {
                "description": "设一个初始密码交给本人，第一次登录时须改。",
                "fields": ["username", "name", "role", "jurisdiction", "unit", "password1", "password2"],
            },
        ),
    ]

    def get_readonly_fields(self, request, obj=None):
        """Nobody gives himself another role or place, nor locks himself out: somebody else does."""
        own = ["role", "jurisdiction", "unit", "is_active"] if obj == request.user else []
        return [*super().get_readonly_fields(request, obj), *own]

    @admin.action(description="停用所选账号", permissions=["change"])
    def deactivate(self, request, queryset):
        stopped = self._switch(request, queryset.exclude(pk=request.user.pk), False)
        messages.success(request, f"已停用{stopped}个账号，这些人不能再登录。自己的账号不会被停用。")

    @admin.action(description="启用所选账号", permissions=["change"])
    def activate(self, request, queryset):
        messages.success(request, f"已启用{self._switch(request, queryset, True)}个账号。")

    @transaction.atomic
    def _switch(self, request, accounts, is_active):
        """Save one by one what changes, so that each leaves its trace; return how many there were."""
        changed = list(accounts.filter(is_active=not is_active))
        for account in changed:
            account.is_active = is_active
            account.save(update_fields=["is_active"])
            self.log_change(request, account, "启用账号。" if is_active else "停用账号。")
        return len(changed)
