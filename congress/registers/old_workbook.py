"""Workbooks as Excel 97 and WPS (.et) keep them: their sheets as plain values."""

from dataclasses import dataclass

import xlrd


OLD = b"\xd0\xcf\x11\xe0"
PROTECTED = "EncryptedPackage".encode("utf-16-le")  # a locked .xlsx lies in the same kind of container


class Protected(Exception):
    """The workbook opens with a password only."""


@dataclass(frozen=True)
class Table:
    """A sheet: the rows of its values, and its merged areas as (first row, last row, first column, last
    column), from 1."""

    name: str
    rows: list[list[object]]
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
    rows = [[_value(book, cell) for cell in sheet.row(number)] for number in range(sheet.nrows)]
    width = max(map(len, rows), default=0)
    merged = [(top + 1, bottom, left + 1, right) for top, bottom, left, right in sheet.merged_cells]
    return Table(
        sheet.name, [row + [None] * (width - len(row)) for row in rows], merged, bool(sheet.visibility)
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
