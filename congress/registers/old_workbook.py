"""Workbooks as Excel 97 and WPS (.et) keep them: their sheets as plain values."""

from dataclasses import dataclass

import xlrd
from openpyxl.utils import get_column_letter

from congress.registers.look import OTHER, colour_word
from congress.registers.sheet import (
    MAX_COLUMNS,
    Cell,
    Sheet,
    UnreadableFile,
    broken,
    refuse_if_long,
    spread,
)


OLD = b"\xd0\xcf\x11\xe0"
PROTECTED = "EncryptedPackage".encode("utf-16-le")  # a locked .xlsx lies in the same kind of container

SOLID, AUTOMATIC = 1, 64  # a fill, and the colour of one that has none of its own


class Protected(Exception):
    """The workbook opens with a password only."""


@dataclass(frozen=True)
class Table:
    """A sheet: the rows of its values with the words for their grounds' colours, and its merged areas as
    (first row, last row, first column, last column), from 1.
    """

    name: str
    rows: list[list[tuple[object, str]]]
    merged: list[tuple[int, int, int, int]]
    hidden: bool


def tables_of(content):
    """The sheets of a workbook. Raises Protected, or what xlrd stumbles over."""
    if PROTECTED in content:
        raise Protected
    try:
        book = xlrd.open_workbook(file_contents=content, formatting_info=True)
    except xlrd.XLRDError as error:
        raise Protected if "encrypted" in str(error) else error from error
    return [_table(book, sheet) for sheet in book.sheets()]


def _table(book, sheet):
    rows = [
        [(_value(book, cell), _colour(book, cell)) for cell in sheet.row(number)]
        for number in range(sheet.nrows)
    ]
    width = max(map(len, rows), default=0)
    merged = [(top + 1, bottom, left + 1, right) for top, bottom, left, right in sheet.merged_cells]
    return Table(
        sheet.name, [row + [(None, "")] * (width - len(row)) for row in rows], merged, bool(sheet.visibility)
    )


def _value(book, cell):
    match cell.ctype:
        case xlrd.XL_CELL_EMPTY | xlrd.XL_CELL_BLANK:
            return None
        case xlrd.XL_CELL_DATE if cell.value >= 1:
            return xlrd.xldate.xldate_as_datetime(cell.value, book.datemode)
        case xlrd.XL_CELL_BOOLEAN:
            return bool(cell.value)
        case xlrd.XL_CELL_ERROR:
            return xlrd.error_text_from_code.get(cell.value, "#VALUE!")
    return cell.value


def _colour(book, cell):
    ground = book.xf_list[cell.xf_index].background
    if ground.fill_pattern != SOLID or ground.pattern_colour_index == AUTOMATIC:
        return ""
    rgb = book.colour_map.get(ground.pattern_colour_index)
    return colour_word(*rgb) if rgb else OTHER


def locked(name):
    return UnreadableFile(f"{name}设了打开密码，请用 Excel 或 WPS 打开，去掉密码后再导入。")


def refuse_if_locked(content, name):
    """Raise UnreadableFile for a locked workbook of today, without reading it."""
    if PROTECTED in content:
        raise locked(name)


def sheets_of(content, name):
    try:
        tables = tables_of(content)
    except Protected as error:
        raise locked(name) from error
    except Exception as error:  # a damaged workbook makes xlrd raise whatever it stumbles over
        raise broken(name) from error
    return [_old_sheet(name, table) for table in tables]


def _old_sheet(file, table):
    refuse_if_long(len(table.rows), f"{file}的工作表“{table.name}”")
    grid = [
        [
            Cell(number, column, value, letter=get_column_letter(column), colour=colour)
            for column, (value, colour) in enumerate(row[:MAX_COLUMNS], 1)
        ]
        for number, row in enumerate(table.rows, 1)
    ]
    spread(grid, table.merged, len(grid[0]) if grid else 0)
    return Sheet(file, table.name, tuple(map(tuple, grid)), table.hidden)
