"""The days of a year by every kind of rule and every way of postponing, against the published calendars.

The expected days were worked out by hand from the State Council's notices for 2024, 2025 and 2026.
"""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from congress.calendar import Calendar
from congress.enums import Postponement
from reception import planning
from reception.models import ReceptionRule
from reception.models.plan import Way
from tests.factories.congress import OfficeRulesFactory, TownFactory
from tests.factories.reception.plans import ReceptionRuleFactory


OFFICE = Way(Postponement.NEXT_WORKDAY, True)
ODD, EVEN = "BYMONTH=1,3,5,7,9,11", "BYMONTH=2,4,6,8,10,12"
TWENTIETH = "FREQ=MONTHLY;BYMONTHDAY=20"
REED = f"FREQ=MONTHLY;{ODD};BYMONTHDAY=9\nFREQ=MONTHLY;{EVEN};BYMONTHDAY=19"

# Rule, year, all its days; postponed to the next workday, weekends counted.
YEARS = [
    (TWENTIETH, 2024, "1-22 2-20 3-20 4-22 5-20 6-20 7-22 8-20 9-20 10-21 11-20 12-20"),
    # 4-20 is a Sunday; so are 7-20 and, Saturdays, 9-20 and 12-20.
    (TWENTIETH, 2025, "1-20 2-20 3-20 4-21 5-20 6-20 7-21 8-20 9-22 10-20 11-20 12-22"),
    # 2-20 in the Spring Festival, 6-20 in that of the dragon boats; the Sunday 9-20 is a make-up workday.
    (TWENTIETH, 2026, "1-20 2-24 3-20 4-20 5-20 6-22 7-20 8-20 9-20 10-20 11-20 12-21"),
    (
        "FREQ=MONTHLY;BYMONTHDAY=5",
        2025,
        "1-6 2-5 3-5 4-7 5-6 6-5 7-7 8-5 9-5 10-9 11-5 12-5",
    ),
    # The Saturday 1-25 goes to the Sunday after it, a make-up workday.
    (
        "FREQ=MONTHLY;BYMONTHDAY=25",
        2025,
        "1-26 2-25 3-25 4-25 5-26 6-25 7-25 8-25 9-25 10-27 11-25 12-25",
    ),
    (REED, 2025, "1-9 2-19 3-10 4-21 5-9 6-19 7-9 8-19 9-9 10-20 11-10 12-19"),
    ("FREQ=MONTHLY;BYDAY=1FR", 2026, "1-4 2-6 3-6 4-3 5-6 6-5 7-3 8-7 9-4 10-8 11-6 12-4"),
    (f"FREQ=MONTHLY;{ODD};BYMONTHDAY=15", 2026, "1-15 3-16 5-15 7-15 9-15 11-16"),
    (
        "FREQ=MONTHLY;BYMONTHDAY=9,19",
        2025,
        (
            "1-9 1-20 2-10 2-19 3-10 3-19 4-9 4-21 5-9 5-19 6-9 6-19 "
            "7-9 7-21 8-11 8-19 9-9 9-19 10-9 10-20 11-10 11-19 12-9 12-19"
        ),
    ),
    ("FREQ=MONTHLY;BYMONTHDAY=31", 2025, "2-5 3-31 6-3 7-31 9-1 10-31 12-31"),
]


def rule_of(recurrence, **fields):
    return ReceptionRule(place="中心站", recurrence=recurrence, valid_from=date(2020, 1, 1), **fields)


def days_of(rule, year, office=OFFICE, overrides=None):
    office = type("Office", (), {"postponement": office.how, "weekend_counts": office.weekend_counts})
    return planning.days_by_rules([rule], office, year, Calendar(overrides or {}))


def shown(days):
    return " ".join(f"{day.date.month}-{day.date.day}" for day in days)


@pytest.mark.parametrize(("recurrence", "year", "expected"), YEARS)
def test_year_by_a_rule(recurrence, year, expected):
    days = days_of(rule_of(recurrence), year)
    assert shown(days) == expected
    assert {day.date.year for day in days} == {year}


def test_every_monday_of_a_year():
    days = days_of(rule_of("FREQ=WEEKLY;BYDAY=MO"), 2025)
    moved = [(day.rule_date.isoformat(), day.date.isoformat(), day.why) for day in days if day.moved]
    assert len(days) == 52
    assert moved == [
        ("2025-02-03", "2025-02-05", "遇春节顺延"),
        ("2025-05-05", "2025-05-06", "遇劳动节顺延"),
        ("2025-06-02", "2025-06-03", "遇端午节顺延"),
        ("2025-10-06", "2025-10-09", "遇中秋节顺延"),
    ]


# The 20th and the 5th of 2025 by each way, as the rule says it itself and as the office does.
WAYS = [
    (20, "next_workday", True, "1-20 2-20 3-20 4-21 5-20 6-20 7-21 8-20 9-22 10-20 11-20 12-22"),
    (20, "next_workday", False, "1-20 2-20 3-20 4-20 5-20 6-20 7-20 8-20 9-20 10-20 11-20 12-20"),
    (20, "next_week", True, "1-20 2-20 3-20 4-27 5-20 6-20 7-28 8-20 9-28 10-20 11-20 12-29"),
    (5, "next_workday", False, "1-5 2-5 3-5 4-7 5-6 6-5 7-5 8-5 9-5 10-9 11-5 12-5"),
    (5, "next_non_holiday", True, "1-6 2-5 3-5 4-7 5-6 6-5 7-7 8-5 9-5 10-9 11-5 12-5"),
    (5, "next_week", True, "1-13 2-5 3-5 4-14 5-12 6-5 7-14 8-5 9-5 10-13 11-5 12-5"),
    (5, "next_week", False, "1-5 2-5 3-5 4-12 5-12 6-5 7-5 8-5 9-5 10-12 11-5 12-5"),
    (5, "none", True, "1-5 2-5 3-5 4-5 5-5 6-5 7-5 8-5 9-5 10-5 11-5 12-5"),
]


@pytest.mark.parametrize(("day", "how", "weekend_counts", "expected"), WAYS)
def test_year_by_a_way_of_postponing(day, how, weekend_counts, expected):
    text = f"FREQ=MONTHLY;BYMONTHDAY={day}"
    own = days_of(rule_of(text, postponement=how, weekend_counts=weekend_counts), 2025)
    office = days_of(rule_of(text), 2025, Way(how, weekend_counts))
    assert (shown(own), shown(office)) == (expected, expected)


def test_holiday_before_a_weekend_parts_the_ways():
    """A Friday made free by hand: the day after is no holiday, but only Monday is a workday."""
    overrides = {date(2025, 3, 21): ("临时放假", False)}
    found = {
        how: shown(days_of(rule_of("FREQ=MONTHLY;BYMONTH=3;BYMONTHDAY=21"), 2025, Way(how, False), overrides))
        for how in Postponement
    }
    assert found == {
        "next_workday": "3-24",
        "next_non_holiday": "3-22",
        "next_week": "3-28",
        "none": "3-21",
    }


def test_rule_counts_only_while_it_holds():
    """Different rules from a day on; where both ask for one day, it is planned once."""
    old = rule_of(TWENTIETH, valid_until=date(2025, 6, 30))
    new = ReceptionRule(
        place="中心站", recurrence="FREQ=MONTHLY;BYMONTHDAY=5,20", valid_from=date(2025, 6, 1)
    )
    office = type("Office", (), {"postponement": "none", "weekend_counts": True})
    days = planning.days_by_rules([old, new], office, 2025, Calendar({}))
    assert shown(days[:9]) == "1-20 2-20 3-20 4-20 5-20 6-5 6-20 7-5 7-20"
    assert [day.rule is old for day in days if day.date == date(2025, 6, 20)] == [True]


def test_rule_tells_itself():
    office = type("Office", (), {"postponement": "next_workday", "weekend_counts": True})
    assert rule_of(TWENTIETH).sentence(office) == "每月20日，逢节假日顺延到下一个工作日"
    spare = rule_of(REED, postponement="next_week", weekend_counts=False)
    assert spare.sentence(office) == "单月9日、双月19日，逢节假日（不含平常的周末）顺延一周"


# The command


def printed(*arguments):
    out, told = StringIO(), StringIO()
    call_command("reception_calendar", *arguments, stdout=out, stderr=told)
    return out.getvalue().splitlines(), told.getvalue()


@pytest.mark.django_db
def test_command_prints_the_year_as_csv():
    town = TownFactory(name="石坎镇")
    ReceptionRuleFactory(jurisdiction=town)
    ReceptionRuleFactory(jurisdiction=TownFactory(name="芦荻镇"), place="别处")
    lines, told = printed("--jurisdiction", "石坎镇", "--year", "2025")
    assert (len(lines), told) == (13, "")
    assert [lines[0], *lines[4:6]] == [
        "日期,星期,应接待日期,原因,地点",
        "2025-04-21,周一,2025-04-20,遇周末顺延,中心站",
        "2025-05-20,周二,2025-05-20,,中心站",
    ]
    OfficeRulesFactory(jurisdiction=town, postponement="none")
    lines, _ = printed("--jurisdiction", "石坎镇", "--year", "2025")
    assert lines[4] == "2025-04-20,周日,2025-04-20,,中心站"


@pytest.mark.django_db
def test_command_tells_what_is_wrong():
    TownFactory(name="石坎镇")
    with pytest.raises(CommandError, match="石坎镇没有适用于2025年的接待日规则，请先"):
        printed("--jurisdiction", "石坎镇", "--year", "2025")
    with pytest.raises(CommandError, match="没有名为“无此镇”的区划。"):
        printed("--jurisdiction", "无此镇")
    for year in ("2003", "9999", "廿五"):
        with pytest.raises(CommandError, match=f"年度“{year}”不对，请写2004年至"):
            printed("--jurisdiction", "石坎镇", "--year", year)
