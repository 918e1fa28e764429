"""The year of an office in figures, in the shape that other programs read."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from congress import clock
from congress.figures import Period
from deputies.enums import StartGround
from reception.enums import OpinionStatus
from reports.yearbook import yearbook
from tests.factories.congress import DistrictFactory, StreetFactory, TownFactory
from tests.factories.deputies import ConstituencyFactory, SeatFactory
from tests.factories.reception import opinion_at, people


pytestmark = pytest.mark.django_db

YEAR = Period.of_year(2025)


@pytest.fixture
def district():
    return DistrictFactory(name="云渚区")


@pytest.fixture
def town(district):
    return TownFactory(name="石坎镇", parent=district, order=2)


def test_parts_of_the_book(district, town):
    StreetFactory(name="望云街道", parent=district, order=1)
    SeatFactory(jurisdiction=district)
    SeatFactory(jurisdiction=town)
    book = yearbook(district, YEAR)
    assert (book["district"], book["year"], book["period"]) == ("云渚区", 2025, ["2025-01-01", "2025-12-31"])
    assert [(name, place["kind"]) for name, place in book["towns"].items()] == [
        ("望云街道", "street"),
        ("石坎镇", "town"),
    ]
    assert [
        figures["roster"]["seats_in_office"]
        for figures in (book["office"], book["district_level"], book["towns"]["石坎镇"]["figures"])
    ] == [2, 1, 1]


def test_deputies_stand_in_the_order_of_the_rosters(district, town):
    for place, order, name in ((town, 1, "丁一"), (district, 2, "王芳"), (district, 1, "陈静")):
        SeatFactory(jurisdiction=place, roster_order=order, deputy__name=name)
    assert [deputy["name"] for deputy in yearbook(district, YEAR)["deputies"]] == ["陈静", "王芳", "丁一"]


def test_a_deputy_with_everything(district, town):
    seat = SeatFactory(
        jurisdiction=town,
        constituency=ConstituencyFactory(jurisdiction=town, number=7),
        deputy__name="丁一",
        deputy__sex="female",
        deputy__born=date(1971, 2, 1),
        start_ground=StartGround.BY_ELECTED,
        starts_on=date(2024, 11, 1),
        remark="2024年11月补选",
        ends_on=date(2025, 5, 31),
    )
    SeatFactory(jurisdiction=district, deputy=seat.deputy)
    [_, deputy] = yearbook(district, YEAR)["deputies"]
    figures = deputy.pop("figures")
    assert deputy == {
        "name": "丁一",
        "level": "town",
        "body": "石坎镇",
        "constituency": 7,
        "sex": "女",
        "birth": "1971-02",
        "delegation": None,
        "group": None,
        "in_office_from": "2024-11-01",
        "in_office_to": "2025-05-31",
        "start_known_to": "month",
        "by_elected": True,
        "reelected": False,
        "other_seat": "云渚区",
    }
    assert figures["activities"]["total"] == 0


def test_unknown_start_is_the_start_of_the_term(district):
    SeatFactory(jurisdiction=district)
    [deputy] = yearbook(district, YEAR)["deputies"]
    assert (deputy["in_office_from"], deputy["in_office_to"]) == ("2022-01-12", None)


def test_book_costs_the_same_with_more_seats_and_towns(district, town):
    SeatFactory(jurisdiction=town)
    costs = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            yearbook(district, YEAR)
        costs.append(len(queries))
        for place in (district, town, TownFactory(parent=district)):
            SeatFactory(jurisdiction=place)
    assert costs[0] == costs[1]


def test_json_is_the_book(district, town):
    SeatFactory(jurisdiction=town)
    out = StringIO()
    call_command("figures", jurisdiction="云渚区", year=2025, format="json", stdout=out)
    assert json.loads(out.getvalue()) == json.loads(json.dumps(yearbook(district, YEAR)))


def test_table_names_figures_in_chinese(district, town):
    out = StringIO()
    call_command("figures", jurisdiction="云渚区", year=2025, stdout=out)
    assert out.getvalue().splitlines()[:2] == [
        "云渚区 2025-01-01至2025-12-31\t单位\t全区合计\t区本级\t石坎镇",
        "名册席位数\t席\t0\t0\t0",
    ]


def test_end_outside_the_year_reads_a_sentence(district):
    with pytest.raises(CommandError) as refusal:
        call_command("figures", jurisdiction="云渚区", year=2025, until="2026-01-01")
    assert str(refusal.value) == "统计截止日2026-01-01不在2025年，请改正 --year 或 --until。"


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ("--year=20250", f"年度“20250”不对，请写1950年至{clock.today().year}年之间的四位数字，如 2025。"),
        ("--year=今年", f"年度“今年”不对，请写1950年至{clock.today().year}年之间的四位数字，如 2025。"),
        ("--until=2025-02-30", "日期“2025-02-30”不对，请写成 2025-12-31 的样子，并核对有没有这一天。"),
    ],
)
def test_year_or_day_that_cannot_be_reads_a_sentence(option, sentence, district):
    with pytest.raises(CommandError) as refusal:
        call_command("figures", "--jurisdiction=云渚区", option)
    assert str(refusal.value) == sentence


def test_units_and_categories_stand_under_their_names():
    who = people()
    opinion = opinion_at(OpinionStatus.REPLIED, who)
    book = yearbook(who.town.parent, Period.of_year(opinion.received_on.year))
    assert book["office"]["by_unit"][who.unit.name] == {
        "opinions_referred": 1,
        "opinions_replied": 1,
        "proposals_led": 0,
        "proposals_co": 0,
        "proposals_replied": 0,
    }
    assert book["towns"][who.town.name]["figures"]["reception"]["by_category"] == {opinion.category.name: 1}
