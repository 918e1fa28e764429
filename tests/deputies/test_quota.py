"""How many deputies a congress has (选举法第十二条), and where a roster departs from it."""

from datetime import date

import pytest

from congress.enums import Level
from deputies.quota import quota_of
from deputies.terms import rosters_of
from tests.factories.congress import TermFactory
from tests.factories.deputies import ConstituencyFactory, SeatFactory
from tests.factories.seats import elected, ended


@pytest.mark.parametrize(
    ("level", "population", "total"),
    [
        # 第二项: 240, one more for 25,000; at most 650 above ten million
        (Level.CITY, 2_500_000, 340),
        (Level.CITY, 10_000_000, 640),
        (Level.CITY, 12_000_000, 650),
        # 第三项: 140, one more for 5,000; at most 450 above 1.55 million
        (Level.DISTRICT, 286_000, 197),
        (Level.DISTRICT, 1_550_000, 450),
        (Level.DISTRICT, 2_000_000, 450),
        # 第四项: 45, one more for 1,500; at most 160
        (Level.TOWN, 42_000, 73),
        (Level.TOWN, 31_500, 66),
        (Level.TOWN, 18_000, 57),
        (Level.TOWN, 300_000, 160),
    ],
)
def test_quota_follows_the_formula_of_article_12(level, population, total):
    assert quota_of(level, population).total == total


def test_quota_explains_itself():
    assert quota_of(Level.DISTRICT, 286_000).sentence == (
        "基数140名，每5000人增加1名；人口28.6万人，增加57名，合计197名（选举法第十二条第一款第三项）。"
    )


def test_quota_of_many_inhabitants_tells_the_most():
    assert quota_of(Level.TOWN, 300_000).sentence == (
        "基数45名，每1500人增加1名；人口30万人，增加200名，合计245名；最多160名（选举法第十二条第一款第四项）。"
    )


def test_quota_may_have_five_per_cent_more():
    quota = quota_of(Level.DISTRICT, 286_000, with_bonus=True)
    assert (quota.total, quota.bonus) == (206, 9)


@pytest.mark.parametrize(
    ("level", "population", "determined", "allowed"),
    [
        (Level.DISTRICT, 49_999, 120, True),
        (Level.DISTRICT, 50_000, 120, False),
        (Level.TOWN, 1_999, 40, True),
        (Level.TOWN, 2_000, 40, False),
        (Level.TOWN, 42_000, 73, True),
        (Level.TOWN, 42_000, 74, False),
    ],
)
def test_quota_of_few_inhabitants_may_be_less(level, population, determined, allowed):
    assert quota_of(level, population).allows(determined) is allowed


@pytest.fixture
def term(town):
    return TermFactory(jurisdiction=town, population=42_000, seat_quota=73)


def departures(term):
    return rosters_of([term])[0].departures


def test_roster_that_agrees_departs_nowhere(town, term, in_march):
    term.seat_quota, term.population = 1, None
    ConstituencyFactory(jurisdiction=town, seat_quota=1)
    SeatFactory(term=term, jurisdiction=town)
    assert departures(term) == []


def test_roster_without_a_quota_departs_nowhere(town, in_march):
    assert departures(TermFactory(jurisdiction=town)) == []


def test_roster_tells_a_quota_that_is_not_the_laws(town, term, in_march):
    term.seat_quota = 74
    told = departures(term)
    assert told[0] == "确定的总名额74名，按选举法第十二条的公式应为73名，请核对人口数和名额。"


def test_roster_tells_constituencies_that_do_not_add_up(town, term, in_march):
    for _ in range(2):
        ConstituencyFactory(jurisdiction=town, seat_quota=3)
    assert "各选区名额合计6名，与总名额73名不符，请核对选区。" in departures(term)


def test_roster_counts_the_armys_deputies_beside_the_constituencies(district, in_march):
    term = TermFactory(jurisdiction=district, seat_quota=2)
    place = ConstituencyFactory(jurisdiction=district, seat_quota=1)
    SeatFactory(jurisdiction=district, term=term, constituency=place)
    SeatFactory(jurisdiction=district, term=term, by_army=True)
    [roster] = rosters_of([term])
    assert (roster.army, roster.in_office, roster.departures) == (1, 2, [])


def test_roster_tells_too_many_deputies(town, in_march):
    term = TermFactory(jurisdiction=town, seat_quota=1)
    for name in ("丁一", "马强"):
        SeatFactory(term=term, jurisdiction=town, deputy__name=name)
    assert departures(term) == ["在任代表2名，超过总名额1名；有人离任的，请登记资格终止。"]


def test_roster_counts_vacancies(town, in_march):
    term = TermFactory(jurisdiction=town, seat_quota=2)
    place = ConstituencyFactory(jurisdiction=town)
    SeatFactory(term=term, jurisdiction=town)
    leaving = SeatFactory(term=term, jurisdiction=town, constituency=place, deputy__name="马强")
    ended(leaving)
    roster = rosters_of([term])[0]
    assert (roster.in_office, roster.vacant, roster.departures) == (1, 1, [])


def test_roster_tells_a_crowded_constituency(town, in_march):
    place = ConstituencyFactory(jurisdiction=town, number=3, seat_quota=1)
    term = TermFactory(jurisdiction=town)
    for name in ("丁一", "马强"):
        SeatFactory(term=term, jurisdiction=town, constituency=place, deputy__name=name)
    assert departures(term) == ["在任代表多于应选名额的选区：第3选区2名。"]


def test_roster_of_a_term_that_is_over_counts_its_last_day(town, in_march):
    term = TermFactory(
        jurisdiction=town, number=8, starts_on=date(2017, 1, 10), ends_on=date(2022, 1, 11), seat_quota=5
    )
    SeatFactory(term=term, jurisdiction=town)
    SeatFactory(term=term, jurisdiction=town, deputy__name="马强", ends_on=date(2020, 1, 1))
    roster = rosters_of([term])[0]
    assert (roster.in_office, roster.departures) == (1, [])


@pytest.mark.parametrize("count", [1, 3])
def test_rosters_cost_the_same_with_more_terms(town, term, count, in_march, django_assert_num_queries):
    seat = SeatFactory(term=term, jurisdiction=town)
    elected(seat)
    terms = [term] + [
        TermFactory(jurisdiction=town, number=n, starts_on=date(2000 + n, 1, 1)) for n in range(1, count)
    ]
    with django_assert_num_queries(3):
        rosters_of(terms)
