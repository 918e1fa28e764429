"""Seats in congresses above the district's (domain.md B40), kept as facts of a person."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from congress import clock
from congress.enums import Role
from congress.models.jurisdiction import SightQuerySet
from deputies.enums import HigherLevel
from deputies.models.deputy import Deputy


class HigherSeatQuerySet(SightQuerySet):
    blind = Role.business_blind

    def held_on(self, day):
        """Those held on the day; a bound that nobody knows binds nothing."""
        begun = Q(starts_on__isnull=True) | Q(starts_on__lte=day)
        return self.filter(begun, Q(ends_on__isnull=True) | Q(ends_on__gte=day))

    def over(self, day):
        """Those that ended before the day."""
        return self.filter(ends_on__lt=day)

    def _seen_by(self, user):
        """Who sees the person sees in which congresses he sits."""
        return self.filter(deputy__in=Deputy.objects.visible_to(user).values("pk"))


class HigherSeat(models.Model):
    """That a person of the district sits in a congress above it, for one term.

    A fact and no more: attendance, activities and rates of that seat are counted by its own congress.
    """

    deputy = models.ForeignKey(
        Deputy, verbose_name="代表", on_delete=models.PROTECT, related_name="higher_seats"
    )
    level = models.CharField("层级", max_length=10, choices=HigherLevel)
    congress = models.CharField("哪个人大", max_length=40, help_text="如：澄岚市人民代表大会。")
    term = models.PositiveSmallIntegerField("届次", null=True, blank=True, help_text="第几届，填数字。")
    elected_by = models.CharField("选举单位", max_length=60, blank=True, help_text="如：云渚区人民代表大会。")
    starts_on = models.DateField("任期自", null=True, blank=True, help_text="只知年月的填当月1日。")
    ends_on = models.DateField("任期至", null=True, blank=True, help_text="当日仍在任；现任的留空。")
    note = models.CharField("说明", max_length=100, blank=True)

    objects = HigherSeatQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="上级代表任职变更")

    class Meta:
        verbose_name = "上级代表任职"
        verbose_name_plural = "上级代表任职"
        ordering = ["deputy__stroke_key", "deputy", "-starts_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["deputy", "congress", "term"],
                name="higher_seat_unique",
                violation_error_message="这名代表在这一届已有登记。",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="higher_seat_ends_after_start",
                violation_error_message="任期的截止日期不能早于开始日期。",
            ),
            models.CheckConstraint(
                condition=Q(level__in=HigherLevel.values),
                name="higher_seat_level_known",
                violation_error_message="层级不在可选范围内。",
            ),
        ]

    def __str__(self):
        term = f"第{self.term}届" if self.term else ""
        return f"{self.congress}{term}代表"

    def get_absolute_url(self):
        return reverse("deputies:deputy_detail", args=[self.deputy_id])

    @property
    def is_over(self):
        return self.ends_on is not None and self.ends_on < clock.today()
