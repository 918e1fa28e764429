"""The sheets of an office's file: every cell with its place, its stored value and how it came to have it."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from openpyxl.utils import get_column_letter


MAX_ROWS = 20_000
MAX_COLUMNS = 200

HYPERLINK = re.compile(r'^=\s*HYPERLINK\(.*[,，]\s*"((?:[^"]|"")*)"\s*\)$', re.IGNORECASE | re.DOTALL)
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad\u200e\u200f"
EXCEL_ERRORS = frozenset({"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})


class UnreadableFile(Exception):
    """The file cannot be read; the text is a sentence for the user: what is wrong, what to do."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: ``row`` and ``column`` count from 1; ``value`` is None, str, int, float, bool or a date.

    ``spread``: the value is that of the merged area's first cell. ``above``: the value was taken from the
    row above, because the cell is blank (filled down) or says 同上 (then ``ditto`` too). ``colour``: the word
    for that of the ground, "" for none; ``comment``: what somebody pinned to the cell.
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
    comment: str = ""

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
    ``is_gathered``: rows of the file that tell of one person were made one; ``dropped`` are the headings of
    the columns that were left out then.
    """

    file: str
    name: str | None
    rows: tuple[tuple[Cell, ...], ...]
    hidden: bool = False
    turned_at: int | None = None
    is_gathered: bool = False
    dropped: tuple[str, ...] = ()

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


def refuse_if_long(rows, name):
    """Raise UnreadableFile for more rows than a register has; ``name`` tells the file, and its sheet."""
    if rows > MAX_ROWS:
        raise UnreadableFile(f"{name}超过{MAX_ROWS}行，请删除数据下方的空行，或分成几个文件后再导入。")


def broken(name):
    return UnreadableFile(f"{name}已损坏或不是 Excel 工作簿，请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。")


def spread(grid, merged, width):
    """Give every cell of a merged area the value of its first one."""
    for top, bottom, left, right in merged:
        first = grid[top - 1][left - 1] if left <= width and top <= len(grid) else None
        for row in range(top, min(bottom, len(grid)) + 1):
            for column in range(left, min(right, width) + 1):
                if (row, column) != (top, left):
                    grid[row - 1][column - 1] = Cell(
                        row,
                        column,
                        first.value,
                        letter=get_column_letter(column),
                        spread=True,
                        colour=first.colour,
                    )
