"""The roll of a session on paper: to be signed at the door, or filled in from the records."""

from dataclasses import dataclass
from itertools import groupby

from congress import names, pdf
from congress.calendar import chinese_date
from deputies.enums import Mark
from deputies.models import Attendance


MARKS = {Mark.PRESENT: "√", Mark.EXCUSED: "请假", Mark.ABSENT: "缺席", Mark.UNRECORDED: ""}
#: Where a seat has no line or was not held on that day.
NOT_IN_OFFICE = "／"


#: More names than this are printed delegation by delegation: each signs its own.
A_ROLL = 200


@dataclass(frozen=True)
class Row:
    """A seat: its place, its name as printed, and what stands under each meeting."""

    number: int
    name: str
    cells: list


@dataclass(frozen=True)
class Column:
    """A meeting: its day, and what it is called below the day."""

    day: str
    label: str


def parts_of(session):
    """The delegations whose rolls are printed one by one; [] where one paper holds all."""
    called = Attendance.objects.filter(meeting__session=session).order_by()
    if called.values("seat").distinct().count() <= A_ROLL:
        return []
    return list(session.term.delegations.filter(seats__attendances__in=called).distinct())


def attendance_pdf(session, *, delegation=None, blank=False):
    """The roll of all meetings of ``session`` as the bytes of a PDF; ``blank`` leaves room for signatures.

    With a ``delegation`` it is that of its members alone: each delegation signs its own.
    """
    meetings = list(session.meetings.all())
    seats, marks = _lines(session, delegation)
    if blank:
        expected = {seat for seat, _ in marks}
        seats = [seat for seat in seats if seat.pk in expected]
    groups = _groups(seats, meetings, marks, blank=blank)
    columns = [Column(_day_of(meeting.on, session), f"{meeting.when}{meeting.name}") for meeting in meetings]
    context = {
        "session": session,
        "blank": blank,
        "columns": columns,
        "days": [(day, len(list(group))) for day, group in groupby(columns, key=lambda column: column.day)],
        "groups": groups,
        "width": len(columns) + 2,
        "present": [
            sum(marks.get((seat.pk, meeting.pk)) == Mark.PRESENT for seat in seats) for meeting in meetings
        ],
    }
    return pdf.render("deputies/pdf/attendance.html", context)


def _day_of(on, session):
    """1月12日; the year stands below the title, unless the session goes beyond it."""
    return f"{on.month}月{on.day}日" if on.year == session.starts_on.year else chinese_date(on)


def _lines(session, delegation):
    """The seats on the session's rolls in their order, and {(seat, meeting): mark} of those due."""
    lines = Attendance.objects.filter(meeting__session=session).select_related(
        "seat__deputy", "seat__constituency", "seat__delegation", "seat__group", "seat__term__jurisdiction"
    )
    if delegation:
        lines = lines.filter(seat__delegation=delegation)
    seats = {line.seat_id: line.seat for line in lines}
    due = lines.due() | lines.filter(nonvoting=True)
    marks = {(line.seat_id, line.meeting_id): line.mark for line in due}
    return sorted(seats.values(), key=lambda seat: (seat.deputy.stroke_key, seat.pk)), marks


def _groups(seats, meetings, marks, *, blank):
    """[(delegation or group, rows)], in the order of the delegations; numbered through."""
    parted = sorted(seats, key=_part)
    names_taken = _namesakes(seats)
    groups, number = [], 0
    for (_, _, title), members in groupby(parted, key=_part):
        rows = []
        for seat in members:
            number += 1
            cells = [_cell(marks.get((seat.pk, meeting.pk)), blank=blank) for meeting in meetings]
            rows.append(Row(number, _written(seat, names_taken), cells))
        groups.append((title, rows))
    return groups


def _part(seat):
    part = seat.delegation or seat.group
    return (part.order, part.pk, part.name) if part else (float("inf"), 0, "未编组")


def _namesakes(seats):
    found = [seat.deputy.name for seat in seats]
    return {name for name in found if found.count(name) > 1}


def _written(seat, namesakes):
    name = names.spaced(seat.deputy.name)
    if seat.deputy.name in namesakes and seat.constituency_id:
        return f"{name}（第{seat.constituency.number}选区）"
    return name


def _cell(mark, *, blank):
    if mark is None:
        return NOT_IN_OFFICE
    return "" if blank and mark != Mark.EXCUSED else MARKS[mark]
