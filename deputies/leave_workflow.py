"""The steps of a request for leave (E4). It changes a mark on a roll or a part in an activity, nothing else.

A deputy asks on his phone, or the office enters what he asked for on paper; who decides it follows from the
table in ``deputies/leave.py``, and the office records the decision.
"""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import prefetch_related_objects

from congress import clock
from congress.batch import naming
from congress.calendar import chinese_date
from congress.workflow import Step, Workflow, whole
from deputies import leave as terms
from deputies import participation_workflow, rolls, rules
from deputies.enums import LeaveChannel, LeaveReason, LeaveStatus, Mark, MarkedBy, ParticipationStatus
from deputies.models import Attendance, Leave, Seat


Status = LeaveStatus
DECIDED = frozenset({Status.APPROVED, Status.REFUSED})

leaves = Workflow(
    "请假",
    Status,
    Step("submit", "提交", frozenset({Status.DRAFT}), Status.SUBMITTED, rules.can_submit_leave),
    Step("approve", "批准", frozenset({Status.SUBMITTED}), Status.APPROVED, rules.can_decide_leave),
    Step(
        "refuse",
        "不批准",
        frozenset({Status.SUBMITTED}),
        Status.REFUSED,
        rules.can_decide_leave,
        done="已决定不批准",
    ),
    Step("record", "归档", DECIDED, Status.RECORDED, rules.can_decide_leave),
    Step(
        "withdraw",
        "撤回请假",
        frozenset({Status.DRAFT, Status.SUBMITTED, Status.APPROVED}),
        Status.WITHDRAWN,
        rules.can_withdraw_leave,
        done="已撤回",
    ),
    initial=Status.DRAFT,
    related=(
        "seat__deputy",
        "seat__term__jurisdiction__parent",
        "session__term__jurisdiction__parent",
        "activity__jurisdiction__parent",
    ),
)


@whole
def ask(*, by, seat, session=None, activity=None, meetings=(), draft=False, **fields):
    """Ask for leave; return it, handed in unless it stays a ``draft``.

    Without ``meetings`` it is for the whole session. ``fields`` are the reason, the evidence and, where the
    office enters it, how, when and by whom it was asked for. Raises ``ValidationError`` when it comes too
    late or there is nothing to be excused from.
    """
    channel = fields.setdefault("channel", LeaveChannel.ONLINE)
    leave = Leave(seat=seat, session=session, activity=activity, created_by=by, **fields)
    if channel == LeaveChannel.ONLINE:
        leave.applied_on = clock.today()
    _check_person(leave, by)
    Seat.objects.select_for_update(of=("self",)).get(pk=seat.pk)
    what = {"session": session, "meetings": _asked_from(leave, meetings), "activity": activity}
    _check_reason(leave)
    _check_time(leave, what)
    _check_only_one(leave, what["meetings"])
    rule = terms.approver_of(seat, on=leave.applied_on, session=session, meetings=meetings, activity=activity)
    leave.approver = rule.approver
    leaves.start(leave, by=by, label="填写" if channel == LeaveChannel.ONLINE else "登记")
    leave.meetings.set(meetings)
    if not draft:
        submit(leave, by=by)
    return leave


@whole
def submit(leave, *, by, note=""):
    """Hand in a request; from now on the office sees it."""
    step = leaves.prepare("submit", leave, by=by)
    if leave.channel == LeaveChannel.ONLINE:
        _check_time(leave, asked(leave))
        return leaves.take(step, leave, by=by, note=note, applied_on=clock.today())
    return leaves.take(step, leave, by=by, note=note)


@whole
def approve(leave, *, by, decided_by="", decided_on=None, note=""):
    """Record that leave was granted, and excuse the deputy on the rolls."""
    step = leaves.prepare("approve", leave, by=by)
    decision = _decision(leave, decided_by, decided_on)
    if sentence := terms.too_late(decision["decided_on"], **asked(leave)):
        raise ValidationError({"decided_on": f"{chinese_date(decision['decided_on'])}才批准：{sentence}"})
    leaves.take(step, leave, by=by, note=note, granted=True, **decision)
    _excuse(leave, by=by)


@whole
def refuse(leave, *, by, note, decided_by="", decided_on=None):
    """Record that leave was refused, and why; the roll says whether the deputy came."""
    step = leaves.prepare("refuse", leave, by=by)
    if not note.strip():
        raise ValidationError({"note": "请写明不批准的理由，代表才知道。"})
    decision = _decision(leave, decided_by, decided_on)
    return leaves.take(step, leave, by=by, note=note, granted=False, **decision)


@whole
def record(leave, *, by, note=""):
    """File a decided leave once the meeting or the activity is over."""
    step = leaves.prepare("record", leave, by=by)
    _check_over(asked(leave))
    return leaves.take(step, leave, by=by, note=note)


@whole
def record_all(found, *, by):
    """File several, all or none; return how many."""
    leaves.take_all("record", found, by=by)
    prefetch_related_objects(found, "meetings", "session__meetings")
    called = terms.called_to({leave.seat_id for leave in found})
    for leave in found:
        with naming(leave):
            _check_over(asked(leave, called[leave.seat_id]))
    return len(found)


@whole
def withdraw(leave, *, by, note=""):
    """Take a request back; a granted one only from what has not begun yet."""
    step = leaves.prepare("withdraw", leave, by=by)
    granted = leave.status == Status.APPROVED
    leaves.take(step, leave, by=by, note=note)
    if granted:
        _unexcuse(leave, by=by)


def asked(leave, called=None):
    """What leave is asked from, as the functions of ``deputies/leave.py`` take it.

    ``called`` are the meetings to which the deputy is called by name, where they have been read.
    """
    if leave.activity_id:
        return {"activity": leave.activity}
    chosen = list(leave.meetings.all())
    return {
        "session": leave.session,
        "meetings": chosen or terms.meetings_due(leave.seat, leave.session, called),
    }


def _check_over(what):
    if terms.last_day(**what) >= clock.today():
        raise ValidationError("会议或者活动还没有结束，结束以后再归档。")


def _check_person(leave, by):
    online = leave.channel == LeaveChannel.ONLINE
    allowed = rules.is_own_leave(by, leave) if online else rules.can_register_leave(by, leave)
    if not allowed:
        raise PermissionDenied("您只能为自己请假；代表书面请假的，由本级人大的工作机构登记。")


def _asked_from(leave, meetings):
    """The meetings from which leave is asked; raises where the deputy has none to come to."""
    if leave.activity_id:
        entry = terms.entry_of(leave)
        if entry is None or entry.status not in terms.ENTRY_EXCUSABLE:
            raise ValidationError("这名代表不在活动的待参加名单中，不用请假。")
        return ()
    due = terms.meetings_due(leave.seat, leave.session)
    if leave.session.term_id != leave.seat.term_id or leave.session.meetings.exists() and not due:
        raise ValidationError("这名代表不用参加这次会议，不用请假。")
    if set(meetings) - set(due):
        raise ValidationError({"meetings": "选了不用这名代表参加的会议，请重新选择。"})
    return list(meetings) or due


def _check_reason(leave):
    if leave.reason_kind == LeaveReason.OTHER and not leave.reason.strip():
        raise ValidationError({"reason": "原因选了“其他”，请写明事由。"})
    if leave.applied_on > clock.today():
        raise ValidationError({"applied_on": "申请日期不能在今天以后。"})


def _check_time(leave, what):
    on = None if leave.channel == LeaveChannel.ONLINE else leave.applied_on
    if sentence := terms.too_late(on, **what):
        raise ValidationError(sentence)


def _check_only_one(leave, meetings):
    """Refuse a second request for the same thing; a refused or withdrawn one does not stand in the way."""
    others = Leave.objects.filter(seat=leave.seat, status__in=Status.standing)
    if leave.activity_id:
        taken = others.filter(activity=leave.activity).exists()
    else:
        taken = any(
            set(asked(other)["meetings"]) & set(meetings) or not meetings
            for other in others.filter(session=leave.session).select_related("session__term", "seat__term")
        )
    if taken:
        raise ValidationError("同一会议或者活动已经请过假，请看“我的请假”；要改的，先撤回再重新提出。")


def _decision(leave, decided_by, decided_on):
    """Who decided and when: by default the body whose decision it is, today."""
    on = decided_on or clock.today()
    if on > clock.today():
        raise ValidationError({"decided_on": "决定日期不能在今天以后。"})
    if on < leave.applied_on:
        sentence = f"决定日期早于申请日期{chinese_date(leave.applied_on)}，请核对。"
        raise ValidationError({"decided_on": sentence})
    return {"decided_by": decided_by or leave.get_approver_display(), "decided_on": on}


def _excuse(leave, *, by):
    if leave.activity_id:
        entry = terms.entry_of(leave)
        if entry and entry.status in terms.ENTRY_EXCUSABLE:
            participation_workflow.excuse(entry, by=by)
        return
    for meeting in asked(leave)["meetings"]:
        rolls.open_roll(meeting)
        line = Attendance.objects.filter(meeting=meeting, seat=leave.seat).first()
        if line and terms.excusable(line):
            rolls.mark(line, Mark.EXCUSED, by=by, how=MarkedBy.LEAVE, note=line.note)


def _unexcuse(leave, *, by):
    """Undo the marks of what has not begun; where all has, the leave was taken and stays."""
    what = asked(leave)
    if leave.activity_id:
        if clock.now() >= terms.first_moment(**what):
            raise ValidationError("活动已经开始，请假不能再撤回。")
        entry = terms.entry_of(leave)
        if entry and entry.status == ParticipationStatus.EXCUSED:
            participation_workflow.recall_leave(entry, by=by)
        return
    coming = [meeting for meeting in what["meetings"] if not terms.begun(meeting)]
    if what["meetings"] and not coming:
        raise ValidationError("会议已经开始，请假不能再撤回。")
    lines = Attendance.objects.filter(seat=leave.seat, meeting__in=coming, mark=Mark.EXCUSED)
    for line in lines.filter(marked_by=MarkedBy.LEAVE):
        rolls.mark(line, Mark.UNRECORDED, by=by, how=MarkedBy.LEAVE, note=line.note)
