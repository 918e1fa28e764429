"""Requests for leave at a status, by walking the real steps."""

from datetime import timedelta

from congress import clock
from deputies import leave_workflow
from deputies.enums import LeaveStatus
from tests.factories.activities import planned


def leave_at(status, seat, office, *, activity=None, session=None, **fields):
    """A deputy's request at ``status``, from an activity in a week unless a session or activity is given."""
    if session is None and activity is None:
        activity = planned(office, seat, starts_on=clock.today() + timedelta(days=7))
    what = {"session": session, "activity": activity, "reason_kind": "health"} | fields
    leave = leave_workflow.ask(by=seat.deputy.user, seat=seat, draft=status == LeaveStatus.DRAFT, **what)
    if status == LeaveStatus.WITHDRAWN:
        leave_workflow.withdraw(leave, by=seat.deputy.user)
    elif status == LeaveStatus.REFUSED:
        leave_workflow.refuse(leave, by=office, note="会议重要，请克服困难参加")
    elif status in (LeaveStatus.APPROVED, LeaveStatus.RECORDED):
        leave_workflow.approve(leave, by=office)
    if status == LeaveStatus.RECORDED:
        with clock.at(clock.now() + timedelta(days=30)):
            leave_workflow.record(leave, by=office)
    return leave
