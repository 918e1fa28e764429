"""Who may plan, hold and announce reception days."""

from congress import clock
from congress.enums import Role
from reception.enums import DayStatus
from reception.rules.place import is_office_of, is_staff_of


def can_find_appointments(user):
    """Who reads the list of meetings that voters ask for."""
    return user.is_reception_staff or user.is_deputy or user.role == Role.LEADER


def can_read_days(user):
    """Who has to do with the deputies' work reads the list of reception days."""
    return user.role not in Role.business_blind


def can_open_day_of(user, opinion):
    """Whether the reader of a matter may open the page of the reception day on which it was taken."""
    return can_read_days(user) and (user.is_deputy or user.works_for(opinion.jurisdiction))


def may_plan(user):
    """Liaison officers and offices plan reception days; :func:`can_prepare_day` says where."""
    return user.is_reception_staff


def can_prepare_day(user, day):
    """Liaison officer and office plan the day, its rota and its notice (E3)."""
    return is_staff_of(user, day.jurisdiction)


def can_sort_day(user, day):
    """The office compiles what was said on the day (B27)."""
    return is_office_of(user, day.jurisdiction)


def can_approve_day(user, day):
    """The office puts a day off, calls it off or files it."""
    return is_office_of(user, day.jurisdiction)


def takes_visits(day):
    """Whether visits are put down to the day: once announced on its date, then until it is summed up."""
    due = day.status == DayStatus.NOTICE_PUBLISHED and day.date == clock.today()
    return due or day.status in (DayStatus.OPEN, DayStatus.HELD)


def can_read_plans(user):
    """Rules and plans are the staff's work; leaders look at it. Others read the calendar of the days."""
    return user.is_reception_staff or user.role == Role.LEADER


def may_set_rules(user):
    """Offices say on which days they receive; :func:`can_set_rule` says where."""
    return user.is_office


def can_set_rule(user, rule):
    return is_office_of(user, rule.jurisdiction)


def can_prepare_notice(user, notice):
    """Whoever prepares the day drafts and posts its notice."""
    return can_prepare_day(user, notice.day)


def can_approve_notice(user, notice):
    """The head of the office that holds the day (E3)."""
    return can_approve_day(user, notice.day)
