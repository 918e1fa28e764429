"""A whole city around the fictional district: what lists, statistics and rolls cost with 9,000 seats.

Written in bulk, unlike the district: names, places and marks are drawn by lot, the same every time.
"""

from datetime import date, timedelta
from itertools import cycle
from random import Random

from congress.enums import DayPart, Level, MeetingKind, Role
from congress.models import Jurisdiction, Meeting, Profile, Session, Term
from deputies import rolls
from deputies.enums import Mark, MarkedBy, Sector, Sex, StationKind
from deputies.models import Constituency, Delegation, Deputy, DeputyGroup, Seat, Station
from deputies.quota import FORMULAS
from reports.demo.people import account


DISTRICTS = [
    "朝霞区",
    "平澜区",
    "松岭区",
    "柳溪区",
    "望湖区",
    "金沙区",
    "青峰县",
    "白塔县",
    "龙泉县",
    "石门县",
    "双河县",
]
TOWNS, STREETS, SEATS = 150, 56, 9000
DISTRICT_SEATS = 300
SEATS_EACH = 3  # of a constituency
PLACE_WORDS = "云溪桥山河塘岭泉湾坪洲峰林港川原"
SURNAMES = [
    *"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾单仇解区查",
    *("欧阳", "上官", "尉迟", "澹台", "司马", "诸葛"),
]
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂文建国志海春晓玉红家永新秀英俊"
PARTIES = ["中共党员"] * 6 + ["群众"] * 3 + ["民盟盟员"]
ETHNICITIES = ["汉族"] * 18 + ["回族", "满族"]
EDUCATIONS = ["大学", "大学", "大专", "研究生", "高中"]
SESSION = date(2025, 1, 12)
MEETINGS = (
    (0, DayPart.MORNING, MeetingKind.FULL, "第一次全体会议"),
    (0, DayPart.AFTERNOON, MeetingKind.DELEGATION, "分团审议"),
    (1, DayPart.MORNING, MeetingKind.FULL, "第二次全体会议"),
    (2, DayPart.MORNING, MeetingKind.FULL, "第三次全体会议"),
)
MARKS = [Mark.PRESENT] * 46 + [Mark.EXCUSED] * 3 + [Mark.ABSENT]


def build_city(city):
    """Add eleven districts to ``city``, until it has 12 with 150 towns and sub-districts and 9,000 seats."""
    lot = Random(20250112)
    districts = _districts(city, lot)
    towns = [place for places in districts.values() for place in places if place.has_congress]
    of_towns = SEATS - Seat.objects.count() - DISTRICT_SEATS * len(districts)
    shares = [of_towns // len(towns) + (place < of_towns % len(towns)) for place in range(len(towns))]
    seats_of = dict(zip([town.pk for town in towns], shares, strict=True))
    for district, places in districts.items():
        _congress(district, district, places, DISTRICT_SEATS, lot)
        for place in places:
            if place.has_congress:
                _congress(place, district, [place], seats_of[place.pk], lot)
        account(f"ban{district.pk}", f"{district.name}经办人", Role.DISTRICT_OFFICE, district)
    account("shiban", "市代表工委经办人", Role.DISTRICT_OFFICE, city)


def _districts(city, lot):
    """The new districts with their towns and sub-districts: {district: [place, …]}."""
    missing = TOWNS - Jurisdiction.objects.local().count()
    counts = [
        missing // len(DISTRICTS) + (place < missing % len(DISTRICTS)) for place in range(len(DISTRICTS))
    ]
    streets = STREETS // len(DISTRICTS)
    found = {}
    for order, (name, count) in enumerate(zip(DISTRICTS, counts, strict=True), start=2):
        district = Jurisdiction.objects.create(name=name, level=Level.DISTRICT, parent=city, order=order)
        found[district] = [
            Jurisdiction.objects.create(
                name=f"{''.join(pair)}{'街道' if place < streets else '镇'}",
                level=Level.STREET if place < streets else Level.TOWN,
                parent=district,
                order=place + 1,
            )
            for place, pair in enumerate(_pairs(lot, count))
        ]
        _furnish(found[district], lot)
    return found


def _pairs(lot, count):
    """Different pairs of words for the names of places."""
    return lot.sample([(one, other) for one in PLACE_WORDS for other in PLACE_WORDS if one != other], count)


def _furnish(places, lot):
    """A station and the basic figures of each place."""
    Station.objects.bulk_create(
        Station(jurisdiction=place, name=f"{place.name}代表联络站", kind=StationKind.STATION)
        for place in places
    )
    Profile.objects.bulk_create(
        Profile(
            jurisdiction=place,
            as_of=date(2024, 12, 31),
            villages=lot.randint(6, 30),
            population=(population := lot.randint(12_000, 90_000)),
            voters=population * 7 // 10,
        )
        for place in places
    )


def _congress(place, district, towns, count, lot):
    """A congress with ``count`` seats: its term and constituencies, and one session with its rolls."""
    term = Term.objects.create(
        jurisdiction=place,
        number=9,
        starts_on=date(2022, 1, 12),
        population=_population(place.level, count),
        seat_quota=count,
    )
    constituencies = Constituency.objects.bulk_create(
        Constituency(
            jurisdiction=place,
            number=number,
            town=town,
            area=f"{town.name}第{number}片",
            voters=lot.randint(1_500, 9_000),
            seat_quota=min(SEATS_EACH, count - first),
        )
        for number, (first, town) in enumerate(
            zip(range(0, count, SEATS_EACH), cycle(towns), strict=False), 1
        )
    )
    delegations = Delegation.objects.bulk_create(
        Delegation(term=term, name=f"{town.short_name}代表团", order=order)
        for order, town in enumerate(towns)
    )
    groups = DeputyGroup.objects.bulk_create(
        DeputyGroup(term=term, name=f"{town.short_name}代表小组", order=order)
        for order, town in enumerate(towns)
    )
    deputies = Deputy.objects.bulk_create(_deputies(district, count, lot))
    parts = {town.pk: pair for town, pair in zip(towns, zip(delegations, groups, strict=True), strict=True)}
    Seat.objects.bulk_create(
        _seat(term, deputy, constituencies[order // SEATS_EACH], parts, order, lot)
        for order, deputy in enumerate(deputies)
    )
    _session(term, lot)


def _population(level, count):
    """The least for which the formula gives ``count`` deputies."""
    formula = FORMULAS[level]
    return max(count - formula.base, 0) * formula.each


def _deputies(district, count, lot):
    for _ in range(count):
        given = "".join(lot.choices(GIVEN, k=lot.choice((1, 2, 2))))
        deputy = Deputy(
            district=district,
            name=lot.choice(SURNAMES) + given,
            sex=Sex.FEMALE if lot.random() < 0.36 else Sex.MALE,
            ethnicity=lot.choice(ETHNICITIES),
            born=date(lot.randint(1958, 1998), lot.randint(1, 12), 1),
            party=lot.choice(PARTIES),
            education=lot.choice(EDUCATIONS),
            sector=lot.choice(Sector.values),
        )
        deputy.set_keys()
        yield deputy


def _seat(term, deputy, constituency, parts, order, lot):
    delegation, group = parts[constituency.town_id]
    return Seat(
        deputy=deputy,
        term=term,
        constituency=constituency,
        delegation=delegation,
        group=group,
        card_number=f"{term.jurisdiction_id:04d}{order + 1:03d}",
        roster_order=order + 1,
        reelected=lot.random() < 0.3,
    )


def _session(term, lot):
    """The session of 2025; nearly everybody came to its meetings."""
    session = Session.objects.create(
        term=term, number=4, starts_on=SESSION, ends_on=SESSION + timedelta(days=MEETINGS[-1][0])
    )
    for order, (days, part, kind, name) in enumerate(MEETINGS):
        meeting = Meeting.objects.create(
            session=session, kind=kind, name=name, on=SESSION + timedelta(days=days), part=part, order=order
        )
        rolls.open_roll(meeting)
        marks = {line.seat_id: (lot.choice(MARKS), "") for line in meeting.attendances.order_by("pk")}
        rolls.mark_many(meeting, marks, by=None, how=MarkedBy.REGISTER)
