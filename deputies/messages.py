"""Of which steps deputies are told on this floor."""

from congress import messages
from congress.calendar import chinese_date
from deputies.activity_workflow import activities
from deputies.models import Participation
from deputies.participation_workflow import participations


MOVED = ("开始日期", "结束日期", "地点")


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
    if not any(word in event.note for word in MOVED):
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
