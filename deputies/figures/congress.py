"""Figures of the congress's own meetings: who was due, who came (代表法第十三条).

Only meetings of the congress itself count, on days on which the seat was held and not suspended.
"""

from functools import partial

from django.db.models import Count, Exists, OuterRef, Q

from congress import figures
from congress.enums import SessionBody
from congress.models import Meeting
from deputies.enums import Mark
from deputies.models import Attendance


SEATS = frozenset({"seat"})
PLACES = frozenset({"place"})
RULE_DUE = "会议日期落在任期内（就任日≤会议日≤离任日）、未暂停执行职务的"


def _due():
    return Attendance.objects.due().of_congress()


def _lines(period):
    """Due lines of the period, each with whether its seat was anything but absent from that session."""
    same_session = _due().filter(
        seat=OuterRef("seat"),
        meeting__session=OuterRef("meeting__session"),
        meeting__on__range=period.days,
    )
    lines = _due().filter(meeting__on__range=period.days)
    return lines.alias(not_only_absent=Exists(same_session.exclude(mark=Mark.ABSENT)))


def _meetings(period):
    """Meetings of the period for which somebody was due."""
    due = _due().filter(meeting=OuterRef("pk"))
    return Meeting.objects.filter(Exists(due), on__range=period.days, session__body=SessionBody.CONGRESS)


def _marked(mark):
    return lambda period: Q(mark=mark)


def _absent_throughout(period):
    return Q(mark=Mark.ABSENT, not_only_absent=False)


def _distinct(path):
    return lambda where: Count(path, filter=where, distinct=True)


lines = figures.Source(
    "attendance_lines",
    rows=_lines,
    template="deputies/_attendance_evidence.html",
    seat="seat",
    place="meeting__session__term__jurisdiction",
    related=(
        "seat__deputy",
        "seat__constituency",
        "seat__term__jurisdiction",
        "meeting__session__term__jurisdiction",
    ),
    told=lambda line: ("", line.meeting.on),
)
meetings = figures.Source(
    "meetings",
    rows=_meetings,
    template="deputies/_meeting_evidence.html",
    place="session__term__jurisdiction",
    related=("session__term__jurisdiction",),
    told=lambda meeting: ("", meeting.on),
)

figures.register_section("congress", "人代会")

OfSeat = partial(figures.Figure, source=lines, lenses=SEATS)
OfPlace = partial(figures.Figure, source=lines, lenses=PLACES)

figures.register(
    OfSeat("congress.meetings_due", "应出席场次", "场", f"本级人代会各场会议中，{RULE_DUE}场次。"),
    OfSeat(
        "congress.meetings_attended",
        "实出席场次",
        "场",
        "应出席场次中标记为出席的场次。",
        where=_marked(Mark.PRESENT),
    ),
    OfSeat(
        "congress.meetings_excused",
        "请假场次",
        "场",
        "应出席场次中标记为请假的场次（代表法第十三条：因健康等特殊原因不能出席的，应当按照规定请假）。",
        where=_marked(Mark.EXCUSED),
    ),
    OfSeat(
        "congress.meetings_unexcused",
        "缺席场次",
        "场",
        "应出席场次中标记为缺席的场次。",
        where=_marked(Mark.ABSENT),
    ),
    OfSeat(
        "congress.meetings_unrecorded",
        "未登记场次",
        "场",
        "应出席场次中还没有登记出勤的场次。",
        where=_marked(Mark.UNRECORDED),
    ),
    figures.Rate(
        "congress.attendance_rate",
        "出席率",
        "实出席场次÷应出席场次×100；请假的仍算应出席。",
        parts=("congress.meetings_attended",),
        whole="congress.meetings_due",
        lenses=SEATS,
    ),
    OfSeat(
        "congress.days_attended",
        "出席会议天数",
        "天",
        "至少出席一场的会议日数；不并入履职天数。",
        where=_marked(Mark.PRESENT),
        measure=_distinct("meeting__on"),
    ),
    OfSeat(
        "congress.absent_whole_congress",
        "未经批准整次缺席",
        "次",
        "应出席场次全部为缺席的会议次数；两次未经批准不出席的（代表法第六十二条），由人确认。",
        where=_absent_throughout,
        measure=_distinct("meeting__session"),
    ),
)

figures.register(
    OfPlace(
        "congress.seat_meetings_due", "应出席席次", "席次", f"本级人代会各场会议中，{RULE_DUE}席位数之和。"
    ),
    OfPlace(
        "congress.seat_meetings_attended",
        "实出席席次",
        "席次",
        "应出席席次中标记为出席的。",
        where=_marked(Mark.PRESENT),
    ),
    OfPlace(
        "congress.seat_meetings_excused",
        "请假席次",
        "席次",
        "应出席席次中标记为请假的。",
        where=_marked(Mark.EXCUSED),
    ),
    OfPlace(
        "congress.seat_meetings_unexcused",
        "缺席席次",
        "席次",
        "应出席席次中标记为缺席的。",
        where=_marked(Mark.ABSENT),
    ),
    OfPlace(
        "congress.seat_meetings_unrecorded",
        "未登记席次",
        "席次",
        "应出席席次中还没有登记出勤的。",
        where=_marked(Mark.UNRECORDED),
    ),
    figures.Figure(
        "congress.meetings_held",
        "会议场数",
        "场",
        "统计期内本级人代会的会议场数，有人应当出席的才算。",
        meetings,
        lenses=PLACES,
    ),
    figures.Rate(
        "congress.attendance_rate",
        "出席率",
        "实出席席次÷应出席席次×100；请假的仍算应出席。",
        parts=("congress.seat_meetings_attended",),
        whole="congress.seat_meetings_due",
        lenses=PLACES,
    ),
    OfPlace(
        "congress.seats_absent_whole_congress",
        "整次缺席席位",
        "席",
        "一次会议的应出席场次全部为缺席的席位数。",
        where=_absent_throughout,
        measure=_distinct("seat"),
    ),
)
