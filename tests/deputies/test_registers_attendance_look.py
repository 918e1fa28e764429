"""Attendance sheets that say by colours and comments what others write."""

import io

import pytest
import xlwt
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Color, Font, PatternFill

from congress.registers.takeover import open_book
from deputies.enums import Mark
from deputies.models import Attendance
from tests.factories.congress import DistrictFactory, TermFactory
from tests.factories.deputies import SeatFactory
from tests.factories.registers import defects_of, take


pytestmark = pytest.mark.django_db

TITLE = ["云山区第九届人民代表大会第四次会议考勤表"]
HEADINGS = ["姓名", "2025年1月12日上午"]
GREEN, RED = "FF92D050", "FFFF0000"
P, E, A, U = Mark.PRESENT, Mark.EXCUSED, Mark.ABSENT, Mark.UNRECORDED


@pytest.fixture(autouse=True)
def term():
    term = TermFactory(jurisdiction=DistrictFactory(name="云山区"))
    for name in ("曹明", "袁艳"):
        SeatFactory(jurisdiction=term.jurisdiction, term=term, deputy__name=name)
    return term


def book(*below, looks):
    """A sheet with 曹明 unmarked and 袁艳 present; ``looks``: {cell: fill, font, comment or value}."""
    workbook = Workbook()
    sheet = workbook.active
    for row in (TITLE, HEADINGS, ["曹明", None], ["袁艳", "√"], *below):
        sheet.append(row)
    for place, look in looks.items():
        kinds = {PatternFill: "fill", Font: "font", Comment: "comment", str: "value"}
        setattr(sheet[place], kinds[type(look)], look)
    content = io.BytesIO()
    workbook.save(content)
    content.seek(0)
    return open_book(content, "考勤.xlsx")


def filled(colour):
    return PatternFill("solid", fgColor=colour)


def marks():
    return [(line.mark, line.note) for line in Attendance.objects.order_by("seat__pk")]


def test_colour_alone_is_named_and_mapped_by_hand(term):
    sheet = book(looks={"B3": filled(RED), "B4": filled(GREEN)})
    report = take(sheet)
    assert [message for _, _, message in defects_of(report)] == [
        "第3行：只填了红色、没有写标记，按未登记导入；请指定红色的意思，或在格中写√、请假等"
    ]
    assert [(mark.writing, mark.where) for mark in report.marks] == [("红色", "只填了颜色的1格：Sheet B3")]
    assert marks() == [(U, ""), (P, "")]
    term.jurisdiction.mark_mappings.create(kind="attendance", writing="红色", meaning="absent")
    assert take(sheet).marks == []
    assert marks() == [(A, ""), (P, "")]


@pytest.mark.parametrize(
    ("below", "looks"),
    [
        ([["绿色为出席，红色为请假"]], {}),
        ([[None, "请假"], [None, "缺席"]], {"A5": filled(RED), "A6": filled(GREEN)}),
        ([["请假", "缺席"]], {"A5": filled(RED), "B5": filled(GREEN)}),
    ],
)
def test_colour_explained_by_the_sheet(below, looks):
    report = take(book(*below, looks={"B3": filled(RED), **looks}))
    assert (report.marks, marks()) == ([], [(E, ""), (P, "")])


def test_colours_of_a_theme_and_of_old_workbooks():
    green = Color(theme=6, tint=0.4)  # the third accent of the theme that openpyxl writes
    assert [mark.writing for mark in take(book(looks={"B3": filled(green)})).marks] == ["绿色"]
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("考勤")
    for number, row in enumerate((TITLE, HEADINGS, ["曹明", ""])):
        for column, value in enumerate(row):
            style = xlwt.easyxf("pattern: pattern solid, fore_colour yellow") if value == "" else None
            sheet.write(number, column, value, *filter(None, [style]))
    content = io.BytesIO()
    workbook.save(content)
    content.seek(0)
    assert [mark.writing for mark in take(open_book(content, "考勤.xls")).marks] == ["黄色"]


def test_row_in_stripes_says_nothing():
    report = take(book(looks={"A3": filled("FFDDDDDD"), "B3": filled("FFDDDDDD")}))
    assert (defects_of(report), report.marks, marks()) == ([], [], [(U, ""), (P, "")])


def test_comment_is_the_note_of_its_mark():
    report = take(book(looks={"B3": Comment("住院", "王"), "B4": Comment("王:\n九点到", "王")}))
    assert marks() == [(U, ""), (P, "九点到")]
    assert [defect.message for defect in report.defects] == ["第3行：批注“住院”旁没有标记，未导入"]


def test_text_too_long_for_a_mark_is_not_asked():
    report = take(book(looks={"B3": "因家中有事当天上午没有能够前来参加会议，已电话说明"}))
    assert ([topic for _, topic, _ in defects_of(report)], report.marks) == (["mark_too_long"], [])


def test_tick_of_a_font_for_symbols():
    take(book(["曹明", "P"], looks={"A3": "（东山代表团）", "B5": Font(name="Wingdings 2")}))
    assert marks() == [(P, ""), (P, "")]
