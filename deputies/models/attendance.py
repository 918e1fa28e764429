"""The rolls of meetings: who was due, who came."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from simple_history.models import HistoricalRecords

from congress.enums import Role, SessionBody
from congress.models import Jurisdiction, Meeting
from congress.models.jurisdiction import SightQuerySet
from deputies.enums import Mark, MarkedBy
from deputies.models.seat import Seat, held_on
from deputies.models.tenure import Suspension


def suspended_on_the_day():
    """The condition that the line's seat was suspended on the day of the meeting (代表法第六十一条)."""
    return Exists(Suspension.objects.on(OuterRef("meeting__on")).filter(seat=OuterRef("seat")))


class AttendanceQuerySet(SightQuerySet):
    blind = Role.business_blind

    def due(self):
        """Lines of seats held on the day of the meeting and not suspended; who sits in (列席) is not due."""
        held = held_on(F("meeting__on"), seat="seat__")
        return self.filter(held, ~suspended_on_the_day(), nonvoting=False)

    def of_congress(self):
        """Lines of meetings of the congress itself (代表法第十三条), not of its standing committee."""
        return self.filter(meeting__session__body=SessionBody.CONGRESS)

    def _seen_by(self, user):
        """Staff see the rolls of their area, a deputy his own lines."""
        if user.role == Role.DEPUTY:
            return self.filter(seat__deputy__user=user)
        return self.filter(
            Q(meeting__session__term__jurisdiction__in=Jurisdiction.objects.within(user.jurisdiction))
            | Q(seat__in=Seat.objects.working_in(user.jurisdiction).values("pk"))
        )


class Attendance(models.Model):
    """A seat's line on the roll of a meeting. ``deputies/rolls.py`` alone adds lines and sets marks."""

    meeting = models.ForeignKey(
        Meeting, verbose_name="会议", on_delete=models.PROTECT, related_name="attendances"
    )
    seat = models.ForeignKey(Seat, verbose_name="代表", on_delete=models.PROTECT, related_name="attendances")
    mark = models.CharField("出勤", max_length=20, choices=Mark, default=Mark.UNRECORDED)
    nonvoting = models.BooleanField("列席", default=False)
    marked_by = models.CharField("登记方式", max_length=20, choices=MarkedBy, blank=True)
    recorder = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="登记人",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    marked_at = models.DateTimeField("登记时间", null=True, blank=True)
    note = models.CharField("说明", max_length=100, blank=True, help_text="如迟到、早退。")

    objects = AttendanceQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="出勤变更")

    class Meta:
        verbose_name = "会议出勤"
        verbose_name_plural = "会议出勤"
        ordering = ["meeting__on", "meeting__order", "meeting", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "seat"],
                name="attendance_unique",
                violation_error_message="这名代表已在本次会议的考勤表中。",
            ),
            models.CheckConstraint(
                condition=Q(mark__in=Mark.values),
                name="attendance_mark_known",
                violation_error_message="出勤不在可选范围内。",
            ),
        ]

    def __str__(self):
        return f"{self.seat.called}：{self.meeting}"

    def get_absolute_url(self):
        return self.meeting.get_absolute_url()
