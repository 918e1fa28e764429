"""How a congress is divided: constituencies, delegations, groups, stations."""

from django.db import models

from congress.enums import Role
from congress.models import Jurisdiction, Term
from congress.models.jurisdiction import PlacedQuerySet, SightQuerySet
from deputies.enums import GroupKind, StationKind


class ConstituencyQuerySet(SightQuerySet):
    blind = Role.business_blind

    def _seen_by(self, user):
        """Those of the user's congress and of the ones below, and whatever lies in his town."""
        own = Jurisdiction.objects.within(user.jurisdiction)
        return self.filter(models.Q(jurisdiction__in=own) | models.Q(town=user.jurisdiction))

    def standing(self):
        """Those in use: not redrawn since (选举法第二十五条)."""
        return self.filter(abolished_on__isnull=True)


class OfTermQuerySet(PlacedQuerySet):
    place = "term__jurisdiction"
    blind = Role.business_blind


class Constituency(models.Model):
    """A constituency (选区) elects one to three deputies (选举法第二十五条)."""

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="所属人大", on_delete=models.PROTECT, related_name="constituencies"
    )
    number = models.PositiveSmallIntegerField("选区号")
    name = models.CharField("选区名称", max_length=50, blank=True)
    town = models.ForeignKey(
        Jurisdiction,
        verbose_name="所在镇街",
        on_delete=models.PROTECT,
        related_name="constituencies_here",
        null=True,
        blank=True,
    )
    area = models.CharField("所辖范围", max_length=300, blank=True)
    voters = models.PositiveIntegerField("选民数", null=True, blank=True)
    seat_quota = models.PositiveSmallIntegerField("应选代表名额", null=True, blank=True)
    abolished_on = models.DateField(
        "撤销日期", null=True, blank=True, help_text="换届重新划分选区的，旧选区从这一天起不再使用。"
    )

    objects = ConstituencyQuerySet.as_manager()

    class Meta:
        verbose_name = "选区"
        verbose_name_plural = "选区"
        ordering = ["jurisdiction__order", "jurisdiction", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "number"],
                condition=models.Q(abolished_on__isnull=True),
                name="constituency_number_unique",
                violation_error_message="该人大已有这个号的选区。",
            ),
            models.CheckConstraint(
                condition=models.Q(seat_quota__isnull=True) | models.Q(seat_quota__range=(1, 3)),
                name="constituency_one_to_three_seats",
                violation_error_message="每一选区选一名至三名代表（选举法第二十五条）。",
            ),
        ]

    def __str__(self):
        return f"第{self.number}选区" + (f"（{self.name}）" if self.name else "")


class Delegation(models.Model):
    """A delegation (代表团) to the sessions of one term."""

    term = models.ForeignKey(Term, verbose_name="届", on_delete=models.PROTECT, related_name="delegations")
    name = models.CharField("名称", max_length=50)
    order = models.PositiveSmallIntegerField("排序", default=0)

    objects = OfTermQuerySet.as_manager()

    class Meta:
        verbose_name = "代表团"
        verbose_name_plural = "代表团"
        ordering = ["term", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "name"],
                name="delegation_name_unique",
                violation_error_message="本届已有同名的代表团。",
            ),
        ]

    def __str__(self):
        return self.name


class DeputyGroup(models.Model):
    """A deputies' group (代表小组), the basic form of their work between sessions (代表法 26–27)."""

    term = models.ForeignKey(Term, verbose_name="届", on_delete=models.PROTECT, related_name="groups")
    name = models.CharField("名称", max_length=50)
    kind = models.CharField("类型", max_length=10, choices=GroupKind, default=GroupKind.AREA)
    field = models.CharField("领域", max_length=30, blank=True, help_text="按领域编组的写明，如教育、医疗。")
    order = models.PositiveSmallIntegerField("排序", default=0)

    objects = OfTermQuerySet.as_manager()

    class Meta:
        verbose_name = "代表小组"
        verbose_name_plural = "代表小组"
        ordering = ["term", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "name"],
                name="group_name_unique",
                violation_error_message="本届已有同名的代表小组。",
            ),
        ]

    def __str__(self):
        return self.name


class Station(models.Model):
    """A place where deputies meet voters (地方组织法第六十条)."""

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="所在镇街", on_delete=models.PROTECT, related_name="stations"
    )
    name = models.CharField("名称", max_length=50)
    kind = models.CharField("类型", max_length=10, choices=StationKind, default=StationKind.STATION)
    address = models.CharField("地址", max_length=100, blank=True)
    phone = models.CharField("电话", max_length=50, blank=True)

    objects = PlacedQuerySet.as_manager()

    class Meta:
        verbose_name = "代表联络站"
        verbose_name_plural = "代表联络站"
        ordering = ["jurisdiction__order", "jurisdiction", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "name"],
                name="station_name_unique",
                violation_error_message="本镇街已有同名的站点。",
            ),
        ]

    def __str__(self):
        return self.name
