"""Who sits on a reception day: rota, leaders, substitutes, leave (domain.md B5, B19, E4)."""

from django.core.exceptions import ValidationError

from congress.batch import naming
from congress.calendar import chinese_date, short_date
from congress.workflow import whole
from deputies.seats import once_each
from reception.day_workflow.steps import days
from reception.models import DayLeader, RotaSlot, TurnRequest


@whole
def set_rota(day, *, by, seats, note=""):
    """Put the deputies' turns down; before the notice they may be changed. A person has one turn."""
    step = days.prepare("set_rota", day, by=by)
    seats = once_each(seats, day.jurisdiction)
    if not seats:
        raise ValidationError({"seats": "请至少选择一名代表。"})
    check_in_office(day, seats)
    day.slots.exclude(seat__in=seats).delete()
    add_slots(day, seats)
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
    check_in_office(day, [seat])
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


def add_slots(day, seats):
    have = set(day.slots.values_list("seat", flat=True))
    RotaSlot.objects.bulk_create(RotaSlot(day=day, seat=seat) for seat in seats if seat.pk not in have)


def check_in_office(day, seats):
    if gone := [seat.called for seat in seats if not seat.in_office(day.date)]:
        raise ValidationError(f"{'、'.join(gone)}在{chinese_date(day.date)}不在任，请另选代表。")
