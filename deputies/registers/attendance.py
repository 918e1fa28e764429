"""Taking over the attendance sheets of a congress (会议考勤表)."""

import re

from congress.enums import DayPart, MeetingKind
from congress.registers.importer import Importer, register_importer
from congress.registers.meeting_headings import MeetingHeadings
from congress.registers.office import marks_for
from congress.registers.register import Heading
from congress.registers.report import Outcome
from deputies.registers.attendance_columns import ATTENDANCE
from deputies.registers.legends import explains_marks
from deputies.registers.marks import BY_HAND
from deputies.registers.meetings import kind_of, proposed_name, read_heading
from deputies.registers.members import Members
from deputies.registers.roll_marks import RollMarks
from deputies.registers.sitting_days import day_of
from deputies.registers.sitting_place import number_of, place_of, texts_around
from deputies.registers.sittings import TO_WRITE, NoSession, Sittings


PART_NAME = re.compile(r"[^，,。；;：:]*(代表团|代表小组|代表组|小组|选举单位)([（(].*[)）])?")
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
        own = marks_for(self.area.office, self.register.kind)
        self.marks = RollMarks(self.recognition, self.report, self.sittings, own)
        self.members = Members(self.sittings.term)
        self.days = sorted({sitting.on for sitting in self.sittings.sittings})
        super().take_sheet()
        self.marks.set()

    @staticmethod
    def name_of_meeting(heading):
        return proposed_name(heading)

    @staticmethod
    def meeting_of(heading, text):
        told = read_heading(Heading(0, (text,)))
        name = told.name or proposed_name(heading)
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
        marks = [row.others[sitting.heading] for sitting in self.sittings.sittings]
        if PART_NAME.fullmatch(written) and all(cell.is_blank for cell in marks):
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
            changes, had = self.marks.take(row, seat)
            outcome = Outcome.UNCHANGED if not changes else Outcome.CHANGED if had else Outcome.NEW
            row.becomes(outcome, f"{seat.deputy.name}（{self.sittings.term.jurisdiction}）", tuple(changes))

    def _read_sittings(self):
        texts = texts_around(self.recognition)
        place = place_of(self.area, texts)
        by_hand = MeetingHeadings(self.area.office, self.register.kind)
        number = number_of(self.area, place, texts)
        return Sittings(place, texts, self.recognition.expected, by_hand, number)

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
