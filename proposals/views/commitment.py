"""The ledger of what units promised to deputies, a commitment's page and its steps."""

from django.db.models import F, Prefetch, Q
from django.shortcuts import get_object_or_404

from congress.handling.promise_pages import (
    PromiseList,
    in_order,
    promise_page,
    promise_proof,
    promise_sheet,
    promise_step,
    refuse_sheet,
)
from deputies.models.seat import naming
from proposals import rules
from proposals.enums import ProposalStatus, SponsorRole
from proposals.filters import CommitmentFilter
from proposals.forms.commitment import COMMITMENT_STEPS
from proposals.models import Commitment, Proposal, Sponsorship
from proposals.workflow import commitments


LEDGER, OF_DEPUTY = "承诺事项台账", "答应我的事"


def _ledger(user):
    """The visible commitments with what a row shows, in the order in which they are due."""
    leads = Sponsorship.objects.filter(role=SponsorRole.LEAD).select_related(*naming("seat__"))
    made = Commitment.objects.visible_to(user).select_related(
        "proposal__term", "proposal__session", "proposal__jurisdiction"
    )
    made = made.defer("proposal__text", "proposal__grounds", "proposal__plan")
    return in_order(made).prefetch_related(Prefetch("proposal__sponsorships", leads, to_attr="leads"))


class CommitmentList(PromiseList):
    filterset_class = CommitmentFilter
    heading, heading_of_deputy = LEDGER, OF_DEPUTY
    matter_list = "proposals:proposal_list"
    open_to = staticmethod(rules.can_read_commitments)
    may_export = staticmethod(rules.can_export_commitments)

    def get_queryset(self):
        return _ledger(self.request.user)

    def matters(self, user):
        filed = Q(status__in=ProposalStatus.filed)
        return Proposal.objects.visible_to(user), "assigned_on", filed


def commitment_sheet(request):
    """The rows as they are filtered."""
    if not rules.can_export_commitments(request.user):
        refuse_sheet()
    found = CommitmentFilter(request.GET, queryset=_ledger(request.user), request=request).qs
    return promise_sheet(request, found, name=LEDGER, people="领衔代表", people_of=_leads)


def _leads(proposal):
    return "、".join(row.seat.called for row in proposal.leads)


def _made(user, pk):
    found = Commitment.objects.visible_to(user).with_step_due()
    found = found.select_related(
        "unit",
        "assignment__unit",
        "proposal__jurisdiction__parent",
        "proposal__term",
        "proposal__session",
        "proposal__drafted_by",
    )
    return get_object_or_404(found, pk=pk)


def commitment_detail(request, pk):
    made, user = _made(request.user, pk), request.user
    steps = commitments.offered(made, user)
    if not user.is_deputy:
        return promise_page(request, made, steps, heading=LEDGER)
    # Who signed what was merged into it knows it by his own.
    own = Proposal.objects.visible_to(user).filter(Q(pk=made.proposal_id) | Q(merged_into=made.proposal_id))
    own = own.select_related("term", "session", "jurisdiction")
    own = own.order_by(F("merged_into").asc(nulls_first=True), "pk").first()
    return promise_page(request, made, steps, heading=OF_DEPUTY, matter=own)


def commitment_step(request, pk, name):
    made = _made(request.user, pk)
    return promise_step(
        request,
        made,
        commitments,
        name,
        COMMITMENT_STEPS,
        template_name="proposals/proposal_step.html",
        context={"proposal": made.proposal},
    )


def commitment_proof(request, pk):
    return promise_proof(request, Commitment, pk)
