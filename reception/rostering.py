"""Drawing up the rota of a period: which days, who takes turns, what each had before (domain.md B5)."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from congress.calendar import short_date
from deputies.models import Seat
from deputies.models.seat import held_during, naming
from deputies.seats import once_each
from reception import rota
from reception.enums import DayStatus
from reception.models import Away, ReceptionDay, RotaSlot


# How far back turns are counted.
COUNTED = timedelta(days=365)


@dataclass(frozen=True)
class Plan:
    """What is asked for: a period, who takes turns, how many a day; ``least`` is the office's rule a year."""

    jurisdiction: object
    first: date
    last: date
    per_day: int
    station: object = None
    constituencies: tuple = ()
    anew: bool = False
    least: int = 0


class Draft:
    """The rota of a period as it is proposed, and what is to be said of it as it stands after changes.

    ``days`` are those without a rota (``plan.anew``: all whose rota is not announced), ``people`` everybody
    who may be put down, {key of the deputy: seats}, ``pool`` those among whom the turns are shared out.
    """

    def __init__(self, plan):
        self.plan = plan
        nearby = list(_days_around(plan))
        self.days = [day for day in nearby if _is_open(day, plan)]
        self.standing = [day for day in nearby if day not in self.days and day.slots.all()]
        self.people = _people(plan)
        self.pool = _pool(plan, self.people)
        self.before = _turns_before(plan)
        self.just_before = Counter(
            slot.seat.deputy_id
            for day in self.standing
            for slot in day.slots.all()
            if day.date < plan.first and slot.present is not False
        )
        self.away = _away(self.people, [day.date for day in self.days])

    def proposal(self):
        """{key of the day: keys of deputies} for the days without a rota."""
        candidates = [self._candidate(key) for key in self.pool]
        days = [rota.OpenDay(day.pk, day.date) for day in self.days]
        days += [rota.OpenDay(day.pk, day.date, fixed=_sitting(day)) for day in self.standing]
        found = rota.propose(days, candidates, self.plan.per_day, since=self.plan.first - COUNTED)
        return {day.pk: found.sitting[day.pk] for day in self.days}

    def seat_on(self, deputy, day):
        """The seat under which a deputy sits: the first that he holds then; None if he holds none."""
        return next((seat for seat in self.people[deputy] if seat.in_office(day.date)), None)

    def called(self, deputy):
        return self.people[deputy][0].called

    def counts(self, sitting):
        """(seat, turns before, turns in the period) of everybody in the pool or put down."""
        planned = Counter(key for keys in sitting.values() for key in keys)
        for day in self.standing:
            if self.plan.first <= day.date <= self.plan.last:
                planned.update(_sitting(day))
        keys = dict.fromkeys([*self.pool, *(key for key in planned if key in self.people)])
        return [(self.people[key][0], self.before[key], planned[key]) for key in keys]

    def remarks(self, sitting):
        """What is odd about a rota, in sentences, day by day and then on the whole."""
        busy = defaultdict(list)
        for day in self.standing:
            busy[day.date].extend(_sitting(day))
        for day in self.days:
            busy[day.date].extend(sitting[day.pk])
        dates = sorted(busy)
        found = []
        for day in self.days:
            found += self._remarks_of(day, sitting[day.pk], busy[day.date])
            place = dates.index(day.date)
            if place and (again := set(sitting[day.pk]) & set(busy[dates[place - 1]])):
                found.append(f"{self._names(again)}连续两次轮值（{short_date(day.date)}）。")
        return [*dict.fromkeys(found), *self._shortfall(sitting)]

    def _remarks_of(self, day, keys, on_date):
        when = short_date(day.date)
        if len(keys) < self.plan.per_day:
            yield f"{when}只有{len(keys)}人，还缺{self.plan.per_day - len(keys)}人。"
        if gone := [key for key in keys if self.seat_on(key, day) is None]:
            yield f"{self._names(gone)}在{when}不在任，请换人。"
        if away := [key for key in keys if day.date in self.away[key]]:
            yield f"{self._names(away)}说过{when}不便接待。"
        if twice := [key for key in keys if on_date.count(key) > 1]:
            yield f"{self._names(twice)}在{when}排了不止一处。"

    def _shortfall(self, sitting):
        least = self.plan.least
        few = [seat.called for seat, before, planned in self.counts(sitting) if planned < least]
        if not few or self.plan.last - self.plan.first < timedelta(days=300):
            return []
        every = rota.days_needed(self.pool, least, self.plan.per_day)
        days = len(self.days) + len([day for day in self.standing if day.date >= self.plan.first])
        why = f"，每天{self.plan.per_day}人要{every}天，只有{days}天" if every > days else ""
        names = "、".join(few[:8]) + ("等" if len(few) > 8 else "")
        return [f"有{len(few)}名代表一年不足{least}次（{names}）{why}。"]

    def _names(self, keys):
        return "、".join(self.called(key) for key in self.people if key in keys)

    def _candidate(self, key):
        seats = self.people[key]
        firsts, lasts = [seat.first_day for seat in seats], [seat.last_day for seat in seats]
        gaps = {day.date for day in self.days if self.seat_on(key, day) is None}
        return rota.Candidate(
            key,
            first=None if None in firsts else min(firsts),
            last=None if None in lasts else max(lasts),
            away=frozenset(self.away[key] | gaps),
            # Those of the day before the period are told by that day.
            turns=self.before[key] - self.just_before[key],
        )


def _days_around(plan):
    """The days of the period that are not called off, and the nearest ones with a rota on both sides."""
    here = ReceptionDay.objects.filter(jurisdiction=plan.jurisdiction).exclude(status=DayStatus.CANCELLED)
    within = Q(date__range=(plan.first, plan.last))
    beside = [
        here.filter(date__lt=plan.first).order_by("-date").values("date")[:1],
        here.filter(date__gt=plan.last).order_by("date").values("date")[:1],
    ]
    found = here.filter(within | Q(date__in=beside[0]) | Q(date__in=beside[1]))
    return found.order_by("date", "pk").prefetch_related("slots__seat", "leaders")


def _is_open(day, plan):
    if not plan.first <= day.date <= plan.last or day.status not in DayStatus.before_notice:
        return False
    if plan.station and day.station_id != plan.station.pk:
        return False
    return plan.anew or not day.slots.all()


def _sitting(day):
    return tuple(slot.seat.deputy_id for slot in day.slots.all())


def _people(plan):
    """{key of the deputy: his seats, that in the congress of the place first}, in stroke order."""
    working = Seat.objects.working_in(plan.jurisdiction).filter(held_during(plan.first, plan.last))
    seats = list(working.select_related(*naming()).in_stroke_order())
    nearest = {seat.deputy_id: seat for seat in once_each(seats, plan.jurisdiction)}
    people = {key: [seat] for key, seat in nearest.items()}
    for seat in seats:
        if seat != nearest[seat.deputy_id]:
            people[seat.deputy_id].append(seat)
    return people


def _pool(plan, people):
    seats = [seat for seats in people.values() for seat in seats]
    if plan.station:
        at_station = {*plan.station.seats.values_list("deputy", flat=True)}
        return [key for key in people if key in at_station]
    if plan.constituencies:
        where = {one.pk for one in plan.constituencies}
        within = {seat.deputy_id for seat in seats if seat.constituency_id in where}
        return [key for key in people if key in within]
    return list(people)


def _turns_before(plan):
    """The turns of each deputy in the year before, those that he missed left out."""
    counted = (
        RotaSlot.objects.standing()
        .exclude(present=False)
        .filter(
            day__jurisdiction=plan.jurisdiction,
            day__date__gte=plan.first - COUNTED,
            day__date__lt=plan.first,
        )
    )
    return Counter(counted.values_list("seat__deputy", flat=True))


def _away(people, dates):
    """{key of the deputy: dates of reception days on which he said that he cannot}."""
    found = defaultdict(set)
    told = Away.objects.filter(deputy__in=people)
    if dates:
        told = told.filter(starts_on__lte=max(dates), ends_on__gte=min(dates))
    for away in told:
        found[away.deputy_id].update(on for on in dates if away.starts_on <= on <= away.ends_on)
    return found
