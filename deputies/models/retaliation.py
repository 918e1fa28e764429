"""Retaliation against deputies for what they do in office (代表法第五十五条; domain.md B50)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from congress import clock
from congress.models import Event
from congress.models.event import AppendOnly
from deputies.enums import RetaliationStatus
from deputies.models.liberty import LibertyCaseQuerySet
from deputies.models.seat import Seat


class RetaliationCase(models.Model):
    """What was told of it, to whom it was forwarded, and what came of it.

    For the eyes of a case of restricted liberty, and as there who reads one is put down.
    """

    seat = models.ForeignKey(
        Seat, verbose_name="代表", on_delete=models.PROTECT, related_name="retaliation_cases"
    )
    told_on = models.DateField("得知日期")
    told_by = models.CharField("怎样得知", max_length=60)
    accused = models.CharField("涉及的单位或者个人", max_length=100)
    facts = models.TextField("情况")
    forwarded_on = models.DateField("转送日期", null=True, blank=True)
    forwarded_to = models.CharField("转送机关", max_length=60, blank=True)
    document_number = models.CharField("转送文号", max_length=60, blank=True)
    concluded_on = models.DateField("办结日期", null=True, blank=True)
    result = models.TextField("处理结果", blank=True)
    status = models.CharField(
        "状态", max_length=20, choices=RetaliationStatus, default=RetaliationStatus.TOLD, editable=False
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)

    objects = LibertyCaseQuerySet.as_manager()

    class Meta:
        verbose_name = "打击报复案件"
        verbose_name_plural = "打击报复案件"
        ordering = ["-told_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=RetaliationStatus.values),
                name="retaliation_case_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=~Q(status="forwarded") | Q(forwarded_on__isnull=False) & ~Q(forwarded_to=""),
                name="retaliation_case_forwarded_to",
                violation_error_message="转送的，要有转送机关和日期。",
            ),
            models.CheckConstraint(
                condition=~Q(status="concluded") | Q(concluded_on__isnull=False) & ~Q(result=""),
                name="retaliation_case_has_result",
                violation_error_message="办结的，要有处理结果和日期。",
            ),
        ]

    def __str__(self):
        """By its number: the name stands on the page of the case alone, where each look is put down."""
        return f"打击报复案件第{self.pk}号"

    def get_absolute_url(self):
        return reverse("deputies:retaliation_detail", args=[self.pk])


class RetaliationCaseEvent(Event):
    """A line in the history of a case; the auditor's trail leaves it out, and reads the looks instead."""

    in_trail = False

    record = models.ForeignKey(
        RetaliationCase, verbose_name="打击报复案件", on_delete=models.PROTECT, related_name="events"
    )


class RetaliationLook(AppendOnly):
    """Who opened a case, and when."""

    case = models.ForeignKey(
        RetaliationCase, verbose_name="打击报复案件", on_delete=models.PROTECT, related_name="looks"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="查看人", on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField("时间", default=clock.now, editable=False)
    page = models.CharField("查看了什么", max_length=40)

    class Meta:
        verbose_name = "打击报复案件查看记录"
        verbose_name_plural = "打击报复案件查看记录"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.by}"
