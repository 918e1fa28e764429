"""Taking over registers of leave from a congress (人代会请假登记). The roll decides: what contradicts it is
told and not kept.
"""

import re
from functools import cache

from congress.models import Session
from congress.registers.bad_value import BadValue
from congress.registers.dates import parse_date, parse_days, parse_half_days
from congress.registers.importer import Importer, register_importer
from congress.registers.register import Column, Register, plain
from congress.registers.report import Outcome
from congress.registers.takeover import doer
from congress.registers.vocabulary import Vocabulary
from deputies.enums import Mark
from deputies.models import Attendance
from deputies.registers.leave_records import NotKept, keep_leave, known_leave
from deputies.registers.meetings import session_number
from deputies.registers.members import Members
from deputies.registers.sitting_days import YEAR
from deputies.registers.sitting_place import number_of, place_of, texts_around
from deputies.registers.sittings import NoSession, term_at


LEAVES = Register(
    "leaves",
    "请假登记",
    (
        Column("name", "姓名", "代表姓名", "请假人", "请假代表", required=True),
        Column("delegation", "代表团", "所属代表团", "代表小组", fill_down=True),
        Column("session", "会议", "会议名称", "请假会议", "届次会议"),
        Column(
            "when",
            "请假时间",
            "请假日期",
            "请假场次",
            "请假时段",
            "缺席场次",
            "缺席会议",
            required=True,
        ),
        Column("reason", "请假事由", "事由", "请假原因", "原因", "请假理由"),
        Column("approver", "批准人（机关）", "批准人", "审批人", "批准机关", "批准单位", "审批机关"),
        Column("decided_on", "批准日期", "批准时间", "审批日期", "审批时间"),
        Column("applied_on", "申请日期", "申请时间", "登记日期"),
        Column("granted", "是否同意", "是否批准", "审批结果", "审批意见", "批准情况", "审批情况"),
        Column("remark", "备注", "说明"),
    ),
    title_words=("请假",),
    at_least=3,
)
WHOLE = re.compile(r"全程|全部|全会期|整个会议|会议期间|全体会期|全期")
GRANTED = Vocabulary(
    {
        True: "同意 已同意 批准 已批准 准 准假 准予 准予请假 是 √ ✓",
        False: "不同意 未同意 未批准 不批准 不准 不准假 不予批准 否 ×",
    },
    "leave_decision_unknown",
)


@register_importer
class LeaveImporter(Importer):
    """A row is a request for leave with its decision; it never changes what the roll tells."""

    register = LEAVES
    order = 31
    towns_too = True
    part_of = "attendance"

    def __init__(self, *args):
        super().__init__(*args)
        self.texts = texts_around(self.recognition)
        self.members = cache(Members)
        self.lines = cache(_lines_of)

    def take(self, row):
        if not row.require("name", "when"):
            return
        try:
            session = self._session(row)
        except NoSession as reason:
            row.reject("session_unknown", f"{reason}，本行不导入", "session")
            return
        seat = self._seat(row, session)
        if seat is None:
            return
        meetings = self._meetings(row, session, seat)
        granted = row.read("granted", GRANTED)
        agrees = [self._agrees(row, seat, meeting, granted) for meeting in meetings]
        is_new = bool(agrees) and all(agrees) and self._keep(row, seat, session, meetings, granted)
        outcome = Outcome.NEW if is_new else Outcome.UNCHANGED
        row.becomes(outcome, f"{seat.deputy.name}（{session.short_name}）")

    def _keep(self, row, seat, session, meetings, granted):
        """Keep the request; whether it is new. What cannot be kept is told."""
        by = doer()
        if by is None:
            self.report.notice(
                f"{self.recognition.sheet.title}：没有写明由谁导入（--user），只作核对，没有保存。"
            )
            return False
        chosen = [] if WHOLE.search(row.text("when")) else meetings
        if known_leave(seat, session, chosen):
            return False
        if granted is None:
            row.inform("leave_not_kept", "没有写明是否同意，请假没有保存", "granted")
            return False
        year = session.starts_on.year
        decided_on = row.read("decided_on", parse_date, default_year=year)
        applied_on = row.read("applied_on", parse_date, default_year=year) or decided_on
        first = session.starts_on
        try:
            keep_leave(
                seat,
                session,
                chosen,
                by=by,
                granted=granted,
                reason=row.text("reason"),
                decided_by=row.text("approver"),
                days=(applied_on or first, decided_on or applied_on or first),
            )
        except NotKept as reason:
            row.inform("leave_not_kept", f"{reason}，请假没有保存")
            return False
        return True

    def _session(self, row):
        """The session that the row names, or the titles; else the latest one of the year."""
        told = row.text("session")
        texts = [told, *self.texts] if told else self.texts
        place = place_of(self.area, texts)
        term = term_at(place, number_of(self.area, place, texts))
        number = next(filter(None, map(session_number, texts)), None)
        sessions = Session.objects.of_congress().filter(term=term)
        if number:
            found = sessions.filter(number=number).first()
        else:
            years = [int(year) for text in (*texts, row.text("decided_on")) for year in YEAR.findall(text)]
            found = sessions.filter(starts_on__year=years[0]).first() if years else sessions.first()
        if found is None:
            which = told or f"{place}的人民代表大会"
            raise NoSession(f"系统里没有“{which}”这次会议，请先导入考勤表")
        return found

    def _seat(self, row, session):
        row.read_name("name")
        written = row.cell("name").text
        found = self.members(session.term).named(written, [row.text("delegation")], [session.starts_on])
        if len(found) == 1:
            return found[0]
        if found:
            row.reject(
                "ambiguous_name",
                f"有{len(found)}名代表叫“{written}”，分不清是哪一位，请写明代表团或选区，本行不导入",
                "name",
            )
        else:
            row.reject("unknown_deputy", f"{session.term}没有代表“{written}”，本行不导入", "name")
        return None

    def _meetings(self, row, session, seat):
        """The meetings that leave was asked from, as far as they fall into the seat."""
        text = row.text("when")
        held = [meeting for meeting in session.meetings.all() if seat.in_office(meeting.on)]
        if WHOLE.search(text):
            return held
        named = [meeting for meeting in held if plain(meeting.name) and plain(meeting.name) in plain(text)]
        try:
            times = _times(row.cell("when").value, session.starts_on.year)
        except BadValue as bad:
            if not named:
                row.warn(bad.topic, f"{row.label('when')}{bad.sentence}，按空值导入", "when")
            return named
        found = [meeting for meeting in held if any(_falls(meeting, *time) for time in times)]
        if not found:
            row.warn("leave_without_meeting", f"“{text}”没有{session.short_name}的会议，请核对", "when")
        return found

    def _agrees(self, row, seat, meeting, granted):
        """Whether the roll neither excuses what was refused nor calls absence what was granted; else tell."""
        mark = self.lines(meeting).get(seat.pk)
        wrong = {True: Mark.ABSENT, False: Mark.EXCUSED}.get(granted)
        if mark is None or mark != wrong:
            return True
        decided = "已获准请假" if granted else "请假未获批准"
        row.warn(
            "leave_contradicts_roll",
            f"{seat.deputy.name}{decided}，考勤表{meeting}记{Mark(mark).label}，以考勤表为准，这件请假没有保存",
            "granted",
        )
        return False


def _lines_of(meeting):
    return dict(Attendance.objects.filter(meeting=meeting).values_list("seat", "mark"))


def _times(value, year):
    """[(first day, last day, half of the day or "")] of the times that a cell lists."""
    try:
        return [(day, day, half) for day, half in parse_half_days(value, year)]
    except BadValue:
        return [(*parse_days(value, year), "")]


def _falls(meeting, first, last, half):
    return first <= meeting.on <= last and (not half or meeting.when in ("", half))
