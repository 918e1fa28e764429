"""Workbooks of today (.xlsx): every cell's value and formula, merged areas, signs and colours."""

import io
import re
import warnings
import zipfile

from openpyxl import load_workbook
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import get_column_letter

from congress.registers.look import colour_of, comment_of, sign_of
from congress.registers.sheet import (
    HYPERLINK,
    MAX_COLUMNS,
    Cell,
    Sheet,
    UnreadableFile,
    broken,
    refuse_if_long,
    spread,
)


MAX_UNPACKED_BYTES = 200 * 1024 * 1024
# What else comes zipped: the beginning of an entry's name → what the file is, what to do.
OTHER_ZIPPED = {
    "word/": "是 Word 文档，请把其中的表格粘贴到 Excel 或 WPS 表格中，另存为 .xlsx 后再导入。",
    "content.xml": "是 .ods 一类的文件，请用 WPS、Excel 或 LibreOffice 打开，另存为 .xlsx 后再导入。",
}
# A row in which something stands; what is only formatted counts as little as openpyxl lets it count.
ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>\s*<(?:\w+:)?c\b")
CHUNK, LONGEST_TAG = 1024 * 1024, 1024


def refuse_if_none(content, name):
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except zipfile.BadZipFile as error:
        raise broken(name) from error
    if not _holds(entries, "xl/"):
        for start, told in OTHER_ZIPPED.items():
            if _holds(entries, start):
                raise UnreadableFile(f"{name}{told}")
        raise broken(name)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED_BYTES:
        raise UnreadableFile(f"{name}展开后过大，请只留下要导入的工作表，另存后再导入。")


def _holds(entries, start):
    return any(entry.filename.startswith(start) for entry in entries)


def sheets_of(content, name):
    refuse_if_none(content, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of drop-down lists and styles it leaves out
            _count_rows(content, name)
            written = load_workbook(io.BytesIO(content))
            for sheet in written.worksheets:
                refuse_if_long(sheet.max_row, _named(name, sheet.title))
            stored = load_workbook(io.BytesIO(content), data_only=True) if _has_formula(written) else written
    except UnreadableFile:
        raise
    except Exception as error:  # a damaged workbook makes openpyxl raise whatever it stumbles over
        raise broken(name) from error
    return [_worksheet(name, sheet, stored[sheet.title]) for sheet in written.worksheets]


def _named(file, title):
    return f"{file}的工作表“{title}”"


def _count_rows(content, name):
    """Refuse too long a sheet before openpyxl makes an object of every cell, not reading it to its end."""
    reader = ExcelReader(io.BytesIO(content), read_only=True)
    reader.read_manifest()
    reader.read_workbook()
    for sheet, relation in reader.parser.find_sheets():
        if relation.target in reader.valid_files:
            with reader.archive.open(relation.target) as xml:
                for rows in rows_in(xml):
                    refuse_if_long(rows, _named(name, sheet.name))


def rows_in(xml):
    """How many rows were found so far, piece by piece."""
    rows, kept = 0, b""
    while piece := xml.read(CHUNK):
        kept += piece
        ends = [found.end() for found in ROW.finditer(kept)]
        rows += len(ends)
        yield rows
        # A tag may be cut in two.
        kept = kept[max(ends[-1] if ends else 0, len(kept) - LONGEST_TAG) :]


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
    spread(grid, merged, width)
    hidden = formulas.sheet_state != "visible"
    return Sheet(file, formulas.title, tuple(map(tuple, grid)), hidden)


def _workbook_cell(written, stored):
    formula = ""
    if written.data_type == "f":
        formula = str(getattr(written.value, "text", written.value))
        link = HYPERLINK.match(formula)
        if stored is None and link:
            stored = link[1].replace('""', '"')
    letter = get_column_letter(written.column)
    return Cell(
        written.row,
        written.column,
        sign_of(written, stored),
        formula,
        letter,
        colour=colour_of(written),
        comment=comment_of(written),
    )
