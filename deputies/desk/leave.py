"""What waits for a person in the matter of leave."""

from django.urls import reverse

from congress import clock, desk
from congress.calendar import chinese_date
from congress.desk import Waiting, WaitingItem, amber_days_for, first_lines, light_of
from congress.enums import Light
from deputies import leave_events, rules
from deputies.enums import LeaveStatus
from deputies.models import Leave


@desk.register
def leaves_to_decide(user):
    """Requests that wait for a decision: before the meeting, and red on its day.

    A convener and the head of a delegation find those that are theirs to decide.
    """
    if rules.can_list_leaves(user):
        waiting = leave_events.of_own_office(user).undecided()
    elif rules.can_ask_leave(user):
        waiting = Leave.objects.to_decide_by(user)
    else:
        return
    amber_days = amber_days_for(user)

    def item(leave):
        urgent = leave.begins_on <= clock.today()
        return WaitingItem(
            title=f"决定请假：{leave}",
            about=f"{leave.get_reason_kind_display()}，由{leave.get_approver_display()}决定",
            action="办理",
            url=leave.get_absolute_url(),
            due_on=leave.begins_on,
            light=Light.RED if urgent else light_of(leave.begins_on, amber_days),
        )

    yield first_lines(
        waiting.with_places().with_days().order_by("begins_on", "pk"),
        item,
        url=f"{reverse('deputies:leave_list')}?status={LeaveStatus.SUBMITTED}",
    )


@desk.register
def leaves_to_record(user):
    """One line for all decided leaves that can be filed."""
    if not rules.can_list_leaves(user):
        return
    decided = leave_events.to_record(user)
    yield Waiting(decided, lambda: [_to_record(decided.count())])


def _to_record(count):
    return WaitingItem(
        title="归档请假",
        about=f"{count}件，会议或者活动已经结束",
        action="归档",
        url=reverse("deputies:leave_list"),
        count=count,
    )


@desk.register
def own_drafts(user):
    """A deputy's requests that he has not handed in."""
    if not rules.can_ask_leave(user):
        return
    drafts = Leave.objects.filter(seat__deputy__user=user, status=LeaveStatus.DRAFT).with_places().with_days()
    amber_days = amber_days_for(user)
    yield Waiting(drafts, lambda: [_to_submit(leave, amber_days) for leave in drafts])


def _to_submit(leave, amber_days):
    return WaitingItem(
        title=f"提交请假：{leave.event}",
        about=f"{chinese_date(leave.begins_on)}开始，还没有提交",
        action="提交",
        url=leave.get_absolute_url(),
        due_on=leave.begins_on,
        light=light_of(leave.begins_on, amber_days),
    )
