"""Planned days on the desks: moved by a new calendar, clashing; plans to adopt or to make."""

from functools import partial

from django.db.models import Exists
from django.urls import reverse

from congress import clock, desk
from congress.calendar import chinese_day
from congress.desk import Waiting, WaitingItem, first_lines, light_of
from reception import planning
from reception.clashes import clashes_of
from reception.desk.day import DAYS_AHEAD
from reception.enums import DayStatus, PlanStatus
from reception.models import ReceptionDay, ReceptionPlan, ReceptionRule


# From this month on an office is reminded of next year's plan.
PLANNING_BEGINS = 11


@desk.register
def days_to_look_at(user):
    """Coming days that fall on a holiday as the calendar is known now, each with where it should go; and
    those soon, not announced yet, on which something else is held as well (E3).
    """
    if not user.is_office:
        return
    coming = ReceptionDay.objects.filter(
        jurisdiction=user.jurisdiction_id,
        status__in=[*DayStatus.coming, DayStatus.POSTPONED],
        date__gt=clock.today(),
    ).order_by("date", "pk")
    yield Waiting(coming, partial(_lines_of, coming, user))


def _lines_of(coming, user):
    days, until = list(coming), clock.today() + DAYS_AHEAD
    yield from _to_move(days, user)
    yield from _clashing(
        [day for day in days if day.status in DayStatus.before_notice and day.date <= until], user
    )


def _to_move(days, user):
    moves = planning.proposed_moves(days, user.office_rules, user.jurisdiction)
    for day in days:
        if day.pk in moves:
            due, why = moves[day.pk]
            yield WaitingItem(
                title=f"改期：{day}",
                about=f"{why}，应改到{chinese_day(due)}",
                action="改期",
                url=reverse("reception:day_step", args=[day.pk, "postpone"]),
                due_on=day.notice_due_on,
                light=light_of(day.notice_due_on, user.office_rules.amber_days),
            )


def _clashing(days, user):
    for day, clashes in zip(days, clashes_of(days, user, user.jurisdiction), strict=True):
        if clashes:
            yield WaitingItem(
                title=f"核对：{day}",
                about=f"与{'、'.join(clash.sentence for clash in clashes)}相撞",
                action="核对",
                url=day.get_absolute_url(),
                due_on=day.notice_due_on,
                light=light_of(day.notice_due_on, user.office_rules.amber_days),
            )


@desk.register
def plans_waiting(user):
    """Drafts to look through and adopt; towards the end of the year, next year's plan to make."""
    if not user.is_office:
        return
    here = {"jurisdiction": user.jurisdiction_id}
    yield first_lines(
        ReceptionPlan.objects.filter(**here, status=PlanStatus.DRAFT).select_related("jurisdiction"),
        lambda plan: WaitingItem(
            title=f"通过：{plan}", about="草案，请逐日核对", action="核对", url=plan.get_absolute_url()
        ),
        url=reverse("reception:plan_list"),
    )
    today = clock.today()
    if today.month < PLANNING_BEGINS:
        return
    year = today.year + 1
    rules = ReceptionRule.objects.filter(**here).holding(
        today.replace(year, 1, 1), today.replace(year, 12, 31)
    )
    unplanned = rules.exclude(Exists(ReceptionPlan.objects.filter(**here, year=year)))
    yield Waiting(unplanned, lambda: [_to_plan(year)])


def _to_plan(year):
    return WaitingItem(
        title=f"编制{year}年接待日安排",
        about="按接待日规则和放假安排推算",
        action="编制",
        url=reverse("reception:plan_create"),
    )
