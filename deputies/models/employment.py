"""Where a deputy has worked."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from congress.enums import Role
from congress.models.jurisdiction import SightQuerySet
from deputies.enums import Sector
from deputies.models.deputy import Deputy


class EmploymentQuerySet(SightQuerySet):
    blind = Role.business_blind

    def _seen_by(self, user):
        return self.filter(deputy__in=Deputy.objects.visible_to(user).values("pk"))


class Employment(models.Model):
    """A time in one job (domain.md B44). The present one is open and equals what stands on the deputy.

    ``deputies/careers.py`` changes it. A job from before anything was kept may have no employer of its own.
    """

    deputy = models.ForeignKey(
        Deputy, verbose_name="代表", on_delete=models.PROTECT, related_name="employments"
    )
    employer = models.CharField("工作单位", max_length=60, blank=True)
    position = models.CharField("职务", max_length=100, blank=True)
    sector = models.CharField("界别", max_length=20, choices=Sector, blank=True)
    starts_on = models.DateField("到任日期", null=True, blank=True, help_text="只知年月的填当月1日。")
    ends_on = models.DateField("离开日期", null=True, blank=True)
    elsewhere = models.BooleanField("不在本行政区域", default=False)
    note = models.CharField("说明", max_length=100, blank=True, help_text="如调任的文件。")

    objects = EmploymentQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="工作经历变更")

    class Meta:
        verbose_name = "工作经历"
        verbose_name_plural = "工作经历"
        ordering = [models.F("starts_on").desc(nulls_last=True), "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=models.F("starts_on")),
                name="employment_ends_after_start",
                violation_error_message="到任日期应晚于原工作的到任日期。",
            ),
            models.UniqueConstraint(
                fields=["deputy"],
                condition=Q(ends_on__isnull=True),
                name="employment_one_open",
                violation_error_message="这名代表已有一份现在的工作。",
            ),
        ]

    def __str__(self):
        return f"{self.employer}{self.position}"
