"""What happens to a seat within its term: suspensions, posts that go with it, the vacancy that it leaves."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce, TruncDate
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from congress import clock
from congress.calendar import chinese_date
from congress.enums import Level, Role
from congress.models import Event, Jurisdiction, Term
from congress.models.jurisdiction import PlacedQuerySet, SightQuerySet
from deputies.enums import Post, SeatStatus, SuspensionGround, VacancyStatus
from deputies.models.seat import Seat, kept_by


class OfSeatQuerySet(PlacedQuerySet):
    place = "seat__term__jurisdiction"
    blind = Role.business_blind

    def on(self, day):
        """Those that last on the day ``on``, which may be an expression."""
        open_ended = Q(ends_on__isnull=True) | Q(ends_on__gte=day)
        return self.filter(open_ended, Q(starts_on__isnull=True) | Q(starts_on__lte=day))


class SuspensionQuerySet(OfSeatQuerySet):
    def _seen_by(self, user):
        """Who keeps the seat."""
        return self.filter(kept_by(user, seat="seat__"))


class Suspension(models.Model):
    """A time in which a deputy may not act (代表法第六十一条); the meetings in it are not due.

    Made and closed by the steps ``suspend`` and ``resume`` of a seat.
    """

    seat = models.ForeignKey(Seat, verbose_name="代表", on_delete=models.PROTECT, related_name="suspensions")
    ground = models.CharField("情形", max_length=20, choices=SuspensionGround)
    starts_on = models.DateField("暂停之日")
    ends_on = models.DateField("暂停的最后一天", null=True, blank=True)

    objects = SuspensionQuerySet.as_manager()

    class Meta:
        verbose_name = "暂停执行职务"
        verbose_name_plural = "暂停执行职务"
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ground__in=SuspensionGround.values),
                name="suspension_ground_known",
                violation_error_message="暂停的情形不在代表法第六十一条所列范围内。",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="suspension_ends_after_start",
                violation_error_message="恢复执行职务之日应晚于暂停之日。",
            ),
            models.UniqueConstraint(
                fields=["seat"],
                condition=Q(ends_on__isnull=True),
                name="suspension_one_open",
                violation_error_message="这名代表已在暂停执行职务。",
            ),
        ]

    def __str__(self):
        return f"{self.seat.called}自{chinese_date(self.starts_on)}起暂停执行职务"


class SeatPost(models.Model):
    """A post that only a deputy can hold; it ends with the seat (选举法第五十四条、第五十六条)."""

    seat = models.ForeignKey(Seat, verbose_name="代表", on_delete=models.PROTECT, related_name="posts")
    post = models.CharField("职务", max_length=20, choices=Post)
    starts_on = models.DateField("任职起", null=True, blank=True, help_text="空白表示自代表就任起。")
    ends_on = models.DateField("任职止", null=True, blank=True, help_text="当日仍在职。")
    note = models.CharField("说明", max_length=100, blank=True, help_text="如专门委员会的名称、选举的会议。")

    objects = OfSeatQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="人大职务变更")

    class Meta:
        verbose_name = "人大职务"
        verbose_name_plural = "人大职务"
        ordering = ["seat", "starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=models.F("starts_on")),
                name="seat_post_ends_after_start",
                violation_error_message="任职止日不能早于任职起日。",
            ),
            models.UniqueConstraint(
                fields=["seat", "post"],
                condition=Q(ends_on__isnull=True),
                name="seat_post_one_open",
                violation_error_message="这名代表已在担任这一职务。",
            ),
        ]

    def __str__(self):
        return f"{self.seat.called}：{self.get_post_display()}"

    def get_absolute_url(self):
        return self.seat.get_absolute_url()

    def clean(self):
        """A post of the seat's kind of congress, within the days of the seat."""
        if not self.seat_id:
            return
        in_town = self.seat.term.jurisdiction.level == Level.TOWN
        if self.post and self.post not in dict(self.offered()):
            where = "乡镇人大" if in_town else "县级以上的人大"
            raise ValidationError({"post": f"{where}没有{self.get_post_display()}这一职务，请另选。"})
        first, last = self.seat.first_day, self.seat.last_day
        if self.starts_on and first and self.starts_on < first:
            raise ValidationError({"starts_on": f"不能早于就任之日（{chinese_date(first)}）。"})
        if last and self.ends_on and self.ends_on > last:
            sentence = f"代表资格{chinese_date(last)}终止，职务同时终止（选举法第五十四条、第五十六条）"
            raise ValidationError({"ends_on": f"{sentence}。"})

    def offered(self):
        """The posts of the seat's kind of congress, as choices."""
        in_town = self.seat.term.jurisdiction.level == Level.TOWN
        return [choice for choice in Post.choices if (choice[0] in Post.of_towns) == in_town]

    @property
    def last_day(self):
        """Its own last day or the seat's, whichever is earlier; None while both are open."""
        return min(filter(None, [self.ends_on, self.seat.last_day]), default=None)

    @property
    def is_over(self):
        return self.last_day is not None and self.last_day < clock.today()


# What :attr:`Vacancy.since` reads, to sort by.
VACANT_SINCE = Coalesce("seat__ends_on", TruncDate("seat__status_since"))


class VacancyQuerySet(SightQuerySet):
    blind = Role.business_blind

    def waiting(self):
        """Those that are not filled yet, in a term that still runs."""
        running = Q(seat__term__in=Term.objects.current(clock.today()))
        return self.filter(running, status__in=VacancyStatus.waiting)

    def with_seats(self):
        """Load what pages show and rules ask."""
        return self.select_related(
            "seat__deputy",
            "seat__term__jurisdiction__parent",
            "seat__constituency__town",
            "filled_by__deputy",
        )

    def _seen_by(self, user):
        own = Jurisdiction.objects.within(user.jurisdiction)
        return self.filter(
            Q(seat__term__jurisdiction__in=own) | Q(seat__constituency__town=user.jurisdiction)
        )


class Vacancy(models.Model):
    """A seat that fell vacant within the term, until it is filled (选举法第五十七条).

    It was given up or, its election being void (选举法第四十七条), never taken.
    """

    seat = models.OneToOneField(Seat, verbose_name="原代表", on_delete=models.PROTECT, related_name="vacancy")
    by_election_on = models.DateField("补选之日", null=True, blank=True)
    filled_by = models.OneToOneField(
        Seat,
        verbose_name="补选产生的代表",
        on_delete=models.PROTECT,
        related_name="fills",
        null=True,
        blank=True,
    )
    status = models.CharField(
        "状态", max_length=20, choices=VacancyStatus, default=VacancyStatus.OPEN, editable=False
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)

    objects = VacancyQuerySet.as_manager()

    class Meta:
        verbose_name = "出缺"
        verbose_name_plural = "出缺"
        ordering = [VACANT_SINCE.desc(), "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=VacancyStatus.values),
                name="vacancy_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=~Q(status=VacancyStatus.SCHEDULED) | Q(by_election_on__isnull=False),
                name="vacancy_scheduled_has_day",
                violation_error_message="已定补选的，要有补选之日。",
            ),
            models.CheckConstraint(
                condition=Q(status=VacancyStatus.FILLED, filled_by__isnull=False)
                | (~Q(status=VacancyStatus.FILLED) & Q(filled_by__isnull=True)),
                name="vacancy_filled_has_seat",
                violation_error_message="已补选的，要有补选产生的代表。",
            ),
        ]

    def __str__(self):
        return f"{self.seat.place}出缺（{self.holder}{self.seat.deputy.name}）"

    def get_absolute_url(self):
        return reverse("deputies:vacancy_detail", args=[self.pk])

    @property
    def is_of_void_election(self):
        return self.seat.status == SeatStatus.INVALID

    @property
    def since(self):
        """The last day before the seat was vacant: its own, or that on which its election was found void.

        None where the end of the seat was taken back.
        """
        if self.is_of_void_election:
            return timezone.localdate(self.seat.status_since)
        return self.seat.ends_on

    @property
    def cause(self):
        """Why the seat is vacant, in words."""
        if self.is_of_void_election:
            return self.seat.get_status_display()
        if self.since is None:
            return "终止登记已撤销"
        return self.seat.get_end_ground_display() or "资格终止"

    @property
    def holder(self):
        """What the person was whose seat it is."""
        return "原当选人" if self.is_of_void_election else "原代表"


class VacancyEvent(Event):
    """A line in the history of a vacancy."""

    record = models.ForeignKey(Vacancy, verbose_name="出缺", on_delete=models.PROTECT, related_name="events")
