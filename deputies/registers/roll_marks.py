"""The marks of an attendance sheet on the rolls: read cell by cell, set meeting by meeting."""

import re
from functools import cached_property

from django.core.exceptions import ValidationError

from congress.enums import MeetingKind
from congress.registers.bad_value import is_blank
from congress.registers.report import Change, shortened
from congress.registers.takeover import doer
from deputies import rolls
from deputies.enums import Mark, MarkedBy
from deputies.models import Attendance
from deputies.registers.legends import legend_of, texts_about
from deputies.registers.marks import LONGEST_WRITING, Marks, UnknownMark, with_note
from deputies.registers.session_records import Sessions


COUNTED = re.compile(r"(\d+)(?:/(\d+))?次?")
SITTING_IN = "列席"


class RollMarks:
    """What the rows of one sheet tell of the seats at its meetings.

    ``sittings`` are the Sittings of its columns, ``own`` the office's choices of what marks mean.
    """

    def __init__(self, recognition, report, sittings, own):
        self.recognition = recognition
        self.report = report
        self.sittings = sittings
        self.pending = {}
        headings = [one.heading for one in sittings.sittings]
        single = [one.heading.column for one in sittings.sittings if not one.all_of]
        written = (line[column - 1] for line in recognition.lines for column in single)
        legend = legend_of(texts_about(recognition, headings))
        self.marks = Marks(legend, own, {cell.text for cell in written if cell.is_own})

    @cached_property
    def roll(self):
        """The meetings by heading, and their lines; made only once a deputy of the sheet is known."""
        meetings = Sessions(self.sittings).meetings(self.sittings.sittings)
        every = {meeting for found in meetings.values() for meeting in found}
        for meeting in every:
            rolls.open_roll(meeting)
        lines = Attendance.objects.filter(meeting__in=every)
        return meetings, {(line.meeting_id, line.seat_id): line for line in lines}

    def take(self, row, seat):
        """(the Changes that the marks of a row would make, whether a mark stood there before)."""
        meetings, lines = self.roll
        changes, had = [], False
        for heading, found in meetings.items():
            told = self._told(row, heading, is_whole=len(found) > 1)
            for meeting in found:
                line = lines.get((meeting.pk, seat.pk))
                had = had or bool(line and line.mark != Mark.UNRECORDED)
                if self._takes(row, heading, seat, meeting, line, told):
                    self.pending.setdefault(meeting, {})[seat.pk] = told
                    before = _words(line.mark, line.note) if line and line.mark != Mark.UNRECORDED else ""
                    changes.append(Change(str(meeting), before, _words(*told)))
        return changes, had

    def set(self):
        """Set all marks that were taken."""
        for meeting, marks in self.pending.items():
            rolls.mark_many(meeting, marks, by=doer(), how=MarkedBy.REGISTER)

    def _told(self, row, heading, *, is_whole):
        """(Mark, note) of a cell; None where it says nothing or is not understood.

        ``is_whole``: of a column for all meetings of a session, where 3/3 says that he was at all of them.
        """
        cell = row.others[heading]
        if cell.is_error:
            return None
        counted = COUNTED.fullmatch(cell.text) if is_whole else None
        if counted and int(counted[1]) and counted[1] == counted[2]:
            return Mark.PRESENT, ""
        if counted:
            row.warn("mark_counts_only", f"“{cell.text}”只是次数，看不出是哪几场，未导入", heading)
            return None
        by_colour = _is_coloured(row, heading)
        try:
            told = self.marks.of_colour(cell.colour) if by_colour else self.marks(cell.value)
            if cell.comment and told is None:
                row.inform("comment_unread", f"批注“{cell.comment}”旁没有标记，未导入", heading)
            return with_note(told, cell.comment) if cell.comment else told
        except UnknownMark as unknown:
            self._tell_of_unknown(row, heading, str(unknown), by_colour=by_colour)
            return None

    def _takes(self, row, heading, seat, meeting, line, told):
        """Whether what a cell tells is new for the seat's line at a meeting; what speaks against it is told.

        A column for a whole session fills what is not recorded, and calls nobody to a meeting.
        """
        if told is None or (line and (line.mark, line.note) == told):
            return False
        if not seat.in_office(meeting.on):
            if _is_coloured(row, heading) or not is_blank(row.others[heading].value):
                _tell_of_mandate(row, heading, seat, meeting, told[0])
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
        return line is not None or _call(row, heading, seat, meeting, nonvoting=told[1] == SITTING_IN)

    def _tell_of_unknown(self, row, heading, writing, *, by_colour):
        """Warn of an unknown mark where it stands first; the page lists all of them."""
        if len(writing) > LONGEST_WRITING:
            told = f"“{shortened(writing)}”太长，不像标记，按未登记导入；请改写成√、请假等"
            row.warn("mark_too_long", told, heading)
            return
        sheet = self.recognition.sheet
        place = " ".join(filter(None, (sheet.name, sheet.place(row.others[heading]))))
        kind = self.recognition.register.kind
        if self.report.unknown_mark(kind, writing, place, by_colour=by_colour) > 1:
            return
        if by_colour:
            told = f"只填了{writing}、没有写标记，按未登记导入；请指定{writing}的意思，或在格中写√、请假等"
        else:
            told = f"标记“{writing}”没有认出，按未登记导入；请指定它的意思"
        row.warn("mark_unknown", told, heading)


def _is_coloured(row, heading):
    """Whether a blank cell is coloured otherwise than the name: a row in stripes says nothing."""
    cell = row.others[heading]
    return cell.is_blank and cell.colour not in ("", row.cell("name").colour)


def _tell_of_mandate(row, heading, seat, meeting, mark):
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


def _call(row, heading, seat, meeting, *, nonvoting):
    """Put a seat on the roll of a meeting that not all attend; whether it is on it now."""
    try:
        if meeting.kind in MeetingKind.for_all:
            raise ValidationError("当选尚未确认")
        rolls.call(meeting, [seat], nonvoting=nonvoting)
    except ValidationError as error:
        row.warn("not_on_roll", f"{seat.deputy.name}{error.messages[0].rstrip('。')}，标记不采信", heading)
        return False
    return True


def _day(day, near=None):
    """1月13日; with the year where it is not that of ``near``."""
    year = f"{day.year}年" if near and near.year != day.year else ""
    return f"{year}{day.month}月{day.day}日"


def _words(mark, note):
    label = Mark(mark).label
    return f"{label}（{note}）" if note else label
