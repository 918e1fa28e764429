"""Taking over the attendance sheets of a congress (会议考勤表)."""

import re
from functools import cached_property

from django.core.exceptions import ValidationError

from congress.enums import MeetingKind
from congress.registers.bad_value import is_blank
from congress.registers.importer import Importer, register_importer
from congress.registers.office import marks_for
from congress.registers.register import Column, Register
from congress.registers.report import Change, Outcome
from congress.registers.takeover import doer
from deputies import rolls
from deputies.enums import Mark, MarkedBy
from deputies.models import Attendance
from deputies.registers.marks import Marks, UnknownMark, legend_of
from deputies.registers.meetings import speaks_of_meeting
from deputies.registers.members import Members
from deputies.registers.sitting_place import number_of, place_of, texts_around
from deputies.registers.sittings import NoSession, Sessions, Sittings


PART_NAME = re.compile(r"[^，,。；;：:]*(代表团|代表小组|代表组|小组|选举单位)([（(].*[)）])?")

ATTENDANCE = Register(
    "attendance",
    "会议考勤表",
    (
        Column("name", "姓名", "代表姓名", "名字", required=True),
        Column("delegation", "代表团", "所属代表团", "所在代表团", "代表团名称", "团别", fill_down=True),
        Column("group", "代表小组", "小组", "所属代表小组", "所在小组", "代表组", "组别", fill_down=True),
        Column("sex", "性别"),
        Column("constituency", "选区", "选区号", "所在选区", "选举单位"),
        Column("card_number", "代表证号", "代表证编号", "证号", "代表编号", "代表证"),
        Column(
            "position", "工作单位及职务", "单位及职务", "单位职务", "单位", "工作单位", "职务", "所在单位"
        ),
        Column("phone", "联系电话", "电话", "手机号码", "手机"),
        Column("remark", "备注", "说明"),
        Column("due", "应到", "应到次数", "应出席", "应出席次数", "应到场次", "应参会次数"),
        Column("came", "实到", "实到次数", "出席次数", "实出席", "实际出席", "出席场次", "实到场次"),
        Column("excused", "请假次数", "请假场次"),
        Column("missed", "缺席次数", "缺席场次", "未到次数"),
        Column("rate", "出席率", "到会率", "出勤率"),
        Column("total", "合计", "小计", "总计"),
        Column("signature", "签名", "签字", "代表签名", "代表签字"),
    ),
    title_words=("考勤", "出勤", "签到", "出席情况", "到会情况"),
    at_least=1,
    others=speaks_of_meeting,
    others_label="一栏看得出是哪次会议（表头要有日期或会议名称，每名代表一行）",
    distinct=False,
)
HINTS = ("card_number", "delegation", "group", "sex", "position")


@register_importer
class AttendanceImporter(Importer):
    """A row is a deputy; the columns that are no others are the meetings of a session."""

    register = ATTENDANCE
    order = 30
    towns_too = True
    meanings = {mark.value: mark.label for mark in (Mark.PRESENT, Mark.EXCUSED, Mark.ABSENT)}

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
                f"“{heading.text}”{reason}，这一栏未导入；请在表头写明日期和时段，如“1月12日上午”",
            )
        self.marks = Marks(legend_of(self._texts()), marks_for(self.area.district, self.register.kind))
        self.members = Members(self.sittings.term)
        self.days = sorted({sitting.on for sitting in self.sittings.sittings})
        super().take_sheet()
        for meeting, marks in self.pending.items():
            rolls.mark_many(meeting, marks, by=doer(), how=MarkedBy.REGISTER)

    def take(self, row):
        written = row.text("name")
        marks = {sitting.heading: row.others[sitting.heading] for sitting in self.sittings.sittings}
        if PART_NAME.fullmatch(written) and all(cell.is_blank for cell in marks.values()):
            self.part = written
            row.inform("section_row", f"只有“{written}”，是分隔行，跳过")
            return
        if not row.require("name"):
            return
        seat = self._seat(row)
        if seat is not None:
            self._take_marks(row, seat, marks)

    def _read_sittings(self):
        texts = texts_around(self.recognition)
        place = place_of(self.area, texts)
        return Sittings(place, texts, self.recognition.expected, number_of(self.area, place, texts))

    def _texts(self):
        """What was written into the sheet's own cells outside the table of marks, for its legend."""
        above = self.recognition.sheet.rows[: self.recognition.first_row - 1]
        below = [row for row in self.recognition.lines if sum(cell.is_own for cell in row) <= 3]
        return [cell.text for row in (*above, *below) for cell in row if cell.is_own]

    @cached_property
    def roll(self):
        """The meetings by heading, and their lines; made only once a deputy of the sheet is known."""
        self.sessions = Sessions(self.sittings)
        meetings = self.sessions.meetings(self.sittings.sittings)
        for meeting in meetings.values():
            rolls.open_roll(meeting)
        lines = Attendance.objects.filter(meeting__in=meetings.values())
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
            meeting = meetings[heading]
            line = lines.get((meeting.pk, seat.pk))
            had = had or bool(line and line.mark != Mark.UNRECORDED)
            told = self._mark(row, heading, cell, seat, meeting)
            if told is None or (line and (line.mark, line.note) == told):
                continue
            if line is None and not self._call(row, heading, seat, meeting):
                continue
            self.pending.setdefault(meeting, {})[seat.pk] = told
            before = _words(line.mark, line.note) if line and line.mark != Mark.UNRECORDED else ""
            changes.append(Change(str(meeting), before, _words(*told)))
        outcome = Outcome.UNCHANGED if not changes else Outcome.CHANGED if had else Outcome.NEW
        row.becomes(outcome, f"{seat.deputy.name}（{self.sittings.term.jurisdiction}）", tuple(changes))

    def _mark(self, row, heading, cell, seat, meeting):
        """(Mark, note) of a cell, None where it says nothing, is not understood or lies outside the seat."""
        if cell.is_error:
            return None
        held = seat.in_office(meeting.on)
        if not held and is_blank(cell.value):
            return None
        try:
            told = self.marks(cell.value)
        except UnknownMark as unknown:
            self._tell_of_unknown(row, heading, cell, str(unknown))
            return None
        if told and not held:
            self._tell_of_mandate(row, heading, seat, meeting, told[0])
            return None
        return told

    def _tell_of_unknown(self, row, heading, cell, writing):
        """Warn of an unknown mark where it stands first; the page lists all of them."""
        place = f"{cell.letter or ''}{cell.row}"
        sheet = self.recognition.sheet.name
        if self.report.unknown_mark(self.register.kind, writing, f"{sheet} {place}" if sheet else place) == 1:
            row.warn(
                "mark_unknown",
                f"标记“{writing}”没有认出，按未登记导入；请指定它的意思",
                heading,
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

    def _call(self, row, heading, seat, meeting):
        """Put a seat on the roll of a meeting that not all attend; whether it is on it now."""
        try:
            if meeting.kind in MeetingKind.for_all:
                raise ValidationError("当选尚未确认")
            rolls.call(meeting, [seat])
        except ValidationError as error:
            row.warn(
                "not_on_roll", f"{seat.deputy.name}{error.messages[0].rstrip('。')}，标记不采信", heading
            )
            return False
        return True


def _day(day, near=None):
    """1月13日; with the year where it is not that of ``near``."""
    year = f"{day.year}年" if near and near.year != day.year else ""
    return f"{year}{day.month}月{day.day}日"


def _words(mark, note):
    label = Mark(mark).label
    return f"{label}（{note}）" if note else label
