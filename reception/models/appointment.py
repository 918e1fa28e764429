"""What voters ask for by appointment: a meeting with a deputy (预约会见, domain.md B21)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from congress import clock
from congress.enums import Role
from congress.models import Event, Jurisdiction
from congress.models.jurisdiction import SightQuerySet
from deputies.models import Seat
from deputies.models.seat import naming
from reception.enums import AppointmentStatus
from reception.models.visit import Visit, Visitor


class AppointmentQuerySet(SightQuerySet):
    blind = (*Role.keepers, Role.UNIT_CLERK, Role.GOV_OFFICE)

    def named(self):
        """With what sentences about them read."""
        return self.select_related("jurisdiction__parent", "visitor", *naming("seat__"))

    def _seen_by(self, user):
        """Staff and leaders see their area's, a deputy those with him."""
        if user.is_deputy:
            return self.filter(seat__deputy__user=user)
        return self.filter(jurisdiction__in=Jurisdiction.objects.within(user.jurisdiction))


class Appointment(models.Model):
    """A voter's wish to meet a deputy, until they met or it came to nothing.

    Who asks is a :class:`Visitor`; nothing here tells his name.
    """

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="镇街", on_delete=models.PROTECT, related_name="appointments"
    )
    visitor = models.OneToOneField(
        Visitor, verbose_name="预约人", on_delete=models.PROTECT, related_name="appointment"
    )
    seat = models.ForeignKey(
        Seat, verbose_name="约见的代表", on_delete=models.PROTECT, related_name="appointments"
    )
    subject = models.CharField("想谈什么", max_length=60)
    wished = models.CharField("希望的时间", max_length=100, blank=True)
    asked_on = models.DateField("提出日期")
    due_on = models.DateField("应于何日前约定", editable=False)
    agreed_on = models.DateField("约定日期", null=True, blank=True, editable=False)
    agreed_at = models.TimeField("约定时间", null=True, blank=True, editable=False)
    place = models.CharField("约定地点", max_length=100, blank=True, editable=False)
    visit = models.OneToOneField(
        Visit,
        verbose_name="会见",
        on_delete=models.PROTECT,
        related_name="appointment",
        null=True,
        blank=True,
        editable=False,
    )
    status = models.CharField(
        "状态", max_length=20, choices=AppointmentStatus, default=AppointmentStatus.ASKED, editable=False
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = "预约会见"
        verbose_name_plural = "预约会见"
        ordering = ["-asked_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=AppointmentStatus.values),
                name="appointment_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=~Q(status=AppointmentStatus.AGREED)
                | Q(agreed_on__isnull=False, agreed_at__isnull=False),
                name="appointment_agreed_has_moment",
                violation_error_message="已约定的，要有日期和时间。",
            ),
            models.CheckConstraint(
                condition=Q(status=AppointmentStatus.HELD, visit__isnull=False)
                | ~Q(status=AppointmentStatus.HELD) & Q(visit__isnull=True),
                name="appointment_held_has_visit",
                violation_error_message="已会见的，要有会见的登记。",
            ),
        ]

    def __str__(self):
        return f"约见{self.seat.called}：{self.subject}"

    def get_absolute_url(self):
        return reverse("reception:appointment_detail", args=[self.pk])

    @property
    def step_due_on(self):
        """The day by which the next step is to be taken; None when nothing is left to do."""
        due = {AppointmentStatus.ASKED: self.due_on, AppointmentStatus.AGREED: self.agreed_on}
        return due.get(self.status)


class AppointmentEvent(Event):
    record = models.ForeignKey(
        Appointment, verbose_name="预约会见", on_delete=models.PROTECT, related_name="events"
    )
