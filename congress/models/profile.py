"""What an area is made of, on a day (domain.md B41)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from congress.models.jurisdiction import Jurisdiction, PlacedQuerySet
from congress.plausible import check_day


FIGURES = ("villages", "villager_groups", "households", "population", "voters")


class ProfileQuerySet(PlacedQuerySet):
    def latest_by(self, on):
        """Each area's latest profile up to the day ``on``."""
        later = self.model.objects.filter(
            jurisdiction=models.OuterRef("jurisdiction"), as_of__gt=models.OuterRef("as_of"), as_of__lte=on
        )
        return self.filter(~models.Exists(later), as_of__lte=on)

    def of(self, jurisdiction, on):
        """The profile of an area that is cited for the day ``on``: the latest up to it; None without one."""
        return self.filter(jurisdiction=jurisdiction, as_of__lte=on).order_by("-as_of").first()


class Profile(models.Model):
    """The basic figures of an area as they stood on a day; reports cite them with the day."""

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="行政区划", on_delete=models.PROTECT, related_name="profiles"
    )
    as_of = models.DateField("截止日期")
    villages = models.PositiveSmallIntegerField("行政村（社区）数", null=True, blank=True)
    villager_groups = models.PositiveIntegerField("村民小组数", null=True, blank=True)
    households = models.PositiveIntegerField("户数", null=True, blank=True)
    population = models.PositiveIntegerField("人口数", null=True, blank=True)
    voters = models.PositiveIntegerField("选民数", null=True, blank=True)
    source = models.CharField("数据来源", max_length=100, blank=True)

    objects = ProfileQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="基本情况变更")

    class Meta:
        verbose_name = "基本情况"
        verbose_name_plural = "基本情况"
        ordering = ["jurisdiction__order", "jurisdiction", "-as_of"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "as_of"],
                name="profile_unique",
                violation_error_message="这一天的基本情况已经登记过。",
            ),
            models.CheckConstraint(
                condition=models.Q(voters__isnull=True)
                | models.Q(population__isnull=True)
                | models.Q(voters__lte=models.F("population")),
                name="profile_voters_within_population",
                violation_error_message="选民数不能多于人口数，请核对。",
            ),
        ]

    def __str__(self):
        return f"{self.jurisdiction}基本情况（{self.as_of:%Y-%m-%d}）"

    def get_absolute_url(self):
        return reverse("deputies:profile_detail", args=[self.jurisdiction_id])

    def clean(self):
        """Figures of a day that has been, and at least one of them."""
        if self.as_of:
            check_day("as_of", "截止日期", self.as_of)
        if all(getattr(self, field) is None for field in FIGURES):
            raise ValidationError("一项数字也没有填，请至少填一项。")
