"""What a proposal's page says of others that belong to it, of what was looked over, of a joint withdrawal."""

from django.db.models import Exists, OuterRef, Q

from proposals import hints
from proposals.enums import Check, Consent
from proposals.enums import ProposalStatus as S
from proposals.models import Proposal
from proposals.panels.base import Panel, register
from proposals.rules import can_resubmit, can_review
from proposals.workflow.review_steps import HANDED_IN


@register
def asked_back(proposal, user):
    """Who agrees that it is taken back, while that is asked."""
    if not proposal.withdrawal_note or proposal.status not in HANDED_IN:
        return None
    rows = [row for row in proposal.sponsorships.all() if row.withdrawal]
    waiting = sum(row.withdrawal == Consent.ASKED for row in rows)
    told = {"rows": rows, "note": proposal.withdrawal_note, "waiting": waiting}
    return Panel("proposals/_withdrawal.html", told)


@register
def alike(proposal, user):
    """What was put forward before about the same subject, to the office before it is assigned."""
    if proposal.status not in (S.SUBMITTED, S.UNDER_REVIEW, S.ACCEPTED) or not can_review(user, proposal):
        return None
    words = " ".join(filter(None, (proposal.text, proposal.subject, proposal.grounds)))
    found = hints.hints_for(user, proposal.jurisdiction, title=proposal.title, words=words, proposal=proposal)
    return Panel("proposals/_alike.html", {"panels": found}) if found else None


@register
def related(proposal, user):
    """What it was merged into, what was merged into it, what it brings up again and what brings it up again.

    What the reader may not see is named without a link.
    """
    again = can_resubmit(user, proposal)
    groups = {"merged_into": [], "merged": [], "earlier": [], "later": []}
    if not proposal.is_written or proposal.resubmission_of_id:
        for other in _others(proposal, user):
            groups[_kinship(proposal, other)].append(other)
    if not again and not any(groups.values()):
        return None
    return Panel("proposals/_related.html", {**groups, "again": again, "proposal": proposal})


def _others(proposal, user):
    about = Q(merged_into=proposal) | Q(resubmission_of=proposal)
    about |= Q(pk__in=[key for key in (proposal.merged_into_id, proposal.resubmission_of_id) if key])
    seen = Proposal.objects.visible_to(user).filter(pk=OuterRef("pk"))
    found = Proposal.objects.filter(about).annotate(seen=Exists(seen))
    # A draft that brings it up again is nobody's business but its writer's.
    found = found.filter(Q(seen=True) | Q(submitted_on__isnull=False, secret=False))
    return found.select_related("term", "session").defer("text", "grounds", "plan").order_by("pk")


def _kinship(proposal, other):
    if other.pk == proposal.merged_into_id:
        return "merged_into"
    if other.pk == proposal.resubmission_of_id:
        return "earlier"
    return "merged" if other.merged_into_id == proposal.pk else "later"


@register
def looked_over(proposal, user):
    """What the deputy confirmed before he handed it in; units read the words alone."""
    if not proposal.checks or user.is_unit_clerk:
        return None
    labels = [Check(value).label.removesuffix("（见下）") for value in proposal.checks]
    return Panel("proposals/_checks.html", {"labels": labels})
