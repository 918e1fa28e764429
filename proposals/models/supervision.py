"""Proposals that the chairs supervise (重点督办), and what supervision found (domain.md D2, B39)."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from congress import clock
from congress.enums import Role
from congress.models import Event
from proposals.enums import InspectionKind, KeyReason, KeyStatus
from proposals.models.proposal import Proposal


class KeyQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Of the proposals that the user sees: that one is supervised is no secret."""
        return self.filter(proposal__in=Proposal.objects.visible_to(user).values("pk"))

    def ongoing(self):
        return self.filter(status=KeyStatus.ONGOING)


class KeySupervision(models.Model):
    """A proposal chosen in one year by the chairs of the congress; the unit's chief handles it himself.

    One that goes on in the next year has a record for each year, the later ``follows`` the earlier.
    """

    proposal = models.ForeignKey(
        Proposal, verbose_name="议案建议", on_delete=models.PROTECT, related_name="key_supervisions"
    )
    year = models.PositiveSmallIntegerField("督办年度")
    reason = models.CharField("选定理由", max_length=20, choices=KeyReason)
    chosen_on = models.DateField("选定日期")
    chosen_by = models.CharField("选定会议", max_length=100, help_text="如“区人大常委会第三十二次主任会议”。")
    leader = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="领衔督办领导（账号）",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    leader_name = models.CharField("领衔督办领导", max_length=50)
    committee = models.CharField("负责督办的委员会", max_length=100)
    chief = models.CharField("领办的单位负责人", max_length=50, blank=True)
    demand = models.TextField("督办要求", blank=True)
    result = models.TextField("督办结果", blank=True)
    ended_on = models.DateField("结束日期", null=True, blank=True)
    follows = models.OneToOneField(
        "self",
        verbose_name="上一年督办",
        on_delete=models.PROTECT,
        related_name="followed_by",
        null=True,
        blank=True,
    )
    status = models.CharField(
        "状态", max_length=20, choices=KeyStatus, default=KeyStatus.ONGOING, editable=False
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)

    objects = KeyQuerySet.as_manager()

    class Meta:
        verbose_name = "重点督办"
        verbose_name_plural = "重点督办"
        ordering = ["-year", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "year"],
                name="key_supervision_once_a_year",
                violation_error_message="这件今年已经是重点督办。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=KeyStatus.values),
                name="key_supervision_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
        ]

    def __str__(self):
        return f"{self.year}年重点督办：{self.proposal}"

    def get_absolute_url(self):
        return reverse("proposals:key_detail", args=[self.pk])

    def clean(self):
        if self.leader_id and self.leader.role != Role.LEADER:
            raise ValidationError({"leader": "请选择领导的账号。"})


class KeyEvent(Event):
    """A line in the history of a proposal's key supervision."""

    record = models.ForeignKey(
        KeySupervision, verbose_name="重点督办", on_delete=models.PROTECT, related_name="events"
    )


class Inspection(models.Model):
    """A supervision meeting, or a look on the spot: who came, what was found and asked, what came of it."""

    proposal = models.ForeignKey(
        Proposal, verbose_name="议案建议", on_delete=models.PROTECT, related_name="inspections"
    )
    kind = models.CharField("方式", max_length=20, choices=InspectionKind)
    held_on = models.DateField("日期")
    place = models.CharField("地点", max_length=100, blank=True)
    attendees = models.TextField("参加人员")
    findings = models.TextField("了解到的情况")
    demands = models.TextField("提出的要求", blank=True)
    result = models.TextField("整改结果", blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="记录人", on_delete=models.PROTECT, related_name="+"
    )

    objects = KeyQuerySet.as_manager()

    class Meta:
        verbose_name = "督办活动"
        verbose_name_plural = "督办活动"
        ordering = ["-held_on", "-pk"]
        indexes = [models.Index(fields=["held_on"], name="inspection_held_on")]

    def __str__(self):
        return f"{self.get_kind_display()}：{self.proposal}"

    def get_absolute_url(self):
        return self.proposal.get_absolute_url()
