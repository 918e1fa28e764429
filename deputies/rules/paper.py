"""Who prints which papers about deputies."""

from congress.enums import Role
from deputies.rules.people import looks_after


def can_print_roster(user, term):
    """The published list of a congress: whoever may see its deputies."""
    return user.role not in Role.business_blind


def can_print_cards(user, term):
    """Cards are issued by the congress's own office (代表法第四十九条)."""
    return user.is_office and user.works_for(term.jurisdiction)


def can_print_roll(user, session):
    """The staff who keep the session's rolls, and the office above."""
    return user.is_reception_staff and user.works_for(session.term.jurisdiction)


def can_certify_attendance(user, seat):
    """An office that looks after the seat vouches for the deputy's time (代表法第四十条、第四十一条)."""
    return user.is_office and looks_after(user, seat)
