"""Who may do what with reports: plain functions, asked by steps, views and templates alike."""

from datetime import date

from congress import clock
from congress.enums import Role
from congress.figures import is_known
from deputies.rules import is_own_seat, looks_after


READERS = (*Role.staff, Role.LEADER)


def can_read_list(user):
    """The year's list of who has reported and who has not: staff and leaders."""
    return user.role in READERS


def writes_for(user, seat):
    """The deputy himself; for one without an account, the office that looks after him."""
    if seat.deputy.user_id is not None:
        return is_own_seat(user, seat)
    return user.is_office and looks_after(user, seat)


def can_write(user, report):
    return writes_for(user, report.seat)


def can_review(user, report):
    """The office of the seat's own congress or of one above it; nobody reviews what he handed in himself."""
    if not user.is_office or report.submitted_by_id == user.pk:
        return False
    return user.works_for(report.seat.term.jurisdiction)


def held_in(seat, year):
    """Whether the seat was held on any day of the year, as far as it is known."""
    return is_known(year) and seat.held_during(date(year, 1, 1), date(year, 12, 31))


def refusal_of_year(seat, year):
    """Return the sentence that refuses a report of ``seat`` for ``year``, or None."""
    if year > clock.today().year:
        return f"{year}年还没有到，不能写这一年的述职报告。"
    if not held_in(seat, year):
        return f"{seat.deputy.name}{year}年不在任，没有这一年的述职报告。"
    return None
