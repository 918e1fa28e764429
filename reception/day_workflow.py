"""Reception days: planned, their rota set, announced, held, summarised, filed (domain.md E3, B1)."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from congress import clock
from congress.batch import naming
from congress.calendar import Calendar, chinese_date, chinese_day, short_date
from congress.models.office_rules import RULES, rules_for
from congress.plausible import check_day, check_near
from congress.workflow import Step, Workflow, whole
from deputies.models.seat import naming as seat_naming
from deputies.seats import once_each
from reception import rules, turn_rules
from reception.enums import DayStatus as S
from reception.models import DayLeader, ReceptionDay, RotaSlot, TurnRequest, Visitor
from reception.workflow import require


COMING = frozenset(S(value) for value in S.coming) | {S.POSTPONED}

days = Workflow(
    "接待日",
    S,
    Step(
        "set_rota", "排班", frozenset({S.PLANNED, S.ROTA_SET, S.POSTPONED}), S.ROTA_SET, rules.can_prepare_day
    ),
    Step(
        "publish_notice",
        "公告",
        frozenset({S.ROTA_SET, S.POSTPONED}),
        S.NOTICE_PUBLISHED,
        rules.can_prepare_day,
    ),
    Step("substitute", "换班", COMING - {S.PLANNED} | {S.OPEN}, None, rules.can_prepare_day),
    Step("exchange", "按申请换班", COMING - {S.PLANNED} | {S.OPEN}, None, turn_rules.can_exchange),
    Step("excuse", "准假", COMING - {S.PLANNED} | {S.OPEN}, None, rules.can_prepare_day),
    Step("lead", "带班领导", COMING | {S.OPEN}, None, rules.can_prepare_day, done="已安排带班领导"),
    Step("open", "开始接待", frozenset({S.ROTA_SET, S.NOTICE_PUBLISHED}), S.OPEN, rules.can_prepare_day),
    Step("hold", "登记到场", frozenset({S.OPEN}), S.HELD, rules.can_prepare_day),
    Step("summarise", "小结", frozenset({S.HELD}), S.SUMMARISED, rules.can_prepare_day),
    Step("archive", "归档", frozenset({S.SUMMARISED}), S.ARCHIVED, rules.can_approve_day),
    Step("postpone", "延期", COMING, S.POSTPONED, rules.can_approve_day),
    Step("cancel", "取消", COMING, S.CANCELLED, rules.can_approve_day),
    initial=S.PLANNED,
    related=["jurisdiction__parent"],
)

# Taken by the request of the deputies.
FOLLOWING_STEPS = frozenset({"exchange"})
NEEDS_ROTA = ("publish_notice", "substitute", "excuse")


def offered(day, user):
    """The steps that a day's page offers: what is done with a rota, once there is one; nobody sits early.

    An exchange is carried out by the request for it.
    """
    beside = set(FOLLOWING_STEPS)
    if not day.slots.all():
        beside |= set(NEEDS_ROTA)
    if clock.today() < day.date:
        beside.add("open")
    return [step for step in days.available(day, user) if step.name not in beside]


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
def set_rota(day, *, by, seats, note=""):
    """Put the deputies' turns down; before the notice they may be changed. A person has one turn."""
    step = days.prepare("set_rota", day, by=by)
    seats = once_each(seats, day.jurisdiction)
    if not seats:
        raise ValidationError({"seats": "请至少选择一名代表。"})
    _check_in_office(day, seats)
    day.slots.exclude(seat__in=seats).delete()
    _add_slots(day, seats)
    names = "、".join(seat.called for seat in seats)
    return days.take(step, day, by=by, note=f"由{names}接待。{note}")


@whole
def set_rotas(rotas, *, by, leaders=None):
    """Set the rota of many days at once, [(day, seats)]; ``leaders`` are {key of the day: (name, post) …}.

    Raises what :func:`set_rota` raises, naming the day.
    """
    for day, seats in rotas:
        with naming(day):
            set_rota(day, by=by, seats=seats)
            if led := (leaders or {}).get(day.pk):
                lead(day, by=by, leaders=led)


@whole
def lead(day, *, by, leaders, note=""):
    """Put down the leaders who sit in and are no deputies (B19), [(name, post)]; none removes all."""
    step = days.prepare("lead", day, by=by)
    day.leaders.all().delete()
    found = [DayLeader(day=day, name=name, post=post) for name, post in dict.fromkeys(leaders)]
    for leader in found:
        leader.full_clean()
    DayLeader.objects.bulk_create(found)
    names = f"由{'、'.join(map(str, found))}带班。" if found else "没有领导带班。"
    return days.take(step, day, by=by, note=f"{names}{note}")


@whole
def excuse(day, *, by, seat, reason):
    """Grant a deputy leave from his turn, for which nobody stands in (E4)."""
    step = days.prepare("excuse", day, by=by)
    slot = day.slots.filter(seat=seat).first()
    if slot is None:
        raise ValidationError({"seat": f"{seat.called}不在这天的轮值名单中。"})
    slot.leave = reason
    slot.full_clean()
    slot.save()
    return days.take(step, day, by=by, note=f"{seat.called}请假：{reason}")


@whole
def publish_notice(day, *, by, published_on=None, reason=""):
    """Announce time, place and deputies (B6–B8); too late a notice needs a reason.

    What is announced was known before: when the rota was set, and to which day it was put off.
    """
    step = days.prepare("publish_notice", day, by=by)
    published_on = published_on or clock.today()
    if not day.slots.exists():
        raise ValidationError("还没有排班，不能公告；请先排班。")
    settled = day.events.filter(step__in=["set_rota", "postpone"]).latest("at", "pk")
    known_on = timezone.localdate(settled.at)
    check_day("published_on", "公告日期", published_on, not_before=known_on, start=f"{settled.label}日期")
    if published_on > day.notice_due_on and not reason.strip():
        raise ValidationError(
            {"reason": f"应于{chinese_date(day.notice_due_on)}前公告，已经晚了；仍要公告的，请写明原因。"}
        )
    return days.take(step, day, by=by, note=reason, notice_published_on=published_on)


@whole
def substitute(day, *, by, seat, replaced, note=""):
    """``seat`` takes the turn of ``replaced``."""
    step = days.prepare("substitute", day, by=by)
    return _hand_over(step, day, by=by, seat=seat, replaced=replaced, note=note)


@whole
def exchange(day, *, by, request):
    """Change the rota by an open request to which both deputies have agreed (B5)."""
    step = days.prepare("exchange", day, by=by)
    agreed = TurnRequest.objects.agreed().named().about(day).filter(pk=request.pk).first()
    if agreed is None:
        raise ValidationError("双方还没有都同意，不能换班。")
    [(replaced, seat)] = [(has, takes) for on, has, takes in agreed.turns if on.pk == day.pk]
    return _hand_over(step, day, by=by, seat=seat, replaced=replaced, note=agreed.reason)


def check_turn(day, seat, replaced):
    """The turn of ``replaced`` on ``day``, which ``seat`` can take; else raises ``ValidationError``."""
    if seat.deputy_id == replaced.deputy_id:
        raise ValidationError({"seat": "替班的就是原轮值代表，请另选一名代表。"})
    _check_in_office(day, [seat])
    slot = day.slots.filter(seat=replaced).select_related("substitutes").first()
    if slot is None:
        raise ValidationError({"replaced": f"{replaced.called}不在这天的轮值名单中。"})
    if day.slots.filter(seat__deputy=seat.deputy_id).exists():
        raise ValidationError({"seat": f"{seat.called}{short_date(day.date)}已经轮值，请另选一名代表。"})
    return slot


def _hand_over(step, day, *, by, seat, replaced, note):
    slot = check_turn(day, seat, replaced)
    first = slot.substitutes or replaced
    # Who takes his own turn back stands in for nobody.
    slot.substitutes = None if first.deputy_id == seat.deputy_id else first
    slot.seat, slot.leave = seat, ""
    slot.full_clean()
    slot.save()
    return days.take(step, day, by=by, note=f"{seat.called}替{replaced.called}接待。{note}")


@whole
def open_day(day, *, by, note=""):
    """The deputies sit; without a notice a reason is needed."""
    step = days.prepare("open", day, by=by)
    if clock.today() < day.date:
        raise ValidationError(f"接待日是{chinese_day(day.date)}，还没有到。")
    if day.status != S.NOTICE_PUBLISHED:
        require(note, "还没有公告就接待的，请写明原因。")
    return days.take(step, day, by=by, note=note)


@whole
def hold(day, *, by, present, note=""):
    """Record which of the deputies were present; one who was not on the rota is added."""
    step = days.prepare("hold", day, by=by)
    present = once_each(
        present, day.jurisdiction, before=[slot.seat for slot in day.slots.select_related("seat")]
    )
    _check_in_office(day, present)
    _add_slots(day, present)
    day.slots.filter(seat__in=present).update(present=True)
    day.slots.exclude(seat__in=present).update(present=False)
    names = "、".join(seat.called for seat in present) or "无"
    return days.take(step, day, by=by, note=f"到场代表：{names}。{_missing(day)}{note}")


def summarise(day, *, by, summary, note=""):
    """Sum the day up."""
    if any(visitor.is_named_in(summary) for visitor in Visitor.objects.filter(visits__day=day)):
        raise ValidationError({"summary": "小结里有来访人的姓名，看到的人多，请删去；可以写“一位选民”。"})
    return days.take("summarise", day, by=by, note=note, summary=summary)


def archive(day, *, by, note=""):
    """Put the day's papers on file."""
    return days.take("archive", day, by=by, note=note)


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


def _missing(day):
    """Who did not come, with leave and without; a register that is taken over tells of no leave."""
    if clock.is_taken_over():
        return ""
    told = {"请假": [], "未请假": []}
    for slot in day.slots.select_related(*seat_naming("seat__")):
        if slot.missed:
            told[slot.missed].append(slot.seat.called)
    return "".join(f"{how}未到：{'、'.join(names)}。" for how, names in told.items() if names)


def _add_slots(day, seats):
    have = set(day.slots.values_list("seat", flat=True))
    RotaSlot.objects.bulk_create(RotaSlot(day=day, seat=seat) for seat in seats if seat.pk not in have)


def _check_in_office(day, seats):
    if gone := [seat.called for seat in seats if not seat.in_office(day.date)]:
        raise ValidationError(f"{'、'.join(gone)}在{chinese_date(day.date)}不在任，请另选代表。")
