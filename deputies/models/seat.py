"""Seats: a person's part in one congress for one term."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, Q, Value, When
from simple_history.models import HistoricalRecords

from congress import clock, names
from congress.enums import Level, Role
from congress.models import Event, Jurisdiction, Term
from congress.models.jurisdiction import SightQuerySet
from deputies.enums import EndGround, ParticipationStatus, SeatStatus, StartGround, Tie
from deputies.models.deputy import Deputy
from deputies.models.structure import Constituency, Delegation, DeputyGroup


def within_days(first, last, *, seat=""):
    """The condition that any day from ``first`` to ``last``, both counted, lies within the days of a seat.

    A seat begins and ends with its term (代表法第二条) unless it began later or ended earlier itself; a bound
    that nobody knows binds nothing. ``seat`` is the path to it from rows of another table, such as "seat__";
    the days may be expressions.
    """
    within = Q()
    for bound in (seat, f"{seat}term__"):
        within &= Q(**{f"{bound}starts_on__isnull": True}) | Q(**{f"{bound}starts_on__lte": last})
        within &= Q(**{f"{bound}ends_on__isnull": True}) | Q(**{f"{bound}ends_on__gte": first})
    return within


def held_during(first, last, *, seat=""):
    """The condition that a seat is held on any day from ``first`` to ``last``; takes what the above takes.

    Who was elected holds it once that is confirmed, whose election is void never (选举法第四十七条).
    :meth:`Seat.held_during` says the same of one seat.
    """
    confirmed = ~Q(**{f"{seat}status__in": SeatStatus.without_office})
    return confirmed & within_days(first, last, seat=seat)


def held_on(day, *, seat=""):
    """The condition that a seat is held on ``day``."""
    return held_during(day, day, seat=seat)


def naming(path=""):
    """What :attr:`Seat.called` reads, for ``select_related``; ``path`` leads to the seat, as "seat__"."""
    return tuple(f"{path}{part}" for part in ("deputy", "term__jurisdiction", "constituency"))


def kept_by(user, *, seat=""):
    """The condition that the user keeps a seat, and so reads of a suspension (``rules.can_keep_seat``)."""
    if not user.is_office or user.jurisdiction is None:
        return Q(pk__in=[])
    return Q(**{f"{seat}term__jurisdiction__in": Jurisdiction.objects.within(user.jurisdiction)})


class SeatQuerySet(SightQuerySet):
    blind = Role.business_blind

    def with_standing(self, user):
        """Annotate ``standing``: the status as ``user`` may read it, suspended ones as 资格有效 to others."""
        unread = Q(status=SeatStatus.SUSPENDED) & ~kept_by(user)
        return self.annotate(standing=Case(When(unread, then=Value(SeatStatus.CONFIRMED)), default="status"))

    def in_office(self, on):
        """Seats held on the day ``on``."""
        return self.filter(held_on(on))

    def taken(self, on):
        """Seats that nobody else can be elected into for the day ``on``, confirmed yet or not."""
        return self.filter(within_days(on, on), status__in=SeatStatus.running)

    def over(self, on):
        """Seats that ended before the day ``on``, by themselves or with their term."""
        return self.filter(Q(ends_on__lt=on) | Q(term__ends_on__lt=on))

    def listed(self, on):
        """The roster of the terms that run on ``on``: seats that had begun by then, ended ones too."""
        begun = Q(starts_on__isnull=True) | Q(starts_on__lte=on)
        confirmed = ~Q(status__in=SeatStatus.without_office)
        return self.filter(begun, confirmed, term__in=Term.objects.current(on))

    def missing_at_home(self, on):
        """Who neither lives nor works in his constituency and joined no activity there in this term (B46).

        An activity counts that is marked with the constituency or that the office of the town in which it
        lies has held; what a deputy enters by himself says where it was.
        """
        by_office = Q(participations__activity__created_by__role__in=Role.staff)
        there = Q(participations__activity__constituency=F("constituency")) | by_office & Q(
            participations__activity__jurisdiction=F("constituency__town")
        )
        been = self.model.objects.filter(there, participations__status=ParticipationStatus.VERIFIED)
        away = self.filter(tie=Tie.NEITHER, constituency__isnull=False)
        return away.in_office(on).exclude(pk__in=been.values("pk"))

    def within(self, jurisdiction):
        """Seats in the congress of the jurisdiction and of those below it."""
        return self.filter(term__jurisdiction__in=Jurisdiction.objects.within(jurisdiction))

    def working_in(self, jurisdiction):
        """Seats whose constituency lies here, at whatever level: those a town or street looks after."""
        return self.filter(
            Q(term__jurisdiction__in=Jurisdiction.objects.within(jurisdiction))
            | Q(constituency__town=jurisdiction)
        )

    def whole_of(self, jurisdiction):
        """全体代表: the seats of a congress; of a street, which has none, those elected there."""
        where = {"term__jurisdiction" if jurisdiction.has_congress else "constituency__town": jurisdiction}
        return self.filter(**where).select_related("deputy", "term")

    def in_stroke_order(self):
        return self.order_by("deputy__stroke_key", "deputy", "pk")

    def in_pinyin_order(self):
        return self.order_by("deputy__pinyin_key", "deputy__stroke_key", "deputy", "pk")

    def by_term(self):
        """The latest term first."""
        return self.order_by("-term__starts_on", "term__jurisdiction__order", "pk")

    def search(self, query):
        """Seats of the deputies found by characters, full pinyin or initials."""
        return self.filter(deputy__in=Deputy.objects.search(query).values("pk"))

    def named(self, name):
        return self.filter(deputy__name=names.normalise(name))

    def _seen_by(self, user):
        """Staff see the seats of their area, deputies the colleagues of their congress and of their town."""
        area = Q(term__jurisdiction__in=Jurisdiction.objects.within(user.jurisdiction))
        return self.filter(area | Q(constituency__town=user.jurisdiction) | Q(deputy__user=user))


class Seat(models.Model):
    """A person's seat in one congress for one term. Every rate counts only the days inside it.

    Its days say when it is held, its status how it stands with the credentials committee; both change by the
    steps of ``deputies/seat_workflow.py``. What a register lists has been confirmed.
    """

    deputy = models.ForeignKey(Deputy, verbose_name="代表", on_delete=models.PROTECT, related_name="seats")
    term = models.ForeignKey(Term, verbose_name="届", on_delete=models.PROTECT, related_name="seats")
    constituency = models.ForeignKey(
        Constituency,
        verbose_name="选区",
        on_delete=models.PROTECT,
        related_name="seats",
        null=True,
        blank=True,
    )
    by_army = models.BooleanField(
        "驻军选举",
        default=False,
        help_text="人民解放军单独进行选举，不划选区（选举法第六条）；由驻军选举的代表才勾选。",
    )
    delegation = models.ForeignKey(
        Delegation,
        verbose_name="代表团",
        on_delete=models.PROTECT,
        related_name="seats",
        null=True,
        blank=True,
    )
    group = models.ForeignKey(
        DeputyGroup,
        verbose_name="代表小组",
        on_delete=models.PROTECT,
        related_name="seats",
        null=True,
        blank=True,
    )
    status = models.CharField(
        "状态", max_length=20, choices=SeatStatus, default=SeatStatus.CONFIRMED, editable=False
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)
    card_number = models.CharField("代表证号", max_length=30, blank=True)
    roster_order = models.PositiveSmallIntegerField("名册序号", default=0)
    start_ground = models.CharField(
        "产生方式", max_length=20, choices=StartGround, default=StartGround.ELECTED
    )
    reelected = models.BooleanField("连任", default=False)
    tie = models.CharField(
        "与选区的联系", max_length=10, choices=Tie, blank=True, help_text="是否在本选区居住或者工作。"
    )
    starts_on = models.DateField(
        "就任日期", null=True, blank=True, help_text="空白表示自本届开始；只知年月的填当月1日。"
    )
    ends_on = models.DateField(
        "离任日期", null=True, blank=True, help_text="当日仍在任；只知年月的填当月末日。"
    )
    end_ground = models.CharField("离任原因", max_length=20, choices=EndGround, blank=True)
    decided_by = models.CharField(
        "接受或者决定的机关",
        max_length=60,
        blank=True,
        help_text="接受辞职、通过罢免或者听取报告的机关，可以写到第几次会议。",
    )
    announcement = models.CharField(
        "公告文号", max_length=60, blank=True, help_text="公告代表资格终止的文号（代表法第六十三条）。"
    )
    announced_on = models.DateField("公告日期", null=True, blank=True)
    confirmed_on = models.DateField("资格确认日期", null=True, blank=True)
    confirmation = models.CharField(
        "资格确认公告文号", max_length=60, blank=True, help_text="公布代表名单的文号（选举法第四十七条）。"
    )
    remark = models.CharField("备注", max_length=200, blank=True)

    objects = SeatQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="代表任职变更")

    class Meta:
        verbose_name = "代表任职"
        verbose_name_plural = "代表任职"
        ordering = ["deputy__stroke_key", "deputy", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["deputy", "term"],
                condition=Q(status__in=SeatStatus.running),
                name="seat_unique",
                violation_error_message="这名代表在本届已有任职记录。",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=models.F("starts_on")),
                name="seat_ends_after_start",
                violation_error_message="离任日期不能早于就任日期。",
            ),
            models.CheckConstraint(
                condition=Q(end_ground="") | Q(ends_on__isnull=False),
                name="seat_end_has_date",
                violation_error_message="填了离任原因，还要填离任日期。",
            ),
            models.CheckConstraint(
                condition=Q(by_army=False) | Q(constituency__isnull=True),
                name="seat_army_without_constituency",
                violation_error_message="驻军选举的代表不在选区选出，选区和“驻军选举”只能填一项。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=SeatStatus.values),
                name="seat_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=~Q(status=SeatStatus.ENDED) | Q(ends_on__isnull=False),
                name="seat_ended_has_date",
                violation_error_message="资格终止的，要有终止日期。",
            ),
        ]

    def __str__(self):
        where = self.place
        if self.deputy.has_namesake and not self.constituency_id:
            where += f"，{self.deputy.get_sex_display() or self.deputy.position or '选区未登记'}"
        return f"{self.deputy.name}（{where}）"

    def get_absolute_url(self):
        return self.deputy.get_absolute_url()

    def clean(self):
        """A seat's constituency, delegation and group are those of its own congress and term.

        The army elects into the congresses of counties and above.
        """
        if self.term_id is None:
            return
        errors = {}
        if self.by_army and self.term.jurisdiction.level == Level.TOWN:
            errors["by_army"] = "乡镇人大没有驻军选举的代表，请选择选区。"
        if self.constituency_id and self.constituency.jurisdiction_id != self.term.jurisdiction_id:
            errors["constituency"] = f"这个选区不属于{self.term.jurisdiction.congress_name}，请另选。"
        if self.delegation_id and self.delegation.term_id != self.term_id:
            errors["delegation"] = f"这个代表团不属于{self.term}，请另选。"
        if self.group_id and self.group.term_id != self.term_id:
            errors["group"] = f"这个代表小组不属于{self.term}，请另选。"
        if errors:
            raise ValidationError(errors)

    @property
    def jurisdiction(self):
        return self.term.jurisdiction

    @property
    def called(self):
        """The name in a sentence or a list; of namesakes with what tells them apart."""
        return str(self) if self.deputy.has_namesake else self.deputy.name

    @property
    def place(self):
        """What tells homonyms apart: congress and constituency."""
        where = self.term.jurisdiction.name
        if self.by_army:
            return f"{where}驻军"
        return f"{where}第{self.constituency.number}选区" if self.constituency_id else where

    @property
    def elected_by(self):
        """Who elected: the constituency or the army's unit (选举法第六条), in words; "" where nobody said."""
        if self.by_army:
            return "驻军"
        return str(self.constituency) if self.constituency_id else ""

    @property
    def by_whom(self):
        """Who elects anew when it falls vacant (选举法第五十七条); "" where nobody said who elected it."""
        if self.by_army or self.term.jurisdiction.level == Level.CITY:
            return "原选举单位"
        return "原选区" if self.constituency_id else ""

    @property
    def first_day(self):
        """The first day of the seat: its own or, where that is unknown or earlier, its term's; None."""
        return max(filter(None, [self.starts_on, self.term.starts_on]), default=None)

    @property
    def last_day(self):
        """The last day of the seat, its own or its term's, whichever is earlier; None while it is open."""
        return min(filter(None, [self.ends_on, self.term.ends_on]), default=None)

    def held_during(self, first, last):
        """Whether the seat is held on any day from ``first`` to ``last``, as the condition of that name."""
        begun = self.first_day is None or self.first_day <= last
        over = self.last_day is not None and self.last_day < first
        return begun and not over and self.status not in SeatStatus.without_office

    def in_office(self, on=None):
        """Whether the seat is held on the day ``on``, today by default."""
        on = on or clock.today()
        return self.held_during(on, on)

    @property
    def confirming_body(self):
        """Who confirms that the seat was validly won (选举法第四十七条)."""
        place = self.term.jurisdiction
        return f"{place}人大主席团" if place.level == Level.TOWN else f"{place}人大常委会"

    @property
    def ending_body(self):
        """Who accepts a resignation and announces the end of a seat (选举法第五十五条、代表法第六十三条)."""
        place = self.term.jurisdiction
        return place.congress_name if place.level == Level.TOWN else f"{place}人大常委会"

    @property
    def is_over(self):
        """Whether its last day has passed."""
        return self.last_day is not None and self.last_day < clock.today()


class SeatEvent(Event):
    """A line in the history of a seat."""

    record = models.ForeignKey(Seat, verbose_name="代表任职", on_delete=models.PROTECT, related_name="events")
