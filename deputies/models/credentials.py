"""Cases for the credentials committee: two sessions missed without leave (代表法第六十二条第三项)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from congress import clock
from congress.enums import Role
from congress.models import Event, Jurisdiction
from congress.models.jurisdiction import SightQuerySet
from deputies.enums import CredentialsStatus
from deputies.models.seat import Seat


class CredentialsCaseQuerySet(SightQuerySet):
    blind = (*Role.business_blind, Role.LIAISON, Role.LEADER, Role.DEPUTY)

    def _seen_by(self, user):
        """The office of the congress and those above: nothing is decided yet."""
        return self.filter(seat__term__jurisdiction__in=Jurisdiction.objects.within(user.jurisdiction))

    def running(self):
        return self.filter(status__in=CredentialsStatus.running)

    def with_places(self):
        """Load what pages show and rules ask of each case."""
        return self.select_related(
            "seat__deputy", "seat__term__jurisdiction__parent", "seat__constituency", "opened_by"
        )


class CredentialsCase(models.Model):
    """A proposal to the credentials committee, opened and decided by people, never by itself.

    ``facts`` are frozen when it is opened: what :func:`deputies.absence.facts_of` tells, session by session.
    """

    seat = models.ForeignKey(
        Seat, verbose_name="代表", on_delete=models.PROTECT, related_name="credentials_cases"
    )
    facts = models.JSONField("事实", editable=False)
    opened_on = models.DateField("提请日期", default=clock.today)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="提请人", on_delete=models.PROTECT, related_name="+"
    )
    reported_on = models.DateField("审查报告日期", null=True, blank=True)
    report = models.TextField("审查报告", blank=True)
    ended_on = models.DateField("资格终止日期", null=True, blank=True)
    announcement = models.CharField("公告文号", max_length=60, blank=True)
    status = models.CharField(
        "状态",
        max_length=20,
        choices=CredentialsStatus,
        default=CredentialsStatus.OPENED,
        editable=False,
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)

    objects = CredentialsCaseQuerySet.as_manager()

    class Meta:
        verbose_name = "代表资格审查事项"
        verbose_name_plural = "代表资格审查事项"
        ordering = ["-opened_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["seat"],
                condition=Q(status__in=CredentialsStatus.running),
                name="credentials_case_one_running",
                violation_error_message="这名代表已有正在审查的事项。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=CredentialsStatus.values),
                name="credentials_case_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=~Q(status="ended") | Q(ended_on__isnull=False),
                name="credentials_case_end_has_date",
                violation_error_message="资格终止的，要有终止日期。",
            ),
        ]

    def __str__(self):
        return f"{self.seat.called}代表资格审查"

    def get_absolute_url(self):
        return reverse("deputies:credentials_detail", args=[self.pk])


class CredentialsCaseEvent(Event):
    """A line in the history of a case."""

    record = models.ForeignKey(
        CredentialsCase, verbose_name="代表资格审查事项", on_delete=models.PROTECT, related_name="events"
    )
