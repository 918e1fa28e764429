"""The annual duty report of a seat."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from congress import clock
from congress.enums import Role
from congress.models import AppendOnly, Event
from congress.models.jurisdiction import SightQuerySet
from deputies.models import Seat
from reports.enums import DateStyle, ReportStatus


class DutyReportQuerySet(SightQuerySet):
    blind = Role.business_blind

    def _seen_by(self, user):
        """A deputy sees his own; offices and leaders those of the seats they look after, once submitted."""
        if user.role == Role.DEPUTY:
            return self.filter(seat__deputy__user=user)
        # A draft is the deputy's own until he hands it in; one without an account has the office to write it.
        readable = ~Q(status=ReportStatus.DRAFT) | Q(seat__deputy__user__isnull=True)
        return self.filter(readable, seat__in=Seat.objects.working_in(user.jurisdiction).values("pk"))


class DutyReport(models.Model):
    """A deputy's report to the voters for one year (代表法第五十八条): his words, the records' figures."""

    seat = models.ForeignKey(Seat, verbose_name="代表", on_delete=models.PROTECT, related_name="duty_reports")
    year = models.PositiveSmallIntegerField("年度")
    salutation = models.CharField("称谓", max_length=50, default="各位选民：")
    date_style = models.CharField("日期写法", max_length=10, choices=DateStyle, default=DateStyle.ARABIC)
    status = models.CharField(
        "状态", max_length=20, choices=ReportStatus, default=ReportStatus.DRAFT, editable=False
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)
    submitted_on = models.DateField("提交日期", null=True, blank=True, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="提交人",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
    )

    objects = DutyReportQuerySet.as_manager()

    class Meta:
        verbose_name = "年度述职报告"
        verbose_name_plural = "年度述职报告"
        ordering = ["-year", "seat__deputy__stroke_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["seat", "year"],
                name="duty_report_once_a_year",
                violation_error_message="这名代表本年度已有述职报告。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=ReportStatus.values),
                name="duty_report_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
        ]

    def __str__(self):
        return f"{self.seat.called}{self.year}年度述职报告"

    def get_absolute_url(self):
        return reverse("reports:duty_report_detail", args=[self.pk])

    @property
    def with_writer(self):
        """Whether it is being written on."""
        return self.status in ReportStatus.with_deputy


class DutyReportSection(models.Model):
    """One section (C1) in the deputy's own words; the sentence with the figures is not stored here."""

    report = models.ForeignKey(
        DutyReport, verbose_name="报告", on_delete=models.CASCADE, related_name="sections"
    )
    key = models.SlugField("代号", max_length=30)
    words = models.TextField("本人撰写", blank=True)

    class Meta:
        verbose_name = "报告段落"
        verbose_name_plural = "报告段落"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "key"], name="section_unique", violation_error_message="段落重复。"
            ),
        ]

    def __str__(self):
        return self.key


class FrozenFigure(AppendOnly):
    """A figure as it stood when the report was submitted, so that a later correction does not change it.

    Only a new submission puts new ones in the place of all.
    """

    report = models.ForeignKey(
        DutyReport, verbose_name="报告", on_delete=models.CASCADE, related_name="frozen_figures"
    )
    key = models.CharField("指标", max_length=60)
    value = models.JSONField("数值", null=True)
    rule = models.TextField("口径")

    class Meta:
        verbose_name = "提交时的数据"
        verbose_name_plural = "提交时的数据"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "key"], name="frozen_figure_unique", violation_error_message="指标重复。"
            ),
        ]

    def __str__(self):
        return self.key


class DutyReportEvent(Event):
    """A line in the history of a report."""

    record = models.ForeignKey(
        DutyReport, verbose_name="述职报告", on_delete=models.PROTECT, related_name="events"
    )
