"""Who may rate how a proposal was handled, and print the forms for it (征询意见表)."""

from congress import clock
from congress.enums import Role
from proposals.enums import SponsorStatus
from proposals.rules.proposal import can_review


def can_rate(user, proposal):
    """A deputy who signed; the office on the paper form of one without an account (征询意见表)."""
    return any(can_rate_for(user, row) for row in proposal.sponsorships.all())


def can_rate_for(user, sponsorship):
    """Each for himself (E2): nobody rates for a deputy who has an account, but what a register tells of."""
    if sponsorship.status != SponsorStatus.CONFIRMED:
        return False
    holder = sponsorship.seat.deputy.user_id
    if user.is_deputy:
        return holder == user.pk
    on_paper = clock.is_taken_over() or holder is None
    return on_paper and can_review(user, sponsorship.proposal)


def can_print_ratings(user, proposal):
    """The staff of the congress print the forms for all who signed; a deputy his own."""
    return user.role in Role.staff and user.works_for(proposal.jurisdiction)
