"""Restrictions of a deputy's liberty: permissions asked for, reports made (代表法第三十九条)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from congress import clock
from congress.enums import Level, Role
from congress.models import Event
from congress.models.event import AppendOnly
from congress.models.jurisdiction import SightQuerySet
from deputies.enums import LibertyBody, LibertyKind, LibertyStatus
from deputies.models.seat import Seat


class LibertyCaseQuerySet(SightQuerySet):
    blind = frozenset(Role) - frozenset(Role.offices)

    def _seen_by(self, user):
        """The office of the congress itself and, of a town's, the district's above it; nobody else at all."""
        own = Q(seat__term__jurisdiction=user.jurisdiction)
        towns = Q(seat__term__jurisdiction__parent=user.jurisdiction)
        return self.filter(own | towns & Q(seat__term__jurisdiction__level=Level.TOWN))

    def with_places(self):
        """Load what pages show and rules ask of each case."""
        return self.select_related("seat__deputy", "seat__term__jurisdiction", "seat__constituency")


class LibertyCase(models.Model):
    """A request for permission or a report, from its receipt to the day on which the measure is lifted.

    Who reads one is put down as a :class:`LibertyLook`.
    """

    seat = models.ForeignKey(
        Seat, verbose_name="代表", on_delete=models.PROTECT, related_name="liberty_cases"
    )
    kind = models.CharField("事项", max_length=20, choices=LibertyKind)
    authority = models.CharField("来文机关", max_length=60)
    document_number = models.CharField("来文文号", max_length=60, blank=True)
    measure = models.CharField("涉及的措施", max_length=100, blank=True)
    measure_at = models.DateTimeField("采取措施的时间", null=True, blank=True)
    received_at = models.DateTimeField("收到时间")
    body = models.CharField("决定或者接受报告的机构", max_length=20, choices=LibertyBody)
    due_at = models.DateTimeField("报送期限", editable=False)
    submitted_at = models.DateTimeField("报送时间", null=True, blank=True)
    retaliation = models.BooleanField("发现打击报复或者因发言、表决追究", null=True, blank=True)
    examination = models.TextField("审查情况", blank=True)
    decided_on = models.DateField("决定日期", null=True, blank=True)
    decision_number = models.CharField("决定文号", max_length=60, blank=True)
    appeal = models.TextField("代表的申诉", blank=True)
    appealed_at = models.DateTimeField("收到申诉的时间", null=True, blank=True)
    forwarded_at = models.DateTimeField("转送申诉的时间", null=True, blank=True)
    lifted_on = models.DateField("解除日期", null=True, blank=True)
    status = models.CharField(
        "状态", max_length=20, choices=LibertyStatus, default=LibertyStatus.RECEIVED, editable=False
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)

    objects = LibertyCaseQuerySet.as_manager()

    class Meta:
        verbose_name = "限制人身自由事项"
        verbose_name_plural = "限制人身自由事项"
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=LibertyStatus.values),
                name="liberty_case_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=("permitted", "refused")) | Q(retaliation__isnull=False),
                name="liberty_case_is_examined",
                violation_error_message="作决定以前，要先审查是否存在打击报复（代表法第三十九条）。",
            ),
            models.CheckConstraint(
                condition=Q(forwarded_at__isnull=True) | Q(appealed_at__lte=F("forwarded_at")),
                name="liberty_case_appeal_before_forwarding",
                violation_error_message="转送申诉的时间不能早于收到申诉的时间。",
            ),
        ]

    def __str__(self):
        """By its number: the name stands on the page of the case alone, where each look is put down."""
        return f"限制人身自由事项第{self.pk}号"

    def get_absolute_url(self):
        return reverse("deputies:liberty_detail", args=[self.pk])

    @property
    def is_request(self):
        """Whether permission is asked for, rather than something reported."""
        return self.kind in LibertyKind.requests


class LibertyCaseEvent(Event):
    """A line in the history of a case; the auditor's trail leaves it out, and reads the looks instead."""

    in_trail = False

    record = models.ForeignKey(
        LibertyCase, verbose_name="限制人身自由事项", on_delete=models.PROTECT, related_name="events"
    )


class LibertyLook(AppendOnly):
    """Who opened a case, and when."""

    case = models.ForeignKey(
        LibertyCase, verbose_name="限制人身自由事项", on_delete=models.PROTECT, related_name="looks"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="查看人", on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField("时间", default=clock.now, editable=False)
    page = models.CharField("查看了什么", max_length=40)

    class Meta:
        verbose_name = "保密事项查看记录"
        verbose_name_plural = "保密事项查看记录"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.by}"
