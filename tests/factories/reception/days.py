"""Reception days that walk to a status by their real steps."""

from datetime import date, time

from congress import clock
from reception import day_workflow
from reception.enums import DayStatus
from tests.factories.reception.people import people


DAY_WALK = {
    DayStatus.ROTA_SET: (
        DayStatus.PLANNED,
        lambda day, who: day_workflow.set_rota(day, by=who.liaison, seats=[who.seat]),
    ),
    DayStatus.NOTICE_PUBLISHED: (
        DayStatus.ROTA_SET,
        lambda day, who: day_workflow.publish_notice(day, by=who.liaison, reason="补公告"),
    ),
    DayStatus.OPEN: (
        DayStatus.NOTICE_PUBLISHED,
        lambda day, who: day_workflow.open_day(day, by=who.liaison),
    ),
    DayStatus.HELD: (
        DayStatus.OPEN,
        lambda day, who: day_workflow.hold(day, by=who.liaison, present=[who.seat]),
    ),
    DayStatus.SUMMARISED: (
        DayStatus.HELD,
        lambda day, who: day_workflow.summarise(day, by=who.liaison, summary="接待选民三人。"),
    ),
    DayStatus.ARCHIVED: (
        DayStatus.SUMMARISED,
        lambda day, who: day_workflow.archive(day, by=who.office),
    ),
    DayStatus.POSTPONED: (
        DayStatus.ROTA_SET,
        lambda day, who: day_workflow.postpone(
            day, by=who.office, date=date.fromordinal(day.date.toordinal() + 7), reason="大雨"
        ),
    ),
    DayStatus.CANCELLED: (
        DayStatus.ROTA_SET,
        lambda day, who: day_workflow.cancel(day, by=who.office, reason="大雨"),
    ),
}


def day_at(status, who=None, on=None, place="石坎镇代表联络站"):
    """A reception day, today's unless ``on`` says otherwise, that walked to ``status``."""
    who = who or people()
    if status == DayStatus.PLANNED:
        on = on or clock.today()
        return day_workflow.plan(
            by=who.liaison,
            jurisdiction=who.town,
            place=place,
            rule_date=on,
            date=on,
            starts_at=time(8, 30),
            ends_at=time(11),
        )
    before, step = DAY_WALK[status]
    day = day_at(before, who, on, place)
    step(day, who)
    return day
