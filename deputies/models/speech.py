"""What deputies say at meetings: immune, and read by few (代表法第三十八条; domain.md B50, B60)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from congress.enums import Role
from congress.models import Meeting
from congress.models.jurisdiction import SightQuerySet
from deputies.enums import SpeechKind
from deputies.models.seat import Seat, held_on


class SpeechQuerySet(SightQuerySet):
    blind = Role.business_blind

    def counted(self):
        """Those made while the seat was held."""
        return self.filter(held_on(F("meeting__on"), seat="seat__"))

    def _seen_by(self, user):
        """The deputy himself and the office of that very congress; others learn at most the count."""
        if user.role == Role.DEPUTY:
            return self.filter(seat__deputy__user=user)
        if user.role in Role.offices:
            return self.filter(meeting__session__term__jurisdiction=user.jurisdiction)
        return self.none()


class Speech(models.Model):
    """A speech of a deputy at a meeting, with its length in minutes."""

    meeting = models.ForeignKey(
        Meeting, verbose_name="会议", on_delete=models.PROTECT, related_name="speeches"
    )
    seat = models.ForeignKey(Seat, verbose_name="代表", on_delete=models.PROTECT, related_name="speeches")
    kind = models.CharField("类型", max_length=20, choices=SpeechKind, default=SpeechKind.DELIBERATION)
    topic = models.CharField("议题", max_length=100)
    minutes = models.PositiveSmallIntegerField("时长（分钟）", null=True, blank=True)
    text = models.TextField("发言内容", blank=True, help_text="可以只写要点，也可以不填。")
    reminded = models.BooleanField("主持人提醒过", default=False)
    reminder = models.CharField("提醒了什么", max_length=100, blank=True, help_text="如超过时限、离开议题。")
    recorder = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="登记人",
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )

    objects = SpeechQuerySet.as_manager()
    # What was said is kept once, as it stands; the history tells who changed the facts around it.
    history = HistoricalRecords(verbose_name="会议发言变更", excluded_fields=["topic", "text", "reminder"])

    class Meta:
        verbose_name = "会议发言"
        verbose_name_plural = "会议发言"
        ordering = ["-meeting__on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=SpeechKind.values),
                name="speech_kind_known",
                violation_error_message="发言类型不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=Q(reminded=True) ^ Q(reminder=""),
                name="speech_reminder_told",
                violation_error_message="主持人提醒过的，请写明提醒了什么；没有提醒的，不填提醒内容。",
            ),
        ]

    def __str__(self):
        """Without the topic: it is read by few."""
        return f"{self.seat.called}在{self.meeting}的{self.get_kind_display()}"

    def get_absolute_url(self):
        return reverse("deputies:speech_edit", args=[self.pk])
