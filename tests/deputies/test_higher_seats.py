"""Seats in congresses above the district's (B40)."""

from datetime import date

import pytest
from django.urls import reverse

from deputies import composition
from deputies.enums import HigherLevel
from deputies.models import Deputy, HigherSeat
from tests.factories.congress import DistrictOfficeFactory
from tests.factories.deputies import ConstituencyFactory, SeatFactory
from tests.factories.seats import HigherSeatFactory


pytestmark = pytest.mark.usefixtures("in_march")
ADD, LIST = "deputies:higher_seat_add", "deputies:higher_seat_list"
VALUES = {"level": "city", "congress": "澄岚市人民代表大会", "term": "8", "elected_by": "云渚区人民代表大会"}


def test_office_enters_a_seat_and_corrects_it(client, seat, office):
    client.force_login(office)
    page = client.post(reverse(ADD), VALUES)
    assert page.context["form"].errors == {"deputy": ["请选择代表。"]}
    assert "new_name" not in page.context["form"].fields
    client.post(reverse(ADD), VALUES | {"deputy": seat.deputy_id})
    held = HigherSeat.objects.get()
    assert (held.deputy, str(held)) == (seat.deputy, "澄岚市人民代表大会第8届代表")
    days = {"starts_on": "2022-01-20", "ends_on": "2022-01-01"}
    url = reverse("deputies:higher_seat_edit", args=[held.pk])
    page = client.post(url, VALUES | days)
    assert page.context["form"].non_field_errors() == ["任期的截止日期不能早于开始日期。"]
    client.post(url, VALUES | days | {"ends_on": "2025-01-01"})
    assert [one.is_over for one in HigherSeat.objects.all()] == [True]


def test_district_enters_who_sits_in_no_congress_here(client, district):
    office = DistrictOfficeFactory(jurisdiction=district)
    client.force_login(office)
    page = client.post(reverse(ADD), VALUES | {"new_name": "柳青"}, follow=True)
    deputy = Deputy.objects.get(name="柳青")
    assert (deputy.district, list(page.context["higher_seats"])) == (district, [HigherSeat.objects.get()])
    page = client.post(reverse(ADD), VALUES | {"term": "9", "new_name": "柳青", "deputy": deputy.pk})
    assert page.context["form"].errors == {"new_name": ["已选了代表，请把这里清空。"]}


def test_roster_composition_and_list_tell_of_it(client, seat, office, town):
    SeatFactory(jurisdiction=town, deputy__name="马强")
    HigherSeatFactory(deputy=seat.deputy)
    HigherSeatFactory(deputy=seat.deputy, level=HigherLevel.PROVINCE, congress="北方省人民代表大会")
    HigherSeatFactory(deputy=seat.deputy, level=HigherLevel.NATIONAL, term=9, ends_on=date(2023, 1, 1))
    total, tables = composition.tables_of(town, date(2025, 3, 20))
    parts = {part.label: part.count for part in tables[-1].parts}
    assert (total, parts) == (2, {"全国人大代表": 0, "省级人大代表": 1, "市级人大代表": 0, "不兼任": 1})
    client.force_login(office)
    page = client.get(reverse("deputies:deputy_list"), {"part": "上级代表：省级人大代表"})
    assert [found.higher for found in page.context["page_obj"]] == [["市级人大代表", "省级人大代表"]]
    page = client.get(reverse(LIST), {"office": "over", "q": "dingyi"})
    assert [one.level for one in page.context["page_obj"]] == ["national"]
    assert len(client.get(seat.get_absolute_url()).context["higher_seats"]) == 3


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_as_many_queries(count, client, office, town, django_assert_num_queries):
    for name in ["丁一", "马强", "王芳"][:count]:
        HigherSeatFactory(deputy=SeatFactory(jurisdiction=town, deputy__name=name).deputy)
    client.force_login(office)
    client.get(reverse(LIST))
    with django_assert_num_queries(6):
        client.get(reverse(LIST))


def test_list_tells_namesakes_apart(client, office, town):
    for number in (1, 2):
        place = ConstituencyFactory(jurisdiction=town, number=number)
        seat = SeatFactory(jurisdiction=town, constituency=place, deputy__name="李喆")
        HigherSeatFactory(deputy=seat.deputy)
    client.force_login(office)
    page = client.get(reverse(LIST)).content.decode()
    assert [page.count(f">李喆（石坎镇第{number}选区）</a>") for number in (1, 2)] == [1, 1]
