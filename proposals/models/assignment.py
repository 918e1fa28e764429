"""Assignment of a proposal to units."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.functional import cached_property

from congress.enums import Role
from congress.handling import Handling, HandlingQuerySet, HandlingStatus
from congress.models import Event
from congress.models.unit import unit_clerks
from proposals.models.proposal import Proposal


class AssignmentQuerySet(HandlingQuerySet):
    def visible_to(self, user):
        """A clerk sees his own unit's; everybody else those of the proposals he sees."""
        if user.role == Role.UNIT_CLERK:
            return self.filter(unit=user.unit_id)
        return self.filter(proposal__in=Proposal.objects.visible_to(user).values("pk"))

    def with_clerks(self):
        """Annotate ``unit_has_clerks``, in the query of a list instead of one a record."""
        return self.annotate(unit_has_clerks=Exists(unit_clerks(OuterRef("unit"))))


class Assignment(Handling):
    """One unit's part in a proposal (交办), in one round."""

    proposal = models.ForeignKey(
        Proposal, verbose_name="议案建议", on_delete=models.PROTECT, related_name="assignments"
    )
    contact_by = models.DateField("首次联系代表期限", null=True, blank=True)
    contact_sentence = models.TextField("首次联系期限说明", blank=True)
    contacted_on = models.DateField("首次联系代表", null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = "交办"
        verbose_name_plural = "交办"
        ordering = ["round", "-role", "pk"]
        indexes = [models.Index(fields=["unit", "status"], name="assignment_unit_status")]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "unit", "round"],
                condition=~Q(status__in=HandlingStatus.given_up),
                name="assignment_unit_once_a_round",
                violation_error_message="这一轮已经交给该单位。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=HandlingStatus.values),
                name="assignment_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
        ]

    def __str__(self):
        return f"{self.proposal.title}（{self.unit}）"

    @cached_property
    def unit_has_clerks(self):
        """Whether somebody acts for the unit here; otherwise the office does on its paper replies."""
        return unit_clerks(self.unit).exists()

    def get_absolute_url(self):
        return self.proposal.get_absolute_url()


class AssignmentEvent(Event):
    """A line in the history of an assignment."""

    record = models.ForeignKey(
        Assignment, verbose_name="交办件", on_delete=models.PROTECT, related_name="events"
    )
