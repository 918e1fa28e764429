"""Recurrences as RFC 5545 rules: counted out, told in Chinese, refused with a sentence."""

from datetime import date

import pytest

from reception import recurrence


NEW_YEAR = date(2025, 1, 1)

# Rule, its sentence, its first days of 2025 by a paper calendar.
KINDS = [
    ("FREQ=MONTHLY;BYMONTHDAY=20", "每月20日", "1-20 2-20 3-20"),
    ("RRULE:FREQ=MONTHLY;BYMONTHDAY=9,19", "每月9日和19日", "1-9 1-19 2-9"),
    (
        "FREQ=MONTHLY;BYMONTH=1,3,5,7,9,11;BYMONTHDAY=9\nFREQ=MONTHLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=19",
        "单月9日、双月19日",
        "1-9 2-19 3-9",
    ),
    ("FREQ=MONTHLY;BYMONTH=1,3,5,7,9,11;BYMONTHDAY=15", "单月15日", "1-15 3-15 5-15"),
    ("FREQ=MONTHLY;BYDAY=1FR", "每月第一个周五", "1-3 2-7 3-7"),
    ("freq=monthly;byday=fr;bysetpos=1", "每月第一个周五", "1-3 2-7 3-7"),
    ("FREQ=MONTHLY;BYDAY=-1FR", "每月最后一个周五", "1-31 2-28 3-28"),
    ("FREQ=WEEKLY;BYDAY=MO", "每周一", "1-6 1-13 1-20"),
    ("FREQ=WEEKLY;BYDAY=MO,TH", "每周一、周四", "1-2 1-6 1-9"),
    # Counted from the week in which the rule begins to hold.
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "每隔一周的周一", "1-13 1-27 2-10"),
    ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=20", "每隔一个月的20日", "1-20 3-20 5-20"),
    ("FREQ=MONTHLY;BYMONTHDAY=31", "每月31日", "1-31 3-31 5-31"),
    (
        "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
        "每月30日（没有30日的为当月最后一天）",
        "1-30 2-28 3-30",
    ),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", "每月最后一天", "1-31 2-28 3-31"),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "每月最后一个工作日（周一至周五）", "1-31 2-28 3-31"),
    ("FREQ=MONTHLY;BYMONTH=3,6;BYMONTHDAY=20,-1", "每年3月、6月的20日和最后一天", "3-20 3-31 6-20"),
    ("FREQ=WEEKLY;BYMONTH=7;BYDAY=SA", "每年7月的每周六", "7-5 7-12 7-19"),
    ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5", "按自定的规则", "3-5"),
]


@pytest.mark.parametrize(("text", "told", "days"), KINDS, ids=[told for _, told, _ in KINDS])
def test_recurrence_is_counted_and_told(text, told, days):
    expected = [date(2025, *map(int, day.split("-"))) for day in days.split()]
    found = recurrence.occurrences(text, NEW_YEAR, date(2025, 12, 31), anchor=NEW_YEAR)
    assert (recurrence.sentence(text), found[: len(expected)]) == (told, expected)


def test_days_are_asked_for_within_bounds():
    found = recurrence.occurrences(
        "FREQ=MONTHLY;BYMONTHDAY=9,19", date(2025, 3, 9), date(2025, 4, 18), anchor=NEW_YEAR
    )
    assert found == [date(2025, 3, 9), date(2025, 3, 19), date(2025, 4, 9)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=31", "2月、4月、6月、9月、11月没有31日，这几个月不安排。"),
        ("FREQ=MONTHLY;BYMONTHDAY=29,30", "平年的2月没有29日；2月没有30日，这几个月不安排。"),
        ("FREQ=MONTHLY;BYMONTH=1,3,5;BYMONTHDAY=31", ""),
        ("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", ""),
        ("FREQ=MONTHLY;BYMONTHDAY=20", ""),
    ],
)
def test_short_months_are_explained(text, told):
    assert recurrence.gaps(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "请写明接待日的规则，如 FREQ=MONTHLY;BYMONTHDAY=20。"),
        ("每月20日", "看不懂“每月20日”：每一段要写成“名称=值”，用英文分号隔开。"),
        ("BYMONTHDAY=20", "规则要写明周期：FREQ=MONTHLY（按月）、WEEKLY（按周）或者 YEARLY（按年）。"),
        ("FREQ=MONTHLY", "按月的规则要写明几日（如 BYMONTHDAY=20）或者第几个周几（如 BYDAY=1FR）。"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY 里的“32”不对，应是1到31的整数。"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY 里的“0”不对，应是1到31的整数。"),
        ("FREQ=MONTHLY;BYMONTHDAY=5;BYMONTHDAY=9", "“BYMONTHDAY”写了两次，请只留一个。"),
        ("FREQ=MONTHLY;BYDAY=6FR", "“6FR”不对：一个月里最多有5个周五。"),
        ("FREQ=MONTHLY;BYDAY=FRI", "看不懂星期“FRI”：写 MO（周一）至 SU（周日），第一个周五写 1FR。"),
        ("FREQ=MONTHLY;BYDAY=1FR;COUNT=3", "规则里不写次数（COUNT），请填“适用到”。"),
        ("FREQ=MONTHLY;BYDAY=1FR;UNTIL=20251231", "规则里不写截止日期（UNTIL），请填“适用到”。"),
        ("FREQ=MONTHLY;BYDAY=1FR;BYHOUR=9", "规则里不写钟点（BYHOUR），请填“开始时间”。"),
        ("FREQ=MONTHLY;BYDAY=1FR;BYEASTER=1", "看不懂“BYEASTER”，请核对拼写。"),
        ("FREQ=MONTHLY;INTERVAL=0;BYDAY=1FR", "间隔 INTERVAL 要写1到12的整数，现在是“0”。"),
        ("FREQ=MONTHLY;BYWEEKNO=3;BYDAY=FR", "按月的规则不写全年第几天、第几周；请改用 FREQ=YEARLY。"),
        ("FREQ=WEEKLY", "按周的规则要写明周几，如 BYDAY=MO。"),
        ("FREQ=WEEKLY;BYDAY=1MO", "按周的规则不写第几个：“1MO”请改成“MO”。"),
        ("FREQ=WEEKLY;BYDAY=MO;BYMONTHDAY=20", "按周的规则只写周几，不写几日；请改用 FREQ=MONTHLY。"),
        ("FREQ=YEARLY;BYMONTH=3", "按年的规则要写明几月几日（BYMONTH 和 BYMONTHDAY）或者周几（BYDAY）。"),
        ("FREQ=MONTHLY;BYDAY=1FR;WKST=XX", "WKST 要写星期，如 MO。"),
    ],
)
def test_wrong_rule_is_told_in_a_sentence(text, told):
    with pytest.raises(recurrence.BadRecurrence) as error:
        recurrence.read(text)
    assert error.value.sentence == told
