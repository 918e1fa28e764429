from datetime import date, datetime

import pytest

from congress.registers import BadValue, parse_birth, parse_date, parse_days, parse_half_days, parse_month


@pytest.mark.parametrize(
    "value",
    [
        "2025.3.12",
        "2025-03-12",
        "2025/3/12",
        "2025年3月12日",
        "２０２５．３．１２",
        "20250312",
        20250312,
        20250312.0,
        "3月12日",
        "3.12",
        "3/12",
        "25.3.12",
        "二〇二五年三月十二日",
        "2025年3月12日（星期三）",
        "2025-03-12 08:30:00",
        " 2025年 3月 12日 上午",
        45728,
        45728.5,
        "45728",
        date(2025, 3, 12),
        datetime(2025, 3, 12, 8, 30),  # noqa: DTZ001  Excel's moments have no zone
    ],
)
def test_parse_date_in_every_form(value):
    assert parse_date(value, default_year=2025) == date(2025, 3, 12)


@pytest.mark.parametrize("value", [None, "", " ", "无", "/", "—"])
def test_parse_date_blank(value):
    assert parse_date(value) is None


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("2025-02-30", "“2025-02-30”不是有效日期"),
        ("待定", "“待定”不是有效日期"),
        ("2025年3月", "“2025年3月”只写到月份，没有日"),
        ("3月12日", "“3月12日”没有写年份"),
        ("2025.7.1-2", "“2025.7.1-2”写了不止一天，请只写一个日期"),
        (20251312, "“20251312”不是有效日期"),
        (3.1, "“3.1”是小数，分不清是几日"),
    ],
)
def test_parse_date_wrong(value, sentence):
    with pytest.raises(BadValue) as caught:
        parse_date(value)
    assert caught.value.sentence == sentence


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025.7.1-2", (7, 1), (7, 2)),
        ("2025年2月20日—21日", (2, 20), (2, 21)),
        ("2025年7月16日至7月18日", (7, 16), (7, 18)),
        ("2025.7.23-25", (7, 23), (7, 25)),
        ("2025-07-30—08-02", (7, 30), (8, 2)),
        ("2025-07-01~2025-07-03", (7, 1), (7, 3)),
        ("2025-07-01-2025-07-03", (7, 1), (7, 3)),
        ("20250701-20250703", (7, 1), (7, 3)),
        ("7月1日-7月3日", (7, 1), (7, 3)),
        ("7/1-7/3", (7, 1), (7, 3)),
        ("12.1-2", (12, 1), (12, 2)),
        ("2025.7.23、24", (7, 23), (7, 24)),
        ("2025.7.23", (7, 23), (7, 23)),
    ],
)
def test_parse_days_ranges(value, first, last):
    assert parse_days(value, default_year=2025) == (date(2025, *first), date(2025, *last))


def test_parse_days_across_the_year():
    assert parse_days("2024.12.30至2025.1.2") == (date(2024, 12, 30), date(2025, 1, 2))


def test_parse_days_end_before_start():
    with pytest.raises(BadValue, match="结束日期早于开始日期"):
        parse_days("2025.7.23-21")


@pytest.mark.parametrize(
    "value",
    [
        "1978年4月",
        197804,
        "197804",
        "1978-04",
        "1978.04",
        1978.04,
        "1978/4",
        "1978.4",
        date(1978, 4, 1),
        28581,
    ],
)
def test_parse_month_in_every_form(value):
    assert parse_month(value) == date(1978, 4, 1)


@pytest.mark.parametrize(("value", "month"), [("1975.10", 10), ("1975.1", 1), (1975.12, 12), ("1975.01", 1)])
def test_parse_month_of_text_keeps_its_zero(value, month):
    assert parse_month(value) == date(1975, month, 1)


def test_parse_month_with_a_day_keeps_it():
    assert parse_month("1971.02.03") == date(1971, 2, 3)


@pytest.mark.parametrize(
    ("value", "topic", "sentence"),
    [
        (1975.1, "birth_ambiguous", "“1975.1”是小数，分不清1月还是10月"),
        (1975, "invalid_date", "“1975”只有年份，没有月份"),
        ("1975.13", "invalid_date", "“1975.13”不是有效日期"),
    ],
)
def test_parse_month_wrong(value, topic, sentence):
    with pytest.raises(BadValue) as caught:
        parse_month(value)
    assert (caught.value.topic, caught.value.sentence) == (topic, sentence)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1月13日上午、1月13日下午", [(13, "上午"), (13, "下午")]),
        ("1月13日上午、下午", [(13, "上午"), (13, "下午")]),
        ("1月13日和1月14日", [(13, ""), (14, "")]),
        ("1月12日上午", [(12, "上午")]),
        (date(2025, 1, 12), [(12, "")]),
        (None, []),
    ],
)
def test_parse_half_days(value, expected):
    found = parse_half_days(value, default_year=2025)
    assert found == [(date(2025, 1, day), half) for day, half in expected]


@pytest.mark.parametrize(
    "value",
    [
        "75年8月",
        "75.08",
        75.08,
        "75-08",
        "75/8",
        "1975年8月(50岁)",
        "1975年8月（50岁）",
        "1975年8月生",
        "1975.8-",
        "1975.08.00",
        "1975。08",
        "1975,8",
        "1975，8",
        "七五年八月",
        "一九七五年八月",
        "'1975-08",
        "1975·8",
        "1975・08",
        "1975、08",
        "生于1975年8月",
        "出生于 1975年8月",
        "出生：1975年8月",
        197508,
    ],
)
def test_parse_birth_in_every_form(value):
    assert parse_birth(value) == date(1975, 8, 1)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (1975.1, "“1975.1”是小数，分不清1月还是10月"),
        (75.1, "“75.1”是小数，分不清1月还是10月"),
        ("05.12", "“05.12”的年份不完整，请写四位年份"),
        ("五十岁", "“五十岁”不是有效日期"),
        ("75年13月", "“75年13月”不是有效日期"),
    ],
)
def test_parse_birth_wrong(value, sentence):
    with pytest.raises(BadValue) as caught:
        parse_birth(value)
    assert caught.value.sentence == sentence
