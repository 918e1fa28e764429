"""Keeping what a register of leave tells, by the steps that somebody would take who entered it."""

import re

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from congress import clock
from congress.registers.records import sentence_of
from deputies import leave as terms
from deputies import leave_workflow, rules
from deputies.enums import LeaveChannel, LeaveReason, LeaveStatus
from deputies.models import Leave


REASONS = (
    (LeaveReason.HEALTH, r"病|健康|住院|手术|身体|怀孕|产假|就医"),
    (LeaveReason.TRAINING, r"培训|学习|进修|党校"),
    (LeaveReason.OFFICIAL, r"出差|公务|公差|公假|因公|上级|单位|工作|开会|会议|出国"),
    (LeaveReason.FAMILY, r"家|婚|丧|孩子|父|母|亲"),
)
LONGEST_DECIDER = 60


class NotKept(Exception):
    """The request cannot be kept; the text says why."""


def known_leave(seat, session, meetings):
    """The request for the same meetings (none: the whole session) that is kept already, None without one."""
    found = Leave.objects.filter(seat=seat, session=session).exclude(status=LeaveStatus.WITHDRAWN)
    wanted = {meeting.pk for meeting in meetings}
    for leave in found.prefetch_related("meetings"):
        if {meeting.pk for meeting in leave.meetings.all()} == wanted:
            return leave
    return None


def keep_leave(seat, session, meetings, *, by, granted, reason, decided_by, days):
    """Enter the request as one on paper, with its decision; file it when the session is over.

    ``days`` are those of the request and of the decision; who knows one only has given it twice. Raises
    NotKept.
    """
    if not rules.can_register_leave(by, Leave(seat=seat, session=session)):
        raise NotKept(f"请假由{session.term.jurisdiction.congress_name}的工作机构登记")
    applied_on, decided_on = days
    try:
        with transaction.atomic():
            leave = leave_workflow.ask(
                by=by,
                seat=seat,
                session=session,
                meetings=meetings,
                channel=LeaveChannel.PAPER,
                applied_on=applied_on,
                reason_kind=kind_of(reason),
                reason=reason or "未写明",
            )
            decision = {"by": by, "decided_by": decided_by[:LONGEST_DECIDER], "decided_on": decided_on}
            if granted:
                leave_workflow.approve(leave, **decision)
            else:
                leave_workflow.refuse(leave, note="按请假登记导入", **decision)
            if terms.last_day(**leave_workflow.asked(leave)) < clock.today():
                leave_workflow.record(leave, by=by)
    except ValidationError as error:
        raise NotKept(sentence_of(error)) from error
    except PermissionDenied as error:
        raise NotKept(str(error).rstrip("。")) from error


def kind_of(reason):
    """The kind of a reason by its words."""
    return next((kind for kind, words in REASONS if re.search(words, reason)), LeaveReason.OTHER)
