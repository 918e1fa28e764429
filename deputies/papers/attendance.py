"""The roll of a session on paper: to be signed at the door, or filled in from the records."""

from dataclasses import dataclass
from itertools import count, groupby

from django.db.models import Exists, Min, OuterRef

from congress import names, pdf
from congress.calendar import chinese_date
from deputies.enums import Mark
from deputies.models import Attendance, Seat
from deputies.roll_parts import GUESTS, part_of, parted


MARKS = {Mark.PRESENT: "√", Mark.EXCUSED: "请假", Mark.ABSENT: "缺席", Mark.UNRECORDED: ""}
#: Where a seat has no line or was not held on that day.
NOT_IN_OFFICE = "／"


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
    """The parts of the roll of a session, in two queries and without its seats: [:class:`RollPart`]."""
    lines = Attendance.objects.filter(meeting__session=session).order_by()
    voting = lines.filter(nonvoting=False)
    one_of_each = voting.values("seat__delegation", "seat__group").annotate(one=Min("seat")).values("one")
    seats = Seat.objects.filter(pk__in=one_of_each).select_related("delegation", "group")
    guests = [GUESTS] if lines.exclude(seat__in=voting.values("seat")).exists() else []
    return [*sorted({part_of(seat) for seat in seats}), *guests]


def cells_of(session, part=""):
    """How many cells the roll has, or one ``part`` of it."""
    return len(_seats(session, part)) * (session.meetings.count() + 2)


def attendance_pdf(session, *, part="", blank=False):
    """The roll of all meetings of ``session`` as the bytes of a PDF; ``blank`` leaves room for signatures.

    ``part`` is the key of the one :class:`RollPart` that it is to be, "" the whole roll.
    """
    meetings = list(session.meetings.all())
    seats = _seats(session, part)
    due, guests = _marks(session)
    if blank:
        expected = {seat for seat, _ in [*due, *guests]}
        seats = [seat for seat in seats if seat.pk in expected]
    columns = [Column(_day_of(meeting.on, session), f"{meeting.when}{meeting.name}") for meeting in meetings]
    context = {
        "session": session,
        "blank": blank,
        "columns": columns,
        "days": [(day, len(list(group))) for day, group in groupby(columns, key=lambda column: column.day)],
        "groups": _groups(seats, meetings, due, guests, blank=blank),
        "width": len(columns) + 2,
        "totals": [] if blank else _totals(seats, meetings, due, guests),
    }
    return pdf.render("deputies/pdf/attendance.html", context)


def _day_of(on, session):
    """1月12日; the year stands below the title, unless the session goes beyond it."""
    return f"{on.month}月{on.day}日" if on.year == session.starts_on.year else chinese_date(on)


def _seats(session, part=""):
    """The seats on the session's rolls, or of a ``part`` of them, in stroke order; ``votes`` says whether one
    is called to any meeting as a deputy, not only to sit in.
    """
    lines = Attendance.objects.filter(meeting__session=session)
    votes = lines.filter(seat=OuterRef("pk"), nonvoting=False)
    seats = Seat.objects.filter(pk__in=lines.order_by().values("seat")).annotate(votes=Exists(votes))
    related = seats.select_related("deputy", "constituency", "delegation", "group")
    return [seat for seat in related.in_stroke_order() if part in ("", _part(seat).key)]


def _part(seat):
    return part_of(seat, guest=not seat.votes)


def _marks(session):
    """{(seat, meeting): mark} of those due, and of those who sit in."""
    lines = Attendance.objects.filter(meeting__session=session).order_by()
    of = "seat", "meeting", "mark"
    return [
        {(seat, meeting): mark for seat, meeting, mark in found.values_list(*of)}
        for found in (lines.due(), lines.filter(nonvoting=True))
    ]


def _groups(seats, meetings, due, guests, *, blank):
    """[(title, rows)], part by part, numbered through; who is in no part has a title only beside others."""
    namesakes = _namesakes(seats)
    parts = parted(seats, _part)
    groups, numbers = [], count(1)
    for part, members in parts:
        rows = []
        for seat in members:
            cells = [_cell((seat.pk, meeting.pk), part, due, guests, blank=blank) for meeting in meetings]
            rows.append(Row(next(numbers), _written(seat, namesakes), cells))
        groups.append(("" if part.is_rest and len(parts) == 1 else part.name, rows))
    return groups


def _totals(seats, meetings, due, guests):
    """[(label, numbers)]: deputies due and present, and apart from them who sat in."""
    keys = [[(seat.pk, meeting.pk) for seat in seats] for meeting in meetings]
    present = Mark.PRESENT
    rows = [
        ("应到人数", [sum(key in due for key in column) for column in keys]),
        ("出席人数", [sum(due.get(key) == present for key in column) for column in keys]),
        ("列席到会人数", [sum(guests.get(key) == present for key in column) for column in keys]),
    ]
    called = any(key in guests for column in keys for key in column)
    voting = any(seat.votes for seat in seats)
    return [*(rows[:2] if voting else []), *(rows[2:] if called else [])]


def _namesakes(seats):
    found = [seat.deputy.name for seat in seats]
    return {name for name in found if found.count(name) > 1}


def _written(seat, namesakes):
    name = names.spaced(seat.deputy.name)
    if seat.deputy.name in namesakes and seat.constituency_id:
        return f"{name}（第{seat.constituency.number}选区）"
    return name


def _cell(key, part, due, guests, *, blank):
    """What stands at a meeting; among deputies it says of who only sits in at this one that he does."""
    if key in due:
        return _sign(due[key], blank=blank)
    if key in guests:
        return f"{'' if part == GUESTS else '列席'}{_sign(guests[key], blank=blank)}"
    return NOT_IN_OFFICE


def _sign(mark, *, blank):
    return "" if blank and mark != Mark.EXCUSED else MARKS[mark]
