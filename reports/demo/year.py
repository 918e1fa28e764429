"""The demonstration year 2025, and the weeks around today."""

from contextlib import suppress
from datetime import date, time, timedelta
from functools import partial

from django.db.models import Case, When

from congress import clock
from congress.enums import Role
from congress.models import Jurisdiction, User
from deputies.models import Seat, Station
from reception import day_workflow, notice_workflow, plan_workflow
from reception.enums import Channel, VisitorKind
from reception.intake import receive
from reception.models import ReceptionDay, ReceptionPlan, ReceptionRule
from reports.demo import fates, turns
from reports.demo.matters import LITIGATION, LONG_WORDS, MATTERS, VILLAGES, VISITORS
from reports.demo.walk import YEAR, TodayReachedError, Walk, moment


# Place, station, rule, hours (domain.md G).
RECEPTION = [
    ("望云街道", "望云街道人大代表工作室", "FREQ=MONTHLY;BYMONTHDAY=25", (time(14, 30), time(16, 30))),
    ("白鹭湾镇", "白鹭湾镇人大代表之家", "FREQ=MONTHLY;BYMONTHDAY=5", (time(8, 30), time(11))),
    ("石坎镇", "石坎镇中心代表联络站", "FREQ=MONTHLY;BYMONTHDAY=20", (time(8, 30), time(11))),
    (
        "芦荻镇",
        "芦荻镇人大代表之家",
        "FREQ=MONTHLY;BYMONTH=1,3,5,7,9,11;BYMONTHDAY=9\nFREQ=MONTHLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=19",
        (time(9), time(11, 30)),
    ),
]


class Year:
    """Builds the reception days with their visits and matters; counts them as they come."""

    def __init__(self, today):
        self.today = today
        self.received = 0
        self.turns = {}
        self.twins = {}

    def build(self):
        for place, station, recurrence, hours in RECEPTION:
            self._plan(place, station, recurrence, hours)
        self._draft_next_year()
        for day in ReceptionDay.objects.select_related("jurisdiction").order_by("date", "pk"):
            self._hold(day)
        self._other_channels()
        turns.ask_for_some(self.today)

    def _plan(self, place, station, recurrence, hours):
        """The rule; the plan of the whole year; that of the weeks from two months ago on."""
        office = User.objects.get(role=Role.LOCAL_OFFICE, jurisdiction__name=place)
        station = Station.objects.get(name=station)
        rule = ReceptionRule(
            jurisdiction=office.jurisdiction,
            station=station,
            place=station.name,
            recurrence=recurrence,
            starts_at=hours[0],
            ends_at=hours[1],
            valid_from=date(YEAR - 1, 1, 1),
        )
        rule.full_clean()
        rule.save()
        for year, on in self._planned_years():
            with clock.at(moment(on)):
                plan = plan_workflow.draft(by=office, jurisdiction=office.jurisdiction, year=year)
                plan_workflow.adopt(plan, by=office)

    def _planned_years(self):
        """The years whose days are planned, and when: the demonstration year before it begins."""
        yield YEAR, date(YEAR - 1, 12, 10)
        index = self.today.year * 12 + self.today.month - 1
        year, month = divmod(index - 2, 12)
        first = date(year, month + 1, 1)
        for year in sorted({number // 12 for number in range(index - 2, index + 2)} - {YEAR}):
            yield year, max(first, date(year - 1, 12, 1))

    def _draft_next_year(self):
        """One town already looks at next year, whose calendar may not be known yet."""
        liaison = User.objects.filter(role=Role.LIAISON, jurisdiction__name="石坎镇").first()
        year = self.today.year + 1
        if liaison and not ReceptionPlan.objects.filter(year=year).exists():
            with clock.at(moment(self.today, 8)):
                plan_workflow.draft(by=liaison, jurisdiction=liaison.jurisdiction, year=year)

    def _hold(self, day):
        """Rota, notice, and the day itself, as far as today allows."""
        office = User.objects.get(role=Role.LOCAL_OFFICE, jurisdiction=day.jurisdiction)
        if day.date - timedelta(days=12) > self.today:
            return
        seats = self._next_in_turn(day)
        with clock.at(moment(day.date - timedelta(days=12))):
            day_workflow.set_rota(day, by=office, seats=seats)
        if day.notice_due_on > self.today:
            return
        with clock.at(moment(day.notice_due_on, 9)):
            notice_workflow.publish_day(day, by=office, where="联络站公示栏、村务公开栏")
        if day.date < self.today:
            self._sit(day, office, seats)

    def _next_in_turn(self, day):
        """The two deputies of the place who have served least."""
        unique = {}
        for seat in _seats_of(day.jurisdiction, day.date):
            unique.setdefault(seat.deputy_id, seat)
        chosen = sorted(unique.values(), key=lambda seat: self.turns.get(seat.deputy_id, 0))[:2]
        for seat in chosen:
            self.turns[seat.deputy_id] = self.turns.get(seat.deputy_id, 0) + 1
        return chosen

    def _sit(self, day, office, seats):
        with clock.at(moment(day.date, 8)):
            present = self._swap(day, office, seats)
            day_workflow.open_day(day, by=office)
        for _ in range(self._visits_of(day)):
            self._receive(day.jurisdiction, day.date, present, day=day)
        with clock.at(moment(day.date, 17)):
            day_workflow.hold(day, by=office, present=present)
        with clock.at(moment(day.date + timedelta(days=1), 9)):
            count = day.visits.count()
            words = f"接待来访{count}批，意见已全部登记。" if count else "本次没有来访。"
            day_workflow.summarise(day, by=office, summary=words)

    def _swap(self, day, office, seats):
        """On 20 March in 石坎 a colleague takes the turn of the second deputy."""
        if day.date != date(YEAR, 3, 20):
            return seats
        stand_in = (
            _seats_of(day.jurisdiction, day.date).exclude(deputy__in=[seat.deputy for seat in seats]).first()
        )
        day_workflow.substitute(day, by=office, seat=stand_in, replaced=seats[1])
        return [seats[0], stand_in]

    def _visits_of(self, day):
        """Nobody comes to two of the year's days; else one or two, three where the year needs its eighty."""
        if day.date.year != YEAR:
            return 2
        if day.date.month == 2 and day.jurisdiction.name == "芦荻镇":
            return 0
        left = 80 - self.received
        return min(left, 1 + (day.date.month + len(day.place)) % 3) if day.date.month < 12 else min(left, 4)

    def _receive(self, place, on, seats, *, day=None, channel=Channel.RECEPTION, fate=None):
        """One visitor with one matter, walked on to its fate."""
        self.received += 1
        number = self.received
        fate = fate or fates.SPECIAL.get(number, fates.handled)
        matter = LITIGATION if fate is fates.not_accepted else MATTERS[number * 7 % len(MATTERS)]
        villages = VILLAGES[place.name]
        village = villages[number % len(villages)]
        words = LONG_WORDS[:2000] if number == 33 else matter.words.format(village)
        with clock.at(moment(on, 10)):
            visit = receive(
                by=_recorder(place),
                jurisdiction=place,
                visitor_data=_visitor(number, village),
                visit_data={
                    "channel": channel,
                    "date": on,
                    "day": day,
                    "party_size": 1 + (number % 6 == 0),
                    "deputies": seats,
                },
                opinions=[{"title": matter.title.format(village), "words": words}],
            )
        walk = Walk(visit.opinions.get(), matter, today=self.today)
        if fate is fates.merged:
            self.twins[place] = walk
        elif fate is fates.handled and place in self.twins:
            fate = partial(fates.with_twin, twin=self.twins.pop(place))
        with suppress(TodayReachedError):
            fate(walk)

    def _other_channels(self):
        """What came in by telephone and letter in the last days, each at another stage."""
        places = {place.name: place for place in Jurisdiction.objects.select_related("parent")}
        recent = [
            ("石坎镇", Channel.PHONE, 0, fates.handled),
            ("望云街道", Channel.WALK_IN, 1, fates.handled),
            ("石坎镇", Channel.LETTER, 5, fates.handled),
            ("白鹭湾镇", Channel.HOUSEHOLD_VISIT, 9, fates.handled),
            ("石坎镇", Channel.FORUM, 12, fates.handled),
            ("望云街道", Channel.ONLINE, 45, fates.untouched),
            ("石坎镇", Channel.APPOINTMENT, 30, fates.handled),
            ("石坎镇", Channel.LETTER, 20, fates.drafted),
            ("白鹭湾镇", Channel.PHONE, 24, fates.handed_in),
            ("芦荻镇", Channel.FORUM, 28, fates.numbered),
            ("石坎镇", Channel.HOUSEHOLD_VISIT, 33, fates.assigned),
        ]
        for name, channel, days_ago, fate in recent:
            place = places[name]
            seats = Seat.objects.working_in(place).in_office(self.today).in_stroke_order().distinct()[:1]
            self._receive(
                place, self.today - timedelta(days=days_ago), list(seats), channel=channel, fate=fate
            )


def _seats_of(place, on):
    """Who receives voters in a place: for one with two seats, the town's counts."""
    seats = Seat.objects.working_in(place).in_office(on).select_related("deputy")
    nearest = Case(When(term__jurisdiction=place, then=0), default=1)
    return seats.order_by(nearest, "deputy__stroke_key", "pk").distinct()


def _recorder(place):
    """The liaison officer where there is one."""
    staff = User.objects.filter(jurisdiction=place)
    return staff.filter(role=Role.LIAISON).first() or staff.get(role=Role.LOCAL_OFFICE)


def _visitor(number, village):
    if number in fates.ANONYMOUS:
        return {"kind": VisitorKind.ANONYMOUS, "consented": True}
    if number % 16 == 0:
        return {
            "kind": VisitorKind.UNIT,
            "name": f"{village}居民小组",
            "phone": "00000000100",
            "consented": True,
        }
    return {
        "kind": VisitorKind.PERSON,
        "name": VISITORS[number % len(VISITORS)],
        "phone": f"1640000{1000 + number}",
        "address": village,
        "is_voter": number % 9 != 0,
        "consented": True,
    }
