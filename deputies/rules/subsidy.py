"""Who keeps the ledger of subsidies, and who sees whose (代表法第四十一条)."""

from deputies.rules.people import is_own_seat
from deputies.rules.seat import keeps_congress


def can_list_subsidies(user):
    """Offices of a congress: what is paid comes out of its own level's budget."""
    return user.is_office and user.jurisdiction is not None and user.jurisdiction.has_congress


def can_keep_subsidies(user, jurisdiction):
    return can_list_subsidies(user) and keeps_congress(user, jurisdiction)


def can_see_subsidy(user, seat):
    """The office that keeps the ledger, and the deputy himself."""
    return is_own_seat(user, seat) or can_keep_subsidies(user, seat.term.jurisdiction)
