"""Which register a sheet is and which column is which: by the words of its headings, not by their place."""

import re

from congress.models import HeadingMapping
from congress.registers.register import Heading, Recognition, plain, without_brackets


SEARCHED_ROWS = 30
DEEPEST_HEADING = 3

WHEN = re.compile(r"[上下]午|晚上|(20\d{2}[年./-])?\d{1,2}[月./-]\d{1,2}日?([上下]午|晚上)?")  # of a meeting

MEETING = HeadingMapping.MEETING
BY_HAND = 100.0
PATH_EQUAL, PATH_ALIKE, EQUAL, EQUAL_WITHOUT_BRACKETS, ENDING, CONTAINED = 6.0, 5.0, 4.0, 3.0, 2.0, 1.0
TITLE_BONUS = 3.0


def recognise(sheet, registers, mapping=None):
    """The best reading of ``sheet`` as one of ``registers``: a Recognition, complete or not.

    ``mapping`` is set by hand: heading text → column key, MEETING for one that belongs to an open-ended
    register, or None to leave that column out.
    """
    mapping = {plain(heading): key for heading, key in (mapping or {}).items()}
    lines = [" ".join(cell.text for cell in row if cell.is_own) for row in sheet.rows[:SEARCHED_ROWS]]
    readings = (
        _reading(sheet, register, start, depth, mapping, tuple(filter(None, lines[:start])))
        for start in range(min(len(sheet.rows), SEARCHED_ROWS))
        for depth in _depths(sheet.rows, start)
        for register in registers
    )
    return max(readings, key=lambda reading: reading.rank, default=Recognition(sheet, registers[0]))


def _reading(sheet, register, start, depth, mapping, titles):
    headings = _headings(sheet.rows[start : start + depth])
    columns, score = _assign(headings, register, mapping)
    taken = {heading.column for heading in columns.values()}
    others = [heading for heading in headings if heading.column not in taken and not heading.is_serial]
    unknown = tuple(heading for heading in others if _by_hand(heading, mapping) is not None)
    left_out = tuple(heading for heading in others if _by_hand(heading, mapping) is None)
    chosen = frozenset(heading for heading in unknown if _by_hand(heading, mapping) == MEETING)
    serials = frozenset(heading.column for heading in headings if heading.is_serial)
    named = " ".join([sheet.file, sheet.name or "", *titles])
    if columns or (register.open_ended and any(map(register.others, unknown))):
        score += TITLE_BONUS * any(word in named for word in register.title_words)
    place = (titles, start + 1, depth, columns)
    return Recognition(sheet, register, *place, unknown, chosen, serials, score, left_out=left_out)


def _headings(rows):
    """Headings of stacked rows; a blank above continues the heading to its left (CSV knows no merging)."""
    headings = []
    above = [""] * len(rows)
    for cells in zip(*rows, strict=True):
        texts = [cell.text for cell in cells]
        for level, text in enumerate(texts[:-1]):
            if text:
                above[level:] = [""] * len(above[level:])
                above[level] = text
            elif any(texts[level + 1 :]):
                texts[level] = above[level]
        parts = tuple(dict.fromkeys(re.sub(r"\s+", "", text) for text in texts if text))
        if parts:
            headings.append(Heading(cells[0].column, parts))
    return headings


def _depths(rows, start):
    """How many rows the headings beginning at ``start`` may take: one, and more where they are stacked."""
    if sum(cell.is_own for cell in rows[start]) < 2:
        return
    yield 1
    for depth in range(2, DEEPEST_HEADING + 1):
        if start + depth > len(rows) or not _is_stacked(rows[start + depth - 2], rows[start + depth - 1]):
            return
        yield depth


def _is_stacked(upper, lower):
    """Whether ``lower`` holds the lower part of the headings in ``upper``."""
    pairs = list(zip(upper, lower, strict=True))
    merged_down = any(under.spread and under.value == over.value for over, under in pairs if over.text)
    parted = any(over.is_blank or over.spread for over, under in pairs if under.is_own)
    if merged_down:
        return parted
    own = [cell.text for cell in lower if cell.is_own]
    if own and lower[0].is_blank and all(map(WHEN.fullmatch, own)):
        return True
    words_only = all(isinstance(cell.value, str) for cell in lower if cell.is_own)
    return parted and words_only and lower[0].is_blank and upper[0].is_own


def _assign(headings, register, mapping):
    """Headings by column key, each used once, the surest first; and the sum of their scores."""
    pairs = [
        (score, -place, best, -heading.column, column.key, heading)
        for heading in headings
        for chosen in [_by_hand(heading, mapping)]
        for place, column in enumerate(register.columns)
        for score, best in [_score(heading, column, chosen)]
        if score
    ]
    columns, taken, total = {}, set(), 0.0
    for score, _, _, _, key, heading in sorted(pairs, key=lambda pair: pair[:4], reverse=True):
        if key not in columns and heading.column not in taken:
            columns[key] = heading
            taken.add(heading.column)
            total += min(score, PATH_EQUAL)
    return columns, total


def _score(heading, column, chosen):
    """How surely a heading is the column; and, of headings as sure, the one of an earlier synonym more."""
    if chosen != "":
        return (BY_HAND if chosen == column.key else 0.0), 0
    likely = [
        (likeness, -place)
        for place, (path, word) in enumerate(column.paths)
        if word in heading.letters
        for likeness in [_likeness(heading, path)]
        if path not in column.alone or likeness >= EQUAL_WITHOUT_BRACKETS
    ]
    return max(likely, default=(0.0, 0))


def _by_hand(heading, mapping):
    """The column key chosen for a heading, None where it is to be left out, "" where nothing was chosen."""
    return mapping.get(plain(heading.text), mapping.get(plain(heading.parts[-1]), ""))


def _likeness(heading, wanted):
    if "/" in wanted and "/" in heading.path:
        return _path_likeness(heading.path, wanted)
    word, wanted = plain(heading.parts[-1]), wanted.replace("/", "")
    if wanted in (word, heading.path.replace("/", "")):
        return EQUAL
    if wanted == plain(without_brackets(heading.parts[-1])):
        return EQUAL_WITHOUT_BRACKETS
    share = len(wanted) / len(word) if word else 0
    if len(wanted) >= 2 and word.endswith(wanted):
        return ENDING + share  # the last word of a Chinese heading is the thing it names: 所在选区
    if (share > 0.5 and wanted in word) or (len(wanted) >= 4 and share > 0.4 and word.startswith(wanted)):
        return CONTAINED + share
    return 0.0


def _path_likeness(path, wanted):
    if path == wanted:
        return PATH_EQUAL
    upper, lower = wanted.rsplit("/", 1)
    above, last = path.rsplit("/", 1)
    return PATH_ALIKE + len(lower) / len(last) / 2 if upper in above and lower in last else 0.0
