"""The yearly report on how proposals were handled, to the standing committee (代表法第五十一条)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from congress.calendar import chinese_date
from congress.models import Jurisdiction
from proposals.models.publication import public_to


class HandlingReportQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Drafts are the office's own; what it confirmed is sent to the next session and made public, so
        everybody in its district reads it (代表法第五十一条)."""
        seen = public_to(user) & Q(confirmed_on__isnull=False)
        if user.is_office:
            seen |= Q(jurisdiction__in=Jurisdiction.objects.within(user.jurisdiction).values("pk"))
        return self.filter(seen)


class HandlingReport(models.Model):
    """The report of one congress over one period; the office writes its opening and its closing.

    Its figures and tables are counted anew as long as it is a draft, and kept as ``content`` once it is
    confirmed: what is corrected later does not change what was reported. It changes by the verbs of
    ``proposals.yearly_report`` alone.
    """

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="所属人大", on_delete=models.PROTECT, related_name="handling_reports"
    )
    starts_on = models.DateField("从")
    ends_on = models.DateField("到")
    opening = models.TextField("开头", blank=True)
    closing = models.TextField("存在的问题和下一步工作", blank=True)
    content = models.JSONField("数据", null=True, blank=True, editable=False)
    confirmed_on = models.DateField("定稿日期", null=True, blank=True, editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="定稿人",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
    )

    objects = HandlingReportQuerySet.as_manager()

    class Meta:
        verbose_name = "办理情况报告"
        verbose_name_plural = "办理情况报告"
        ordering = ["-ends_on", "-starts_on", "jurisdiction"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "starts_on", "ends_on"],
                name="handling_report_period_unique",
                violation_error_message="这个时段的报告已经有了，请在清单里打开它。",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")),
                name="handling_report_ends_after_start",
                violation_error_message="结束日期不能早于开始日期。",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_on__isnull=True, confirmed_by__isnull=True, content__isnull=True)
                | Q(confirmed_on__isnull=False, confirmed_by__isnull=False, content__isnull=False),
                name="handling_report_confirmed_is_kept",
                violation_error_message="定稿的报告要有日期、定稿人和数据。",
            ),
        ]

    def __str__(self):
        return f"{self.jurisdiction.congress_name}{self.when}议案建议办理情况报告"

    def get_absolute_url(self):
        return reverse("proposals:report_detail", args=[self.pk])

    @property
    def when(self):
        """2025年; a part of a year or several by their days."""
        first, last = self.starts_on, self.ends_on
        whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        if whole and first.year == last.year:
            return f"{first.year}年"
        return f"{chinese_date(first)}至{chinese_date(last)}"

    @property
    def is_draft(self):
        return self.confirmed_on is None
