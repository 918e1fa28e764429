"""The days of a year by an office's rules: put off at holidays, adjusted by hand, looked at again."""

from dataclasses import dataclass, replace
from datetime import date

from congress import clock
from congress.calendar import WEEKEND, Calendar, chinese_date
from congress.models.office_rules import rules_for
from reception.enums import DayStatus, PlanStatus
from reception.models import ReceptionDay, ReceptionPlan, ReceptionRule
from reception.models.plan import Way


# Published and hand-made calendars begin with the former, and nobody plans further ahead than the latter.
FIRST_YEAR = 2004
YEARS_AHEAD = 1


@dataclass(frozen=True)
class PlannedDay:
    """One day of a plan.

    ``why`` is why it is not held on ``rule_date``; ``left_out`` why it is not held at all. ``day`` is the
    reception day, once there is one; ``by_hand`` says that a person moved or left it out.
    """

    rule: ReceptionRule | None
    rule_date: date
    date: date
    place: str
    why: str = ""
    left_out: str = ""
    by_hand: bool = False
    day: ReceptionDay | None = None
    clashes: tuple = ()

    @property
    def moved(self):
        return self.date != self.rule_date

    @property
    def is_new(self):
        """Whether adopting the plan makes a reception day of it."""
        return self.day is None and not self.left_out

    @property
    def stands(self):
        """Whether voters are received: neither left out nor called off."""
        return not self.left_out and not (self.day and self.day.status == DayStatus.CANCELLED)

    @property
    def hours(self):
        return (self.day or self.rule).hours

    @property
    def key(self):
        """How a form names it."""
        return f"{self.rule_date.isoformat()}@{self.place}"


def way_of(rule, office):
    """How a day is put off: by its rule, and by the office's rules where it was planned without one."""
    return rule.way(office) if rule else Way(office.postponement, office.weekend_counts)


def is_plannable(year):
    """Whether a calendar can be worked out for the year."""
    return FIRST_YEAR <= year <= clock.today().year + YEARS_AHEAD


def days_by_rules(rules, office, year, calendar):
    """The :class:`PlannedDay` of each place and day of the rules in ``year``, by date.

    ``office`` are the rules of the office, for what a reception rule leaves open. Where two rules ask for the
    same place and day, the one that has held longer makes it.
    """
    found = {}
    for rule in rules:
        way = rule.way(office)
        for rule_date in rule.occurrences(date(year, 1, 1), date(year, 12, 31)):
            moved = way.moved(rule_date, calendar)
            why = "" if moved == rule_date else f"遇{calendar.holiday_name(rule_date)}顺延"
            found.setdefault((rule.place, rule_date), PlannedDay(rule, rule_date, moved, rule.place, why=why))
    return sorted(found.values(), key=_by_date)


def days_of(jurisdiction, year, calendar=None):
    """The days of an office in a year by its rules alone, whatever was planned. Three queries."""
    rules = jurisdiction.reception_rules.holding(date(year, 1, 1), date(year, 12, 31))
    rules = rules.select_related("station")
    return days_by_rules(rules, rules_for(jurisdiction), year, calendar or Calendar())


def days_of_plan(plan, calendar=None):
    """What the plan says: the reception days that there are and, while it is a draft, those to come of it.

    Days that have passed are not planned any more. Five queries.
    """
    calendar = calendar or Calendar()
    there = plan.jurisdiction.reception_days.filter(rule_date__year=plan.year)
    found = {(day.place, day.rule_date): _existing(day, calendar) for day in there}
    if plan.status == PlanStatus.DRAFT:
        adjusted = {(one.place, one.rule_date): one for one in plan.adjustments.all()}
        for planned in days_of(plan.jurisdiction, plan.year, calendar):
            place_and_day = (planned.place, planned.rule_date)
            one = _adjusted(planned, adjusted.get(place_and_day))
            if place_and_day not in found and one.date >= clock.today():
                found[place_and_day] = one
    return sorted(found.values(), key=_by_date)


def fingerprint(lines):
    """What somebody saw when he looked at a draft, in short: what adopting it would make."""
    return ",".join(f"{line.date:%m%d}{line.rule_date:%m%d}" for line in lines if line.is_new)


def is_provisional(year, calendar):
    """Whether the calendar of the year is neither published nor entered."""
    return bool(calendar.unpublished([date(year, 1, 1)]))


def move_of(day, way, calendar, *, recompute):
    """Where a planned day should go as the calendar is known now; None where it stands well.

    A day on a holiday goes on from its rule's date, one that a person had moved from where he put it; a plain
    weekend was known when the day was put there. With ``recompute`` the calendar was unknown then: each day
    by the rule is looked at again, and may come nearer, too.
    """
    by_hand = bool(day.reason)
    due = way.moved(day.date if by_hand else day.rule_date, calendar)
    if calendar.holiday_name(day.date) not in (None, WEEKEND):
        due = due if due > day.date else way.moved(day.date, calendar)
    elif by_hand or not recompute or due <= clock.today():
        return None
    return due if due != day.date else None


def why_moved(day, due, calendar):
    """The reason of a proposed move, as the notice may say it."""
    holiday = calendar.holiday_name(day.date)
    if holiday is not None:
        return f"按放假安排，{chinese_date(day.date)}放假（{holiday}）"
    return f"放假安排公布后，{chinese_date(day.rule_date)}起第一个接待的日子是{chinese_date(due)}"


def rule_of(day, rules):
    """The rule of ``rules`` that asks for a reception day; None where it was planned one by one."""
    return next(
        (
            rule
            for rule in rules
            if (rule.jurisdiction_id, rule.place) == (day.jurisdiction_id, day.place)
            and rule.occurrences(day.rule_date, day.rule_date)
        ),
        None,
    )


def proposed_moves(days, office, jurisdiction):
    """Where coming ``days`` of one jurisdiction should go as the calendar is known now: {key: (date, why)}.

    ``office`` are the rules that hold there. Three queries.
    """
    if not days:
        return {}
    calendar = Calendar()
    reception_rules = list(jurisdiction.reception_rules.all())
    known_since = {
        plan.year
        for plan in ReceptionPlan.objects.filter(jurisdiction=jurisdiction, provisional=True)
        if not is_provisional(plan.year, calendar)
    }
    found = {}
    for day in days:
        rule = rule_of(day, reception_rules)
        recompute = rule is not None and day.rule_date.year in known_since
        due = move_of(day, way_of(rule, office), calendar, recompute=recompute)
        if due:
            found[day.pk] = due, why_moved(day, due, calendar)
    return found


def proposed_move(day):
    """As :func:`proposed_moves` for one day: (date, why), or None."""
    return proposed_moves([day], rules_for(day.jurisdiction), day.jurisdiction).get(day.pk)


def _existing(day, calendar):
    why = day.reason
    if not why and day.postponed:
        holiday = calendar.holiday_name(day.rule_date)
        why = f"遇{holiday}顺延" if holiday else "改期"
    return PlannedDay(None, day.rule_date, day.date, day.place, why=why, day=day)


def _adjusted(planned, adjustment):
    if adjustment is None:
        return planned
    if adjustment.date is None:
        return replace(planned, left_out=adjustment.reason, by_hand=True)
    return replace(planned, date=adjustment.date, why=adjustment.reason, by_hand=True)


def _by_date(planned):
    return planned.date, planned.rule_date, planned.place
