"""Who keeps the seats, terms and vacancies of a congress."""

from deputies.rules.people import can_see_places, looks_after


def keeps_congress(user, jurisdiction):
    """The office of that very congress, or one above it."""
    return user.is_office and user.works_for(jurisdiction)


def can_keep_seat(user, seat):
    """Confirm, suspend and end a seat, and keep its posts."""
    return keeps_congress(user, seat.term.jurisdiction)


def can_announce_end(user, seat):
    """Register the announcement of an ended seat's end, as long as none is registered."""
    return not (seat.announcement or seat.announced_on) and can_keep_seat(user, seat)


def can_keep_term(user, term):
    """Elect into a term, settle its quota, and open the next one."""
    return keeps_congress(user, term.jurisdiction)


def can_keep_vacancy(user, vacancy):
    return can_keep_seat(user, vacancy.seat)


def can_keep_career(user, deputy):
    """Record a deputy's jobs: the office that looks after any of his seats, whoever's congress it is."""
    return user.is_office and any(looks_after(user, seat) for seat in deputy.seats.all())


def can_list_terms(user):
    """Terms, quotas and vacancies are for staff and leaders."""
    return can_see_places(user)
