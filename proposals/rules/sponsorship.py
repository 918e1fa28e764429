"""Who may sign a proposal and be asked to."""

from congress import clock
from deputies.enums import SeatStatus
from deputies.models import Seat
from proposals.models import Sponsorship
from proposals.rules.people import drafted_here, signing_seats, takes_part
from proposals.rules.proposal import can_hand_in, can_write


def seats_to_lead(user):
    """The seats that may lead what the user drafts: his own, or those that an office looks after."""
    if user.is_deputy:
        return signing_seats(user)
    if not user.is_office:
        return Seat.objects.none()
    seats = Seat.objects.working_in(user.jurisdiction).in_office(clock.today())
    # Whether a seat is suspended is known of today, not of the days of a register.
    return seats if clock.is_taken_over() else seats.exclude(status=SeatStatus.SUSPENDED)


def seats_to_invite(proposal):
    """The deputies of the same congress and term who hold their seats and have not been asked."""
    seats = Seat.objects.filter(term=proposal.term_id).in_office(clock.today())
    asked = proposal.sponsorships.standing().values("seat")
    return seats.exclude(status=SeatStatus.SUSPENDED).exclude(pk__in=asked)


def can_sign(user, sponsorship):
    """The deputy himself, nobody for him (E2); for one without an account who wrote down what he signed.

    So does who takes over a register, which tells of paper.
    """
    holder = sponsorship.seat.deputy.user_id
    if holder is None or clock.is_taken_over():
        return drafted_here(user, sponsorship.proposal)
    return (
        user.is_deputy and holder == user.pk and signing_seats(user).filter(pk=sponsorship.seat_id).exists()
    )


def can_ask_again(user, sponsorship):
    """Who writes the proposal asks for its signatures."""
    return can_write(user, sponsorship.proposal)


def can_ask_consent(user, sponsorship):
    return can_hand_in(user, sponsorship.proposal)


def can_see_consent(user, sponsorship):
    """What follows from one signer's answer concerns the others."""
    return takes_part(user, sponsorship.proposal)


def can_let_expire(user, sponsorship):
    """Who hands the proposal in ends the asking; at the session's cut-off nobody does, the day does."""
    return user is None or can_hand_in(user, sponsorship.proposal)


def cutoff_of(sponsorship):
    """The session's cut-off that has overtaken the invitation; None while it stands."""
    found = Sponsorship.objects.overtaken(clock.now()).filter(pk=sponsorship.pk)
    return found.values_list("cutoff", flat=True).first()
