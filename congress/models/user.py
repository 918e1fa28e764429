"""Users: one role each, within one jurisdiction."""

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from simple_history.models import HistoricalRecords

from congress.enums import Level, Role
from congress.models.jurisdiction import Jurisdiction
from congress.models.office_rules import rules_for
from congress.models.unit import Unit
from congress.roles import ROLES, group_of


OF_A_DISTRICT = (Level.CITY, Level.DISTRICT), "市或者区县"

#: Role → the levels at which it works, and their words; the others work at any.
PLACES = {
    Role.DISTRICT_OFFICE: OF_A_DISTRICT,
    Role.GOV_OFFICE: OF_A_DISTRICT,
    Role.LOCAL_OFFICE: (Level.local, "乡镇或者街道"),
}


class AccountRecords(HistoricalRecords):
    """Who changed what of an account; its secret and the owner's comings and goings are no change."""

    def post_save(self, instance, created, using=None, **kwargs):
        saved = kwargs.get("update_fields")
        if saved is None or set(saved) - set(self.excluded_fields):
            super().post_save(instance, created, using, **kwargs)


class User(AbstractUser):
    """A person who logs in. The role decides what he may do, jurisdiction and unit where."""

    first_name = None
    last_name = None

    name = models.CharField("姓名", max_length=60)
    role = models.CharField("角色", max_length=20, choices=Role)
    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="所在区划", on_delete=models.PROTECT, null=True, blank=True
    )
    unit = models.ForeignKey(Unit, verbose_name="承办单位", on_delete=models.PROTECT, null=True, blank=True)
    must_change_password = models.BooleanField(
        "下次登录须改密码", default=True, help_text="新建或重置密码后打开，本人改过后自动关闭。"
    )

    history = AccountRecords(verbose_name="用户变更", excluded_fields=["password", "last_login"])

    REQUIRED_FIELDS = ["name", "role"]

    class Meta(AbstractUser.Meta):
        verbose_name = "用户"
        verbose_name_plural = "用户"
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=Role.values),
                name="user_role_known",
                violation_error_message="角色不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=Q(jurisdiction__isnull=False) | Q(role__in=[Role.SYSADMIN, Role.AUDITOR]),
                name="user_has_jurisdiction",
                violation_error_message="请选择所在区划（系统管理员、审计员除外）。",
            ),
            models.CheckConstraint(
                condition=Q(unit__isnull=False) | ~Q(role=Role.UNIT_CLERK),
                name="unit_clerk_has_unit",
                violation_error_message="承办单位经办人必须选择所属单位。",
            ),
        ]

    def __str__(self):
        return self.name or self.username

    def save(self, *args, **kwargs):
        """Keep the admin door and the group equal to the role."""
        self.is_staff = ROLES[self.role].admin or self.is_superuser
        super().save(*args, **kwargs)
        if "update_fields" not in kwargs:
            self.groups.set([group_of(self.role)])

    def clean(self):
        """A role fits the place and the unit: what it may see and do follows from them."""
        super().clean()
        place, role = self.jurisdiction, self.get_role_display()
        levels, words = PLACES.get(self.role, (Level.values, ""))
        errors = {}
        if place and self.role in Role.keepers:
            errors["jurisdiction"] = f"{role}不属于哪个区划，请清空所在区划。"
        elif place and place.level not in levels:
            errors["jurisdiction"] = f"{role}的所在区划应是{words}，{place}不是，请改选区划或者角色。"
        if self.unit and self.role != Role.UNIT_CLERK:
            errors["unit"] = f"只有承办单位经办人有所属单位，{role}请清空承办单位。"
        elif self.unit and place and self.unit.jurisdiction.district != place.district:
            errors["unit"] = f"{self.unit}不是{place.district}的承办单位，请改选单位或者所在区划。"
        if errors:
            raise ValidationError(errors)

    def get_full_name(self):
        return self.name

    def get_short_name(self):
        return self.name

    @cached_property
    def office_rules(self):
        """The rules that hold where the user works; a request has its own user, and so reads them once."""
        return rules_for(self.jurisdiction)

    @property
    def is_office(self):
        """Staff of the district office, a presidium or a work committee."""
        return self.role in Role.offices

    @property
    def is_reception_staff(self):
        """Office staff and liaison officers."""
        return self.role in Role.staff

    @property
    def is_deputy(self):
        return self.role == Role.DEPUTY

    @property
    def is_unit_clerk(self):
        return self.role == Role.UNIT_CLERK

    def works_for(self, jurisdiction):
        """Whether the user's jurisdiction is ``jurisdiction`` or one above it."""
        own = self.jurisdiction_id
        if own is None or jurisdiction is None:
            return False
        return own in {jurisdiction.pk, jurisdiction.parent_id} or (
            jurisdiction.parent is not None and own == jurisdiction.parent.parent_id
        )
