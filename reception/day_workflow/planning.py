"""Reception days are planned, put off and called off (domain.md B1, E3)."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.calendar import Calendar, chinese_date, chinese_day
from congress.models import Jurisdiction
from congress.models.office_rules import RULES, rules_for
from congress.plausible import check_near
from congress.workflow import whole
from reception import rules
from reception.day_workflow.steps import days
from reception.models import ReceptionDay


@whole
def plan(*, by, jurisdiction, place, rule_date, station=None, starts_at=None, ends_at=None, date=None):
    """Plan a day. ``rule_date`` is the day by the office's rule; a holiday postpones it as the rules say.

    Raises ``PermissionDenied`` where the person does not work, ``ValidationError`` when something is wrong.
    """
    office = rules_for(jurisdiction)
    if date is None:
        date = Calendar().postponed(rule_date, office.postponement, weekend_counts=office.weekend_counts)
    day = ReceptionDay(
        jurisdiction=jurisdiction,
        station=station,
        place=place,
        rule_date=rule_date,
        date=date,
        starts_at=starts_at,
        ends_at=ends_at,
        notice_due_on=_notice_due(date, office),
    )
    if not rules.can_prepare_day(by, day):
        raise PermissionDenied(f"您不能安排{jurisdiction}的接待日。")
    check_near("rule_date", "应接待日期", rule_date, years=1)
    check_near("date", "接待日期", date, years=1)
    # Who plans the same at once waits here, and then finds it.
    Jurisdiction.objects.select_for_update().get(pk=jurisdiction.pk)
    if ReceptionDay.objects.filter(jurisdiction=jurisdiction, place=place, rule_date=rule_date).exists():
        raise ValidationError({"rule_date": f"{place}{chinese_day(rule_date)}已有接待日，不用再安排。"})
    return days.start(day, by=by, label="计划", note=_planned(day))


@whole
def plan_all(lines, *, by, jurisdiction):
    """Plan the days of a year's plan, as its ``lines`` (:class:`reception.planning.PlannedDay`) say."""
    office = rules_for(jurisdiction)
    new = [
        ReceptionDay(
            jurisdiction=jurisdiction,
            station=line.rule.station,
            place=line.place,
            rule_date=line.rule_date,
            date=line.date,
            starts_at=line.rule.starts_at,
            ends_at=line.rule.ends_at,
            notice_due_on=_notice_due(line.date, office),
            reason=line.why if line.by_hand else "",
        )
        for line in lines
    ]
    return days.start_all(new, by=by, label="计划", note=_planned)


@whole
def postpone(day, *, by, date, reason):
    """Put the day off to ``date``; the new date is announced again (E3).

    A day that was put off already may come back nearer to its rule's date, once the calendar allows it.
    """
    step = days.prepare("postpone", day, by=by)
    check_near("date", "接待日期", date, years=1)
    nearer = day.rule_date <= date < day.date and date > clock.today()
    if date <= day.date and not nearer:
        raise ValidationError({"date": f"应晚于原定的{chinese_date(day.date)}。"})
    return days.take(
        step,
        day,
        by=by,
        note=f"由{chinese_day(day.date)}{'提前' if nearer else '延'}到{chinese_day(date)}：{reason}",
        date=date,
        reason=reason,
        notice_due_on=_notice_due(date, rules_for(day.jurisdiction)),
        notice_published_on=None,
    )


def cancel(day, *, by, reason):
    """Call the day off."""
    return days.take("cancel", day, by=by, note=reason, reason=reason)


def _notice_due(date, office):
    """Until when a day is announced.

    Nobody is late in a register by a number that nobody set: there the least that any office may set counts
    (docs/decisions/0010).
    """
    untold = clock.is_taken_over() and office.origins["notice_lead_days"] is None
    lead = RULES["notice_lead_days"].least if untold else office.notice_lead_days
    return date - timedelta(days=lead)


def _planned(day):
    """How the history of a day begins."""
    why = day.reason or "顺延"
    moved = f"（应为{chinese_day(day.rule_date)}，{why}）" if day.postponed else ""
    return f"{chinese_day(day.date)}在{day.place}接待{moved}。"
