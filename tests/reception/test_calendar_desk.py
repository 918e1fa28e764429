"""What the desks say when a year's calendar is not known yet, or has turned out otherwise."""

from datetime import date

import pytest

from congress import desk
from congress.calendar import Calendar
from reception import day_workflow
from reception.desk.day import days_of_receptions, days_to_move
from reception.enums import DayStatus
from tests.factories.congress import HolidayFactory, SysadminFactory
from tests.factories.reception import day_at, people


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


def test_planned_day_that_became_a_holiday_is_to_move():
    who = people()
    planned = day_workflow.plan(
        by=who.liaison, jurisdiction=who.town, place="石坎站", rule_date=date(2025, 4, 10)
    )
    assert list(days_to_move(who.office)) == []
    HolidayFactory(date=planned.date, name="临时放假", is_workday=False)
    [item] = days_to_move(who.office)
    assert item.about == "放假安排有变，这天是临时放假，应顺延到2025年4月11日（周五）"
