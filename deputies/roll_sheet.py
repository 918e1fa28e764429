"""The roll of a meeting as a page shows it: part by part, in stroke order, with its counts."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from congress.enums import MeetingKind, SessionBody
from deputies import rules
from deputies.enums import Mark
from deputies.leave_events import standing_from
from deputies.models import Attendance, Suspension
from deputies.roll_parts import part_of, parted


NOT_IN_OFFICE = "不在任"
SUSPENDED = "暂停执行职务"
NOT_EXPECTED = "不需出席"  # to who does not keep the seats: why is not for everybody to know
COUNTED = (
    ("due", "应到"),
    (Mark.PRESENT, "实到"),
    (Mark.EXCUSED, "请假"),
    (Mark.ABSENT, "缺席"),
    (Mark.UNRECORDED, "未登记"),
)


@dataclass(frozen=True)
class RollSheet:
    """``lines`` are those that the person may see; ``outside`` of each says why it is not marked."""

    meeting: object
    lines: list

    @cached_property
    def voting(self):
        return [line for line in self.lines if not line.nonvoting]

    @cached_property
    def markable(self):
        return [line for line in self.lines if not line.outside]

    @cached_property
    def groups(self):
        """[(:class:`deputies.roll_parts.RollPart`, lines)]."""
        return parted(self.lines, lambda line: part_of(line.seat, guest=line.nonvoting))

    @cached_property
    def counts(self):
        """[(label, number)] of those who are due."""
        due = [line for line in self.voting if not line.outside]
        marks = Counter(line.mark for line in due)
        marks["due"] = len(due)
        return [(label, marks[key]) for key, label in COUNTED]

    @cached_property
    def guests(self):
        """Who only sits in (列席): listed and counted apart."""
        return [line for line in self.lines if line.nonvoting]

    @property
    def guests_present(self):
        return sum(line.mark == Mark.PRESENT for line in self.guests)

    @property
    def quorum(self):
        """The sentence about the quorum and whether it is reached; None where the law sets none."""
        members = sum(line.outside != NOT_IN_OFFICE for line in self.voting)
        rule = _quorum_rule(self.meeting, members)
        if not rule or not members:
            return None
        sentence, needed = rule
        present = sum(line.mark == Mark.PRESENT and not line.outside for line in self.voting)
        missing = needed - present
        state = f"还差{missing}名" if missing > 0 else "达到法定人数"
        return f"{sentence}，即{needed}名；已登记出席{present}名，{state}。", missing <= 0


def _quorum_rule(meeting, members):
    """What the law asks of the members: the sentence and the number; None."""
    body, kind = meeting.session.body, meeting.kind
    if body == SessionBody.CONGRESS and kind in (MeetingKind.FULL, MeetingKind.PREPARATORY):
        needed = -(-members * 2 // 3)
        return f"代表{members}名，三分之二以上出席始得举行（地方组织法第十四条）", needed
    if body == SessionBody.STANDING_COMMITTEE and kind == MeetingKind.FULL:
        return f"组成人员{members}名，过半数出席始得举行（地方组织法第五十一条）", members // 2 + 1
    return None


def sheet_for(meeting, user):
    """The sheet of a meeting, of the lines that the user may see.

    Only who keeps the seats reads that somebody is suspended, as on the deputy's page, and only offices that
    a request for leave waits: who merely reads has nothing to decide.
    """
    lines = Attendance.objects.visible_to(user).filter(meeting=meeting)
    lines = lines.select_related(
        "seat__deputy",
        "seat__delegation",
        "seat__group",
        "seat__constituency",
        "seat__term__jurisdiction",
        "recorder",
    ).order_by("seat__deputy__stroke_key", "pk")
    suspended = _suspended(meeting).values_list("seat", flat=True)
    found, away = list(lines), set(suspended)
    knows = rules.keeps_congress(user, meeting.session.term.jurisdiction)
    waiting = standing_from([meeting]) if rules.can_list_leaves(user) else {}
    for line in found:
        line.leave = waiting.get((line.seat_id, meeting.pk)) if line.mark == Mark.UNRECORDED else None
        line.outside = _outside(line, meeting, away)
        if line.outside == SUSPENDED and not knows:
            line.outside = NOT_EXPECTED
    return RollSheet(meeting, found)


def outside_of(line):
    """Why a line cannot be marked: 不在任 or 暂停执行职务; nothing where it can."""
    away = _suspended(line.meeting).filter(seat=line.seat_id).values_list("seat", flat=True)
    return _outside(line, line.meeting, away)


def _suspended(meeting):
    return Suspension.objects.on(meeting.on).filter(seat__attendances__meeting=meeting)


def _outside(line, meeting, suspended):
    if not line.seat.in_office(meeting.on):
        return NOT_IN_OFFICE
    return SUSPENDED if line.seat_id in suspended else ""
