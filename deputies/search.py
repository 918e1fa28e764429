"""What of this floor is found from the bar."""

from congress import search
from congress.calendar import chinese_date
from congress.search import Hit
from deputies import rules
from deputies.models import Activity, Participation, Seat


def _seats(user, words):
    found = Seat.objects.visible_to(user).search(words)
    return found.select_related("deputy", "term__jurisdiction", "constituency").in_stroke_order()


def _seat(seat):
    over = "，已离任" if seat.is_over else ""
    position = f"，{seat.deputy.position}" if seat.deputy.position else ""
    return Hit(seat.deputy.name, f"{seat.place}{over}{position}", seat.get_absolute_url())


def _activities(user, words):
    found = Activity.objects.visible_to(user).filter(title__icontains=words)
    return found.select_related("kind", "jurisdiction")


def _activity(activity):
    about = f"{chinese_date(activity.starts_on)}，{activity.kind}，{activity.jurisdiction}"
    return Hit(activity.title, about, activity.get_absolute_url())


def _entries(user, words):
    return Participation.objects.visible_to(user).about(words).select_related("activity__kind")


def _entry(entry):
    activity = entry.activity
    about = f"{chinese_date(activity.starts_on)}，{activity.kind}，{entry.get_status_display()}"
    return Hit(activity.title, about, entry.get_absolute_url())


search.register(
    10,
    "代表",
    unit="席",
    finds="姓名、全拼或者首字母",
    url_name="deputies:deputy_list",
    open_to=rules.can_list_deputies,
    rows=_seats,
    hit_of=_seat,
)
search.register(
    30,
    "履职活动",
    unit="场",
    finds="主题",
    url_name="deputies:activity_list",
    open_to=rules.can_list_activities,
    rows=_activities,
    hit_of=_activity,
)
search.register(
    30,
    "我的登记",
    unit="条",
    finds="主题、做了什么",
    url_name="deputies:participation_list",
    open_to=rules.can_log_activities,
    rows=_entries,
    hit_of=_entry,
)
