"""How the turns of a place were shared out since a day, deputy by deputy (domain.md B5)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from congress import clock
from deputies.models import Seat
from deputies.models.seat import held_during, naming
from deputies.seats import once_each
from reception.models import RotaSlot


@dataclass(frozen=True)
class Measure:
    """``of(slot, key)`` says whether a turn counts for the deputy of that key."""

    name: str
    heading: str
    rule: str
    of: Callable


def _has(slot, key):
    return slot.seat.deputy_id == key


def _first(slot):
    """The deputy whom the rota gave the turn."""
    return (slot.substitutes or slot.seat).deputy_id


def _to_come(slot):
    return slot.present is None and slot.day.date >= clock.today()


MEASURES = (
    Measure(
        "planned",
        "排班",
        "排班给本人的轮值，后来让给别人的也计；取消的接待日不计。",
        lambda slot, key: _first(slot) == key,
    ),
    Measure(
        "served", "已接待", "登记为到场的轮值。", lambda slot, key: _has(slot, key) and slot.present is True
    ),
    Measure(
        "for_others",
        "替别人",
        "原来排给别人、替班或互换后由本人去的轮值。",
        lambda slot, key: _has(slot, key) and slot.substitutes_id is not None,
    ),
    Measure(
        "given",
        "让给别人",
        "原来排给本人、替班或互换后由别人去的轮值。",
        lambda slot, key: _first(slot) == key and not _has(slot, key),
    ),
    Measure(
        "excused",
        "请假未到",
        "准了假、没有人替、登记为未到的轮值。",
        lambda slot, key: _has(slot, key) and slot.missed == "请假",
    ),
    Measure(
        "missed",
        "未请假未到",
        "没有请假、登记为未到的轮值。",
        lambda slot, key: _has(slot, key) and slot.missed == "未请假",
    ),
    Measure(
        "coming",
        "还要接待",
        "今天和以后的轮值，准了假的不计。",
        lambda slot, key: _has(slot, key) and _to_come(slot) and not slot.leave,
    ),
)
BY_NAME = {measure.name: measure for measure in MEASURES}


@dataclass(frozen=True)
class Share:
    """A deputy's part; ``slots`` are {name of a measure: his turns}, the earliest first."""

    seat: Seat
    slots: dict

    @property
    def cells(self):
        """(measure, number) in the order of the columns."""
        return [(measure, len(self.slots[measure.name])) for measure in MEASURES]

    @property
    def sits(self):
        """Turns that he took or is still to take: what makes a rota fair."""
        return len(self.slots["served"]) + len(self.slots["coming"])

    @property
    def next_slot(self):
        return next(iter(self.slots["coming"]), None)


def turns(user, since, *, place=None, station=None):
    """The turns since a day that ``user`` sees, of days that are not called off, the earliest first."""
    found = RotaSlot.objects.visible_to(user).standing().filter(day__date__gte=since)
    if place:
        found = found.filter(day__jurisdiction=place)
    if station:
        found = found.filter(day__station=station)
    return found.select_related("day", *naming("seat__"), *naming("substitutes__")).order_by(
        "day__date", "day", "pk"
    )


def share_of(seat, slots):
    """The deputy's part in ``slots``."""
    key = seat.deputy_id
    return Share(
        seat, {measure.name: [slot for slot in slots if measure.of(slot, key)] for measure in MEASURES}
    )


def shares(user, since, *, place, station=None):
    """A :class:`Share` of everybody who takes turns there, and of whoever had one; in stroke order.

    As many queries however many they are.
    """
    slots = list(turns(user, since, place=place, station=station))
    involved = {slot.seat for slot in slots} | {slot.substitutes for slot in slots if slot.substitutes}
    seats = {seat.deputy_id: seat for seat in involved}
    seats |= {seat.deputy_id: seat for seat in _pool(place, station, since)}
    ordered = sorted(seats.values(), key=lambda seat: (seat.deputy.stroke_key, seat.deputy_id))
    return [share_of(seat, slots) for seat in ordered]


def _pool(place, station, since):
    """Among whom the turns are shared out: the deputies in office in the time, of a station those there."""
    last = max(since, clock.today())
    here = Seat.objects.working_in(place).filter(held_during(since, last))
    if station:
        here = here.filter(deputy__in=station.seats.values("deputy"))
    return once_each(list(here.select_related(*naming()).in_stroke_order()), place)


def spread(found):
    """How far apart the deputies in office are, in a sentence; "" without any."""
    today = clock.today()
    serving = [share for share in found if share.seat.in_office(today)]
    if not serving:
        return ""
    least, most = min(share.sits for share in serving), max(share.sits for share in serving)
    if least == most:
        return f"在任的{len(serving)}名代表各接待{most}次（已经接待的和还要接待的），轮得一样多。"
    told = (
        f"在任的{len(serving)}名代表，已经接待的和还要接待的合计：最多{most}次（{_names(serving, most)}），"
    )
    told += f"最少{least}次（{_names(serving, least)}），相差{most - least}次"
    if most - least == 1:
        return f"{told}，还在同一轮里。"
    return f"{told}；下次排班，请先排次数少的。"


def _names(found, number):
    named = [share.seat.called for share in found if share.sits == number]
    return "、".join(named[:5]) + (f"等{len(named)}人" if len(named) > 5 else "")


def year_begin():
    return date(clock.today().year, 1, 1)
