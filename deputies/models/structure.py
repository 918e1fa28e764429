"""How a congress is divided: constituencies, delegations, groups."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import OuterRef, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from congress import clock
from congress.enums import Role
from congress.models import Jurisdiction, Term
from congress.models.jurisdiction import PlacedQuerySet, SightQuerySet
from deputies.counting import count_of
from deputies.enums import GroupKind


class ConstituencyQuerySet(SightQuerySet):
    blind = Role.business_blind

    def _seen_by(self, user):
        """Those of the user's congress and of the ones below, and whatever lies in his town."""
        own = Jurisdiction.objects.within(user.jurisdiction)
        return self.filter(Q(jurisdiction__in=own) | Q(town=user.jurisdiction))

    def search(self, words):
        """Constituencies by number, name or area."""
        digits = words.strip().removeprefix("第").removesuffix("选区")
        number = Q(number=int(digits)) if digits.isdecimal() and len(digits) < 6 else Q()
        return self.filter(number | Q(name__icontains=words) | Q(area__icontains=words))

    def standing(self, on=None):
        """Those in use on the day ``on``, today by default (选举法第二十五条).

        What was redrawn before a term begins comes into use with it; until then the old ones stand.
        """
        on = on or clock.today()
        drawn = Q(drawn_on__isnull=True) | Q(drawn_on__lte=on)
        return self.filter(drawn, Q(abolished_on__isnull=True) | Q(abolished_on__gt=on))

    def coming(self, on=None):
        """Those that come into use after the day ``on``, today by default."""
        return self.filter(drawn_on__gt=on or clock.today())

    def abolished(self, on=None):
        """Those that are no more on the day ``on``, today by default."""
        return self.filter(abolished_on__lte=on or clock.today())

    def with_seats(self, on):
        """Annotate ``seats_held``, the seats held on the day ``on``."""
        return self.annotate(seats_held=_held("constituency", on))

    def with_vacancy(self, on):
        """Those in use that have fewer deputies on the day ``on`` than they are to elect."""
        return self.standing(on).with_seats(on).filter(seats_held__lt=models.F("seat_quota"))


class OfTermQuerySet(PlacedQuerySet):
    place = "term__jurisdiction"
    blind = Role.business_blind

    def _seen_by(self, user):
        """Those of the congresses of the user's area, and those to which deputies elected there belong."""
        here = _seats(self).filter(constituency__town=user.jurisdiction)
        own = Q(term__jurisdiction__in=Jurisdiction.objects.within(user.jurisdiction))
        return self.filter(own | Q(pk__in=here.values(self.model.seat_field)))

    def with_members(self, on):
        """Annotate ``members_held``, the seats held on the day ``on`` that belong to each."""
        return self.annotate(members_held=_held(self.model.seat_field, on))


def _seats(rows):
    return rows.model.seats.rel.related_model.objects


def _held(field, on):
    """How many seats that are held on a day hang on each row by their ``field``."""
    seats = Constituency.seats.rel.related_model.objects
    return count_of(seats.in_office(on).filter(**{field: OuterRef("pk")}), field)


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
    drawn_on = models.DateField(
        "启用日期", null=True, blank=True, help_text="换届重新划分的，为新一届开始之日；原有的不填。"
    )
    abolished_on = models.DateField(
        "撤销日期", null=True, blank=True, help_text="换届重新划分选区的，旧选区从这一天起不再使用。"
    )

    objects = ConstituencyQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="选区变更")

    class Meta:
        verbose_name = "选区"
        verbose_name_plural = "选区"
        ordering = ["jurisdiction__order", "jurisdiction", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "number"],
                condition=Q(abolished_on__isnull=True),
                name="constituency_number_unique",
                violation_error_message="该人大已有这个号的选区。",
            ),
            models.CheckConstraint(
                condition=Q(seat_quota__isnull=True) | Q(seat_quota__range=(1, 3)),
                name="constituency_one_to_three_seats",
                violation_error_message="每一选区选一名至三名代表（选举法第二十五条）。",
            ),
        ]

    def __str__(self):
        return f"第{self.number}选区" + (f"（{self.name}）" if self.name else "")

    def get_absolute_url(self):
        return reverse("deputies:constituency_detail", args=[self.pk])

    def stands(self, on=None):
        """Whether it is in use on the day ``on``, as :meth:`ConstituencyQuerySet.standing`."""
        on = on or clock.today()
        return (self.drawn_on is None or self.drawn_on <= on) and (
            self.abolished_on is None or on < self.abolished_on
        )

    def clean(self):
        """A constituency lies in the area of its congress."""
        if self.drawn_on and self.abolished_on and self.abolished_on <= self.drawn_on:
            raise ValidationError({"abolished_on": "撤销日期应晚于启用日期，请改正。"})
        if self.jurisdiction_id and self.town_id and not _lies_in(self.town, self.jurisdiction):
            raise ValidationError({"town": f"{self.town}不在{self.jurisdiction}，请另选。"})


def _lies_in(town, area):
    return area.pk in {town.pk, town.parent_id} or (town.parent and town.parent.parent_id == area.pk)


class Delegation(models.Model):
    """A delegation (代表团) to the sessions of one term."""

    term = models.ForeignKey(Term, verbose_name="届", on_delete=models.PROTECT, related_name="delegations")
    name = models.CharField("名称", max_length=50)
    head = models.ForeignKey(
        "deputies.Seat",
        verbose_name="团长",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    deputy_head = models.ForeignKey(
        "deputies.Seat",
        verbose_name="副团长",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    order = models.PositiveSmallIntegerField("排序", default=0)

    objects = OfTermQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="代表团变更")
    seat_field = "delegation"

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

    def get_absolute_url(self):
        return reverse("deputies:delegation_detail", args=[self.pk])

    def clean(self):
        """The delegation is led by two of its own members (代表团分别推选)."""
        for field in ("head", "deputy_head"):
            seat = getattr(self, field)
            if seat and (self.pk is None or seat.delegation_id != self.pk):
                raise ValidationError({field: f"{seat.called}不是本团成员，请从本团代表中选。"})
        if self.head_id and self.head_id == self.deputy_head_id:
            raise ValidationError({"deputy_head": "团长和副团长不能是同一人，请另选。"})


class DeputyGroup(models.Model):
    """A deputies' group (代表小组), the basic form of their work between sessions (代表法 26–27)."""

    term = models.ForeignKey(Term, verbose_name="届", on_delete=models.PROTECT, related_name="groups")
    name = models.CharField("名称", max_length=50)
    kind = models.CharField("类型", max_length=10, choices=GroupKind, default=GroupKind.AREA)
    field = models.CharField("领域", max_length=30, blank=True, help_text="按领域编组的写明，如教育、医疗。")
    order = models.PositiveSmallIntegerField("排序", default=0)

    objects = OfTermQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="代表小组变更")
    seat_field = "group"

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

    def get_absolute_url(self):
        return reverse("deputies:group_detail", args=[self.pk])

    def clean(self):
        """Members of an area group stand on their seats, those of other groups on memberships."""
        if self.kind == GroupKind.FIELD and not self.field:
            raise ValidationError({"field": "按领域编组的，请写明领域，如教育、医疗。"})
        if self.pk is None:
            return
        before = DeputyGroup.objects.get(pk=self.pk)
        if before.is_by_area != self.is_by_area and (self.seats.exists() or self.memberships.exists()):
            sentence = "本组已有成员，不能改在“按区域编组”和其他类型之间；请另建一组。"
            raise ValidationError({"kind": sentence})

    @property
    def is_by_area(self):
        return self.kind == GroupKind.AREA
