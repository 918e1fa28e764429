"""What the desks say when a year's calendar is not known yet, or has turned out otherwise."""

from datetime import date

import pytest

from congress import desk
from congress.calendar import Calendar
from reception.desk.day import days_of_receptions
from reception.enums import DayStatus
from tests.factories.congress import SysadminFactory
from tests.factories.reception import day_at


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def test_unpublished_years_are_those_of_the_days():
    days = [date(2025, 5, 6), date(2098, 5, 6), date(2098, 7, 8), date(2099, 5, 6), None]
    assert Calendar({date(2099, 5, 6): ("上班", True)}).unpublished(days) == [2098]


def test_administrator_is_asked_for_the_calendar_of_a_year_with_dates(monkeypatch):
    monkeypatch.setattr(desk, "_dates", [lambda after: [date(2098, 5, 6)]])
    assert [item.title for item in desk.calendar_to_enter(SysadminFactory())] == ["登记2098年放假安排"]


def test_days_ahead_are_read_as_years():
    """Thousands of due dates lie in a year; the calendar asks for the year alone."""
    for day in (date(2025, 4, 10), date(2025, 5, 8)):
        day_at(DayStatus.PLANNED, on=day)
    assert list(days_of_receptions(date(2024, 12, 31))) == [date(2025, 1, 1)]


def test_administrator_is_not_asked_without_dates(monkeypatch):
    monkeypatch.setattr(desk, "_dates", [lambda after: [date(2025, 5, 6)]])
    assert list(desk.calendar_to_enter(SysadminFactory())) == []
