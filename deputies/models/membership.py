"""Who leads a deputies' group, and who belongs to one by field or to a core group."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from congress import clock
from congress.calendar import chinese_date
from congress.enums import Role
from congress.models.jurisdiction import SightQuerySet
from deputies.enums import GroupKind, GroupPost
from deputies.models.seat import Seat, held_on, naming
from deputies.models.structure import DeputyGroup


def belonging_to(groups, on):
    """The condition that a seat belongs to any of the ``groups`` on the day ``on``."""
    rows = GroupMembership.objects.filter(group__in=groups).current(on)
    return Q(group__in=groups, group__kind=GroupKind.AREA) | Q(pk__in=rows.values("seat"))


def members_of(groups, on):
    """The seats held on the day ``on`` that belong to any of the ``groups`` then."""
    return Seat.objects.in_office(on).filter(belonging_to(groups, on))


class GroupMembershipQuerySet(SightQuerySet):
    blind = Role.business_blind

    def _seen_by(self, user):
        return self.filter(group__in=DeputyGroup.objects.visible_to(user).values("pk"))

    def current(self, on):
        """Those that hold on the day ``on``: begun, not over, by a seat that is held then.

        A post in an area group ends with belonging to it.
        """
        begun = Q(starts_on__isnull=True) | Q(starts_on__lte=on)
        not_over = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
        belongs = ~Q(group__kind=GroupKind.AREA) | Q(seat__group=F("group"))
        return self.filter(begun & not_over & belongs & held_on(on, seat="seat__"))

    def with_groups(self):
        """Load the groups, in their order."""
        return self.select_related("group").order_by("group__order", "group", "pk")

    def with_people(self):
        """Load what a line shows, posts first, then in stroke order."""
        rank = models.Case(
            *[models.When(post=post, then=place) for place, post in enumerate(GroupPost.values)],
            output_field=models.IntegerField(),
        )
        rows = self.select_related(*naming("seat__"))
        return rows.order_by(rank, "seat__deputy__stroke_key", "seat__deputy", "pk")


class GroupMembership(models.Model):
    """A period in which a seat leads a group, or belongs to a group that is not by area (代表法 26–27).

    Who belongs to an area group stands on the seat itself.
    """

    group = models.ForeignKey(
        DeputyGroup, verbose_name="代表小组", on_delete=models.PROTECT, related_name="memberships"
    )
    seat = models.ForeignKey(Seat, verbose_name="代表", on_delete=models.PROTECT, related_name="memberships")
    post = models.CharField("组内职务", max_length=10, choices=GroupPost, default=GroupPost.MEMBER)
    starts_on = models.DateField("开始日期", null=True, blank=True, help_text="空白表示自本届开始。")
    ends_on = models.DateField("结束日期", null=True, blank=True, help_text="当日仍算；还在任的不填。")

    objects = GroupMembershipQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="小组成员变更")

    class Meta:
        verbose_name = "小组成员"
        verbose_name_plural = "小组成员"
        ordering = ["group", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "seat"],
                condition=Q(ends_on__isnull=True),
                name="membership_open_unique",
                violation_error_message="这名代表在本组已有没有结束的一条，请先填那一条的结束日期。",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="membership_ends_after_start",
                violation_error_message="结束日期不能早于开始日期。",
            ),
        ]

    def __str__(self):
        return f"{self.seat.called}：{self.group}{self.get_post_display()}"

    def get_absolute_url(self):
        return self.group.get_absolute_url()

    def clean(self):
        """Group and seat are of one term; an area group is led by its own members."""
        if self.group_id is None or self.seat_id is None:
            return
        name = self.seat.called
        if self.seat.term_id != self.group.term_id:
            raise ValidationError({"seat": f"{name}的这一席不属于{self.group.term}，请另选。"})
        if self.group.is_by_area:
            self._check_in_area_group(name)
        start = self.group.term.starts_on
        if self.starts_on and start and self.starts_on < start:
            raise ValidationError({"starts_on": f"开始日期不能早于本届开始之日（{chinese_date(start)}）。"})
        if self._overlaps():
            sentence = f"{name}在本组同一时间已有一条，请先填那一条的结束日期，或者改这里的日期。"
            raise ValidationError({"starts_on": sentence})

    def _check_in_area_group(self, name):
        if self.post == GroupPost.MEMBER:
            raise ValidationError({"post": "按区域编组的成员在编辑小组时选，这里只登记召集人和副召集人。"})
        if self.seat.group_id != self.group_id:
            raise ValidationError({"seat": f"{name}不是{self.group}的成员，请先编入本组，再登记职务。"})

    def _overlaps(self):
        others = GroupMembership.objects.filter(group=self.group_id, seat=self.seat_id).exclude(pk=self.pk)
        if self.ends_on:
            others = others.filter(Q(starts_on__isnull=True) | Q(starts_on__lte=self.ends_on))
        if self.starts_on:
            others = others.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=self.starts_on))
        return others.exists()

    @property
    def is_leading(self):
        return self.post in GroupPost.leading

    @property
    def is_over(self):
        return self.ends_on is not None and self.ends_on < clock.today()
