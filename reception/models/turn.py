"""Deputies' turns: days on which they cannot sit; exchanges, substitutions and leave that are asked for."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from congress import clock
from congress.enums import Role
from congress.models import Event
from congress.models.jurisdiction import SightQuerySet
from deputies.models import Deputy, Seat
from deputies.models.seat import naming
from reception.enums import DayStatus, TurnKind, TurnStatus
from reception.models.day import ReceptionDay, RotaSlot


class AwayQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A deputy's own; staff those of their area."""
        if user.role == Role.DEPUTY:
            return self.filter(deputy__user=user)
        return self.filter(deputy__seats__in=Seat.objects.visible_to(user).values("pk")).distinct()


class Away(models.Model):
    """Days on which a deputy cannot sit, told beforehand; a rota is drawn up around them."""

    deputy = models.ForeignKey(Deputy, verbose_name="代表", on_delete=models.CASCADE, related_name="away")
    starts_on = models.DateField("从哪天")
    ends_on = models.DateField("到哪天")
    reason = models.CharField("原因", max_length=200, blank=True)

    objects = AwayQuerySet.as_manager()

    class Meta:
        verbose_name = "不便接待的日子"
        verbose_name_plural = "不便接待的日子"
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="away_ends_after_start",
                violation_error_message="结束的日子不能早于开始的日子。",
            ),
        ]

    def __str__(self):
        return f"{self.deputy}：{self.starts_on}至{self.ends_on}"


class TurnRequestQuerySet(SightQuerySet):
    blind = Role.business_blind

    def open(self):
        """Those that wait, while the days are still to come and the turns are still theirs."""
        turns = RotaSlot.objects.filter(day=models.OuterRef("day"), seat=models.OuterRef("seat"))
        return self.filter(
            Q(other_day=None)
            | Q(other_day__date__gte=clock.today(), other_day__status__in=DayStatus.changeable),
            models.Exists(turns),
            status=TurnStatus.ASKED,
            day__date__gte=clock.today(),
            day__status__in=DayStatus.changeable,
        )

    def agreed(self):
        """Waiting ones to which both have said yes: what the rota may be changed by."""
        return self.filter(
            status=TurnStatus.ASKED, seat_agreed_at__isnull=False, other_agreed_at__isnull=False
        )

    def of(self, user):
        """Those to which the user is a party."""
        return self.filter(Q(seat__deputy__user=user) | Q(other__deputy__user=user))

    def about(self, day):
        return self.filter(Q(day=day) | Q(other_day=day))

    def named(self):
        """With what sentences about them read."""
        return self.select_related(
            "day__jurisdiction__parent", "other_day", *naming("seat__"), *naming("other__")
        )

    def _seen_by(self, user):
        """Deputies see their own; staff and leaders those about the days that they see."""
        if user.role == Role.DEPUTY:
            return self.of(user)
        return self.filter(day__in=ReceptionDay.objects.visible_to(user).values("pk"))


class TurnRequest(models.Model):
    """A deputy is to exchange his turn with another, to be stood in for, or to be excused (B5, E4).

    ``seat`` has the turn on ``day``; ``other`` takes it, and gives his on ``other_day`` where they exchange.
    Who has agreed says so by a moment; the office enters consent given by telephone.
    """

    kind = models.CharField("事项", max_length=20, choices=TurnKind)
    day = models.ForeignKey(
        ReceptionDay, verbose_name="接待日", on_delete=models.CASCADE, related_name="turn_requests"
    )
    seat = models.ForeignKey(
        Seat, verbose_name="原轮值代表", on_delete=models.PROTECT, related_name="turn_requests"
    )
    other = models.ForeignKey(
        Seat, verbose_name="对方", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    other_day = models.ForeignKey(
        ReceptionDay,
        verbose_name="对方的接待日",
        on_delete=models.CASCADE,
        related_name="+",
        null=True,
        blank=True,
    )
    reason = models.CharField("原因", max_length=200)
    seat_agreed_at = models.DateTimeField("原轮值代表同意时间", null=True, blank=True, editable=False)
    other_agreed_at = models.DateTimeField("对方同意时间", null=True, blank=True, editable=False)
    status = models.CharField(
        "状态", max_length=20, choices=TurnStatus, default=TurnStatus.ASKED, editable=False
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)

    objects = TurnRequestQuerySet.as_manager()

    class Meta:
        verbose_name = "换班申请"
        verbose_name_plural = "换班申请"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=TurnStatus.values),
                name="turn_request_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=Q(kind=TurnKind.LEAVE, other__isnull=True, other_day__isnull=True)
                | Q(kind=TurnKind.SUBSTITUTE, other__isnull=False, other_day__isnull=True)
                | Q(kind=TurnKind.SWAP, other__isnull=False, other_day__isnull=False),
                name="turn_request_parties",
                violation_error_message="互换要有对方和对方的接待日，替班要有对方，请假都没有。",
            ),
        ]

    def __str__(self):
        when = f"{self.day.date.month}月{self.day.date.day}日"
        if self.kind == TurnKind.SWAP:
            other = f"{self.other_day.date.month}月{self.other_day.date.day}日"
            return f"{self.seat.called}（{when}）与{self.other.called}（{other}）互换轮值"
        if self.kind == TurnKind.SUBSTITUTE:
            return f"{self.other.called}替{self.seat.called}轮值（{when}）"
        return f"{self.seat.called}请{when}接待日的假"

    def get_absolute_url(self):
        return reverse("reception:turn_detail", args=[self.pk])

    @property
    def lapsed(self):
        """Nobody answered before one of the days came, or a day was called off."""
        days = [self.day, self.other_day] if self.other_day_id else [self.day]
        gone = any(day.date < clock.today() or day.status not in DayStatus.changeable for day in days)
        return self.status == TurnStatus.ASKED and gone

    @property
    def waits_for(self):
        """The seats whose consent is missing."""
        seats = [] if self.seat_agreed_at else [self.seat]
        return seats if self.other is None or self.other_agreed_at else [*seats, self.other]

    @property
    def turns(self):
        """What it changes: (day, seat that has the turn, seat that takes it)."""
        if self.kind == TurnKind.LEAVE:
            return []
        changed = [(self.day, self.seat, self.other)]
        if self.kind == TurnKind.SWAP:
            changed.append((self.other_day, self.other, self.seat))
        return changed


class TurnRequestEvent(Event):
    """A line in the history of such a request."""

    record = models.ForeignKey(
        TurnRequest, verbose_name="换班申请", on_delete=models.PROTECT, related_name="events"
    )
