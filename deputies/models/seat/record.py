"""A person's part in one congress for one term."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from congress import clock
from congress.enums import Level
from congress.models import Event, Term
from deputies.enums import EndGround, SeatStatus, StartGround, Tie
from deputies.models.deputy import Deputy
from deputies.models.seat.rows import SeatQuerySet
from deputies.models.structure import Constituency, Delegation, DeputyGroup


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
