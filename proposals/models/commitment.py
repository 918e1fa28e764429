"""What units promise in their replies to proposals: the ledger of commitments (承诺事项台账)."""

from django.db import models
from django.db.models import Q

from congress.enums import Role
from congress.handling import Promise, PromiseQuerySet
from congress.models import Event
from proposals.models.assignment import Assignment
from proposals.models.proposal import Proposal


class CommitmentQuerySet(PromiseQuerySet):
    def visible_to(self, user):
        """A clerk sees his own unit's; everybody else those of the proposals he sees.

        A deputy also those of the proposal that his own was merged into: it was answered with that.
        """
        if user.role == Role.UNIT_CLERK:
            return self.filter(unit=user.unit_id)
        seen = Proposal.objects.visible_to(user)
        found = Q(proposal__in=seen.values("pk"))
        if user.role == Role.DEPUTY:
            found |= Q(proposal__in=seen.values("merged_into"))
        return self.filter(found)


class Commitment(Promise):
    """A unit's promise to the deputies who made a proposal; kept, or not, apart from the reply."""

    matter_field = "proposal"
    pages = "proposals:commitment"

    proposal = models.ForeignKey(
        Proposal, verbose_name="议案建议", on_delete=models.PROTECT, related_name="commitments"
    )
    assignment = models.ForeignKey(
        Assignment, verbose_name="交办", on_delete=models.PROTECT, related_name="commitments"
    )

    objects = CommitmentQuerySet.as_manager()

    class Meta(Promise.Meta):
        verbose_name = "承诺事项"
        verbose_name_plural = "承诺事项"


class CommitmentEvent(Event):
    """A line in the history of a commitment: each quarter's progress among them."""

    record = models.ForeignKey(
        Commitment, verbose_name="承诺事项", on_delete=models.PROTECT, related_name="events"
    )
