"""Of which steps deputies are told on this floor."""

from congress import clock, messages
from congress.calendar import chinese_date, short_date
from congress.models.unit import unit_clerks
from deputies.activity_workflow import activities
from deputies.briefing_workflow import briefings
from deputies.enums import GroupPost, LeaveApprover, LeaveChannel
from deputies.inspection_workflow import inspections
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
    if entry.quiet:
        return ""
    activity = entry.activity
    where = f"，地点在{activity.place}" if activity.place else ""
    return f"请您参加{chinese_date(activity.starts_on)}的“{activity}”{where}。"


def _verified(entry, event):
    return "" if entry.quiet else f"您登记的“{entry.activity}”已核实，计入履职。"


def _returned(entry, event):
    if entry.quiet:
        return ""
    return f"您登记的“{entry.activity}”被退回，请修改后重新登记：{event.note}"


def _absent(entry, event):
    return "" if entry.quiet else f"您被记为没有参加“{entry.activity}”，有出入的请与工作人员联系。"


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
    verify=_verified,
    return_entry=_returned,
    mark_absent=_absent,
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


def _inspector(inspection):
    return [inspection.seat.deputy.user_id]


def _inspected(inspection):
    return unit_clerks(inspection.unit).values_list("pk", flat=True) if inspection.unit_id else []


def _asked_to_mend(inspection, event):
    return f"{inspection}，请在{chinese_date(inspection.improve_by)}前整改：{event.note}"


messages.table(
    inspections,
    to=_inspector,
    start=lambda inspection, event: (
        f"机关已为您登记：{short_date(inspection.on)}持证视察{inspection.unit_name}。"
    ),
    hand_over=lambda inspection, event: f"您视察{inspection.unit_name}的情况已核实，转交单位汇报。",
    keep=lambda inspection, event: f"您视察{inspection.unit_name}的情况已核实，计入履职。",
    give_back=lambda inspection, event: f"您登记的持证视察被退回，请修改后重新登记：{event.note}",
    report=lambda inspection, event: f"您视察的{inspection.unit_name}汇报了情况，请看。",
    improve=lambda inspection, event: f"您视察的{inspection.unit_name}报告了整改情况，请看。",
    close=lambda inspection, event: f"您视察{inspection.unit_name}提出的意见已办结，请看结果。",
    withdraw=lambda inspection, event: f"机关撤回了为您登记的持证视察{inspection.unit_name}。{event.note}",
)
messages.table(
    inspections,
    to=_inspected,
    hand_over=lambda inspection, event: (
        f"{inspection}，请在{chinese_date(inspection.report_due_on)}前如实汇报情况。"
    ),
    ask_improvement=_asked_to_mend,
    close=lambda inspection, event: f"{inspection}，已办结。",
)


def _told(briefing):
    return briefing.receipts.values_list("seat__deputy__user", flat=True)


def _unread(briefing):
    return briefing.receipts.unread().values_list("seat__deputy__user", flat=True)


messages.table(
    briefings,
    to=_told,
    start=lambda briefing, event: f"{briefing.get_kind_display()}：“{briefing}”，请阅读。",
    withdraw=lambda briefing, event: f"“{briefing}”已撤回：{event.note}",
)
messages.table(
    briefings,
    to=_unread,
    remind=lambda briefing, event: f"请阅读{briefing.get_kind_display()}“{briefing}”。",
)
