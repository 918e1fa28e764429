"""Requests for leave from meetings and activities."""

from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, Min, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from congress import clock
from congress.calendar import chinese_date
from congress.enums import Role
from congress.models import Event, Jurisdiction, Meeting, Session
from congress.models.jurisdiction import SightQuerySet
from deputies.enums import GroupPost, LeaveApprover, LeaveChannel, LeaveReason, LeaveStatus
from deputies.models.activity import Activity
from deputies.models.membership import GroupMembership
from deputies.models.seat import Seat


class LeaveQuerySet(SightQuerySet):
    blind = (*Role.business_blind, Role.LIAISON, Role.LEADER)

    def _seen_by(self, user):
        """A deputy sees his own and those that he decides by his post, offices those of their area.

        Others read the mark on the roll: why somebody is away may tell of his health. What is not yet handed
        in is the deputy's alone.
        """
        if user.role == Role.DEPUTY:
            return self.filter(Q(seat__deputy__user=user) | self._decided_by_post(user))
        area = Jurisdiction.objects.within(user.jurisdiction)
        return self.exclude(status=LeaveStatus.DRAFT).filter(
            Q(seat__in=Seat.objects.working_in(user.jurisdiction).values("pk"))
            | Q(activity__jurisdiction__in=area)
        )

    @staticmethod
    def _decided_by_post(user):
        """The condition that the user heads the delegation, or convenes the group, that is to decide."""
        posts = GroupMembership.objects.filter(seat__deputy__user=user, post=GroupPost.CONVENER)
        groups = posts.current(clock.today()).values("group")
        heads = Q(approver=LeaveApprover.DELEGATION_HEAD, seat__delegation__head__deputy__user=user)
        convenes = Q(approver=LeaveApprover.CONVENER, seat__group__in=groups)
        return (heads | convenes) & ~Q(status=LeaveStatus.DRAFT)

    def to_decide_by(self, user):
        """Those that wait for a deputy who decides them by his post."""
        return self.undecided().filter(self._decided_by_post(user)).exclude(seat__deputy__user=user)

    def undecided(self):
        return self.filter(status=LeaveStatus.SUBMITTED)

    def granted(self):
        """Those that excuse: approved, be they filed by now or not."""
        return self.filter(granted=True, status__in=(LeaveStatus.APPROVED, LeaveStatus.RECORDED))

    def covering(self, meeting):
        """Those from the meeting: from it alone, or from the whole of its session."""
        named = Leave.meetings.through.objects.filter(leave=OuterRef("pk"))
        return self.filter(Q(meetings=meeting) | ~Exists(named), session=meeting.session_id)

    def with_days(self):
        """Annotate ``begins_on``, the first day from which leave is asked."""
        first = Meeting.objects.filter(leaves=OuterRef("pk")).order_by().values("leaves")
        chosen = Subquery(first.annotate(first=Min("on")).values("first"))
        return self.annotate(begins_on=Coalesce(F("activity__starts_on"), chosen, F("session__starts_on")))

    def with_places(self):
        """Load what pages show and rules ask of each request."""
        return self.select_related(
            "seat__deputy",
            "seat__term__jurisdiction__parent",
            "seat__constituency__town__parent",
            "session__term__jurisdiction",
            "activity__jurisdiction__parent",
            "activity__kind",
        )


def evidence_path(leave, filename):
    """Where the evidence is kept: its own name may tell of an illness."""
    return f"leaves/{clock.today():%Y/%m}/{uuid4()}{Path(filename).suffix.lower()}"


class Leave(models.Model):
    """A deputy's request to be excused from a session, from some of its meetings, or from an activity.

    Approved, it changes the mark on the roll and nothing else. Without ``meetings`` it is for the whole
    session (全程).
    """

    seat = models.ForeignKey(Seat, verbose_name="代表", on_delete=models.PROTECT, related_name="leaves")
    session = models.ForeignKey(
        Session,
        verbose_name="次会议",
        on_delete=models.PROTECT,
        related_name="leaves",
        null=True,
        blank=True,
    )
    meetings = models.ManyToManyField(Meeting, verbose_name="场次", related_name="leaves", blank=True)
    activity = models.ForeignKey(
        Activity,
        verbose_name="活动",
        on_delete=models.PROTECT,
        related_name="leaves",
        null=True,
        blank=True,
    )
    reason_kind = models.CharField("原因", max_length=20, choices=LeaveReason)
    reason = models.CharField("事由", max_length=300, blank=True)
    evidence = models.FileField("证明材料", upload_to=evidence_path, blank=True)
    channel = models.CharField("申请方式", max_length=20, choices=LeaveChannel, default=LeaveChannel.ONLINE)
    applied_by = models.CharField("代为申请的人", max_length=60, blank=True)
    applied_on = models.DateField("申请日期", default=clock.today)
    approver = models.CharField("审批", max_length=20, choices=LeaveApprover)
    granted = models.BooleanField("批准", null=True, blank=True, editable=False)
    decided_by = models.CharField("决定人", max_length=60, blank=True)
    decided_on = models.DateField("决定日期", null=True, blank=True)
    note = models.CharField("说明", max_length=300, blank=True)
    status = models.CharField(
        "状态", max_length=20, choices=LeaveStatus, default=LeaveStatus.DRAFT, editable=False
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="登记人", on_delete=models.PROTECT, related_name="+"
    )

    objects = LeaveQuerySet.as_manager()

    class Meta:
        verbose_name = "请假"
        verbose_name_plural = "请假"
        ordering = ["-applied_on", "-pk"]
        indexes = [models.Index(fields=["status"], name="leave_status")]
        constraints = [
            models.CheckConstraint(
                condition=Q(session__isnull=True) ^ Q(activity__isnull=True),
                name="leave_from_one_thing",
                violation_error_message="一件请假只对应一次会议或者一次活动。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=LeaveStatus.values),
                name="leave_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=("approved", "refused", "recorded"))
                | (Q(granted__isnull=False, decided_on__isnull=False) & ~Q(decided_by="")),
                name="leave_decision_is_whole",
                violation_error_message="已作决定的，要有决定人和决定日期。",
            ),
        ]

    def __str__(self):
        return f"{self.seat.called}：{self.event}"

    def get_absolute_url(self):
        return reverse("deputies:leave_detail", args=[self.pk])

    @property
    def event(self):
        """What leave is asked from: a session or an activity."""
        return self.session or self.activity

    @property
    def office(self):
        """Whose office records the decision: the congress's, or who holds the activity."""
        return self.session.term.jurisdiction if self.session_id else self.activity.jurisdiction

    @property
    def evidence_name(self):
        """What the evidence is called when it is downloaded: from the record, not by who uploaded it."""
        whose = f"{self.seat.called}，{chinese_date(self.applied_on)}"
        return f"请假证明（{whose}）{Path(self.evidence.name).suffix}"


class LeaveEvent(Event):
    """A line in the history of a request for leave."""

    record = models.ForeignKey(Leave, verbose_name="请假", on_delete=models.PROTECT, related_name="events")
