from datetime import date

import pytest

from congress import fonts
from deputies.enums import EndGround, Sex
from deputies.models import Deputy, Seat
from tests.factories.congress import DistrictFactory
from tests.factories.registers import book_of, defects_of, take


pytestmark = pytest.mark.django_db

WRONG_DOT = ("info", "wrong_middle_dot", "第3行：间隔号已统一为“·”")
MARKS = ("info", "name_marks", "第3行：姓名旁的符号已去除")


@pytest.fixture(autouse=True)
def _district():
    DistrictFactory(name="云山区")


def deputies(**cells):
    """A roster of one row, its cells by their headings."""
    cells = {"姓名": "张三", "民族": "汉", "出生年月": "1980.05", "文化程度": "大学"} | cells
    return book_of({"区代表": [["云山区第九届人大代表名册"], [*cells], [*cells.values()]]})


@pytest.mark.parametrize(
    ("written", "name", "defects"),
    [
        ("买买提-艾力", "买买提·艾力", [WRONG_DOT]),
        ("买买提—艾力", "买买提·艾力", [WRONG_DOT]),
        ("钱多多★", "钱多多", [MARKS]),
        ("*钱多多", "钱多多", [MARKS]),
        ("赵　云", "赵云", []),
    ],
)
def test_name_in_other_writings(written, name, defects):
    report = take(deputies(姓名=written))
    assert Deputy.objects.get().name == name
    assert defects_of(report, "error", "warning", "info") == defects


@pytest.mark.parametrize(("written", "sex"), [("赵云(女)", Sex.FEMALE), ("赵云（男）", Sex.MALE)])
def test_sex_in_brackets_behind_the_name(written, sex):
    report = take(deputies(姓名=written, 性别=""))
    assert [(deputy.name, deputy.sex) for deputy in Deputy.objects.all()] == [("赵云", sex)]
    assert take(deputies(姓名=written, 性别="")).counts["unchanged"] == report.counts["new"]


def test_blank_inside_a_name_that_may_have_a_middle_dot():
    report = take(deputies(姓名="买买提 艾海提", 民族="维吾尔"))
    assert Deputy.objects.get().name == "买买提艾海提"
    assert defects_of(report) == [
        (
            "warning",
            "name_parted",
            "第3行：姓名中间有空格，分不清是“买买提·艾海提”还是“买买提艾海提”，按后者导入，请核对",
        )
    ]


@pytest.mark.parametrize("name", ["欧阳 建国", "王小 二", "王 芳"])
def test_blank_inside_a_name_of_the_han(name):
    assert defects_of(take(deputies(姓名=name))) == []


@pytest.mark.parametrize(
    ("columns", "position"),
    [
        ({"工作单位": "县医院", "职务": "院长", "职称": "主任医师"}, "县医院院长、主任医师"),
        ({"工作单位": "城关镇", "党内职务": "书记", "行政职务": "镇长"}, "城关镇书记、镇长"),
        ({"工作单位": "城关镇", "现任职务": "镇长"}, "城关镇镇长"),
        ({"工作单位及职务": "城关镇镇长", "党内职务": "书记"}, "城关镇镇长、书记"),
        ({"工作单位及职务": "县医院院长", "职务": "院长"}, "县医院院长"),
    ],
)
def test_jobs_of_several_columns_are_joined(columns, position):
    take(deputies(**columns))
    assert Deputy.objects.get().position == position


def test_telephones_of_several_columns_are_joined():
    take(deputies(办公电话="0000-0000101", 手机="15400009300"))
    assert Deputy.objects.get().phone == "0000-0000101、15400009300"


def test_birth_with_the_age_behind_it():
    take(deputies(出生年月="75年8月（50岁）"))
    assert Deputy.objects.get().born == date(1975, 8, 1)


@pytest.mark.parametrize("heading", ["任职情况", "履职情况", "现状", "变动情况", "变更"])
def test_end_of_office_in_the_column_of_changes(heading):
    report = take(deputies(**{heading: "2024年5月调离"}))
    seat = Seat.objects.get()
    assert (seat.ends_on, seat.end_ground, defects_of(report)) == (date(2024, 5, 31), EndGround.MOVED, [])


def test_end_of_office_without_a_day_is_left_to_the_office():
    report = take(deputies(任职情况="已辞职"))
    seat = Seat.objects.get()
    assert (seat.ends_on, seat.remark) == (None, "已辞职")
    assert defects_of(report) == [("warning", "end_undated", "第3行：“辞职”没有写明年月，按在任导入")]


def test_deputy_in_office_needs_no_remark():
    take(deputies(任职情况="在任"))
    assert Seat.objects.get().remark == ""


def test_character_that_does_not_print_is_told():
    [defect] = defects_of(take(deputies(姓名="王\ue863")))
    assert Deputy.objects.get().name == "王\ue863"
    advice = fonts.advice("王\ue863", "姓名").removesuffix("。")
    assert defect == ("warning", "glyph_missing", f"第3行：{advice}")
