"""Reception days and their rota."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from congress import clock
from congress.enums import Role
from congress.models import Event, Jurisdiction
from congress.models.jurisdiction import SightQuerySet
from deputies.models import Seat, Station
from reception.enums import DayStatus


class ReceptionDayQuerySet(SightQuerySet):
    blind = Role.business_blind

    def held(self):
        return self.filter(status__in=DayStatus.held_states)

    def _seen_by(self, user):
        """Staff and leaders see their area's days; a deputy the days of his rota and of his area."""
        area = Q(jurisdiction__in=Jurisdiction.objects.within(user.jurisdiction))
        if user.role == Role.DEPUTY:
            return self.filter(
                area | Q(pk__in=RotaSlot.objects.filter(seat__deputy__user=user).values("day"))
            )
        return self.filter(area)


class ReceptionDay(models.Model):
    """A day on which deputies receive voters (代表接待日)."""

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="镇街", on_delete=models.PROTECT, related_name="reception_days"
    )
    station = models.ForeignKey(
        Station,
        verbose_name="站点",
        on_delete=models.PROTECT,
        related_name="reception_days",
        null=True,
        blank=True,
    )
    place = models.CharField("地点", max_length=100)
    rule_date = models.DateField("应接待日期", help_text="按规则应接待的日子，遇节假日顺延之前。")
    date = models.DateField("接待日期")
    starts_at = models.TimeField("开始时间", null=True, blank=True)
    ends_at = models.TimeField("结束时间", null=True, blank=True)
    status = models.CharField(
        "状态", max_length=20, choices=DayStatus, default=DayStatus.PLANNED, editable=False
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)
    notice_due_on = models.DateField("应公告日期")
    notice_published_on = models.DateField("公告日期", null=True, blank=True)
    summary = models.TextField("小结", blank=True)
    reason = models.CharField("延期、取消原因", max_length=200, blank=True)
    deputies = models.ManyToManyField(
        Seat,
        verbose_name="轮值代表",
        through="RotaSlot",
        through_fields=("day", "seat"),
        related_name="reception_days",
    )

    objects = ReceptionDayQuerySet.as_manager()

    class Meta:
        verbose_name = "接待日"
        verbose_name_plural = "接待日"
        ordering = ["-date", "pk"]
        indexes = [models.Index(fields=["date"], name="reception_day_date")]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "place", "rule_date"],
                name="reception_day_unique",
                violation_error_message="该地点这一天已有接待日。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=DayStatus.values),
                name="reception_day_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
        ]

    def __str__(self):
        return f"{self.date.month}月{self.date.day}日{self.place}接待日"

    def get_absolute_url(self):
        return reverse("reception:day_detail", args=[self.pk])

    @property
    def hours(self):
        """8:30—11:00; nothing where they are not both known."""
        return f"{self.starts_at:%H:%M}—{self.ends_at:%H:%M}" if self.starts_at and self.ends_at else ""

    @property
    def postponed(self):
        return self.date != self.rule_date


class RotaSlotQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The turns of the days that the user may see."""
        return self.filter(day__in=ReceptionDay.objects.visible_to(user).values("pk"))

    def standing(self):
        """Turns of days that are not called off."""
        return self.exclude(day__status=DayStatus.CANCELLED)


class RotaSlot(models.Model):
    """A deputy's turn on a reception day."""

    day = models.ForeignKey(
        ReceptionDay, verbose_name="接待日", on_delete=models.CASCADE, related_name="slots"
    )
    seat = models.ForeignKey(Seat, verbose_name="代表", on_delete=models.PROTECT, related_name="rota_slots")
    present = models.BooleanField("实到", null=True, blank=True)
    substitutes = models.ForeignKey(
        Seat,
        verbose_name="替谁",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text="替班的，填原轮值代表。",
    )
    leave = models.CharField(
        "请假原因", max_length=200, blank=True, help_text="准了假而没有人替班的，写明原因。"
    )

    objects = RotaSlotQuerySet.as_manager()

    class Meta:
        verbose_name = "轮值"
        verbose_name_plural = "轮值"
        ordering = ["seat__deputy__stroke_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "seat"],
                name="rota_slot_unique",
                violation_error_message="这名代表已在轮值名单中。",
            ),
        ]

    def __str__(self):
        return f"{self.day}：{self.seat.called}"

    @property
    def missed(self):
        """How a turn was missed, in words; "" for one that was taken or is still to come."""
        if self.present is not False:
            return ""
        return "请假" if self.leave else "未请假"


class DayLeader(models.Model):
    """A leader who is no deputy and sits in on a reception day (B19)."""

    day = models.ForeignKey(
        ReceptionDay, verbose_name="接待日", on_delete=models.CASCADE, related_name="leaders"
    )
    name = models.CharField("姓名", max_length=60)
    post = models.CharField("职务", max_length=60)

    class Meta:
        verbose_name = "带班领导"
        verbose_name_plural = "带班领导"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "name", "post"],
                name="day_leader_unique",
                violation_error_message="这位领导已在带班名单中。",
            ),
        ]

    def __str__(self):
        return f"{self.post}{self.name}"


class ReceptionDayEvent(Event):
    """A line in the history of a reception day."""

    record = models.ForeignKey(
        ReceptionDay, verbose_name="接待日", on_delete=models.PROTECT, related_name="events"
    )
