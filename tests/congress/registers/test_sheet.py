import io
import zipfile
from datetime import date, datetime

import pytest
import xlwt
from xlwt.CompoundDoc import XlsDoc

from congress.registers import UnreadableFile, open_sheets
from congress.registers.sheet import text_of
from congress.registers.workbook import rows_in


CSV = "序号,姓名,电话\n1,欧阳䶮,15400009300\n2,周𣲗,\n"


def grid(sheet):
    return [[cell.text for cell in row] for row in sheet.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_csv_in_every_encoding(encoding):
    (sheet,) = open_sheets(io.BytesIO(CSV.encode(encoding)), "名册.csv")
    assert grid(sheet) == [["序号", "姓名", "电话"], ["1", "欧阳䶮", "15400009300"], ["2", "周𣲗", ""]]


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv_with_every_delimiter(delimiter):
    content = CSV.replace(",", delimiter).encode()
    (sheet,) = open_sheets(io.BytesIO(content), "名册.xls")
    assert grid(sheet)[1] == ["1", "欧阳䶮", "15400009300"]


def test_csv_rows_are_numbered_by_lines():
    (sheet,) = open_sheets(io.BytesIO('姓名,事由\n袁艳,"一\n二"\n\n曹明,三\n'.encode()), "表.csv")
    assert [row[0].row for row in sheet.rows] == [1, 2, 4, 5]


def test_csv_link_shows_its_text():
    (sheet,) = open_sheets(
        io.BytesIO('题目\n"=HYPERLINK(""http://oa.example"",""一点体会"")"\n'.encode()), "表.csv"
    )
    cell = sheet.rows[1][0]
    assert (cell.text, cell.is_hyperlink, cell.letter) == ("一点体会", True, None)
    assert cell.raw == '=HYPERLINK("http://oa.example","一点体会")'


def test_csv_number_that_may_have_lost_a_zero_is_a_number():
    (sheet,) = open_sheets(io.BytesIO("出生年月\n1975.1\n1975.10\n".encode()), "表.csv")
    assert [row[0].value for row in sheet.rows[1:]] == [1975.1, "1975.10"]


def test_workbook_cells(workbook):
    day = datetime(2025, 3, 12)  # noqa: DTZ001
    (sheet,) = open_sheets(
        workbook([["姓名", day, 15400009300, None], ["=1+1", 0.5, " 袁艳 ", True]]), "表.xlsx"
    )
    assert grid(sheet) == [["姓名", "2025-03-12", "15400009300", ""], ["", "0.5", "袁艳", "是"]]
    formula = sheet.rows[1][0]
    assert (formula.value, formula.raw, formula.letter, formula.row) == (None, "=1+1", "A", 2)
    assert sheet.rows[1][2].raw == " 袁艳 "


def test_workbook_merged_cells_spread(workbook):
    (sheet,) = open_sheets(workbook([["望云", "袁艳"], [None, "曹明"]], merged=["A1:A2"]), "表.xlsx")
    assert [(row[0].text, row[0].spread) for row in sheet.rows] == [("望云", False), ("望云", True)]


def test_workbook_hidden_sheet(workbook):
    sheets = open_sheets(workbook([["姓名"]], hidden=True), "表.xlsx")
    assert [(sheet.hidden, sheet.is_empty) for sheet in sheets] == [(True, False), (False, True)]


def test_workbook_by_path(workbook, tmp_path):
    path = tmp_path / "名册.xlsx"
    path.write_bytes(workbook([["姓名"]]).read())
    assert open_sheets(path)[0].title == "名册.xlsx，工作表“表”"


def zip_of(text, entry="xl/workbook.xml"):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(entry, text)
    return content.getvalue()


def locked_workbook():
    """A workbook of Excel 97 with a password: its second record is FILEPASS ([MS-XLS] 2.4.117)."""
    book = xlwt.Workbook()
    book.add_sheet("区代表")
    records = book.get_biff_data()
    second = 4 + int.from_bytes(records[2:4], "little")
    password = b"\x2f\x00\x06\x00" + b"\x00\x00\x11\x22\x33\x44"
    content = io.BytesIO()
    XlsDoc().save(content, records[:second] + password + records[second:])
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "名册.xlsx是空文件"),
        (b"PK\x03\x04 broken", "名册.xlsx已损坏"),
        (zip_of("<workbook"), "名册.xlsx已损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "名册.xlsx已损坏"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "名册.xlsx设了打开密码，请用"),
        (locked_workbook(), "名册.xlsx设了打开密码，请用 Excel 或 WPS 打开，去掉密码后再导入。"),
        (zip_of("<office/>", "content.xml"), "名册.xlsx是 .ods 一类的文件，请用 WPS、Excel 或 LibreOffice"),
        (zip_of("<document/>", "word/document.xml"), "名册.xlsx是 Word 文档，请把其中的表格粘贴到"),
        (zip_of("<page/>", "page.xml"), "名册.xlsx已损坏或不是 Excel 工作簿"),
        (b"<html><table></table>", "名册.xlsx其实是网页"),
        (b"\x89PNG\r\n\x1a\n\x00\xff\xfe\x00\x80", "名册.xlsx不是 Excel 或 csv 文件"),
    ],
)
def test_unreadable_file_says_why(content, reason):
    with pytest.raises(UnreadableFile) as caught:
        open_sheets(io.BytesIO(content), "名册.xlsx")
    assert str(caught.value).startswith(reason)
    assert str(caught.value).endswith("。")


def test_unreadable_file_that_is_missing(tmp_path):
    with pytest.raises(UnreadableFile, match="名册.xlsx打不开"):
        open_sheets(tmp_path / "名册.xlsx")


def test_unreadable_file_that_is_too_large(monkeypatch):
    monkeypatch.setattr("congress.registers.opening.MAX_BYTES", 4)
    with pytest.raises(UnreadableFile, match="超过20兆"):
        open_sheets(io.BytesIO(b"12345"), "名册.csv")


def test_unreadable_file_that_unpacks_too_large(workbook, monkeypatch):
    monkeypatch.setattr("congress.registers.workbook.MAX_UNPACKED_BYTES", 100)
    with pytest.raises(UnreadableFile, match="展开后过大"):
        open_sheets(workbook([["姓名"]]), "名册.xlsx")


@pytest.mark.parametrize("content", ["xlsx", "csv"])
def test_unreadable_file_with_too_many_rows(content, workbook, monkeypatch):
    monkeypatch.setattr("congress.registers.sheet.MAX_ROWS", 2)
    file = workbook([["姓名"]] * 3) if content == "xlsx" else io.BytesIO("姓名\n".encode() * 3)
    with pytest.raises(UnreadableFile, match="超过2行"):
        open_sheets(file, "名册")


def test_too_many_rows_are_refused_before_their_cells_are_read(workbook, monkeypatch):
    file = workbook([["姓名"]] * 3)
    monkeypatch.setattr("congress.registers.sheet.MAX_ROWS", 2)
    monkeypatch.setattr("congress.registers.workbook.load_workbook", None)
    with pytest.raises(UnreadableFile, match="名册的工作表“.*”超过2行，请删除数据下方的空行"):
        open_sheets(file, "名册")


@pytest.mark.parametrize("chunk", [1, 7, 1024])
def test_rows_are_counted_however_they_are_read(chunk, monkeypatch):
    """Only those in which something stands, as openpyxl counts them."""
    monkeypatch.setattr("congress.registers.workbook.CHUNK", chunk)
    xml = '<rows><row r="1"><c r="A1"/></row><row r="2" s="4"/><x:row r="3">\n<x:c/></x:row><row r="4"></row>'
    assert list(rows_in(io.BytesIO(xml.encode())))[-1] == 2


def test_text_of_values():
    values = [None, False, 2.0, 1975.1, date(2025, 3, 12), " \u200b袁艳\u3000"]
    assert [text_of(value) for value in values] == ["", "否", "2", "1975.1", "2025-03-12", "袁艳"]


def test_old_workbook_has_dates_merged_areas_and_hidden_sheets():
    book = xlwt.Workbook()
    sheet = book.add_sheet("区代表")
    sheet.write_merge(0, 1, 0, 0, "望云")
    sheet.write(0, 1, 15400009300)
    sheet.write(1, 1, date(1975, 8, 1), xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    book.add_sheet("旧表").visibility = 1
    content = io.BytesIO()
    book.save(content)
    content.seek(0)
    shown, hidden = open_sheets(content, "名册.xls")
    assert [[cell.text for cell in row] for row in shown.rows] == [
        ["望云", "15400009300"],
        ["望云", "1975-08-01"],
    ]
    assert (shown.rows[1][0].spread, shown.rows[1][1].letter, hidden.hidden) == (True, "B", True)
