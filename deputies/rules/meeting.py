"""Who may do what with sessions, meetings and their rolls."""

from deputies.rules.people import can_see_places, is_own_seat


def can_list_sessions(user):
    """Staff and leaders; a deputy has his own meetings instead."""
    return can_see_places(user)


def can_add_sessions(user):
    """Offices of a congress: a street has none (地方组织法第五十九条)."""
    return user.is_office and user.jurisdiction is not None and user.jurisdiction.has_congress


def can_keep_session(user, session):
    """The office of the congress that sits, or one above."""
    return user.is_office and user.works_for(session.term.jurisdiction)


def can_keep_roll(user, meeting):
    return can_keep_session(user, meeting.session)


def is_own_line(user, attendance):
    return is_own_seat(user, attendance.seat)


def can_list_own_meetings(user):
    return user.is_deputy


def keeps_speeches(user, meeting):
    """The office of that very congress; nobody above it or beside it (B50)."""
    return user.is_office and user.jurisdiction_id == meeting.session.term.jurisdiction_id
