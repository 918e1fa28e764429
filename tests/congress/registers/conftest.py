import io

import pytest
from openpyxl import Workbook

from congress.registers import Column, Register, Report, open_sheets, read_rows, recognise


ROSTER = Register(
    "roster",
    "代表名册",
    (
        Column("name", "姓名", required=True),
        Column("sex", "性别"),
        Column("born", "出生年月", "出生日期", "出生时间"),
        Column("party", "政治面貌", "党派"),
        Column("position", "工作单位及职务", "工作单位"),
        Column("phone", "联系电话", "手机号码"),
        Column("constituency", "选区", "选区号"),
        Column("delegation", "代表团", fill_down=True),
        Column("note", "备注"),
    ),
    title_words=("名册",),
    at_least=3,
)
LEDGER = Register(
    "ledger",
    "建议台账",
    (
        Column("number", "编号"),
        Column("title", "标题", required=True),
        Column("outcome", "办理情况/办理结果", "办理结果"),
        Column("result_rating", "代表评价/办理结果", "对结果的评价"),
        Column("attitude_rating", "代表评价/办理态度", "对态度的评价"),
    ),
)
ATTENDANCE = Register(
    "attendance",
    "考勤表",
    (Column("name", "姓名", required=True), Column("delegation", "代表团", fill_down=True)),
    title_words=("考勤",),
    others=lambda heading: "午" in heading.text,
    distinct=False,
)


@pytest.fixture
def workbook():
    """Make the bytes of an xlsx file from rows of values, merged areas and hidden sheets."""

    def make(rows, merged=(), title="表", hidden=False):
        book = Workbook()
        sheet = book.active
        sheet.title = title
        for row in rows:
            sheet.append(row)
        for area in merged:
            sheet.merge_cells(area)
        if hidden:
            book.create_sheet("空表")
            sheet.sheet_state = "hidden"
        content = io.BytesIO()
        book.save(content)
        content.seek(0)
        return content

    return make


@pytest.fixture
def recognised(workbook):
    """The Recognition of one sheet given by its rows."""

    def read(rows, registers=(ROSTER, LEDGER, ATTENDANCE), merged=(), title="表", mapping=None):
        (sheet,) = open_sheets(workbook(rows, merged, title), "名册.xlsx")
        return recognise(sheet, registers, mapping)

    return read


@pytest.fixture
def rows_of(recognised):
    """The rows of one sheet and the report on it."""

    def read(rows, *registers, merged=()):
        report = Report()
        recognition = recognised(rows, registers or (ROSTER,), merged)
        return list(read_rows(recognition, report)), report

    return read


@pytest.fixture
def registers():
    return {"roster": ROSTER, "ledger": LEDGER, "attendance": ATTENDANCE}
