"""What of this floor is found from the bar."""

from congress import search
from congress.calendar import chinese_date
from congress.models import Session
from congress.search import Hit
from deputies import rules
from deputies.models import Activity, Constituency, Delegation, DeputyGroup, Participation, Seat, Station
from deputies.session_search import sessions_called


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


def _constituencies(user, words):
    found = Constituency.objects.visible_to(user).standing().search(words)
    return found.select_related("jurisdiction")


def _constituency(constituency):
    about = "，".join(filter(None, [str(constituency.jurisdiction), constituency.area]))
    return Hit(str(constituency), about, constituency.get_absolute_url())


def _named(model):
    """The rows of a model whose records belong to a term and have names."""

    def rows(user, words):
        found = model.objects.visible_to(user).filter(name__icontains=words)
        return found.select_related("term__jurisdiction").order_by("-term__starts_on", "order", "pk")

    return rows


def _of_term(part):
    return Hit(part.name, str(part.term), part.get_absolute_url())


def _stations(user, words):
    return Station.objects.visible_to(user).search(words).select_related("jurisdiction")


def _station(station):
    about = "，".join(filter(None, [str(station.jurisdiction), station.address]))
    return Hit(station.name, about, station.get_absolute_url())


def _sessions(user, words):
    return sessions_called(Session.objects.visible_to(user), words).select_related("term__jurisdiction")


def _session(session):
    return Hit(str(session), chinese_date(session.starts_on), session.get_absolute_url())


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
search.register(
    12,
    "选区",
    unit="个",
    finds="选区号、名称、范围",
    url_name="deputies:constituency_list",
    open_to=rules.can_see_structure,
    rows=_constituencies,
    hit_of=_constituency,
)
search.register(
    13,
    "代表团",
    unit="个",
    finds="名称",
    url_name="deputies:delegation_list",
    open_to=rules.can_see_structure,
    rows=_named(Delegation),
    hit_of=_of_term,
)
search.register(
    14,
    "代表小组",
    unit="个",
    finds="名称",
    url_name="deputies:group_list",
    open_to=rules.can_see_structure,
    rows=_named(DeputyGroup),
    hit_of=_of_term,
)
search.register(
    15,
    "联络站",
    unit="个",
    finds="名称、地址",
    url_name="deputies:station_list",
    open_to=rules.can_list_stations,
    rows=_stations,
    hit_of=_station,
)
search.register(
    31,
    "会议",
    unit="次",
    finds="届、次、年份",
    url_name="deputies:session_list",
    open_to=rules.can_list_sessions,
    rows=_sessions,
    hit_of=_session,
)
