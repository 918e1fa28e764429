"""By which rules an office receives voters, and the plan of a year's reception days (domain.md B1, E3)."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from congress import clock
from congress.enums import Postponement, Role
from congress.models import Event, Jurisdiction
from congress.models.jurisdiction import PlacedQuerySet
from deputies.models import Station
from reception import recurrence
from reception.enums import PlanStatus


@dataclass(frozen=True)
class Way:
    """How a day that falls on a holiday is put off: a ``Postponement``, and whether weekends count."""

    how: str
    weekend_counts: bool

    @property
    def sentence(self):
        """逢节假日顺延到下一个工作日."""
        spared = "" if self.weekend_counts or self.how == Postponement.NONE else "（不含平常的周末）"
        return f"逢节假日{spared}{Postponement(self.how).label}"

    def moved(self, day, calendar):
        """Where a day planned for ``day`` goes."""
        return calendar.postponed(day, self.how, weekend_counts=self.weekend_counts)


class PlanQuerySet(PlacedQuerySet):
    """Rules and plans of a person's area, for those who have to do with the deputies' work."""

    blind = Role.business_blind


class RuleQuerySet(PlanQuerySet):
    def holding(self, first, last):
        """Rules that hold on some day from ``first`` to ``last``, in the order of places."""
        open_end = Q(valid_until__isnull=True) | Q(valid_until__gte=first)
        return self.filter(open_end, valid_from__lte=last)


class ReceptionRule(models.Model):
    """On which days an office receives voters at a place, from a day on (B1, 1–4)."""

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="镇街", on_delete=models.PROTECT, related_name="reception_rules"
    )
    station = models.ForeignKey(
        Station,
        verbose_name="站点",
        on_delete=models.PROTECT,
        related_name="reception_rules",
        null=True,
        blank=True,
    )
    place = models.CharField("地点", max_length=100)
    recurrence = models.TextField(
        "规则", help_text="按 RFC 5545 写，一行一条，如 FREQ=MONTHLY;BYMONTHDAY=20 为每月20日。"
    )
    starts_at = models.TimeField("开始时间", null=True, blank=True)
    ends_at = models.TimeField("结束时间", null=True, blank=True)
    valid_from = models.DateField("适用起")
    valid_until = models.DateField("适用到", null=True, blank=True, help_text="一直适用的不填。")
    postponement = models.CharField(
        "遇节假日",
        max_length=20,
        choices=Postponement,
        blank=True,
        help_text="不选的，按本镇街的工作规则。",
    )
    weekend_counts = models.BooleanField(
        "周末也算节假日", null=True, blank=True, help_text="不选的，按本镇街的工作规则。"
    )

    objects = RuleQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="接待日规则变更")

    class Meta:
        verbose_name = "接待日规则"
        verbose_name_plural = "接待日规则"
        ordering = ["jurisdiction__order", "jurisdiction", "valid_from", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="reception_rule_until_after_from",
                violation_error_message="适用到的日期不能早于适用起的日期。",
            ),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True, ends_at__isnull=True)
                | Q(starts_at__isnull=False, ends_at__isnull=False, ends_at__gt=F("starts_at")),
                name="reception_rule_hours",
                violation_error_message="开始时间和结束时间要么都填，要么都不填；结束时间应晚于开始时间。",
            ),
        ]

    def __str__(self):
        return f"{self.place}：{self.days}"

    def clean(self):
        try:
            recurrence.read(self.recurrence)
        except recurrence.BadRecurrence as error:
            raise ValidationError({"recurrence": error.sentence}) from error
        if self.station_id and self.station.jurisdiction_id != self.jurisdiction_id:
            raise ValidationError({"station": f"这个站点不在{self.jurisdiction}，请改选。"})
        if self.valid_from and not self.occurrences(self.valid_from, _five_years_after(self.valid_from)):
            raise ValidationError({"recurrence": "按这条规则，适用期内一天也排不出来，请核对规则和日期。"})

    @property
    def days(self):
        """每月20日, with the hours: 每月25日14:30—16:30."""
        return f"{recurrence.sentence(self.recurrence)}{self.hours}"

    @property
    def hours(self):
        return f"{self.starts_at:%H:%M}—{self.ends_at:%H:%M}" if self.starts_at and self.ends_at else ""

    @property
    def gaps(self):
        """Which months go without, where the rule names a day that they lack."""
        return recurrence.gaps(self.recurrence)

    def sentence(self, office):
        """每月20日，逢节假日顺延到下一个工作日; ``office`` are the rules that hold there."""
        return f"{self.days}，{self.way(office).sentence}"

    def way(self, office):
        """How its days are put off: as the rule says itself, else as the ``office`` does."""
        counts = office.weekend_counts if self.weekend_counts is None else self.weekend_counts
        return Way(self.postponement or office.postponement, counts)

    def occurrences(self, first, last):
        """The days from ``first`` to ``last`` on which the rule asks for a reception, holidays or not."""
        first = max(first, self.valid_from)
        last = min(last, self.valid_until) if self.valid_until else last
        if first > last:
            return []
        return recurrence.occurrences(self.recurrence, first, last, anchor=self.valid_from)


def _five_years_after(day):
    """Long enough to hold a 29 February."""
    return day.replace(year=day.year + 5, day=min(day.day, 28))


class ReceptionPlan(models.Model):
    """The plan of a year's reception days of one office. Its days follow from the rules until it is adopted;
    from then on they are reception days with lives of their own."""

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="镇街", on_delete=models.PROTECT, related_name="reception_plans"
    )
    year = models.PositiveSmallIntegerField("年度")
    provisional = models.BooleanField(
        "放假安排未公布",
        default=False,
        editable=False,
        help_text="通过的时候，当年放假安排还没有公布；公布后逐日核对。",
    )
    status = models.CharField(
        "状态", max_length=20, choices=PlanStatus, default=PlanStatus.DRAFT, editable=False
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "年度接待日安排"
        verbose_name_plural = "年度接待日安排"
        ordering = ["-year", "jurisdiction__order", "jurisdiction"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "year"],
                name="reception_plan_unique",
                violation_error_message="这一年的接待日安排已经编制。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=PlanStatus.values),
                name="reception_plan_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
        ]

    def __str__(self):
        return f"{self.jurisdiction}{self.year}年接待日安排"

    def get_absolute_url(self):
        return reverse("reception:plan_detail", args=[self.pk])


class PlanAdjustment(models.Model):
    """A single day of a plan that is left out (``date`` blank) or moved, with the reason."""

    plan = models.ForeignKey(
        ReceptionPlan, verbose_name="年度安排", on_delete=models.CASCADE, related_name="adjustments"
    )
    place = models.CharField("地点", max_length=100)
    rule_date = models.DateField("应接待日期")
    date = models.DateField("改到", null=True, blank=True, help_text="空着的，这一天不安排。")
    reason = models.CharField("原因", max_length=200)

    class Meta:
        verbose_name = "个别日子的调整"
        verbose_name_plural = "个别日子的调整"
        ordering = ["rule_date", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "place", "rule_date"],
                name="plan_adjustment_unique",
                violation_error_message="这一天已经调整过。",
            ),
        ]

    def __str__(self):
        return f"{self.rule_date}{self.place}"


class ReceptionPlanEvent(Event):
    """A line in the history of a year's plan."""

    record = models.ForeignKey(
        ReceptionPlan, verbose_name="年度接待日安排", on_delete=models.PROTECT, related_name="events"
    )
