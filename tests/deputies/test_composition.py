"""What a congress is made of: the parts, their sums, the lists behind them, the sheets."""

import io
from datetime import date

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from deputies import composition
from deputies.enums import Sector, Sex
from deputies.models import Seat
from tests.factories.congress import DistrictOfficeFactory, LocalOfficeFactory, ProfileFactory, StreetFactory
from tests.factories.deputies import ConstituencyFactory, SeatFactory


DAY = date(2025, 3, 20)
PAGE = reverse("deputies:composition")
ALL = reverse("deputies:composition_compare")
LIST = reverse("deputies:deputy_list")
QUERIES = 18
ALL_QUERIES = 8


@pytest.fixture
def district_office(client, district):
    user = DistrictOfficeFactory(jurisdiction=district)
    client.force_login(user)
    return user


def parts_of(place, label):
    """{part: number} of a dimension, as it is shown."""
    _, tables = composition.tables_of(place, DAY)
    table = next(table for table in tables if table.label == label)
    return {part.label: part.count for part in table.parts}


def test_ages_turn_on_the_birthday(town):
    for born in ("1989-03-21", "1989-03-20", "1979-03-20", "1964-03-21", "1964-03-20"):
        SeatFactory(jurisdiction=town, deputy__born=born)
    SeatFactory(jurisdiction=town)
    assert parts_of(town, "年龄") == {
        "35岁及以下": 1,
        "36至45岁": 1,
        "46至55岁": 1,
        "56至60岁": 1,
        "61岁及以上": 1,
        "未登记": 1,
    }


def test_educations_are_told_by_their_words(town):
    for words in ("博士", "大学专科", "大学本科", "大学", "中专", "初中", "自学", ""):
        SeatFactory(jurisdiction=town, deputy__education=words)
    assert parts_of(town, "文化程度") == {
        "研究生": 1,
        "大专": 1,
        "大学本科": 2,
        "高中（中专）": 1,
        "初中及以下": 1,
        "其他": 1,
        "未登记": 1,
    }


def test_ethnicities_are_told_each_and_together(town):
    for ethnicity in ("汉族", "汉", "回族", "藏族", "回族", ""):
        SeatFactory(jurisdiction=town, deputy__ethnicity=ethnicity)
    assert parts_of(town, "民族") == {"汉族": 2, "少数民族": 3, "未登记": 1}
    assert parts_of(town, "各民族") == {"回族": 2, "汉族": 2, "藏族": 1, "未登记": 1}


def test_parts_of_every_dimension_add_up_to_the_seats_in_office(town):
    SeatFactory(jurisdiction=town, deputy__sex=Sex.FEMALE, reelected=True)
    SeatFactory(jurisdiction=town, deputy__sector=Sector.FARMER, deputy__party="群众")
    SeatFactory(jurisdiction=town, ends_on=date(2025, 3, 19))
    total, tables = composition.tables_of(town, DAY)
    assert total == 2
    assert {table.label: sum(part.count for part in table.parts) for table in tables} == dict.fromkeys(
        composition.BY_LABEL, 2
    )


def test_shares_are_of_the_seats_in_office(town):
    SeatFactory(jurisdiction=town, deputy__sex=Sex.FEMALE)
    SeatFactory.create_batch(2, jurisdiction=town, deputy__sex=Sex.MALE)
    _, tables = composition.tables_of(town, DAY)
    assert [(part.label, part.share) for part in tables[0].parts] == [("男", 66.7), ("女", 33.3)]


def test_street_is_made_of_the_seats_elected_there(district):
    street = StreetFactory(parent=district)
    here = ConstituencyFactory(jurisdiction=district, town=street)
    SeatFactory(jurisdiction=district, constituency=here, deputy__sex=Sex.MALE)
    SeatFactory(jurisdiction=district, deputy__sex=Sex.FEMALE)
    assert parts_of(street, "性别") == {"男": 1, "女": 0}


@pytest.mark.parametrize("label", composition.BY_LABEL)
def test_list_behind_a_part_has_as_many_seats(label, town):
    SeatFactory(jurisdiction=town, deputy__sex=Sex.FEMALE, deputy__party="民盟盟员", reelected=True)
    SeatFactory(jurisdiction=town, deputy__born="1980-01-01", deputy__ethnicity="回族")
    seats = Seat.objects.in_office(DAY)
    counts = parts_of(town, label)
    found = {
        part: composition.in_part(seats, f"{label}：{part}", DAY).count() for part in counts if counts[part]
    }
    assert found == {part: count for part, count in counts.items() if count}


def test_part_that_is_none_leads_nowhere(town):
    SeatFactory(jurisdiction=town)
    assert list(composition.in_part(Seat.objects.all(), "身高：高", DAY)) == []


def test_number_opens_the_deputies_behind_it(client, district, district_office):
    SeatFactory(jurisdiction=district, deputy__party="民盟盟员", deputy__name="王芳")
    SeatFactory(jurisdiction=district, deputy__party="群众")
    SeatFactory(jurisdiction=district, deputy__party="民盟盟员", ends_on=date(2024, 1, 1))
    shown = client.get(PAGE, {"on": "2025-03-20"}).content.decode()
    query = {"congress": district.pk, "on": "2025-03-20", "part": "政治面貌：民盟盟员"}
    link = f'href="{reverse("deputies:deputy_list", query=query)}"'.replace("&", "&amp;")
    listed = client.get(LIST, query)
    assert link in shown
    assert [seat.deputy.name for seat in listed.context["page_obj"]] == ["王芳"]
    assert "构成：政治面貌：民盟盟员" in listed.content.decode()


def test_page_cites_the_figures_of_the_day(client, district, district_office, in_march):
    ProfileFactory(jurisdiction=district)
    ProfileFactory(jurisdiction=district, as_of=date(2023, 12, 31), population=30_000)
    shown = [client.get(PAGE, {"on": day}).context["profile"] for day in ("2025-03-20", "2024-06-30")]
    assert [profile.population for profile in shown] == [31_200, 30_000]


def test_page_tells_a_wrong_day(client, district_office):
    assert "截至哪一天不是有效的日期" in client.get(PAGE, {"on": "昨天"}).content.decode()


@pytest.mark.parametrize("seats", [1, 3])
def test_page_asks_as_much_for_any_number_of_seats(
    seats, client, district, district_office, django_assert_num_queries
):
    SeatFactory.create_batch(seats, jurisdiction=district)
    with django_assert_num_queries(QUERIES):
        client.get(PAGE)


@pytest.mark.parametrize("seats", [1, 3])
def test_comparison_asks_as_much_for_any_number_of_seats(
    seats, client, district, town, district_office, django_assert_num_queries
):
    SeatFactory.create_batch(seats, jurisdiction=town)
    with django_assert_num_queries(ALL_QUERIES):
        client.get(ALL)


def test_comparison_stands_side_by_side(district, town):
    SeatFactory(jurisdiction=district, deputy__sex=Sex.FEMALE)
    SeatFactory.create_batch(2, jurisdiction=town, deputy__sex=Sex.MALE)
    label, parts, rows = composition.side_by_side([district, town], DAY)[0]
    assert (label, parts) == ("性别", ["男", "女"])
    assert [(place, total, [part.count for part in row]) for place, total, row in rows] == [
        (district, 1, [0, 1]),
        (town, 2, [2, 0]),
    ]


def test_comparison_turns_to_another_dimension(client, district, district_office):
    SeatFactory(jurisdiction=district, deputy__party="群众")
    context = client.get(ALL, {"by": "政治面貌", "on": "2025-03-20"}).context
    shown = [(str(place), total, [part.count for part in row]) for place, _, total, row in context["rows"]]
    assert (context["label"], context["parts"], shown) == ("政治面貌", ["群众"], [("云渚区", 1, [1])])


def test_town_office_compares_nothing(client, town):
    client.force_login(LocalOfficeFactory(jurisdiction=town))
    assert [client.get(url).status_code for url in (PAGE, ALL)] == [200, 403]


def rows_of(response):
    return list(load_workbook(io.BytesIO(response.content)).active.values)


def test_sheet_has_a_row_a_part(client, district, district_office):
    SeatFactory(jurisdiction=district, deputy__sex=Sex.FEMALE)
    rows = rows_of(client.get(reverse("deputies:composition_sheet"), {"on": "2025-03-20"}))
    assert rows[:4] == [
        ("项目", "分类", "人数", "占比（%）"),
        ("在任代表", "合计", 1, 100),
        ("性别", "男", 0, 0),
        ("性别", "女", 1, 100),
    ]


def test_sheet_of_all_has_a_column_a_congress(client, district, town, district_office):
    SeatFactory(jurisdiction=district, deputy__sex=Sex.FEMALE)
    SeatFactory(jurisdiction=town, deputy__sex=Sex.MALE)
    rows = rows_of(client.get(reverse("deputies:composition_compare_sheet"), {"on": "2025-03-20"}))
    assert rows[:4] == [
        ("项目", "分类", "云渚区人民代表大会", "石坎镇人民代表大会"),
        ("在任代表", "合计", 1, 1),
        ("性别", "男", 0, 1),
        ("性别", "女", 1, 0),
    ]
