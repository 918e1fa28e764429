"""What was decided, reported, voted and answered, on the page of the proposal."""

from proposals.enums import ProposalKind
from proposals.enums import ProposalStatus as S
from proposals.models import Verdict
from proposals.panels.base import Panel, register


@register
def proceedings(proposal, user):
    """The acts of its road in order, and how many of those who put it an answer satisfied."""
    if proposal.kind == ProposalKind.SUGGESTION and proposal.motion_serial is None:
        return None
    acts = list(proposal.proceedings.all())
    if not acts and not proposal.withdrawal_asked_on:
        return None
    told = {
        "acts": acts,
        "asked_on": proposal.withdrawal_asked_on if proposal.status == S.ON_AGENDA else None,
    }
    if proposal.kind == ProposalKind.INTERPELLATION:
        told["verdicts"] = _verdicts(proposal)
    return Panel("proposals/_proceedings.html", told)


def _verdicts(proposal):
    """Of each answer: (round, satisfied, not satisfied, not told), as numbers."""
    signed = {row.pk for row in proposal.sponsorships.all() if row.status == "confirmed"}
    said = list(Verdict.objects.filter(sponsorship__in=signed).values_list("round", "satisfied"))
    last = proposal.round if proposal.status in (S.ANSWERED, S.CLOSED) else proposal.round - 1
    return [
        (
            number,
            said.count((number, True)),
            said.count((number, False)),
            len(signed) - said.count((number, True)) - said.count((number, False)),
        )
        for number in range(1, last + 1)
    ]
