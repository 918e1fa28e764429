"""The sessions of the demonstration years: their rolls, who asked for leave, who stayed away, who spoke."""

from datetime import date, timedelta

from congress import clock
from congress.enums import DayPart, MeetingKind, Role, SessionBody
from congress.models import AgendaItem, Meeting, Session, Term, User
from deputies import leave_workflow, rolls
from deputies.enums import LeaveChannel, LeaveReason, Mark, MarkedBy
from deputies.models import Attendance, Seat, Speech
from reports.demo.walk import YEAR, moment


# Congress, number in the first year, first day in January, its meetings: (days later, half, kind, name).
FULL = MeetingKind.FULL
SESSIONS = [
    (
        "云渚区",
        4,
        10,
        [
            (0, DayPart.AFTERNOON, MeetingKind.PREPARATORY, "预备会议"),
            (1, DayPart.MORNING, FULL, "第一次全体会议"),
            (1, DayPart.AFTERNOON, MeetingKind.DELEGATION, "分团审议政府工作报告"),
            (3, DayPart.MORNING, FULL, "第二次全体会议"),
            (4, DayPart.MORNING, FULL, "第三次全体会议"),
        ],
    ),
    (
        "白鹭湾镇",
        5,
        3,
        [(0, DayPart.MORNING, FULL, "第一次全体会议"), (0, DayPart.AFTERNOON, FULL, "第二次全体会议")],
    ),
    (
        "石坎镇",
        6,
        6,
        [(0, DayPart.MORNING, FULL, "第一次全体会议"), (0, DayPart.AFTERNOON, FULL, "第二次全体会议")],
    ),
    (
        "芦荻镇",
        6,
        7,
        [(0, DayPart.MORNING, FULL, "第一次全体会议"), (0, DayPart.AFTERNOON, FULL, "第二次全体会议")],
    ),
]
COMING = [(0, DayPart.MORNING, FULL, "第一次全体会议")]
AGENDA = [
    ("听取和审议政府工作报告", "通过关于政府工作报告的决议。"),
    ("审查和批准预算执行情况的报告", "批准。"),
    ("听取和审议人大工作报告", "通过关于人大工作报告的决议。"),
]
# Congress, name: granted leave from the first session, and away from it without leave.
EXCUSED = [
    ("云渚区", "刘燚", LeaveReason.HEALTH, "住院治疗"),
    ("石坎镇", "慕容翀", LeaveReason.OFFICIAL, "在外地施工"),
]
AWAY = [("白鹭湾镇", "逄祎")]
SPEECHES = [
    ("亓官淼", "建议把茶园水渠清淤列入年度计划", 8),
    ("欧阳䶮", "关于学区划分和学位供给的意见", 6),
    ("古丽娜尔·艾合买提江", "关心山区学校的寄宿条件", 5),
]
# The standing committee in May of each year: its number in the first, and who sits in without a vote.
COMMITTEE_MEETING, SITTING_IN = 23, ("亓官淼", "邰珺")
COMMITTEE_HALL = "云渚区人大常委会会议室"


def build_sittings(today):
    """Hold the sessions of each year up to ``today``, and call one that is still to come."""
    for years, year in enumerate(range(YEAR, today.year + 1)):
        for place, number, day, meetings in SESSIONS:
            session = _session(place, number + years, date(year, 1, day), meetings)
            _ask_for_leave(session, place, first=not years)
            _keep_rolls(session, place, first=not years)
        _committee(COMMITTEE_MEETING + 6 * years, date(year, 5, 14))
    _coming(today)


def _office(place):
    role = Role.DISTRICT_OFFICE if place == "云渚区" else Role.LOCAL_OFFICE
    return User.objects.get(role=role, jurisdiction__name=place)


def _session(place, number, starts_on, meetings, *, held=True):
    term = Term.objects.get(jurisdiction__name=place)
    last = starts_on + timedelta(days=meetings[-1][0])
    hall = f"{place}会议中心"
    session = Session.objects.create(term=term, number=number, starts_on=starts_on, ends_on=last, place=hall)
    for order, (title, result) in enumerate(AGENDA):
        AgendaItem.objects.create(session=session, order=order, title=title, result=result if held else "")
    for order, (days, part, kind, name) in enumerate(meetings):
        on = starts_on + timedelta(days=days)
        meeting = Meeting.objects.create(
            session=session, kind=kind, name=name, on=on, part=part, order=order, place=hall
        )
        rolls.open_roll(meeting)
    return session


def _seat(place, name):
    return Seat.objects.select_related("deputy__user").get(term__jurisdiction__name=place, deputy__name=name)


def _ask_for_leave(session, place, *, first):
    """The office enters what was asked for on paper, and records the decision."""
    office = _office(place)
    for where, name, kind, reason in EXCUSED if first else ():
        if where != place:
            continue
        asked_on = session.starts_on - timedelta(days=5)
        with clock.at(moment(asked_on)):
            leave = leave_workflow.ask(
                by=office,
                seat=_seat(place, name),
                session=session,
                reason_kind=kind,
                reason=reason,
                channel=LeaveChannel.PAPER,
                applied_by=name,
                applied_on=asked_on,
            )
        with clock.at(moment(asked_on + timedelta(days=1))):
            leave_workflow.approve(leave, by=office)
        with clock.at(moment(session.ends_on + timedelta(days=3))):
            leave_workflow.record(leave, by=office)


def _keep_rolls(session, place, *, first):
    """Everybody came but those who had leave and those who stayed away; some spoke."""
    office = _office(place)
    away = {_seat(where, name).pk for where, name in AWAY if where == place and first}
    for meeting in session.meetings.all():
        lines = meeting.attendances.filter(mark=Mark.UNRECORDED)
        with clock.at(moment(meeting.on, 18)):
            marks = {
                line.seat_id: (Mark.ABSENT if line.seat_id in away else Mark.PRESENT, "") for line in lines
            }
            rolls.mark_many(meeting, marks, by=office, how=MarkedBy.HAND)
    _speak(session, office)


def _speak(session, office):
    lines = Attendance.objects.filter(meeting__session=session, mark=Mark.PRESENT)
    for name, topic, minutes in SPEECHES:
        line = lines.filter(seat__deputy__name=name).order_by("meeting__on", "meeting__part").last()
        if line:
            Speech.objects.create(
                meeting_id=line.meeting_id,
                seat_id=line.seat_id,
                topic=topic,
                minutes=minutes,
                recorder=office,
            )


def _committee(number, on):
    """A meeting of the standing committee, with deputies who sit in (列席)."""
    term = Term.objects.get(jurisdiction__name="云渚区")
    session = Session.objects.create(
        term=term,
        body=SessionBody.STANDING_COMMITTEE,
        number=number,
        starts_on=on,
        ends_on=on,
        place=COMMITTEE_HALL,
    )
    meeting = Meeting.objects.create(
        session=session, name="全体会议", on=on, part=DayPart.MORNING, place=COMMITTEE_HALL
    )
    rolls.open_roll(meeting)
    rolls.call(meeting, [_seat("云渚区", name) for name in SITTING_IN], nonvoting=True)
    with clock.at(moment(on, 18)):
        marks = {line.seat_id: (Mark.PRESENT, "") for line in meeting.attendances.all()}
        rolls.mark_many(meeting, marks, by=_office("云渚区"), how=MarkedBy.HAND)


def _coming(today):
    """A session that the town has called; one of its deputies has asked for leave and waits."""
    term = Term.objects.get(jurisdiction__name="石坎镇")
    on = today + timedelta(days=9)
    number = term.sessions.of_congress().latest("number").number + 1
    session = _session("石坎镇", number, on, COMING, held=False)
    seat = _seat("石坎镇", "亓官淼")
    with clock.at(moment(today - timedelta(days=1))):
        leave_workflow.ask(
            by=seat.deputy.user,
            seat=seat,
            session=session,
            reason_kind=LeaveReason.OFFICIAL,
            reason="到省里参加茶叶博览会",
        )
