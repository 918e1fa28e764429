"""Reception days on the desks: to prepare, to hold, to move, and whose turn it is."""

from datetime import timedelta

from django.db.models import Q
from django.urls import reverse

from congress import clock, desk
from congress.desk import WaitingItem, amber_days_for, first_lines, light_of
from congress.enums import Role
from reception.enums import DayStatus
from reception.models import ReceptionDay, ReceptionDayEvent


# A year's days are planned at once; they come to the desk when their time does.
DAYS_AHEAD = timedelta(days=30)

DAY_ACTIONS = {
    DayStatus.PLANNED: "排班",
    DayStatus.ROTA_SET: "公告",
    DayStatus.POSTPONED: "公告",
    DayStatus.NOTICE_PUBLISHED: "开始接待",
    DayStatus.OPEN: "登记到场",
    DayStatus.HELD: "小结",
}
AFTER_NOTICE = (DayStatus.NOTICE_PUBLISHED, DayStatus.OPEN, DayStatus.HELD)


def _day_action(day):
    """A day that was put off before it had a rota is given one first."""
    if day.status == DayStatus.POSTPONED and not day.slots.all():
        return DAY_ACTIONS[DayStatus.PLANNED]
    return DAY_ACTIONS[day.status]


@desk.register
def days_waiting(user):
    """Reception days that staff are to prepare, to hold or to sum up."""
    if user.role not in Role.staff:
        return
    today, amber_days = clock.today(), amber_days_for(user)
    soon = Q(status__in=DayStatus.before_notice, date__lte=today + DAYS_AHEAD)
    now = Q(status__in=AFTER_NOTICE, date__lte=today)
    waiting = ReceptionDay.objects.filter(soon | now, jurisdiction=user.jurisdiction_id)
    # Nobody sums up today what a register tells was held last year.
    past = {"status": DayStatus.HELD, "taken_over_last": True}
    waiting = waiting.alias(taken_over_last=ReceptionDayEvent.taken_over_last()).exclude(**past)
    waiting = waiting.prefetch_related("slots")

    def item(day):
        due_on = day.notice_due_on if day.status in DayStatus.before_notice else day.date
        return _day_item(day, _day_action(day), due_on, amber_days)

    yield first_lines(waiting.order_by("date", "pk"), item, url=reverse("reception:day_list"))


@desk.register
def turns_waiting(user):
    """The reception days on which a deputy is to sit."""
    if user.role != Role.DEPUTY:
        return
    amber_days = amber_days_for(user)
    coming = ReceptionDay.objects.filter(
        slots__seat__deputy__user=user,
        date__gte=clock.today(),
        status__in=[*DayStatus.before_notice, DayStatus.NOTICE_PUBLISHED, DayStatus.OPEN],
    )
    yield first_lines(
        coming.distinct().order_by("date", "pk"),
        lambda day: _day_item(day, "参加接待", day.date, amber_days, button="查看"),
        url=reverse("reception:day_list"),
    )


def _day_item(day, action, due_on, amber_days, *, button=""):
    hours = f"{day.starts_at:%H:%M}—{day.ends_at:%H:%M}" if day.starts_at and day.ends_at else ""
    return WaitingItem(
        title=f"{action}：{day}",
        about="，".join(filter(None, [day.get_status_display(), hours])),
        action=button or action,
        url=day.get_absolute_url(),
        due_on=due_on,
        light=light_of(due_on, amber_days),
    )


@desk.register_dates
def days_of_receptions(after):
    """The days on which receptions are planned."""
    yield from ReceptionDay.objects.filter(date__gt=after).dates("date", "year")
