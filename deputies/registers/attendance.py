"""Taking over the attendance sheets of a congress (会议考勤表)."""

import re
from functools import cached_property

from django.core.exceptions import ValidationError

from congress.enums import DayPart, MeetingKind
from congress.registers.bad_value import is_blank
from congress.registers.importer import Importer, register_importer
from congress.registers.meeting_headings import MeetingHeadings
from congress.registers.office import marks_for
from congress.registers.register import Heading
from congress.registers.report import Change, Outcome
from congress.registers.takeover import doer
from deputies import rolls
from deputies.enums import Mark, MarkedBy
from deputies.models import Attendance
from deputies.registers.attendance_columns import ATTENDANCE
from deputies.registers.legends import explains_marks, legend_of, texts_about
from deputies.registers.marks import BY_HAND, Marks, UnknownMark
from deputies.registers.meetings import UNNAMED, kind_of, read_heading
from deputies.registers.members import Members
from deputies.registers.session_records import Sessions
from deputies.registers.sitting_days import day_of
from deputies.registers.sitting_place import number_of, place_of, texts_around
from deputies.registers.sittings import TO_WRITE, NoSession, Sittings


PART_NAME = re.compile(r"[^，,。；;：:]*(代表团|代表小组|代表组|小组|选举单位)([（(].*[)）])?")
COUNTED = re.compile(r"(\d+)(?:/(\d+))?次?")
SITTING_IN = "列席"
SHOWN_PLACES = 3
HINTS = ("card_number", "delegation", "group", "sex", "position")


@register_importer
class AttendanceImporter(Importer):
    """A row is a deputy; the columns that are no others are the meetings of a session."""

    register = ATTENDANCE
    order = 30
    towns_too = True
    meanings = {key: note or mark.label for key, (mark, note) in BY_HAND.items()}

    def __init__(self, *args):
        super().__init__(*args)
        self.seen = {}
        self.part = ""
        self.pending = {}

    def take_sheet(self):
        """Take every row, then set the marks meeting by meeting; a sheet of no known session is refused."""
        try:
            self.sittings = self._read_sittings()
        except NoSession as reason:
            self.report.problems.append(f"{self.recognition.sheet.title}：{reason}，未导入。")
            return
        for heading, reason in self.sittings.left_out:
            self.report.warn_of_sheet(
                self.recognition,
                "meeting_unclear",
                f"“{heading.text}”{reason}，这一栏未导入；"
                f"{TO_WRITE.get(reason, '请在表头写明日期和时段，如“1月12日上午”')}，或指定是哪一场会议",
            )
        self.report.note_meetings(self.sittings.session, self.sittings.notes())
        chosen = marks_for(self.area.office, self.register.kind)
        meetings = [sitting.heading for sitting in self.sittings.sittings]
        self.marks = Marks(legend_of(texts_about(self.recognition, meetings)), chosen)
        self.members = Members(self.sittings.term)
        self.days = sorted({sitting.on for sitting in self.sittings.sittings})
        super().take_sheet()
        for meeting, marks in self.pending.items():
            rolls.mark_many(meeting, marks, by=doer(), how=MarkedBy.REGISTER)
        self._warn_of_colours()

    @staticmethod
    def meeting_of(heading, text):
        told = read_heading(Heading(0, (text,)))
        name = told.name or _name_in(heading.split("/")[-1])
        on = day_of(told)
        if on is None:
            return None
        return {
            "on": on,
            "part": told.part or DayPart.WHOLE,
            "kind": kind_of(name) or MeetingKind.FULL,
            "name": name,
        }

    def take(self, row):
        written = row.text("name")
        marks = {sitting.heading: row.others[sitting.heading] for sitting in self.sittings.sittings}
        if PART_NAME.fullmatch(written) and all(cell.is_blank for cell in marks.values()):
            self.part = written
            row.inform("section_row", f"只有“{written}”，是分隔行，跳过")
            return
        if explains_marks(row.line):
            row.inform("legend_row", "标记的说明，跳过")
            return
        if not row.require("name"):
            return
        seat = self._seat(row)
        if seat is not None:
            self._take_marks(row, seat, marks)

    def _read_sittings(self):
        texts = texts_around(self.recognition)
        place = place_of(self.area, texts)
        by_hand = MeetingHeadings(self.area.office, self.register.kind)
        number = number_of(self.area, place, texts)
        return Sittings(place, texts, self.recognition.expected, by_hand, number)

    @cached_property
    def roll(self):
        """The meetings by heading, and their lines; made only once a deputy of the sheet is known."""
        self.sessions = Sessions(self.sittings)
        meetings = self.sessions.meetings(self.sittings.sittings)
        every = {meeting for found in meetings.values() for meeting in found}
        for meeting in every:
            rolls.open_roll(meeting)
        lines = Attendance.objects.filter(meeting__in=every)
        return meetings, {(line.meeting_id, line.seat_id): line for line in lines}

    def _seat(self, row):
        """The seat that the row means; None when it is refused because nobody or more than one fits."""
        row.read_name("name")
        written = row.cell("name").text
        constituency = row.text("constituency")
        if constituency and "选区" not in constituency:
            constituency = f"第{constituency}选区"
        section = re.sub(r"[（(].*", "", row.section or self.part)
        hints = [*(row.text(key) for key in HINTS), constituency, section]
        found = self.members.named(written, hints, self.days)
        if not found:
            row.reject("unknown_deputy", f"{self.sittings.term}没有代表“{written}”，本行不导入", "name")
        elif len(found) > 1:
            row.reject(
                "ambiguous_name",
                f"有{len(found)}名代表叫“{written}”，分不清是哪一位，请写明代表团或选区，本行不导入",
                "name",
            )
        elif found[0].pk in self.seen:
            row.reject(
                "duplicate_person", f"{written}与第{self.seen[found[0].pk]}行是同一人，本行不导入", "name"
            )
        else:
            self.seen[found[0].pk] = row.number
            return found[0]
        return None

    def _take_marks(self, row, seat, cells):
        meetings, lines = self.roll
        changes, had = [], False
        for heading, cell in cells.items():
            told = self._told(row, heading, cell, is_whole=len(meetings[heading]) > 1)
            for meeting in meetings[heading]:
                line = lines.get((meeting.pk, seat.pk))
                had = had or bool(line and line.mark != Mark.UNRECORDED)
                if self._takes(row, heading, seat, meeting, line, told):
                    self.pending.setdefault(meeting, {})[seat.pk] = told
                    before = _words(line.mark, line.note) if line and line.mark != Mark.UNRECORDED else ""
                    changes.append(Change(str(meeting), before, _words(*told)))
        outcome = Outcome.UNCHANGED if not changes else Outcome.CHANGED if had else Outcome.NEW
        row.becomes(outcome, f"{seat.deputy.name}（{self.sittings.term.jurisdiction}）", tuple(changes))

    def _told(self, row, heading, cell, *, is_whole):
        """(Mark, note) of a cell; None where it says nothing or is not understood.

        ``is_whole``: of a column for all meetings of a session, where 3/3 says that he was at all of them.
        """
        if cell.is_error:
            return None
        counted = COUNTED.fullmatch(cell.text) if is_whole else None
        if counted and int(counted[1]) and counted[1] == counted[2]:
            return Mark.PRESENT, ""
        if counted:
            row.warn("mark_counts_only", f"“{cell.text}”只是次数，看不出是哪几场，未导入", heading)
            return None
        try:
            return self.marks(cell.value)
        except UnknownMark as unknown:
            self._tell_of_unknown(row, heading, cell, str(unknown))
            return None

    def _takes(self, row, heading, seat, meeting, line, told):
        """Whether what a cell tells is new for the seat's line at a meeting; what speaks against it is told.

        A column for a whole session fills what is not recorded, and calls nobody to a meeting.
        """
        if told is None or (line and (line.mark, line.note) == told):
            return False
        if not seat.in_office(meeting.on):
            if not is_blank(row.others[heading].value):
                self._tell_of_mandate(row, heading, seat, meeting, told[0])
            return False
        if told[0] in rolls.ATTENDED and not rolls.has_come(meeting):
            row.warn(
                "mark_before_meeting",
                f"{_day(meeting.on)}的会议还没有开，{Mark(told[0]).label}不采信",
                heading,
            )
            return False
        if len(self.roll[0][heading]) > 1:
            return bool(line) and line.mark == Mark.UNRECORDED
        return line is not None or self._call(row, heading, seat, meeting, nonvoting=told[1] == SITTING_IN)

    def _tell_of_unknown(self, row, heading, cell, writing):
        """Warn of an unknown mark where it stands first; the page lists all of them."""
        if self.report.unknown_mark(self.register.kind, writing, self._place(cell)) == 1:
            row.warn(
                "mark_unknown",
                f"标记“{writing}”没有认出，按未登记导入；请指定它的意思",
                heading,
            )

    def _place(self, cell):
        sheet = self.recognition.sheet
        return f"{sheet.name} {sheet.place(cell)}" if sheet.name else sheet.place(cell)

    def _warn_of_colours(self):
        """Say that a colour is no mark: of blank cells that are coloured otherwise than their row's name."""
        name, columns = (
            self.recognition.columns["name"].column,
            [sitting.heading.column for sitting in self.sittings.sittings],
        )
        coloured = [
            row[column - 1]
            for row in self.recognition.lines
            for column in columns
            if row[name - 1].is_own and row[column - 1].is_blank
            if row[column - 1].colour not in ("", row[name - 1].colour)
        ]
        if coloured:
            places = "、".join(map(self.recognition.sheet.place, coloured[:SHOWN_PLACES]))
            self.report.warn_of_sheet(
                self.recognition,
                "colour_only",
                f"有{len(coloured)}格只填了颜色、没有写标记（{places}等），颜色读不出来，按未登记导入；"
                "请在格中写√、请假、缺席等后再导入",
            )

    def _tell_of_mandate(self, row, heading, seat, meeting, mark):
        day = _day(meeting.on)
        if seat.first_day and meeting.on < seat.first_day:
            limit = f"{_day(seat.first_day, meeting.on)}当选"
        else:
            limit = f"{_day(seat.last_day, meeting.on)}离任"
        row.warn(
            "mark_outside_mandate",
            f"{seat.deputy.name}{limit}，{day}的{Mark(mark).label}标记不采信",
            heading,
        )

    def _call(self, row, heading, seat, meeting, *, nonvoting):
        """Put a seat on the roll of a meeting that not all attend; whether it is on it now."""
        try:
            if meeting.kind in MeetingKind.for_all:
                raise ValidationError("当选尚未确认")
            rolls.call(meeting, [seat], nonvoting=nonvoting)
        except ValidationError as error:
            row.warn(
                "not_on_roll", f"{seat.deputy.name}{error.messages[0].rstrip('。')}，标记不采信", heading
            )
            return False
        return True


def _name_in(heading):
    """The name of a meeting in a heading, without the day that the meeting tells itself."""
    told = read_heading(Heading(0, (heading,)))
    return told.name or (UNNAMED if told.day or told.part else heading)


def _day(day, near=None):
    """1月13日; with the year where it is not that of ``near``."""
    year = f"{day.year}年" if near and near.year != day.year else ""
    return f"{year}{day.month}月{day.day}日"


def _words(mark, note):
    label = Mark(mark).label
    return f"{label}（{note}）" if note else label
