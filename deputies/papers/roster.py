"""The roster of a congress as an official list: names by surname strokes, in the layout of GB/T 9704-2012."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from congress import names, pdf
from deputies.enums import Sex
from deputies.models import Seat


HAN = ("", "汉", "汉族")
#: A line of 26 characters after the indent holds four names.
CELLS, CELL_WIDTH = 4, 6.5


@dataclass(frozen=True)
class Listed:
    """A name as it is printed, and how many of a line's four places it takes."""

    text: str
    cells: int


@dataclass(frozen=True)
class Part:
    """The list, or the list of one delegation: ``lines`` hold up to four names each."""

    heading: str
    count: int
    lines: list


def roster_pdf(term, on, *, by_delegation=False, by_pinyin=False):
    """The seats of ``term`` in office on the day ``on``, as the bytes of a PDF."""
    seats = _seats(term, on, by_pinyin=by_pinyin)
    parts = _by_delegation(seats) if by_delegation else [_part("", seats)]
    context = {
        "term": term,
        "on": on,
        "count": len(seats),
        "order": "姓名拼音" if by_pinyin else "姓氏笔画",
        "parts": parts,
    }
    return pdf.render("deputies/pdf/roster.html", context)


def _seats(term, on, *, by_pinyin):
    seats = Seat.objects.filter(term=term).in_office(on)
    seats = seats.in_pinyin_order() if by_pinyin else seats.in_stroke_order()
    return list(seats.select_related("deputy", "constituency", "delegation"))


def _by_delegation(seats):
    def delegation(seat):
        own = seat.delegation
        return (own.order, own.pk, own.name) if own else (float("inf"), 0, "未编入代表团")

    groups = groupby(sorted(seats, key=delegation), key=delegation)
    return [_part(name, list(group)) for (_, _, name), group in groups]


def _part(heading, seats):
    return Part(heading, len(seats), _lines(listed(seats)))


def listed(seats):
    """The names as official lists write them: 王　芳（女，回族）; homonyms are told apart."""
    written = [(seat, names.spaced(seat.deputy.name), _notes(seat.deputy)) for seat in seats]
    times = Counter((name, tuple(notes)) for _, name, notes in written)
    found = []
    for seat, name, notes in written:
        if times[name, tuple(notes)] > 1 and seat.constituency_id:
            notes = [*notes, f"第{seat.constituency.number}选区"]
        text = name + (f"（{'，'.join(notes)}）" if notes else "")
        found.append(Listed(text, min(CELLS, ceil((len(text) + 0.5) / CELL_WIDTH))))
    return found


def _notes(deputy):
    sex = ["女"] if deputy.sex == Sex.FEMALE else []
    return sex if deputy.ethnicity in HAN else [*sex, deputy.ethnicity]


def _lines(found):
    """The names in lines of four places; one that does not fit begins the next line."""
    lines, room = [], 0
    for name in found:
        if name.cells > room:
            lines.append([])
            room = CELLS
        lines[-1].append(name)
        room -= name.cells
    return lines
