"""Reception days, and the turns that deputies took on them."""

from django.db.models import Count, Exists, F, OuterRef, Q

from congress import clock, figures
from deputies.models.seat import naming
from reception.enums import DayStatus
from reception.models import ReceptionDay, RotaSlot, Visit


SEATS = frozenset({"seat"})
PLACES = frozenset({"place"})
HELD = Q(status__in=DayStatus.held_states)


def _days(period):
    return ReceptionDay.objects.filter(_due(period) | _taking_place(period))


def _due(period):
    return Q(rule_date__range=period.days)


def _taking_place(period):
    return Q(date__range=period.days)


def _held(period):
    return HELD & _taking_place(period)


def _missed(period):
    """Due in the period and gone by without being held; what is still to come is not missed."""
    return _due(period) & ~HELD & Q(date__lte=period.end, date__lt=clock.today())


def _turns(period):
    """The turns that deputies really took on days that were held."""
    return RotaSlot.objects.filter(
        present=True, day__status__in=DayStatus.held_states, day__date__range=period.days
    )


days = figures.Source(
    "reception_days",
    rows=_days,
    template="reception/_day_evidence.html",
    place="jurisdiction",
    told=lambda day: ("", day.date),
)
turns = figures.Source(
    "reception_turns",
    rows=_turns,
    template="reception/_turn_evidence.html",
    seat="seat",
    place="day__jurisdiction",
    related=("day", *naming("seat__")),
    told=lambda turn: ("", turn.day.date),
)


def _day_figure(name, label, rule, where):
    return figures.Figure(f"reception.{name}", label, "次", rule, days, where=where, lenses=PLACES)


figures.register(
    _day_figure("days_planned", "应接待日", "轮值安排的应接待次数，按应接待日期计。", _due),
    _day_figure("days_held", "已举行接待日", "轮值安排中已举行的次数，按实际日期计。", _held),
    _day_figure(
        "days_not_held",
        "未举行接待日",
        "轮值安排中未举行的次数，按应接待日期计；接待日期还没有过的不计。",
        _missed,
    ),
    _day_figure(
        "days_postponed",
        "顺延次数",
        "已举行且实际日期不同于应接待日期的次数。",
        lambda period: _held(period) & ~Q(date=F("rule_date")),
    ),
    _day_figure(
        "days_without_visitors",
        "无来访次数",
        "已举行但登记为无来访的次数。",
        lambda period: _held(period) & ~Exists(Visit.objects.filter(day=OuterRef("pk"))),
    ),
    _day_figure(
        "notices_late",
        "公告不及时次数",
        "公告日期距接待日不足规定天数的次数。",
        lambda period: _taking_place(period) & Q(notice_published_on__gt=F("notice_due_on")),
    ),
    figures.Figure(
        "reception.deputy_turns",
        "代表接待人次",
        "人次",
        "各接待日实到代表数之和。",
        turns,
        lenses=PLACES,
    ),
    figures.Figure(
        "reception.deputies_serving",
        "参加接待代表人数",
        "人",
        "各接待日实到代表的不重复人数。",
        turns,
        measure=lambda where: Count("seat__deputy", filter=where, distinct=True),
        lenses=PLACES,
    ),
    figures.Figure(
        "reception.days_served",
        "接待日次数",
        "次",
        "本人列在轮值安排“实到代表”中的接待日数；替班的计替班人，原轮值人不计；无来访的接待日也计。",
        turns,
        lenses=SEATS,
    ),
)
