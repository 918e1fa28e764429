"""Opening an office's file: every cell with its place, its stored value and how it came to have it."""

import csv
import io
import re
import warnings
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from congress.registers.look import colour_of, sign_of
from congress.registers.old_workbook import OLD, Protected, tables_of


MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_ROWS = 20_000
MAX_COLUMNS = 200

HYPERLINK = re.compile(r'^=\s*HYPERLINK\(.*[,，]\s*"((?:[^"]|"")*)"\s*\)$', re.IGNORECASE | re.DOTALL)
QUOTED = re.compile(r'^="((?:[^"]|"")*)"$')
BINARY = re.compile(r"[\x00-\x08\x0e-\x19\x1b]")  # no text holds them; 0x1a ended files once
ZIPPED = b"PK"
# What else comes zipped: the beginning of an entry's name → what the file is, what to do.
OTHER_ZIPPED = {
    "word/": "是 Word 文档，请把其中的表格粘贴到 Excel 或 WPS 表格中，另存为 .xlsx 后再导入。",
    "content.xml": "是 .ods 一类的文件，请用 WPS、Excel 或 LibreOffice 打开，另存为 .xlsx 后再导入。",
}
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad\u200e\u200f"
EXCEL_ERRORS = frozenset({"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})


class UnreadableFile(Exception):
    """The file cannot be read; the text is a sentence for the user: what is wrong, what to do."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: ``row`` and ``column`` count from 1; ``value`` is None, str, int, float, bool or a date.

    ``spread``: the value is that of the merged area's first cell. ``above``: the value was taken from the
    row above, because the cell is blank (filled down) or says 同上 (then ``ditto`` too). ``colour``: of
    the ground, "" for none.
    """

    row: int
    column: int
    value: object = None
    formula: str = ""
    letter: str | None = None
    spread: bool = False
    above: bool = False
    ditto: bool = False
    colour: str = ""

    @property
    def text(self):
        """The value as a person reads it, without blanks around it."""
        return text_of(self.value)

    @property
    def raw(self):
        """What stands in the file: the formula where it matters, else the untouched text."""
        if self.formula and (self.value is None or self.is_hyperlink):
            return self.formula
        return self.value if isinstance(self.value, str) else self.text

    @property
    def is_blank(self):
        return self.text == ""

    @property
    def is_own(self):
        """Whether something was written into this very cell."""
        return not self.is_blank and not self.spread and not self.above

    @property
    def is_hyperlink(self):
        return bool(HYPERLINK.match(self.formula))

    @property
    def is_error(self):
        return isinstance(self.value, str) and self.value in EXCEL_ERRORS


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as a grid of cells; ``name`` is None for a csv file, whose row numbers are its lines.

    ``turned_at``: the rows below that many of the file are turned: its columns stand as rows.
    """

    file: str
    name: str | None
    rows: tuple[tuple[Cell, ...], ...]
    hidden: bool = False
    turned_at: int | None = None

    @property
    def is_empty(self):
        return all(cell.is_blank for row in self.rows for cell in row)

    def place(self, cell):
        """Where a cell stands in the file: D3."""
        if self.turned_at is not None:
            return f"{get_column_letter(cell.row)}{cell.column + self.turned_at}"
        return f"{cell.letter or ''}{cell.row}"

    @property
    def title(self):
        return f"{self.file}，工作表“{self.name}”" if self.name else self.file


def text_of(value):
    """A cell's value as text: 15400009300.0 is 15400009300, a date is 2025-03-12, None is empty."""
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(sep=" ", timespec="minutes")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat(timespec="minutes")
    return str(value).strip().strip(INVISIBLE).strip()


def open_sheets(file, name=None):
    """The sheets of a file, given by path or as an open binary file with its ``name``.

    The content decides, not the ending: offices name text files .xls. Raises UnreadableFile.
    """
    if isinstance(file, (str, Path)):
        try:
            with open(file, "rb") as opened:
                return open_sheets(opened, Path(file).name)
        except OSError as error:
            raise UnreadableFile(f"{Path(file).name}打不开，请检查文件是否存在、是否有权限读取。") from error
    content = _content(file, name)
    if content.startswith(ZIPPED):
        return _workbook_sheets(content, name)
    if content.startswith(OLD):
        return _old_sheets(content, name)
    return [_csv_sheet(_text(content, name), name)]


def refuse_if_no_table(file, name):
    """Raise UnreadableFile when an open file can be no table, without reading its rows; rewind it."""
    content = _content(file, name)
    if content.startswith(ZIPPED):
        _refuse_if_no_workbook(content, name)
    elif content.startswith(OLD):
        _old_sheets(content, name)
    else:
        _text(content, name)
    file.seek(0)


def _content(file, name):
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise UnreadableFile(f"{name}超过20兆，请只留下要导入的工作表，另存后再导入。")
    if not content.strip():
        raise UnreadableFile(f"{name}是空文件，请检查后重新选择。")
    return content


def _broken(name):
    return UnreadableFile(f"{name}已损坏或不是 Excel 工作簿，请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。")


def _refuse_if_no_workbook(content, name):
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except zipfile.BadZipFile as error:
        raise _broken(name) from error
    if not _holds(entries, "xl/"):
        for start, told in OTHER_ZIPPED.items():
            if _holds(entries, start):
                raise UnreadableFile(f"{name}{told}")
        raise _broken(name)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED_BYTES:
        raise UnreadableFile(f"{name}展开后过大，请只留下要导入的工作表，另存后再导入。")


def _holds(entries, start):
    return any(entry.filename.startswith(start) for entry in entries)


def _workbook_sheets(content, name):
    _refuse_if_no_workbook(content, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of drop-down lists and styles it leaves out
            written = load_workbook(io.BytesIO(content))
            for sheet in written.worksheets:
                _refuse_if_long(name, sheet)
            stored = load_workbook(io.BytesIO(content), data_only=True) if _has_formula(written) else written
    except UnreadableFile:
        raise
    except Exception as error:  # a damaged workbook makes openpyxl raise whatever it stumbles over
        raise _broken(name) from error
    return [_worksheet(name, sheet, stored[sheet.title]) for sheet in written.worksheets]


def _refuse_if_long(file, sheet):
    if sheet.max_row > MAX_ROWS:
        raise UnreadableFile(
            f"{file}的工作表“{sheet.title}”有{sheet.max_row}行，超过{MAX_ROWS}行，"
            "请删除数据下方的空行，或分成几个文件后再导入。"
        )


def _has_formula(book):
    """Whether the values have to be read a second time: openpyxl gives formulas or their results."""
    return any(
        cell.data_type == "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
    )


def _worksheet(file, formulas, values):
    width = min(formulas.max_column, MAX_COLUMNS)
    grid = [
        [_workbook_cell(written, stored.value) for written, stored in zip(*pair, strict=True)]
        for pair in zip(formulas.iter_rows(max_col=width), values.iter_rows(max_col=width), strict=True)
    ]
    merged = [
        (area.min_row, area.max_row, area.min_col, area.max_col) for area in formulas.merged_cells.ranges
    ]
    _spread(grid, merged, width)
    hidden = formulas.sheet_state != "visible"
    return Sheet(file, formulas.title, tuple(map(tuple, grid)), hidden)


def _spread(grid, merged, width):
    """Give every cell of a merged area the value of its first one."""
    for top, bottom, left, right in merged:
        first = grid[top - 1][left - 1] if left <= width and top <= len(grid) else None
        for row in range(top, min(bottom, len(grid)) + 1):
            for column in range(left, min(right, width) + 1):
                if (row, column) != (top, left):
                    grid[row - 1][column - 1] = Cell(
                        row, column, first.value, letter=get_column_letter(column), spread=True
                    )


def _old_sheets(content, name):
    try:
        tables = tables_of(content)
    except Protected as error:
        raise UnreadableFile(f"{name}设了打开密码，请用 Excel 或 WPS 打开，去掉密码后再导入。") from error
    except Exception as error:  # a damaged workbook makes xlrd raise whatever it stumbles over
        raise _broken(name) from error
    return [_old_sheet(name, table) for table in tables]


def _old_sheet(file, table):
    if len(table.rows) > MAX_ROWS:
        raise UnreadableFile(f"{file}的工作表“{table.name}”超过{MAX_ROWS}行，请分成几个文件后再导入。")
    grid = [
        [
            Cell(number, column, value, letter=get_column_letter(column))
            for column, value in enumerate(row[:MAX_COLUMNS], 1)
        ]
        for number, row in enumerate(table.rows, 1)
    ]
    _spread(grid, table.merged, len(grid[0]) if grid else 0)
    return Sheet(file, table.name, tuple(map(tuple, grid)), table.hidden)


def _workbook_cell(written, stored):
    formula = ""
    if written.data_type == "f":
        formula = str(getattr(written.value, "text", written.value))
        link = HYPERLINK.match(formula)
        if stored is None and link:
            stored = link[1].replace('""', '"')
    letter = get_column_letter(written.column)
    return Cell(
        written.row, written.column, sign_of(written, stored), formula, letter, colour=colour_of(written)
    )


def _csv_sheet(text, name):
    start = "\n".join(text.splitlines()[:50])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",\t;", key=start.count))
    lines, line = [], 1
    try:
        for fields in reader:
            lines.append((line, fields[:MAX_COLUMNS]))
            line = reader.line_num + 1
            if len(lines) > MAX_ROWS:
                raise UnreadableFile(f"{name}超过{MAX_ROWS}行，请分成几个文件后再导入。")
    except csv.Error as error:
        raise UnreadableFile(
            f"{name}不是表格文件，请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
        ) from error
    width = max((len(fields) for _, fields in lines), default=0)
    rows = (
        tuple(_csv_cell(line, column, field) for column, field in enumerate(_padded(fields, width), 1))
        for line, fields in lines
    )
    return Sheet(name, None, tuple(rows))


def _padded(fields, width):
    return fields + [""] * (width - len(fields))


def _csv_cell(line, column, field):
    if not field.startswith("="):
        return Cell(line, column, _as_number(field))
    known = QUOTED.match(field) or HYPERLINK.match(field)
    return Cell(line, column, known[1].replace('""', '"') if known else None, field)


def _as_number(field):
    """A decimal that Excel may have written from a number (1975.1) as float: its last zero may be lost."""
    if re.fullmatch(r"\d{1,12}\.\d{1,6}", field) and str(float(field)) == field:
        return float(field)
    return field


def _text(content, name):
    text = _decode(content, name)
    if re.match(r"\s*<(!doctype|html|table|\?xml)", text, re.IGNORECASE):
        raise UnreadableFile(f"{name}其实是网页或 XML 文件，请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。")
    return text


def _decode(content, name):
    encodings = ["utf-8-sig", "gb18030"]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in content:
        little_endian = content[1::2].count(0) > content[::2].count(0)
        encodings = ["utf-16-le" if little_endian else "utf-16-be"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not BINARY.search(text):
            return text
    raise UnreadableFile(f"{name}不是 Excel 或 csv 文件，或编码无法识别，请另存为 .xlsx 后再导入。")
