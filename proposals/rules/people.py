"""Who somebody is to a proposal: its office, its leading deputy, who signed it or wrote it down."""

from congress import clock
from deputies.enums import SeatStatus
from deputies.models import Seat
from proposals.enums import SponsorStatus


def is_office_of(user, jurisdiction):
    """The office of the congress itself, or the district's above a town's."""
    return user.is_office and user.works_for(jurisdiction)


def signing_seats(user):
    """The seats for which the user may sign today: held, and not suspended (代表法第四十九条)."""
    held = Seat.objects.filter(deputy__user=user).in_office(clock.today())
    return held.exclude(status=SeatStatus.SUSPENDED)


def is_lead(user, proposal):
    """The leading deputy himself."""
    return user.is_deputy and lead_of(proposal).seat.deputy.user_id == user.pk


def lead_of(proposal):
    """The signature of the leading deputy."""
    return next(signature for signature in proposal.sponsorships.all() if signature.leads)


def drafted_here(user, proposal):
    """An office that wrote the draft down."""
    writer = proposal.drafted_by
    return user.is_office and writer.is_office and writer.jurisdiction_id == user.jurisdiction_id


def cosigners(proposal):
    """The signatures that were given, but for the leading one."""
    return [
        row for row in proposal.sponsorships.all() if row.status == SponsorStatus.CONFIRMED and not row.leads
    ]


def takes_part(user, proposal):
    """Who signs, or writes down for who signs."""
    if user.is_deputy:
        return any(row.seat.deputy.user_id == user.pk for row in proposal.sponsorships.all())
    return drafted_here(user, proposal)
