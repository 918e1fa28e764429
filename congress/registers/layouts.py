"""Sheets laid out otherwise than a row for each record: several blocks beside each other, or names across."""

import re
from dataclasses import replace

from congress.registers.register import plain
from congress.registers.sheet import Cell


SEARCHED_ROWS = 15
NAME = "姓名"
NAMES = (NAME, "代表姓名", "代表")
CORNER = re.compile(r"(会议|日期|时间|场次|时段|内容|项目|届次|名称|姓名|代表|代表姓名)*")
FEWEST_NAMES, MOST_LINES = 2, 60


def stacked(sheet):
    """(the sheet with its blocks one below the other, the letter of the second block); (sheet, "") of others.

    Blocks stand beside each other where a row of headings repeats itself: 姓名 签到 姓名 签到.
    """
    for number, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        starts = _blocks(row)
        if starts:
            return _stack(sheet, number, starts), row[starts[1]].letter or ""
    return sheet, ""


def _blocks(row):
    """Where the blocks of a row of headings begin, [] where it does not repeat itself."""
    texts = [plain(cell.text) for cell in row]
    names = [place for place, text in enumerate(texts) if text in NAMES]
    if len(names) < 2:
        return []
    width = names[1] - names[0]
    if any(later - name != width for name, later in zip(names, names[1:], strict=False)):
        return []
    first = [text for text in texts[: names[1]] if text]
    for start in range(names[0], -1, -1):
        blocks = [texts[at : at + width] for at in range(start, start + width * len(names), width)]
        alike = all(block == blocks[0][: len(block)] for block in blocks)
        if alike and not any(texts[:start]) and len(first) >= 2:
            return [start + width * number for number in range(len(names))]
    return []


def _stack(sheet, number, starts):
    first, width = starts[0], starts[1] - starts[0]
    body = sheet.rows[number + 1 :]
    rows = [*sheet.rows[:number], sheet.rows[number][: first + width]]
    for start in starts:
        for row in body:
            block = row[start : start + width]
            if start == first or any(cell.is_own for cell in block):
                rows.append((*row[:first], *_padded(block, width, row[0].row, first)))
    return replace(sheet, rows=tuple(rows))


def _padded(block, width, row, first):
    """The cells of a block, moved to the columns of the first one; they keep their letters."""
    cells = (*block, *(Cell(row, 0) for _ in range(width - len(block))))
    return tuple(replace(cell, column=first + place) for place, cell in enumerate(cells, 1))


def turned(sheet):
    """Readings of a sheet with its names across and something else down, the rows for the columns.

    The titles above stay; each row below them may be the one of the names.
    """
    if len(sheet.rows) > MOST_LINES:
        return
    for number, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        own = [cell for cell in row if cell.is_own]
        if len(own) > FEWEST_NAMES and CORNER.fullmatch(plain(row[0].text)):
            yield replace(sheet, rows=_turned_rows(sheet.rows, number), turned_at=number)


def _turned_rows(rows, number):
    width = len(rows) - number
    titles = tuple(
        tuple(row[:width]) + tuple(Cell(row[0].row, place) for place in range(len(row) + 1, width + 1))
        for row in rows[:number]
    )
    below = []
    for column, cells in enumerate(zip(*rows[number:], strict=True), 1):
        below.append(
            tuple(replace(cell, row=column, column=place, letter=None) for place, cell in enumerate(cells, 1))
        )
    corner = below[0][0]
    if NAME not in plain(corner.text):
        below[0] = (replace(corner, value=NAME, spread=False), *below[0][1:])
    return (*titles, *below)
