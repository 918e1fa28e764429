"""Constituencies: list, page, form, and the sheet that comes back in."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from deputies.models import Constituency
from tests.factories.congress import DistrictOfficeFactory, ProfileFactory, TownFactory
from tests.factories.deputies import ConstituencyFactory, SeatFactory
from tests.factories.registers import book_of, take


LIST = reverse("deputies:constituency_list")
LIST_QUERIES = 10
DETAIL_QUERIES = 9


@pytest.fixture(autouse=True)
def district_office(client, district):
    user = DistrictOfficeFactory(jurisdiction=district)
    client.force_login(user)
    return user


def listed(client, **query):
    return [(row.number, row.seats_held, row.vacant) for row in client.get(LIST, query).context["page_obj"]]


def test_list_tells_seats_held_and_vacant(client, district):
    one, two, three = (
        ConstituencyFactory(jurisdiction=district, number=number, seat_quota=quota)
        for number, quota in ((1, 2), (2, 1), (3, None))
    )
    for place in (one, two, three):
        SeatFactory(jurisdiction=district, constituency=place)
    SeatFactory(jurisdiction=district, constituency=one, ends_on="2024-01-01")
    assert listed(client) == [(1, 1, 1), (2, 1, 0), (3, 1, None)]
    assert listed(client, state="vacant") == [(1, 1, 1)]


def test_abolished_ones_stand_apart(client, district):
    ConstituencyFactory(jurisdiction=district, number=1, abolished_on="2026-11-01", seat_quota=2)
    ConstituencyFactory(jurisdiction=district, number=2)
    assert [number for number, *_ in listed(client)] == [2]
    assert listed(client, state="abolished") == [(1, 0, None)]


@pytest.mark.parametrize("words", ["第11选区", "11", "湖滨", "南村"])
def test_list_finds_by_number_name_and_area(words, client, district):
    ConstituencyFactory(jurisdiction=district, number=11, name="湖滨", area="南村、北村")
    ConstituencyFactory(jurisdiction=district, number=1, name="山前", area="东村")
    assert [number for number, *_ in listed(client, q=words)] == [11]


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_as_much_for_any_number(count, client, district, django_assert_num_queries):
    ConstituencyFactory.create_batch(count, jurisdiction=district)
    with django_assert_num_queries(LIST_QUERIES):
        client.get(LIST)


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_as_much_for_any_number(count, client, town, django_assert_num_queries):
    constituency = ConstituencyFactory(jurisdiction=town)
    SeatFactory.create_batch(count, jurisdiction=town, constituency=constituency)
    with django_assert_num_queries(DETAIL_QUERIES):
        client.get(constituency.get_absolute_url())


def test_page_shows_deputies_now_and_earlier(client, town):
    constituency = ConstituencyFactory(jurisdiction=town)
    now = SeatFactory(jurisdiction=town, constituency=constituency)
    earlier = SeatFactory(jurisdiction=town, constituency=constituency, ends_on="2024-01-01")
    profile = ProfileFactory(jurisdiction=town)
    context = client.get(constituency.get_absolute_url()).context
    assert (context["now"], context["earlier"], context["profile"]) == ([now], [earlier], profile)


def sent(client, url, **data):
    """The errors of a form that was sent, {} where it was saved."""
    response = client.post(url, data)
    return response.context["form"].errors if response.status_code == 200 else {}


def test_form_adds_and_corrects(client, district, town):
    data = {"jurisdiction": district.pk, "number": 5, "town": town.pk, "seat_quota": 2}
    assert sent(client, reverse("deputies:constituency_add"), **data) == {}
    constituency = Constituency.objects.get()
    url = reverse("deputies:constituency_edit", args=[constituency.pk])
    assert sent(client, url, **data | {"name": "湖滨", "abolished_on": "2026-11-01"}) == {}
    constituency.refresh_from_db()
    assert (constituency.name, str(constituency.abolished_on)) == ("湖滨", "2026-11-01")
    assert constituency.history.count() == 2


def test_form_says_what_is_wrong(client, district):
    elsewhere = TownFactory(name="远山镇")
    ConstituencyFactory(jurisdiction=district, number=5)
    errors = sent(
        client,
        reverse("deputies:constituency_add"),
        jurisdiction=district.pk,
        number=5,
        town=elsewhere.pk,
        seat_quota=4,
    )
    assert errors == {
        "town": ["所在镇街中选的这一项已经不能选，请重新选择。"],
        "__all__": [
            "该人大已有这个号的选区。",
            "每一选区选一名至三名代表（选举法第二十五条）。",
        ],
    }


def test_quota_is_not_below_the_deputies_in_office(client, district):
    constituency = ConstituencyFactory(jurisdiction=district, town=None, number=5, seat_quota=2)
    SeatFactory.create_batch(2, jurisdiction=district, constituency=constituency)
    url = reverse("deputies:constituency_edit", args=[constituency.pk])
    errors = sent(client, url, number=5, seat_quota=1)
    assert errors == {"seat_quota": ["本选区现有2名在任代表，名额不能少于2名，请核对。"]}


def test_export_comes_back_in_and_changes_nothing(client, district, town):
    ConstituencyFactory(jurisdiction=district, number=1, name="望云一", town=town, voters=8884, seat_quota=3)
    ConstituencyFactory(jurisdiction=district, number=2, town=None, area="区直机关")
    ConstituencyFactory(jurisdiction=district, number=3, town=town, abolished_on="2026-11-01")
    ConstituencyFactory(jurisdiction=town, number=1, name="上坎村", area="上坎村", seat_quota=2)
    exported = client.get(reverse("admin:deputies_constituency_export")).content
    sheet = load_workbook(io.BytesIO(exported)).active
    assert sheet.title == "选区"
    rows = list(sheet.values)
    before = list(Constituency.objects.order_by("pk").values())
    report = take(book_of({"选区": rows}))
    assert report.counts == {"new": 0, "changed": 0, "unchanged": 3, "wrong": 0}
    assert [row[3] for row in rows] == ["选区号", "第2选区", "第1选区", "第1选区"]
    assert list(Constituency.objects.order_by("pk").values()) == before


def test_deputy_list_offers_the_constituencies_of_the_chosen_congress(client, district, town):
    own = ConstituencyFactory(jurisdiction=district)
    its = ConstituencyFactory(jurisdiction=town)
    url = reverse("deputies:deputy_list")
    SeatFactory(jurisdiction=town, constituency=its)

    def offered(**query):
        return list(client.get(url, query).context["filter"].form.fields["constituency"].queryset)

    assert offered(q="a") == [own]
    assert offered(congress=town.pk) == [its]
    assert offered(constituency=its.pk) == [own, its]
