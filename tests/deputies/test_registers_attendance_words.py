"""Attendance sheets whose headings and marks are worded otherwise than usual."""

import pytest

from congress.models import Meeting
from deputies.enums import Mark
from deputies.models import Attendance
from tests.factories.congress import DistrictFactory, TermFactory
from tests.factories.deputies import DelegationFactory, SeatFactory
from tests.factories.registers import book_of, defects_of, take


pytestmark = pytest.mark.django_db

TITLE = ["云山区第九届人民代表大会第四次会议考勤表"]
MEETINGS = ["2025年1月12日上午第一次全体会议", "2025年1月13日下午第二次全体会议"]
DAY = "2025年1月12日上午"
P = Mark.PRESENT


@pytest.fixture
def term():
    term = TermFactory(jurisdiction=DistrictFactory(name="云山区"))
    for name in ("曹明", "袁艳", "欧阳修"):
        SeatFactory(jurisdiction=term.jurisdiction, term=term, deputy__name=name)
    return term


def marks():
    """(name, mark, note) of every line, meeting by meeting."""
    lines = Attendance.objects.exclude(mark=Mark.UNRECORDED).order_by(
        "meeting__on", "meeting__order", "seat_id"
    )
    return list(lines.values_list("seat__deputy__name", "mark", "note"))


@pytest.mark.parametrize("name", ["代表", "代表名字", "名字"])
@pytest.mark.parametrize("delegation", ["所在团", "团组"])
def test_headings_of_name_and_delegation(term, name, delegation):
    found = take(book_of({"Sheet1": [TITLE, [delegation, name, DAY], ["第一代表团", "曹明", "√"]]}))
    assert marks() == [("曹明", Mark.PRESENT, "")]
    assert found.sheets[0].unknown == ()


def test_deputies_of_a_place_are_no_heading_of_names(term):
    found = take(book_of({"Sheet1": [TITLE, ["序号", "全镇代表", DAY], [1, "曹明", "√"]]}))
    assert [note.kind for note in found.sheets] == [None]


def test_row_for_each_deputy_and_meeting(term):
    heads = ["会议名称", "会议日期", "会议时段", "代表姓名", "到会情况", "备注"]
    first, second = ("第一次全体会议", "2025-01-12", "上午"), ("第二次全体会议", "2025-01-13", "下午")
    found = take(
        book_of(
            {
                "Sheet1": [
                    TITLE,
                    heads,
                    [*first, "曹明", "到", None],
                    [*second, "曹明", "未到", None],
                    [*first, "袁艳", "请假", "住院"],
                    [*second, "袁艳", "到", None],
                ]
            }
        )
    )
    assert defects_of(found) == []
    assert [str(meeting) for meeting in Meeting.objects.order_by("on")] == MEETINGS
    assert marks() == [
        ("曹明", Mark.PRESENT, ""),
        ("袁艳", Mark.EXCUSED, "住院"),
        ("曹明", Mark.ABSENT, ""),
        ("袁艳", Mark.PRESENT, ""),
    ]


def test_names_across_and_days_in_a_column_of_their_own(term):
    sheet = [
        TITLE,
        ["会议", "日期", "曹明", "袁艳", "欧阳修"],
        ["第一次全体会议", "2025年1月12日上午", "√", "请假", "√"],
        ["第二次全体会议", "2025年1月13日下午", "√", "√", "缺席"],
    ]
    found = take(book_of({"Sheet1": sheet}))
    assert defects_of(found) == []
    assert [str(meeting) for meeting in Meeting.objects.order_by("on")] == MEETINGS
    assert [mark for _, mark, _ in marks()] == [
        Mark.PRESENT,
        Mark.EXCUSED,
        *[Mark.PRESENT] * 3,
        Mark.ABSENT,
    ]


def test_blocks_of_deputies_beside_each_other(term):
    heads = ["代表", DAY]
    take(book_of({"Sheet1": [TITLE, [*heads, *heads], ["曹明", "√", "袁艳", "请假"]]}))
    assert marks() == [("曹明", Mark.PRESENT, ""), ("袁艳", Mark.EXCUSED, "")]


def test_row_for_each_deputy_and_meeting_names_what_it_leaves_out(term):
    heads = ["代表姓名", "属于", "会议日期", "到会情况", "签到方式", "会议主题"]
    rows = [
        ["曹明", "东", "2025-01-12", "到", "人脸", "报告"],
        ["曹明", "东", "2025-01-13", "未到", "刷卡", "选举"],
        ["袁艳", "西", "2025-01-12", "到", "人脸", "报告"],
    ]
    found = take(book_of({"Sheet1": [TITLE, heads, *rows]}))
    assert found.sheets[0].unknown == ("属于", "签到方式")
    assert found.notices[-1] == "登记表.xlsx，工作表“Sheet1”：“会议主题”没有导入。"
    assert marks() == [("曹明", P, ""), ("袁艳", P, ""), ("曹明", Mark.ABSENT, "")]


def test_homonyms_of_rows_for_each_meeting_told_apart_by_a_column_set_by_hand(term):
    east, west = (SeatFactory(
        jurisdiction=term.jurisdiction, term=term, deputy__name="阎立新",
        delegation=DelegationFactory(term=term, name=f"{name}代表团"),
    ) for name in ("东山", "西山"))  # fmt: skip
    term.jurisdiction.heading_mappings.create(kind="attendance", heading="属于", key="delegation")
    heads = ["代表姓名", "属于", "会议日期", "到会情况"]
    rows = [
        ["阎立新", name, day, mark]
        for name, mark in (("东山", "到"), ("西山", "请假"))
        for day in ("2025-01-12", "2025-01-13")
    ]
    assert defects_of(take(book_of({"Sheet1": [TITLE, heads, *rows]}))) == []
    for seat, mark in ((east, P), (west, Mark.EXCUSED)):
        assert [line.mark for line in seat.attendances.all()] == [mark, mark]


def test_headings_of_which_none_is_known_are_named_for_mapping(term):
    heads = ["与会者", "属于", "听取报告", "讨论（一）", "讨论（二）", "表决"]
    rows = [["曹明", "东山代表团", "√", "√", "√", "√"], ["袁艳", "西山代表团", "√", "√", "√", "√"]]
    sheet = take(book_of({"Sheet1": [TITLE, heads, *rows]})).sheets[0]
    assert (sheet.likely, sheet.missing, sheet.unknown) == ("attendance", ("姓名",), ("与会者", "属于"))


def test_year_that_the_first_heading_tells(term):
    heads = ["姓名", "2025年1月12日上午开幕会", "1月13日下午闭幕会"]
    assert defects_of(take(book_of({"Sheet1": [TITLE, heads, ["曹明", "√", "√"]]}))) == []
    assert marks()[:2] == [("曹明", P, ""), ("曹明", P, "")]
