from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congress.calendar import Calendar, add_months, chinese_day
from congress.enums import Postponement
from congress.models import Holiday


PUBLISHED = st.dates(date(2024, 1, 1), date(2025, 12, 31))
CALENDAR = Calendar(overrides={})


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2025, 1, 28), "春节"),
        (date(2025, 5, 5), "劳动节"),
        (date(2025, 10, 6), "中秋节"),
        (date(2025, 3, 1), "周末"),
        (date(2025, 1, 26), None),
        (date(2025, 2, 8), None),
        (date(2025, 4, 27), None),
        (date(2025, 9, 28), None),
        (date(2025, 10, 11), None),
        (date(2026, 2, 28), None),
    ],
)
def test_holiday_name_of_published_year(day, name):
    assert CALENDAR.holiday_name(day) == name


def test_holiday_name_of_unpublished_year_follows_the_statutory_days():
    assert [
        CALENDAR.holiday_name(day) for day in (date(2027, 2, 6), date(2027, 6, 9), date(2027, 6, 12))
    ] == [
        "春节",
        "端午节",
        "周末",
    ]


@pytest.mark.django_db
def test_is_workday_overridden_by_the_table():
    Holiday.objects.create(date=date(2025, 3, 20), name="区庆")
    Holiday.objects.create(date=date(2025, 3, 22), name="调休上班", is_workday=True)
    calendar = Calendar()
    assert [calendar.is_workday(date(2025, 3, day)) for day in (20, 21, 22)] == [False, True, True]


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2025, 1, 20), 3, date(2025, 4, 20)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
        (date(2024, 11, 30), 3, date(2025, 2, 28)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
    ],
)
def test_add_months_without_corresponding_day_ends_the_month(start, months, end):
    assert add_months(start, months) == end


def test_due_in_months_on_a_sunday_rolls_over_and_says_so():
    due = CALENDAR.due_in_months(date(2025, 1, 20), 3)
    assert (due.day, due.sentence) == (
        date(2025, 4, 21),
        "自2025年1月20日起（当日不计）3个月，到2025年4月20日（周日）止；末日是周末，顺延到2025年4月21日（周一）。",
    )


def test_due_in_months_on_a_make_up_saturday_stays():
    assert CALENDAR.due_in_months(date(2025, 11, 30), 3).day == date(2026, 2, 28)


def test_due_in_months_without_roll_over_stays_on_the_sunday():
    assert CALENDAR.due_in_months(date(2025, 1, 20), 3, roll_over=False).day == date(2025, 4, 20)


def test_due_in_days_starts_the_day_after():
    assert CALENDAR.due_in_days(date(2025, 3, 20), 30, roll_over=False).day == date(2025, 4, 19)


def test_due_in_workdays_counts_make_up_days_and_skips_the_holiday():
    due = CALENDAR.due_in_workdays(date(2025, 4, 25), 5)
    assert (due.day, due.sentence) == (
        date(2025, 5, 6),
        "自2025年4月25日起（当日不计）5个工作日，其间6天放假不计，到2025年5月6日（周二）止。",
    )


def test_due_date_in_unpublished_year_is_provisional():
    due = CALENDAR.due_in_days(date(2026, 12, 20), 30)
    assert (due.provisional, due.sentence) == (
        True,
        "自2026年12月20日起（当日不计）30天，到2027年1月19日（周二）止（2027年放假安排尚未公布，暂按法定节日推算）。",
    )


@pytest.mark.parametrize(
    ("day", "how", "weekend_counts", "result"),
    [
        (date(2025, 4, 20), Postponement.NEXT_WORKDAY, True, date(2025, 4, 21)),
        (date(2025, 4, 20), Postponement.NEXT_WORKDAY, False, date(2025, 4, 20)),
        (date(2025, 5, 5), Postponement.NEXT_WORKDAY, True, date(2025, 5, 6)),
        (date(2025, 10, 5), Postponement.NEXT_WORKDAY, True, date(2025, 10, 9)),
        (date(2025, 6, 2), Postponement.NEXT_WEEK, True, date(2025, 6, 9)),
        (date(2025, 7, 20), Postponement.NEXT_WEEK, True, date(2025, 7, 28)),
        (date(2025, 10, 5), Postponement.NEXT_WEEK, True, date(2025, 10, 13)),
        (date(2025, 10, 5), Postponement.NEXT_WEEK, False, date(2025, 10, 12)),
        (date(2025, 10, 1), Postponement.NEXT_WEEK, True, date(2025, 10, 15)),
        (date(2025, 4, 4), Postponement.NEXT_NON_HOLIDAY, False, date(2025, 4, 7)),
        (date(2025, 5, 5), Postponement.NONE, True, date(2025, 5, 5)),
        (date(2025, 3, 20), Postponement.NEXT_WEEK, True, date(2025, 3, 20)),
    ],
)
def test_postponed_by_the_rule_of_the_office(day, how, weekend_counts, result):
    assert CALENDAR.postponed(day, how, weekend_counts=weekend_counts) == result


@settings(max_examples=50, deadline=None)
@given(start=PUBLISHED, count=st.integers(0, 40))
def test_add_workdays_counts_every_workday_between(start, count):
    end = CALENDAR.add_workdays(start, count)
    between = (start + timedelta(days=offset) for offset in range(1, (end - start).days + 1))
    assert sum(map(CALENDAR.is_workday, between)) == count


@settings(max_examples=50, deadline=None)
@given(start=PUBLISHED, count=st.integers(0, 24))
def test_due_in_months_with_roll_over_ends_on_a_workday(start, count):
    assert CALENDAR.is_workday(CALENDAR.due_in_months(start, count).day)


def test_chinese_day_of_a_thursday():
    assert chinese_day(date(2025, 3, 20)) == "2025年3月20日（周四）"
