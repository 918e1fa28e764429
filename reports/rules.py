"""Who may do what with reports: plain functions, asked by steps, views and templates alike."""

from datetime import date

from django.db.models import Q

from congress import clock
from congress.enums import Role
from congress.figures import is_known
from congress.models import User
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


def reviewers(jurisdiction):
    """The accounts that review reports there: those of the place's own office and of the offices above."""
    at = Q(jurisdiction=jurisdiction)
    at |= Q(jurisdiction__children=jurisdiction) | Q(jurisdiction__children__children=jurisdiction)
    return User.objects.filter(at, is_active=True, role__in=Role.offices)


def can_return(user, report):
    """The office of the seat's own congress or of one above it; what one handed in oneself, one recalls."""
    if not user.is_office or report.submitted_by_id == user.pk:
        return False
    return user.works_for(report.seat.term.jurisdiction)


def can_accept(user, report):
    """Four eyes see a report: not those of who handed it in, except where nobody else has an account."""
    return can_return(user, report) or accepts_alone(user, report)


def accepts_alone(user, report):
    """Whether an office that handed the report in is the only one that could review it."""
    if not user.is_office or report.submitted_by_id != user.pk:
        return False
    jurisdiction = report.seat.term.jurisdiction
    return user.works_for(jurisdiction) and not reviewers(jurisdiction).exclude(pk=user.pk).exists()


def sat_in(seat, year):
    """Whether the seat was held on any day of the year, as far as it is known."""
    return is_known(year) and seat.held_during(date(year, 1, 1), date(year, 12, 31))


def refusal_of_year(seat, year):
    """Return the sentence that refuses a report of ``seat`` for ``year``, or None."""
    if year > clock.today().year:
        return f"{year}年还没有到，不能写这一年的述职报告。"
    if not sat_in(seat, year):
        return f"{seat.called}{year}年不在任，没有这一年的述职报告。"
    return None
