"""Who may write, hand in, take back, review and merge a proposal."""

from congress import clock
from congress.enums import Role
from proposals.enums import ProposalKind, ProposalStatus, SponsorStatus
from proposals.models import Proposal
from proposals.rules.people import cosigners, drafted_here, is_lead, is_office_of, lead_of, signing_seats


def can_find_proposals(user):
    return user.role not in Role.keepers


def may_draft(user):
    """Deputies in office write their own; an office writes down for a deputy what he then signs."""
    return user.is_office or (user.is_deputy and signing_seats(user).exists())


def can_write(user, proposal):
    """The leading deputy, and the office that wrote the draft for him."""
    return is_lead(user, proposal) or drafted_here(user, proposal)


def can_hand_over(user, proposal):
    """The office that wrote the draft, as long as the deputy has not agreed to lead it."""
    return drafted_here(user, proposal) and lead_of(proposal).status != SponsorStatus.CONFIRMED


def can_hand_in(user, proposal):
    """The leading deputy himself; for one without an account the office that wrote down what he signed."""
    return is_lead(user, proposal) or (
        drafted_here(user, proposal)
        and (clock.is_taken_over() or lead_of(proposal).seat.deputy.user_id is None)
    )


def can_withdraw(user, proposal):
    """Who hands it in; a draft that nobody signed, the office that wrote it.

    What was handed in together, all take back together: :func:`can_ask_withdrawal`.
    """
    if proposal.is_written:
        unsigned = drafted_here(user, proposal) and proposal.submitted_on is None
        return unsigned or can_hand_in(user, proposal)
    return can_hand_in(user, proposal) and not cosigners(proposal)


def can_ask_withdrawal(user, proposal):
    """Who handed it in asks those who signed it with him, once at a time (D2)."""
    return bool(can_hand_in(user, proposal) and cosigners(proposal) and not proposal.withdrawal_note)


def can_resubmit(user, proposal):
    """Who signed it, and the offices that look after it, may bring it up again once it has come to an end."""
    over = proposal.has_result or proposal.status in ProposalStatus.final
    if not over:
        return False
    signed = any(
        row.status == SponsorStatus.CONFIRMED and row.seat.deputy.user_id == user.pk
        for row in proposal.sponsorships.all()
    )
    return signed or is_office_of(user, proposal.jurisdiction)


def can_review(user, proposal):
    """The office of the congress returns, refuses or accepts."""
    return is_office_of(user, proposal.jurisdiction)


def can_merge(user, proposal):
    """The office, what units handle."""
    return proposal.kind in ProposalKind.handled and can_review(user, proposal)


def mergeable_into(proposal):
    """What it can be handled with: of the same congress and kind, registered and not replied to yet."""
    open_to = ("accepted", "unit_returned", "assigned", "handling", "co_opinion_done")
    same = Proposal.objects.filter(
        jurisdiction=proposal.jurisdiction_id, kind=proposal.kind, status__in=open_to
    )
    return same.exclude(pk=proposal.pk)
