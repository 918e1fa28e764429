"""Who may see and keep cases of restricted liberty: two offices, and nobody else (代表法第三十九条)."""

from congress.enums import Level


def can_list_liberty(user):
    """Offices of a congress."""
    return user.is_office and user.jurisdiction is not None and user.jurisdiction.has_congress


def can_keep_liberty_of(user, seat):
    """The office of the congress itself and, of a town's seats, the district's above it."""
    if not can_list_liberty(user):
        return False
    place = seat.term.jurisdiction
    return user.jurisdiction_id == place.pk or (
        place.level == Level.TOWN and user.jurisdiction_id == place.parent_id
    )


def can_keep_liberty(user, case):
    return can_keep_liberty_of(user, case.seat)


def can_decide_request(user, case):
    """Only a request is permitted or refused."""
    return case.is_request and can_keep_liberty(user, case)


def can_note_report(user, case):
    """Only a report is taken note of."""
    return not case.is_request and can_keep_liberty(user, case)
