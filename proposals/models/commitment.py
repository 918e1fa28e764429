"""What units promise in their replies to proposals: the ledger of commitments (承诺事项台账)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from congress.enums import Role
from congress.handling import Promise, PromiseQuerySet, PromiseStatus
from congress.models import Event
from proposals.models.assignment import Assignment
from proposals.models.proposal import Proposal


class CommitmentQuerySet(PromiseQuerySet):
    def visible_to(self, user):
        """A clerk sees his own unit's; everybody else those of the proposals he sees."""
        if user.role == Role.UNIT_CLERK:
            return self.filter(unit=user.unit_id)
        return self.filter(proposal__in=Proposal.objects.visible_to(user).values("pk"))


class Commitment(Promise):
    """A unit's promise to the deputies who made a proposal; kept, or not, apart from the reply."""

    proposal = models.ForeignKey(
        Proposal, verbose_name="议案建议", on_delete=models.PROTECT, related_name="commitments"
    )
    assignment = models.ForeignKey(
        Assignment, verbose_name="交办", on_delete=models.PROTECT, related_name="commitments"
    )

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = "承诺事项"
        verbose_name_plural = "承诺事项"
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["unit", "status"], name="commitment_unit_status"),
            models.Index(fields=["status", "due_on"], name="commitment_status_due"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=PromiseStatus.values),
                name="commitment_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=PromiseStatus.settled, settled_on__isnull=False)
                | (~Q(status__in=PromiseStatus.settled) & Q(settled_on__isnull=True)),
                name="commitment_settled_has_date",
                violation_error_message="落实状态与日期不一致。",
            ),
        ]

    def get_absolute_url(self):
        return reverse("proposals:commitment_detail", args=[self.pk])


class CommitmentEvent(Event):
    """A line in the history of a commitment: each quarter's progress among them."""

    record = models.ForeignKey(
        Commitment, verbose_name="承诺事项", on_delete=models.PROTECT, related_name="events"
    )
