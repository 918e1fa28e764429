"""Of which steps deputies are told on this floor."""

from congress import clock, messages
from congress.calendar import chinese_date
from deputies.activity_workflow import activities
from deputies.enums import GroupPost, LeaveApprover, LeaveChannel
from deputies.leave_workflow import leaves
from deputies.models import Delegation, GroupMembership, Participation
from deputies.participation_workflow import participations


MOVED = frozenset({"starts_on", "ends_on", "place"})


def _deputy(entry):
    return [entry.seat.deputy.user_id]


def _listed(activity):
    entries = Participation.objects.listed().filter(activity=activity)
    return entries.values_list("seat__deputy__user", flat=True)


def _invited(entry, event):
    activity = entry.activity
    where = f"，地点在{activity.place}" if activity.place else ""
    return f"请您参加{chinese_date(activity.starts_on)}的“{activity}”{where}。"


def _moved(activity, event):
    """Only where and when it is matters to those who come."""
    if not event.changed & MOVED:
        return ""
    where = f"在{activity.place}" if activity.place else ""
    return f"您参加的“{activity}”有变动，现定于{chinese_date(activity.starts_on)}{where}举行。"


messages.table(
    participations,
    to=_deputy,
    start=_invited,
    invite=_invited,
    verify=lambda entry, event: f"您登记的“{entry.activity}”已核实，计入履职。",
    return_entry=lambda entry, event: f"您登记的“{entry.activity}”被退回，请修改后重新登记：{event.note}",
    mark_absent=lambda entry, event: f"您被记为没有参加“{entry.activity}”，有出入的请与工作人员联系。",
    remove=lambda entry, event: f"您不在“{entry.activity}”的参加名单中了。{event.note}",
)
messages.table(activities, to=_listed, change=_moved)


def _deciders(leave):
    """Who decides the leave by his post and has an account; the office finds it on its desk."""
    if leave.approver == LeaveApprover.CONVENER:
        posts = GroupMembership.objects.filter(group=leave.seat.group_id, post=GroupPost.CONVENER)
        return posts.current(clock.today()).values_list("seat__deputy__user", flat=True)
    if leave.approver == LeaveApprover.DELEGATION_HEAD:
        heads = Delegation.objects.filter(pk=leave.seat.delegation_id)
        return heads.values_list("head__deputy__user", flat=True)
    return []


def _entered(leave, event):
    """The deputy is told of what was entered for him; of his own request he is told nothing."""
    return "" if leave.channel == LeaveChannel.ONLINE else f"机关已为您登记请假：“{leave.event}”，等待决定。"


messages.table(
    leaves,
    to=_deputy,
    submit=_entered,
    approve=lambda leave, event: f"您的请假已批准：“{leave.event}”。",
    refuse=lambda leave, event: f"您的请假没有批准：“{leave.event}”。{event.note}",
    withdraw=lambda leave, event: f"您的请假已撤回：“{leave.event}”。",
)
messages.table(
    leaves,
    to=_deciders,
    submit=lambda leave, event: f"{leave.seat.called}请假，请您决定：“{leave.event}”。",
)
