from decimal import Decimal

import pytest

from congress.registers import (
    EDUCATION,
    ETHNICITY,
    PARTY,
    SEX,
    YES_NO,
    BadValue,
    Vocabulary,
    parse_int,
    parse_names,
    parse_number,
    parse_ordinal,
)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (0.5, "0.5"),
        ("半天", "0.5"),
        ("0.5天", "0.5"),
        ("1天", "1"),
        ("两天半", "2.5"),
        ("一个半天", "0.5"),
        ("1,200", "1200"),
    ],
)
def test_parse_number(value, number):
    assert parse_number(value) == Decimal(number)


@pytest.mark.parametrize(("value", "number"), [(2.0, 2), ("2人", 2), ("两名", 2), ("十二", 12), (None, None)])
def test_parse_int(value, number):
    assert parse_int(value) == number


@pytest.mark.parametrize("value", ["2-3人", "若干", "1.5人"])
def test_parse_int_wrong(value):
    with pytest.raises(BadValue):
        parse_int(value)


@pytest.mark.parametrize(
    "value",
    ["第十一选区", "第11选区", "11选区", "11", 11, 11.0, "第１１选区", "白鹭湾镇第十一选区", "第 11 选区"],
)
def test_parse_ordinal(value):
    assert parse_ordinal(value) == 11


@pytest.mark.parametrize(
    ("value", "unit", "number"),
    [
        ("白鹭湾镇第十八届人民代表大会第五次会议考勤表", "届", 18),
        ("白鹭湾镇第十八届人民代表大会第五次会议考勤表", "次", 5),
        ("九届四次会议", "次", 4),
    ],
)
def test_parse_ordinal_before_its_unit(value, unit, number):
    assert parse_ordinal(value, unit) == number


def test_parse_ordinal_without_a_number():
    with pytest.raises(BadValue, match="“机关选区”中没有序数"):
        parse_ordinal("机关选区")


@pytest.mark.parametrize(
    "text",
    [
        "袁艳、曹明，李喆（女）",
        "袁艳，曹明,李喆(女)",
        "袁艳；曹明;李喆（女）",
        "袁艳 曹明 李喆（女）",
        "袁艳\n曹明\n李喆（女）",
        "袁　艳、曹　明、李　喆（女）",
        "袁　艳　曹　明 李喆（女）",
        "1.袁艳 2.曹明 3.李喆（女）",
        "袁艳、曹明、李喆 （女）",
    ],
)
def test_parse_names_separators(text):
    assert [str(name) for name in parse_names(text)] == ["袁艳", "曹明", "李喆（女）"]


def test_parse_names_middle_dot():
    assert [name.name for name in parse_names("古丽娜尔•艾合买提江、尹金珍")] == [
        "古丽娜尔·艾合买提江",
        "尹金珍",
    ]


@pytest.mark.parametrize("text", [None, "无", "/", ""])
def test_parse_names_blank(text):
    assert len(parse_names(text)) == 0


@pytest.mark.parametrize(
    ("text", "others"),
    [("韩红，赵堃等12人", "等12人"), ("韩红、赵堃等十二名代表", "等十二名代表"), ("韩红、赵堃等", "等")],
)
def test_parse_names_with_others_left_out(text, others):
    listed = parse_names(text)
    assert ([name.name for name in listed][0], len(listed), listed.others) == ("韩红", 2, others)


@pytest.mark.parametrize(
    ("vocabulary", "value", "word"),
    [
        (SEX, "F", "女"),
        (SEX, " 男 ", "男"),
        (ETHNICITY, "维吾尔", "维吾尔族"),
        (PARTY, "党员", "中共党员"),
        (PARTY, "无", "群众"),
        (PARTY, "中共党员（1995.7）", "中共党员"),
        (EDUCATION, "大学本科", "大学"),
        (YES_NO, "√", True),
        (YES_NO, "否", False),
        (SEX, None, None),
    ],
)
def test_vocabulary(vocabulary, value, word):
    assert vocabulary(value) == word


def test_vocabulary_unknown_word():
    with pytest.raises(BadValue) as caught:
        PARTY("某党")
    assert (caught.value.topic, caught.value.sentence) == ("party_unknown", "“某党”没有认出")


def test_vocabulary_extended_by_an_office():
    marks = Vocabulary({"present": "√", "absent": "缺席"}, "mark_unknown").extended({"○": "present"})
    assert (marks("○"), marks("√")) == ("present", "present")
