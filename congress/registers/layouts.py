"""Sheets laid out otherwise than a row for each record: blocks side by side, names across, meetings down."""

import re
from dataclasses import replace

from congress.registers.headings import MEETING
from congress.registers.register import Heading, plain
from congress.registers.sheet import Cell


SEARCHED_ROWS = 15
NAME = "姓名"
NAMES = (NAME, "代表姓名", "代表")
CORNER = re.compile(r"(会议|日期|时间|场次|时段|内容|项目|届次|名称|姓名|代表|代表姓名)*")
DETAIL = re.compile(r"(会议|开会)?(日期|时间|时段|场次|届次|名称|会议|上下午)")
ATTENDED = re.compile(r"(是否)?(签到|到会|出席|出勤|考勤|参会|到场|点名)(情况|登记|记录|标记|状态|结果)?")
REMARKS = ("备注", "说明")
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
    facts = 1
    while facts < len(below) and DETAIL.fullmatch(plain(below[facts][0].text)):
        facts += 1
    heads = (below[0][0], *map(_joined, list(zip(*below[:facts], strict=True))[1:]))
    return (*titles, heads, *below[facts:])


def _joined(cells):
    """One cell that says what several say of a meeting: 2025-01-12，上午，开幕会."""
    if len(cells) == 1:
        return cells[0]
    text = "，".join(dict.fromkeys(cell.text for cell in cells if not cell.is_blank))
    return replace(cells[0], value=text, spread=False)


def gathered(sheet, registers, mappings):
    """The sheet with a row for each deputy where it has one for each deputy and meeting; others as they are.

    ``registers``: whose columns beside the name tell who is meant; so do those of ``mappings``, which gives
    by kind of register the headings set by hand. A column that nobody knows stays, with what it says first
    of a deputy; what would be taken for a meeting is dropped.
    """
    known = {path for register in registers for column in register.columns for path, _ in column.paths}
    for register in registers:
        chosen = mappings.get(register.kind) or {}
        known |= {plain(heading) for heading, key in chosen.items() if key not in (None, MEETING)}
    for number, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        texts = [plain(cell.text) for cell in row]
        facts = [place for place, text in enumerate(texts) if DETAIL.fullmatch(text)]
        marks = [place for place, text in enumerate(texts) if ATTENDED.fullmatch(text)]
        names = [place for place, text in enumerate(texts) if text in NAMES]
        if facts and len(marks) == 1 and len(names) == 1:
            remarks = [place for place, text in enumerate(texts) if text in REMARKS]
            who = [
                place
                for place, text in enumerate(texts)
                if text in known and place not in (*facts, *marks, *remarks, *names)
            ]
            rest = _rest(row, {*names, *who, *facts, *marks, *remarks})
            others = [place for place, heading in rest.items() if not _may_be_meeting(heading, registers)]
            dropped = tuple(heading.text for place, heading in rest.items() if place not in others)
            return replace(
                _gather(sheet, number, (names + who, others), facts, marks + remarks), dropped=dropped
            )
    return sheet


def _rest(row, used):
    """The Headings of the columns of which nothing is known, by their place from 0."""
    headings = {
        place: Heading(place + 1, (re.sub(r"\s", "", cell.text),))
        for place, cell in enumerate(row)
        if cell.is_own and place not in used
    }
    return {place: heading for place, heading in headings.items() if not heading.is_serial}


def _may_be_meeting(heading, registers):
    return any(register.others(heading) for register in registers)


def _gather(sheet, number, columns, facts, marks):
    """``columns``: the places of those that tell who is meant, the name first, and of the others."""
    who, others = columns
    meetings, people = {}, {}
    for row in sheet.rows[number + 1 :]:
        meeting = tuple(row[place].text for place in facts)
        person = tuple(row[place].text for place in who)
        if person[0] and any(meeting):
            meetings.setdefault(meeting, _joined([row[place] for place in facts]))
            held = people.setdefault(person, []) or people[person]
            _put(held, meeting, row, _mark(row, marks))
    if len(meetings) < 2 or all(len(lines[0][1]) < 2 for lines in people.values()):
        return sheet
    heads = [sheet.rows[number][place] for place in who + others] + list(meetings.values())
    below = [
        [row[place] for place in who + others]
        + [cells.get(meeting, Cell(row[0].row, 0)) for meeting in meetings]
        for lines in people.values()
        for row, cells in lines
    ]
    table = [tuple(replace(cell, column=at) for at, cell in enumerate(line, 1)) for line in (heads, *below)]
    width = len(heads)
    titles = [
        tuple(row[:width]) + tuple(Cell(row[0].row, at) for at in range(len(row) + 1, width + 1))
        for row in sheet.rows[:number]
    ]
    return replace(sheet, rows=(*titles, *table), is_gathered=True)


def _put(lines, meeting, row, mark):
    """Add a mark to the first line of a deputy that has none at the meeting; the same again adds nothing."""
    for _, cells in lines:
        if meeting not in cells or cells[meeting].text == mark.text:
            cells.setdefault(meeting, mark)
            return
    lines.append((row, {meeting: mark}))


def _mark(row, places):
    """The cell of the mark, what the remark says in brackets behind it."""
    mark, *remarks = (row[place] for place in places)
    note = "，".join(cell.text for cell in remarks if not cell.is_blank)
    return replace(mark, value=f"{mark.text}（{note}）") if note and not mark.is_blank else mark
