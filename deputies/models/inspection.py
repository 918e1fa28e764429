"""Inspections by a deputy with his card (代表法第二十九条第三款; domain.md B48)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from congress import clock
from congress.enums import Role
from congress.models import Event, Unit
from congress.models.jurisdiction import SightQuerySet
from deputies.enums import InspectionStatus
from deputies.models.activity import Participation
from deputies.models.seat import Seat


Status = InspectionStatus


class CardInspectionQuerySet(SightQuerySet):
    blind = (*Role.keepers, Role.GOV_OFFICE)

    def _seen_by(self, user):
        """A deputy sees his own, a unit what was handed to it, staff and leaders those of their seats."""
        if user.role == Role.DEPUTY:
            return self.filter(participation__seat__deputy__user=user)
        if user.role == Role.UNIT_CLERK:
            return self.filter(unit=user.unit_id, status__in=Status.with_unit)
        seats = Seat.objects.working_in(user.jurisdiction)
        return self.filter(participation__seat__in=seats.values("pk"))

    def with_places(self):
        """Load what pages show and rules ask."""
        return self.select_related(
            "unit",
            "participation__activity__jurisdiction__parent",
            "participation__seat__deputy",
            "participation__seat__term__jurisdiction__parent",
            "participation__seat__constituency__town__parent",
        )

    def late(self, on):
        """Those of which the unit has not reported by its day, or not reported the improvement."""
        reports = Q(status=Status.HANDED, report_due_on__lt=on)
        return self.filter(reports | Q(status=Status.REPORTED, improve_by__lt=on))


class CardInspection(models.Model):
    """What a deputy found who went with his card, and what the inspected unit told and mended.

    Day, place, length and photographs stand with the deputy's part in an activity, which an inspection always
    has: so it counts among the duty figures once, as every 视察, when the office has verified it.
    """

    participation = models.OneToOneField(
        Participation, verbose_name="履职记录", on_delete=models.PROTECT, related_name="card_inspection"
    )
    card_number = models.CharField("代表证号", max_length=30)
    arranged = models.BooleanField(
        "由机关联系安排",
        default=False,
        help_text="代表提出要求，由常委会或者主席团联系安排的，勾选（代表法第二十九条第三款）。",
    )
    unit_name = models.CharField("被视察单位", max_length=60)
    found = models.TextField("视察情况")
    suggestions = models.TextField("建议、批评和意见", blank=True)
    unit = models.ForeignKey(
        Unit,
        verbose_name="负责汇报的承办单位",
        on_delete=models.PROTECT,
        related_name="card_inspections",
        null=True,
        blank=True,
    )
    report_due_on = models.DateField("汇报期限", null=True, blank=True)
    reported_on = models.DateField("汇报日期", null=True, blank=True)
    report = models.TextField("单位汇报", blank=True)
    improve_by = models.DateField("整改期限", null=True, blank=True)
    improved_on = models.DateField("整改日期", null=True, blank=True)
    improvement = models.TextField("整改情况", blank=True)
    status = models.CharField("状态", max_length=20, choices=Status, default=Status.RECORDED, editable=False)
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)

    objects = CardInspectionQuerySet.as_manager()

    class Meta:
        verbose_name = "持证视察"
        verbose_name_plural = "持证视察"
        ordering = ["-participation__activity__starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=Status.values),
                name="card_inspection_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=~Q(status="handed") | Q(report_due_on__isnull=False),
                name="card_inspection_handed_has_day",
                violation_error_message="转交单位的，要有汇报期限。",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["reported", "improved"])
                | Q(reported_on__isnull=False) & ~Q(report=""),
                name="card_inspection_reported",
                violation_error_message="单位已汇报的，要有汇报日期和内容。",
            ),
            models.CheckConstraint(
                condition=~Q(status="improved") | Q(improved_on__isnull=False) & ~Q(improvement=""),
                name="card_inspection_improved",
                violation_error_message="单位已报整改的，要有整改日期和情况。",
            ),
        ]

    def __str__(self):
        return f"{self.seat.called}持证视察{self.unit_name}"

    def get_absolute_url(self):
        return reverse("deputies:inspection_detail", args=[self.pk])

    @property
    def seat(self):
        return self.participation.seat

    @property
    def on(self):
        """The day of the inspection."""
        return self.participation.activity.starts_on

    @property
    def due_on(self):
        """The day by which the unit is to do what comes next, or None."""
        return {Status.HANDED: self.report_due_on, Status.REPORTED: self.improve_by}.get(self.status)

    @property
    def return_note(self):
        """Why it was given back to the deputy, while it is."""
        if self.status != Status.RETURNED:
            return ""
        return self.events.filter(new_status=self.status).latest("at", "pk").note


class CardInspectionEvent(Event):
    """A line in the history of an inspection by card."""

    record = models.ForeignKey(
        CardInspection, verbose_name="持证视察", on_delete=models.PROTECT, related_name="events"
    )
