"""Jurisdictions: the city, its districts, and the towns and sub-districts below them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from congress.enums import Level, Role


class SharedQuerySet(models.QuerySet):
    """Records that everybody shares, such as the calendar."""

    def visible_to(self, user):
        return self


class SightQuerySet(models.QuerySet):
    """Records of which each person sees his own: a subclass says in ``_seen_by`` which these are.

    Roles in ``blind`` see none, nor does anybody without a place.
    """

    blind = Role.keepers

    def visible_to(self, user):
        """The records that the user may see."""
        if user.role in self.blind or user.jurisdiction_id is None:
            return self.none()
        return self._seen_by(user)

    def _seen_by(self, user):
        raise NotImplementedError


class JurisdictionQuerySet(SightQuerySet):
    blind = ()

    def within(self, jurisdiction):
        """The jurisdiction itself and all below it."""
        return self.filter(
            Q(pk=jurisdiction.pk) | Q(parent=jurisdiction.pk) | Q(parent__parent=jurisdiction.pk)
        )

    def districts(self):
        return self.filter(level=Level.DISTRICT)

    def local(self):
        """Towns and sub-districts."""
        return self.filter(level__in=Level.local)

    def with_congress(self):
        """Those in which a congress sits."""
        return self.filter(level__in=Level.with_congress)

    def visible_to(self, user):
        """The user's own and those below; the administrator of the accounts sees all."""
        return self if user.role == Role.SYSADMIN else super().visible_to(user)

    def _seen_by(self, user):
        return self.within(user.jurisdiction)


class Jurisdiction(models.Model):
    """An area with its people's congress, or, for a sub-district, the congress's work committee."""

    name = models.CharField("名称", max_length=50)
    level = models.CharField("层级", max_length=10, choices=Level)
    parent = models.ForeignKey(
        "self",
        verbose_name="上级",
        on_delete=models.PROTECT,
        related_name="children",
        null=True,
        blank=True,
    )
    order = models.PositiveSmallIntegerField("排序", default=0)

    objects = JurisdictionQuerySet.as_manager()

    class Meta:
        verbose_name = "行政区划"
        verbose_name_plural = "行政区划"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["parent", "name"],
                name="jurisdiction_name_unique",
                violation_error_message="同一上级之下已有同名的区划。",
            ),
            models.UniqueConstraint(
                fields=["name"],
                condition=Q(parent__isnull=True),
                name="jurisdiction_top_name_unique",
                violation_error_message="已有同名的区划。",
            ),
            models.CheckConstraint(
                condition=Q(level__in=Level.values),
                name="jurisdiction_level_known",
                violation_error_message="层级不在可选范围内。",
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        """Each stands below the level above its own; the errors are the record's, whatever a form shows."""
        if self.level not in Level.values:
            return
        above = Level.above[self.level]
        label = self.get_level_display()
        if self.parent_id is None:
            if self.level in Level.local:
                raise ValidationError(f"{label}要选所属的区县。")
        elif self.parent_id == self.pk:
            raise ValidationError("上级不能是它自己，请改选。")
        elif above is None:
            raise ValidationError(f"{label}在这里没有上级，请把上级留空。")
        elif self.parent.level != above:
            parent = f"{self.parent}是{self.parent.get_level_display()}"
            raise ValidationError(f"{label}的上级应是{Level(above).label}，{parent}，请改选。")

    @property
    def short_name(self):
        """The name without its generic ending: 石坎镇 → 石坎."""
        return self.name[:-2] if self.name.endswith("街道") else self.name[:-1]

    @property
    def district(self):
        """The district whose office runs the system here."""
        return self.parent if self.level in Level.local else self

    @property
    def has_congress(self):
        """Whether a congress with deputies of its own sits here (地方组织法 59: a street has none)."""
        return self.level in Level.with_congress

    @property
    def office_name(self):
        """The body whose office works here, in the words of the law (domain.md, finding 6)."""
        return {
            Level.CITY: f"{self.name}人大常委会代表工作委员会",
            Level.DISTRICT: f"{self.name}人大常委会代表工作委员会",
            Level.TOWN: f"{self.name}人大主席团",
            Level.STREET: f"{self.name}人大工委",
        }[self.level]

    @property
    def congress_name(self):
        return f"{self.name}人民代表大会"


class PlacedQuerySet(SightQuerySet):
    """Records that hang on a jurisdiction by the look-up path ``place``: a person sees his own and below."""

    place = "jurisdiction"

    def _seen_by(self, user):
        return self.filter(**{f"{self.place}__in": Jurisdiction.objects.within(user.jurisdiction)})
