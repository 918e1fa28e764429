"""Who may watch over absences, propose to the credentials committee, and record what came of it."""

from deputies.rules.seat import keeps_congress


def can_watch_absences(user):
    """Offices; a street's sees the deputies elected there."""
    return user.is_office


def can_open_case(user, seat):
    return keeps_congress(user, seat.term.jurisdiction)


def can_keep_case(user, case):
    return can_open_case(user, case.seat)
