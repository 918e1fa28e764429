import json

import pytest

from congress.phones import parse_phone
from congress.registers import SEX, Change, Column, Outcome, Register, parse_month, parse_number


HEADINGS = ["序号", "姓名", "性别", "出生年月", "联系电话", "代表团", "备注"]
YUAN = [1, "袁艳", "女", "1980.05", 15400009300, "望云代表团"]
CAO = [2, "曹　明", "男", 197508, "164 0000 0935"]


def names(rows):
    return [row.read_name("name") for row in rows]


def findings(report):
    return [(defect.level.value, defect.topic, defect.message) for defect in report.defects]


def test_row_values(rows_of):
    (row, below), report = rows_of([HEADINGS, YUAN, CAO])
    assert (row.number, row.file, row.sheet) == (2, "名册.xlsx", "表")
    assert row.read("born", parse_month).isoformat() == "1980-05-01"
    assert (row.read("phone", parse_phone), row.read("sex", SEX)) == ("15400009300", "女")
    assert (below.read_name("name"), below.text("delegation"), below.cell("delegation").above) == (
        "曹明",
        "望云代表团",
        True,
    )
    assert report.defects == []


def test_row_of_a_column_that_the_sheet_lacks(rows_of):
    (row,), _ = rows_of([HEADINGS, YUAN])
    assert (row.text("party"), row.read("party", parse_phone), row.label("party")) == ("", None, "政治面貌")


def test_wrong_value_is_dropped_with_a_warning(rows_of):
    (row,), report = rows_of([HEADINGS, [1, "袁艳", "女", 1975.1]])
    assert row.read("born", parse_month) is None
    (defect,) = report.defects
    assert (defect.topic, defect.row, defect.column, defect.field, defect.text) == (
        "birth_ambiguous", 2, "D", "出生年月", "1975.1"
    )  # fmt: skip
    assert defect.message == "第2行：出生年月“1975.1”是小数，分不清1月还是10月，按空值导入"
    assert not row.rejected


def test_wrong_value_that_refuses_the_row(rows_of):
    (row,), report = rows_of([HEADINGS, [1, "袁艳", "女", "1980.13"]])
    row.read("born", parse_month, reject=True)
    row.require("phone")
    assert (row.rejected, report.counts["wrong"]) == (True, 1)
    assert findings(report) == [
        ("error", "invalid_date", "第2行：出生年月“1980.13”不是有效日期，本行不导入"),
        ("error", "required_missing", "第2行：“联系电话”是空的，本行不导入"),
    ]


def test_names_are_put_right(rows_of):
    rows, report = rows_of([HEADINGS, [1, " 尹金珍  "], [2, "古丽娜尔•艾合买提江"], [3, "曹　明"]])
    assert names(rows) == ["尹金珍", "古丽娜尔·艾合买提江", "曹明"]
    assert findings(report) == [
        ("info", "whitespace", "第2行：姓名前后有空白或不可见字符，已去除"),
        ("info", "wrong_middle_dot", "第3行：间隔号已统一为“·”"),
    ]
    assert report.defects[0].text == " 尹金珍  "


def test_name_list_with_others_left_out(rows_of):
    (row,), report = rows_of([HEADINGS, [1, "韩红，赵堃等12人", "女"]])
    assert [name.name for name in row.read_names("name")] == ["韩红", "赵堃"]
    assert findings(report) == [
        ("warning", "incomplete_participants", "第2行：姓名写“等12人”，只按列出的姓名计")
    ]


def test_empty_rows_between_data_are_skipped(rows_of):
    rows, report = rows_of([HEADINGS, YUAN, [], [3], CAO, [], [7]])
    assert names(rows) == ["袁艳", "曹明"]
    assert findings(report) == [
        ("info", "empty_rows", "第3行：空行，跳过（其后仍有数据）"),
        ("info", "empty_rows", "第4行：空行，跳过（其后仍有数据）"),
    ]


@pytest.mark.parametrize(
    "row",
    [
        ["合计", None, 2],
        [None, "合　计：", 2],
        [None, "出席人数", None, 52],
        ["本页小计", 2],
        [None, "合计：58人"],
        ["共58人"],
        [None, "应到", 58],
        ["填表人：王某", None, "审核人：李某"],
        ["注：√出席；空白为尚未当选。"],
        [None, None, None, None, "2025年12月31日"],
        ["（盖章）："],
    ],
)
def test_totals_and_signatures_are_skipped(row, rows_of):
    rows, report = rows_of([HEADINGS, YUAN, row])
    assert names(rows) == ["袁艳"]
    assert findings(report) == [("info", "total_row", "第3行：合计或落款行，跳过")]


def test_repeated_headings_are_skipped(rows_of):
    rows, report = rows_of([HEADINGS, YUAN, HEADINGS, CAO])
    assert (names(rows), [defect.topic for defect in report.defects]) == (
        ["袁艳", "曹明"],
        ["repeated_heading"],
    )


def test_section_rows_name_what_follows(rows_of):
    rows, report = rows_of([HEADINGS, ["一、望云代表团"], YUAN, ["二、石坎代表团"], CAO])
    assert [row.section for row in rows] == ["一、望云代表团", "二、石坎代表团"]
    assert findings(report)[0] == ("info", "section_row", "第2行：只有“一、望云代表团”，是分隔行，跳过")


@pytest.mark.parametrize("mark", ["同上", "〃", "″", '"', "（同上）"])
def test_ditto_marks(mark, rows_of):
    (_, row), _ = rows_of([HEADINGS, YUAN, [2, "曹明", mark]])
    assert (row.text("sex"), row.cell("sex").ditto) == ("女", True)


def test_row_equal_to_an_earlier_one_is_refused(rows_of):
    rows, report = rows_of([HEADINGS, YUAN, [2, *YUAN[1:]], CAO])
    assert (names(rows), report.counts["wrong"]) == (["袁艳", "曹明"], 1)
    assert findings(report) == [("error", "duplicate_row", "第3行：与上一行完全相同，重复，本行不导入")]
    assert report.defects[0].text == "2 | 袁艳 | 女 | 1980.05 | 15400009300 | 望云代表团"


def test_equal_rows_of_homonyms_at_a_meeting(rows_of, registers):
    rows, report = rows_of(
        [["姓名", "代表团", "上午"], ["王芳", "望云", "√"], ["王芳", "望云", "√"]], registers["attendance"]
    )
    assert (len(rows), report.defects) == (2, [])
    (heading,) = rows[0].others
    rows[1].warn("mark_unknown", "标记没有认出", heading)
    assert (report.defects[0].field, report.defects[0].column, report.defects[0].text) == ("上午", "C", "√")


def test_formulas(rows_of):
    register = Register("log", "台账", (Column("title", "标题", required=True), Column("days", "天数")))
    link = '=HYPERLINK("http://oa.example","视察")'
    rows, report = rows_of([["标题", "天数"], [link, "=0.5*2"], ["调研", "#REF!"]], register)
    assert [row.text("title") for row in rows] == ["视察", "调研"]
    assert [row.read("days", parse_number) for row in rows] == [None, None]
    assert findings(report) == [
        ("warning", "hyperlink_formula", "第2行：标题是超链接公式，只取显示文字，不保留链接"),
        ("warning", "formula_without_value", "第2行：天数是公式“=0.5*2”且没有保存的值，按空值导入"),
        ("warning", "formula_error", "第3行：天数是出错的公式“#REF!”，按空值导入"),
    ]


def test_report_as_plain_values(rows_of):
    (row,), report = rows_of([HEADINGS, YUAN])
    row.becomes(Outcome.CHANGED, "袁艳", [Change("政治面貌", "群众", "中共党员")])
    plain = json.loads(json.dumps(report.as_dict()))
    assert plain["counts"] == {"new": 0, "changed": 1, "unchanged": 0, "wrong": 0}
    assert sorted(plain) == ["counts", "defect_counts", "defects", "marks", "notices", "problems", "sheets"]
