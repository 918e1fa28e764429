"""Overrides of the published calendar."""

from django.db import models

from congress.models.jurisdiction import SharedQuerySet


class Holiday(models.Model):
    """A day on which the published calendar is corrected, or an unpublished year is filled in."""

    date = models.DateField("日期", unique=True, error_messages={"unique": "这一天已经登记。"})
    name = models.CharField("名称", max_length=50)
    is_workday = models.BooleanField("上班", default=False, help_text="勾选表示调休上班，不勾选表示放假。")

    objects = SharedQuerySet.as_manager()

    class Meta:
        verbose_name = "节假日"
        verbose_name_plural = "节假日"
        ordering = ["-date"]

    def __str__(self):
        return f"{self.date:%Y-%m-%d} {self.name}"
