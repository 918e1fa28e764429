import io

import pytest

from congress.registers import Column, Register, Report, open_sheets, recognise


HEADINGS = ["序号", "姓  名", "性别", "出生\n年月", "联系电话 "]


def columns(recognition):
    return {key: heading.column for key, heading in recognition.columns.items()}


def test_headings_below_titles(recognised):
    found = recognised(
        [["云渚区第九届人民代表大会代表名册"], ["填报单位：代表工委"], HEADINGS, [1, "袁艳", "女"]]
    )
    assert (found.register.kind, found.first_row, found.depth) == ("roster", 3, 1)
    assert found.titles == ("云渚区第九届人民代表大会代表名册", "填报单位：代表工委")
    assert columns(found) == {"name": 2, "sex": 3, "born": 4, "phone": 5}


def test_headings_in_another_order_and_by_other_names(recognised):
    found = recognised([["手机号码", "党派", "代表姓名", "所在选区", "出生日期", "工作单位及现任职务"]])
    assert columns(found) == {
        "phone": 1, "party": 2, "name": 3, "constituency": 4, "born": 5, "position": 6
    }  # fmt: skip
    assert found.unknown == ()


@pytest.mark.parametrize("heading", ["姓名：", "姓 名", "＊姓名", "姓名（必填）", "【姓名】"])
def test_heading_in_another_writing(heading, recognised):
    assert columns(recognised([[heading, "性别", "政治面貌"]]))["name"] == 1


@pytest.mark.parametrize("heading", ["选区人口数", "姓名拼音", "身份证号"])
def test_heading_that_only_contains_the_words_stays_unknown(heading, recognised):
    found = recognised([["姓名", "性别", "联系电话", heading]])
    assert [unknown.text for unknown in found.unknown] == [heading]


def test_heading_used_once(recognised):
    found = recognised([["姓名", "性别", "联系电话", "联系电话"]])
    assert (columns(found)["phone"], [unknown.column for unknown in found.unknown]) == (3, [4])


def test_headings_in_two_merged_rows(recognised):
    rows = [
        ["台账", None, None, None, None],
        ["编号", "标题", "办理情况", "代表评价", None],
        [None, None, "办理结果", "办理态度", "办理结果"],
        ["1", "关于…的建议", "已解决", "满意", "基本满意"],
    ]
    found = recognised(rows, merged=["A1:E1", "A2:A3", "B2:B3", "D2:E2"])
    assert (found.first_row, found.depth) == (2, 2)
    assert columns(found) == {
        "number": 1, "title": 2, "outcome": 3, "attitude_rating": 4, "result_rating": 5
    }  # fmt: skip
    assert found.columns["result_rating"].text == "代表评价/办理结果"


def test_headings_in_two_rows_of_a_csv(registers):
    text = "编号,标题,办理情况,代表评价,\n,,办理结果,办理结果,办理态度\n1,关于…的建议,已解决,满意,满意\n"
    (sheet,) = open_sheets(io.BytesIO(text.encode()), "台账.csv")
    found = recognise(sheet, [registers["ledger"]])
    assert found.depth == 2
    assert columns(found) == {
        "number": 1, "title": 2, "outcome": 3, "result_rating": 4, "attitude_rating": 5
    }  # fmt: skip


def test_headings_that_are_expected_to_differ(recognised):
    rows = [
        ["某镇人代会考勤表"],
        ["代表团", "姓名", "1月12日", None],
        [None, None, "上午\n第一次全体会议", "下午"],
        ["望云", "袁艳", "√", "√"],
    ]
    found = recognised(rows, merged=["A2:A3", "B2:B3", "C2:D2"])
    assert (found.register.kind, found.is_complete) == ("attendance", True)
    assert [heading.parts for heading in found.unknown] == [
        ("1月12日", "上午第一次全体会议"),
        ("1月12日", "下午"),
    ]


def test_one_heading_row_with_merged_data_below(recognised):
    rows = [["代表团", "姓名", "性别"], ["望云", "袁艳", "女"], [None, "曹明", "男"]]
    assert recognised(rows, merged=["A2:A3"]).depth == 1


def test_mapping_by_hand(recognised):
    rows = [["称呼", "男女", "联系电话", "姓名拼音"], ["袁艳", "女", "15400009300", "yuan yan"]]
    assert not recognised(rows).is_complete
    found = recognised(rows, mapping={"称呼": "name", "男女": "sex", "姓名拼音": None})
    assert (columns(found), found.unknown) == ({"name": 1, "sex": 2, "phone": 3}, ())


def test_slash_in_a_heading_is_no_path(recognised):
    register = Register("visits", "登记", (Column("address", "住址/单位"), Column("visitor", "来访人")))
    assert columns(recognised([["来访人", "住址/单位"]], [register])) == {"visitor": 1, "address": 2}


def test_incomplete_sheet_says_what_is_missing(recognised):
    found = recognised([["称呼", "性别", "联系电话"]], title="区代表")
    assert found.sentence == (
        "名册.xlsx，工作表“区代表”：像是代表名册，但缺少“姓名”栏，“称呼”没有认出，未导入。"
        "请改表头，或在导入页面为其中一栏选“姓名”后再导入。"
    )


def test_sheet_without_headings(recognised):
    assert (
        recognised([["填表说明"], ["请如实填写"]]).sentence == "名册.xlsx，工作表“表”：没有找到表头，未导入。"
    )


def test_unknown_headings_stand_in_the_report(recognised):
    report = Report()
    report.add_sheet(recognised([["姓名", "性别", "联系电话", "信仰"]]))
    (note,) = report.sheets
    assert (note.kind, note.unknown, note.columns["姓名"]) == ("roster", ("信仰",), "name")
    assert note.message == (
        "名册.xlsx，工作表“表”：按代表名册读入。没有认出的栏：信仰，未导入；可以在导入页面指定。"
    )


def test_number_of_rows_is_no_column(recognised):
    found = recognised([["编号", "姓名", "性别", "联系电话"]])
    assert (columns(found)["name"], found.unknown, found.serial_columns) == (2, (), frozenset({1}))


def test_heading_of_an_earlier_synonym_is_preferred(recognised):
    register = Register(
        "places", "选区", (Column("number", "选区号", "选区序号", "选区"), Column("name", "名称", "选区"))
    )
    assert columns(recognised([["选区", "选区序号"]], [register])) == {"name": 1, "number": 2}
