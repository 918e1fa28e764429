"""Which papers a proposal's page offers."""

from django.urls import reverse

from congress.handling import HandlingStatus
from congress.printing import Offer
from proposals import rules
from proposals.enums import ReplyStatus, SponsorStatus


def offers_of(proposal, signatures, parts, user):
    """``signatures`` and ``parts`` as the page has read them, these with their replies."""
    found = [Offer(f"{proposal.word}全文", _url("proposal_paper", proposal.pk, "sheet"))]
    signed = sum(row.status == SponsorStatus.CONFIRMED for row in signatures)
    several = signed > 1 and not user.is_deputy
    for part in parts:
        found += _of_part(part, proposal, user, several)
    mine = [row for row in signatures if row.seat.deputy.user_id == user.pk]
    if proposal.replied_on and (mine or rules.can_print_ratings(user, proposal)):
        found.append(Offer("征询意见表", _url("proposal_paper", proposal.pk, "ratings")))
    return found


def _of_part(part, proposal, user, several):
    again = f"，第{part.round}轮" if part.round > 1 else ""
    part.proposal = proposal
    if part.status not in HandlingStatus.given_up and rules.can_print_assignment(user, part):
        yield Offer(f"交办单（{part.unit}{again}）", _url("assignment_paper", part.pk))
        if part.urged_on:
            yield Offer(f"催办单（{part.unit}{again}）", _url("urging_paper", part.pk))
    for reply in part.replies.all():
        word = "答复函" if part.leads else "会办意见"
        yield Offer(f"{word}（{part.unit}{again}）", _url("reply_paper", reply.pk))
        if part.leads and several and reply.status == ReplyStatus.SENT:
            yield Offer(f"答复函，每名代表一份（{part.unit}{again}）", _url("reply_papers", reply.pk))


def _url(name, *args):
    return reverse(f"proposals:{name}", args=args)
