"""Handling units: the bodies to which matters are referred."""

from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from congress.enums import Role, UnitCategory
from congress.models.jurisdiction import Jurisdiction, SightQuerySet


class DistrictQuerySet(SightQuerySet):
    """Records that a whole district shares."""

    def _seen_by(self, user):
        return self.filter(jurisdiction=user.jurisdiction.district)


class UnitQuerySet(DistrictQuerySet):
    def active(self):
        return self.filter(active=True)

    def named(self, name):
        """Units whose full, short or former name is ``name``."""
        return self.filter(Q(name=name) | Q(short_name=name) | Q(former_names__name=name)).distinct()

    def visible_to(self, user):
        """The units of the user's district; the administrator of the accounts chooses among all."""
        return self if user.role == Role.SYSADMIN else super().visible_to(user)


class Unit(models.Model):
    """A body that handles matters (承办单位); a merged or renamed one keeps its former names."""

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="所属区县", on_delete=models.PROTECT, related_name="units"
    )
    name = models.CharField("单位全称", max_length=100)
    short_name = models.CharField("简称", max_length=50, blank=True)
    category = models.CharField("类别", max_length=20, choices=UnitCategory, default=UnitCategory.DEPARTMENT)
    contact = models.CharField("联系人", max_length=50, blank=True)
    phone = models.CharField("联系电话", max_length=50, blank=True)
    local = models.ForeignKey(
        Jurisdiction,
        verbose_name="所在镇街",
        on_delete=models.PROTECT,
        related_name="local_units",
        null=True,
        blank=True,
        help_text="镇人民政府、街道办事处填写；镇街可以直接转办给它。",
    )
    active = models.BooleanField("在用", default=True)
    order = models.PositiveSmallIntegerField("排序", default=0)

    objects = UnitQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="承办单位变更")

    class Meta:
        verbose_name = "承办单位"
        verbose_name_plural = "承办单位"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "name"],
                name="unit_name_unique",
                violation_error_message="本区已有同名的承办单位。",
            ),
        ]

    def __str__(self):
        return self.short_name or self.name


class FormerName(models.Model):
    """A name that a unit bore before; registers still use it, and it counts for the present unit."""

    unit = models.ForeignKey(
        Unit, verbose_name="承办单位", on_delete=models.CASCADE, related_name="former_names"
    )
    name = models.CharField("曾用名", max_length=100)

    class Meta:
        verbose_name = "曾用名"
        verbose_name_plural = "曾用名"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"], name="former_name_unique", violation_error_message="该曾用名已登记。"
            ),
        ]

    def __str__(self):
        return self.name


class ResultClass(models.Model):
    """A class of results (A/B/C/D, 甲/乙/丙 …); letters and meanings differ from place to place (D3)."""

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="所属区县", on_delete=models.CASCADE, related_name="result_classes"
    )
    code = models.CharField("代号", max_length=10)
    label = models.CharField("含义", max_length=100)
    promises = models.BooleanField(
        "要承诺落实",
        default=False,
        help_text="答复用这个类别的（如“正在解决”“列入计划”），要写明承诺事项和完成时限，记入承诺事项台账。",
    )
    order = models.PositiveSmallIntegerField("排序", default=0)

    objects = DistrictQuerySet.as_manager()

    class Meta:
        verbose_name = "办理结果类别"
        verbose_name_plural = "办理结果类别"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "code"],
                name="result_class_unique",
                violation_error_message="本区已有这个代号的结果类别。",
            ),
        ]

    def __str__(self):
        return f"{self.code}类（{self.label}）"


def unit_clerks(unit):
    """Users who act for the unit, which may be a reference to an outer query's."""
    return get_user_model().objects.filter(unit=unit, role=Role.UNIT_CLERK, is_active=True)
