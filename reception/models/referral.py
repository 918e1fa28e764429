"""Referral of an opinion to a unit, and the unit's reply."""

from pathlib import Path
from uuid import uuid4

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.functional import cached_property

from congress import clock
from congress.enums import Role
from congress.handling import Handling, HandlingQuerySet, HandlingStatus, WrittenReply
from congress.models import Event
from congress.models.unit import unit_clerks
from deputies.models import Seat
from reception.models.opinion import Opinion


class ReferralQuerySet(HandlingQuerySet):
    def visible_to(self, user):
        """A clerk sees his own unit's; everybody else those of the opinions he sees."""
        if user.role == Role.UNIT_CLERK:
            return self.filter(unit=user.unit_id)
        return self.filter(opinion__in=Opinion.objects.visible_to(user).values("pk"))

    def with_clerks(self):
        """Annotate ``unit_has_clerks``, in the query of a list instead of one a record."""
        return self.annotate(unit_has_clerks=Exists(unit_clerks(OuterRef("unit"))))


class Referral(Handling):
    """One unit's part in an opinion (转办), in one round."""

    opinion = models.ForeignKey(
        Opinion, verbose_name="意见", on_delete=models.PROTECT, related_name="referrals"
    )
    plan_meeting_on = models.DateField("研究会议日期", null=True, blank=True)
    plan_measures = models.TextField("办理措施", blank=True)
    plan_finish_by = models.DateField("计划完成日期", null=True, blank=True)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        verbose_name = "转办"
        verbose_name_plural = "转办"
        ordering = ["round", "-role", "pk"]
        indexes = [models.Index(fields=["unit", "status"], name="referral_unit_status")]
        constraints = [
            models.UniqueConstraint(
                fields=["opinion", "unit", "round"],
                condition=~Q(status__in=HandlingStatus.given_up),
                name="referral_unit_once_a_round",
                violation_error_message="这一轮已经转给该单位。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=HandlingStatus.values),
                name="referral_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
        ]

    def __str__(self):
        return f"{self.opinion.title}（{self.unit}）"

    @cached_property
    def unit_has_clerks(self):
        """Whether somebody acts for the unit here; otherwise the office does on its paper replies."""
        return unit_clerks(self.unit).exists()

    def get_absolute_url(self):
        return reverse("reception:referral_detail", args=[self.pk])


class ReferralEvent(Event):
    """A line in the history of a referral."""

    record = models.ForeignKey(
        Referral, verbose_name="转办件", on_delete=models.PROTECT, related_name="events"
    )


def paper_path(reply, filename):
    """Where a reply's paper is kept: its own name may say who the voter is."""
    return f"replies/{clock.today():%Y/%m}/{uuid4()}{Path(filename).suffix.lower()}"


class UnitReply(WrittenReply):
    """The unit's written reply (书面答复意见)."""

    referral = models.ForeignKey(
        Referral, verbose_name="转办", on_delete=models.PROTECT, related_name="replies"
    )
    signatory = models.CharField("签发人", max_length=50)
    replied_on = models.DateField("答复日期")
    attachment = models.FileField("附件", upload_to=paper_path, blank=True)
    copied_to = models.ManyToManyField(
        Seat, verbose_name="抄送代表", through="ReplyCopy", related_name="copied_replies"
    )

    class Meta:
        verbose_name = "单位答复"
        verbose_name_plural = "单位答复"
        ordering = ["replied_on", "pk"]

    def __str__(self):
        return f"{self.referral.unit}答复"


class ReplyCopy(models.Model):
    """A reply copied, item by item, to a deputy who received the voter (分条抄送, B32)."""

    reply = models.ForeignKey(UnitReply, verbose_name="答复", on_delete=models.PROTECT, related_name="copies")
    seat = models.ForeignKey(Seat, verbose_name="代表", on_delete=models.PROTECT, related_name="+")
    copied_at = models.DateTimeField("抄送时间", default=clock.now, editable=False)
    read_at = models.DateTimeField("阅读时间", null=True, blank=True)

    class Meta:
        verbose_name = "抄送"
        verbose_name_plural = "抄送"
        ordering = ["seat__deputy__stroke_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["reply", "seat"], name="reply_copied_once", violation_error_message="已抄送这名代表。"
            ),
        ]

    def __str__(self):
        return f"{self.reply} → {self.seat.called}"
