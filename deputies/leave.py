"""What the rules of leave say: whose decision it is, until when one may ask, which lines it excuses.

The law leaves the procedure to local rules (代表法第十三条：按照规定请假); the table follows those that are
known (domain.md D7, E4).
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

from congress import clock
from congress.enums import DayPart, Level, MeetingKind, SessionBody
from congress.models.office_rules import rules_for
from deputies.enums import LeaveApprover as Approver
from deputies.enums import Mark, ParticipationStatus
from deputies.models import ActivityKind, Attendance, Participation


# When a meeting begins whose hour nobody wrote down.
PART_BEGINS = {
    DayPart.WHOLE: time(8),
    DayPart.MORNING: time(8),
    DayPart.AFTERNOON: time(13),
    DayPart.EVENING: time(18),
}
ACTIVITY_BEGINS = time(8)


@dataclass(frozen=True)
class ApproverRule:
    """A row of the table: for which meetings, at which moment, whose decision; ``source`` where it is from.

    ``body`` None stands for activities; ``town`` and ``during`` None for both. ``delegation`` says that the
    deputy belongs to one, ``group`` that it is an activity of his group, ``kind`` that leave is asked from
    such meetings only. The first row that fits holds.
    """

    body: str | None
    approver: Approver
    moment: str
    source: str
    town: bool | None = None
    during: bool | None = None
    kind: str | None = None
    delegation: bool | None = None
    group: bool | None = None


B = SessionBody
APPROVERS = (
    ApproverRule(B.CONGRESS, Approver.CHAIR_COUNCIL, "会前请假", "D7 浙江", town=False, during=False),
    ApproverRule(B.CONGRESS, Approver.PRESIDIUM, "会前请假", "D7 浙江、重庆", town=True, during=False),
    ApproverRule(
        B.CONGRESS,
        Approver.DELEGATION_HEAD,
        "大会期间请代表团会议的假",
        "D7 山东",
        during=True,
        kind=MeetingKind.DELEGATION,
        delegation=True,
    ),
    ApproverRule(B.CONGRESS, Approver.SECRETARIAT, "大会期间请假", "D7 浙江、山东", town=False, during=True),
    ApproverRule(
        B.CONGRESS,
        Approver.DELEGATION_HEAD,
        "大会期间请假",
        "D7 北京",
        town=True,
        during=True,
        delegation=True,
    ),
    ApproverRule(B.CONGRESS, Approver.TOWN_CHAIR, "大会期间请假", "D7 北京", town=True, during=True),
    ApproverRule(B.STANDING_COMMITTEE, Approver.CHAIR_COUNCIL, "常委会会议请假", "D7 上海"),
    ApproverRule(B.PRESIDIUM, Approver.TOWN_CHAIR, "主席团会议请假", "D7 重庆"),
    # A convener decides for his group and for nobody else: what another office holds is its own matter, be it
    # above the deputy's congress or below.
    ApproverRule(None, Approver.CONVENER, "小组活动请假", "D7 浙江、山东", group=True),
    ApproverRule(None, Approver.ORGANISER, "闭会期间活动请假", "E4", group=False),
)


def approver_of(seat, *, on, session=None, meetings=(), activity=None):
    """The rule that says whose decision the leave is, when it is asked for on the day ``on``."""
    kinds = {meeting.kind for meeting in meetings}
    facts = {
        "body": session.body if session else None,
        "town": (session.term.jurisdiction if session else activity.jurisdiction).level == Level.TOWN,
        "during": session is not None and on >= session.starts_on,
        "kind": kinds.pop() if len(kinds) == 1 else "",
        "delegation": seat.delegation_id is not None,
        "group": activity is not None and _of_own_group(activity, seat),
    }
    return next(rule for rule in APPROVERS if _fits(rule, facts))


def _of_own_group(activity, seat):
    """Whether it is an activity of deputies' groups within the congress in whose group the deputy is."""
    own = activity.jurisdiction_id == seat.term.jurisdiction_id
    return own and seat.group_id is not None and activity.kind.code == ActivityKind.OF_GROUPS


def rule_of(leave):
    """The row of the table under which a leave was asked for."""
    return approver_of(
        leave.seat,
        on=leave.applied_on,
        session=leave.session,
        meetings=list(leave.meetings.all()) if leave.session_id else (),
        activity=leave.activity,
    )


def _fits(rule, facts):
    if rule.body != facts["body"]:
        return False
    told = {name: getattr(rule, name) for name in ("town", "during", "kind", "delegation", "group")}
    return all(value is None or value == facts[name] for name, value in told.items())


def called_to(seats):
    """The keys of the meetings on whose rolls the seats stand: {seat: {meeting, …}}."""
    found = defaultdict(set)
    lines = Attendance.objects.filter(seat__in=seats, nonvoting=False)
    for seat, meeting in lines.values_list("seat", "meeting"):
        found[seat].add(meeting)
    return found


def meetings_due(seat, session, called=None):
    """The meetings of a session to which the seat is to come, in order.

    Those that every deputy attends, and others on whose roll he stands (``called``, where they have been
    read); none on which he was not in office.
    """
    pks = called_to([seat])[seat.pk] if called is None else called
    for_all = session.is_of_congress and session.term_id == seat.term_id
    return [
        meeting
        for meeting in session.meetings.all()
        if seat.in_office(meeting.on)
        and (meeting.pk in pks or for_all and meeting.kind in MeetingKind.for_all)
    ]


def begins_at(meeting):
    """The moment at which a meeting begins, as far as it is known."""
    return _moment(meeting.on, meeting.starts_at or PART_BEGINS[meeting.part])


def begun(meeting):
    return clock.now() >= begins_at(meeting)


def first_moment(*, session=None, meetings=(), activity=None):
    """When what leave is asked from begins: its first meeting, the session's first day, the activity."""
    if activity:
        return _moment(activity.starts_on, ACTIVITY_BEGINS)
    if meetings:
        return min(begins_at(meeting) for meeting in meetings)
    return _moment(session.starts_on, PART_BEGINS[DayPart.MORNING])


def last_day(*, session=None, meetings=(), activity=None):
    """The last day of what leave is asked from."""
    if activity:
        return activity.ends_on
    if meetings:
        return max(meeting.on for meeting in meetings)
    return session.ends_on or session.starts_on


def late_until(**what):
    """The last day on which leave may be asked for afterwards by the office's rule, None without one (E4)."""
    event = what.get("session") or what["activity"]
    place = event.term.jurisdiction if what.get("session") else event.jurisdiction
    days = rules_for(place).late_leave_days
    return last_day(**what) + timedelta(days=days) if days else None


def too_late(on=None, **what):
    """Why leave cannot be asked for any more, or granted, on the day ``on``: a sentence, or "".

    Without ``on`` this very moment is judged; what was written on paper has only its day.
    """
    first = first_moment(**what)
    in_time = clock.now() < first if on is None else on <= timezone.localdate(first)
    until = late_until(**what)
    if in_time or until and (on or clock.today()) <= until:
        return ""
    if until:
        return "补假的期限已过，不能再请假。"
    return "会议或者活动已经开始，请假要在开始以前提出。"


def entry_of(leave):
    """The deputy's part in the activity from which leave is asked, None where he has none."""
    entries = Participation.objects.filter(activity=leave.activity_id, seat=leave.seat_id)
    return entries.select_related("activity__jurisdiction__parent", "seat__deputy").first()


def excusable(line):
    """Whether a granted leave may change the mark of a line: who came has come."""
    return line.mark in (Mark.UNRECORDED, Mark.ABSENT)


# The parts in an activity from which leave may be asked.
ENTRY_EXCUSABLE = (ParticipationStatus.INVITED, ParticipationStatus.ABSENT)


def _moment(day, hour):
    return datetime.combine(day, hour, tzinfo=timezone.get_default_timezone())
