"""Figures of the roster: who holds a seat."""

from django.db.models import Count, Q

from congress import figures
from deputies.enums import Sex, StartGround
from deputies.models import Seat
from deputies.models.deputy import CPC_MEMBER
from deputies.models.seat import held_on


PLACES = frozenset({"place"})

roster = figures.Source(
    "roster",
    rows=lambda period: Seat.objects.listed(period.end),
    template="deputies/_seat_evidence.html",
    place="term__jurisdiction",
    related=("deputy", "term__jurisdiction", "constituency"),
)


def _people(where):
    """Persons, each once however many seats they hold."""
    return Count("deputy", filter=where, distinct=True)


figures.register_section("roster", "代表名册")

figures.register(
    figures.Figure(
        "roster.seats_listed",
        "名册席位数",
        "席",
        "统计截止日所在届的席位数，含已离任的；一人兼任两级计两席；每届任期五年（代表法第二条）。",
        roster,
        lenses=PLACES,
    ),
    figures.Figure(
        "roster.seats_in_office",
        "在任席位数",
        "席",
        "统计截止日在任的席位数。",
        roster,
        where=lambda period: held_on(period.end),
        lenses=PLACES,
    ),
    figures.Figure(
        "roster.persons_in_office",
        "在任人数",
        "人",
        "统计截止日在任席位去掉兼任后的人数。",
        roster,
        where=lambda period: held_on(period.end),
        measure=_people,
        lenses=PLACES,
    ),
    figures.Figure(
        "roster.women",
        "妇女代表",
        "人",
        "在任人数中的妇女；按人计。",
        roster,
        where=lambda period: held_on(period.end) & Q(deputy__sex=Sex.FEMALE),
        measure=_people,
        lenses=PLACES,
    ),
    figures.Figure(
        "roster.minority",
        "少数民族代表",
        "人",
        "在任人数中汉族以外的各族；未登记民族的不计；按人计。",
        roster,
        where=lambda period: held_on(period.end) & ~Q(deputy__ethnicity__in=["", "汉", "汉族"]),
        measure=_people,
        lenses=PLACES,
    ),
    figures.Figure(
        "roster.cpc_members",
        "中共党员代表",
        "人",
        "在任人数中的中共党员；按人计。",
        roster,
        where=lambda period: held_on(period.end) & Q(deputy__party=CPC_MEMBER),
        measure=_people,
        lenses=PLACES,
    ),
    figures.Figure(
        "roster.reelected_seats",
        "连任席位",
        "席",
        "统计截止日在任、由连任代表担任的席位数。",
        roster,
        where=lambda period: held_on(period.end) & Q(reelected=True),
        lenses=PLACES,
    ),
    figures.Figure(
        "roster.by_elected_in_year",
        "补选席位",
        "席",
        "因故出缺后补选（选举法第五十七条）产生、就任日在统计期内的席位数。",
        roster,
        where=lambda period: Q(start_ground=StartGround.BY_ELECTED, starts_on__range=period.days),
        lenses=PLACES,
    ),
    figures.Figure(
        "roster.ended_in_year",
        "离任席位",
        "席",
        "离任日在统计期内的席位数；离任指代表资格终止（代表法第六十二条）。",
        roster,
        where=lambda period: Q(ends_on__range=period.days),
        lenses=PLACES,
    ),
)
