"""The deputies' list, the page of one, and its form."""

import pytest
from django.urls import reverse

from congress import fonts
from congress.enums import Role
from deputies.models import Deputy
from tests.factories.congress import (
    USER_FACTORIES,
    DistrictOfficeFactory,
    LeaderFactory,
    LocalOfficeFactory,
    TownFactory,
)
from tests.factories.deputies import ConstituencyFactory, DeputyGroupFactory, SeatFactory


LIST = reverse("deputies:deputy_list")
LIST_QUERIES = 15
DETAIL_QUERIES = 18


def names_of(response):
    return [seat.deputy.name for seat in response.context["page_obj"]]


@pytest.fixture
def district_office(client, district):
    user = DistrictOfficeFactory(jurisdiction=district)
    client.force_login(user)
    return user


def test_list_stands_in_stroke_order(client, district, district_office):
    for name in ("陈静", "欧阳修", "丁一", "王芳"):
        SeatFactory(jurisdiction=district, deputy__name=name)
    assert names_of(client.get(LIST)) == ["丁一", "王芳", "陈静", "欧阳修"]


def test_list_turns_to_pinyin_order(client, district, district_office):
    for name in ("王芳", "丁一", "陈静"):
        SeatFactory(jurisdiction=district, deputy__name=name)
    assert names_of(client.get(LIST, {"order": "pinyin"})) == ["陈静", "丁一", "王芳"]


@pytest.mark.parametrize("query", ["欧阳", "ouyang", "oyx"])
def test_list_finds_by_characters_pinyin_and_initials(client, district, district_office, query):
    SeatFactory(jurisdiction=district, deputy__name="欧阳修")
    SeatFactory(jurisdiction=district, deputy__name="丁一")
    assert names_of(client.get(LIST, {"q": query})) == ["欧阳修"]


def test_list_filters_by_congress_constituency_and_group(client, district, town, district_office):
    group = DeputyGroupFactory(term=SeatFactory(jurisdiction=town, deputy__name="丁一").term)
    constituency = ConstituencyFactory(jurisdiction=town)
    SeatFactory(jurisdiction=town, deputy__name="王芳", group=group, constituency=constituency)
    SeatFactory(jurisdiction=district, deputy__name="陈静")
    found = {
        "congress": names_of(client.get(LIST, {"congress": town.pk})),
        "constituency": names_of(client.get(LIST, {"constituency": constituency.pk})),
        "group": names_of(client.get(LIST, {"group": group.pk})),
    }
    assert found == {"congress": ["丁一", "王芳"], "constituency": ["王芳"], "group": ["王芳"]}


def test_list_filters_by_office(client, district, district_office):
    SeatFactory(jurisdiction=district, deputy__name="丁一")
    SeatFactory(jurisdiction=district, deputy__name="王芳", ends_on="2025-03-31")
    found = [names_of(client.get(LIST, {"office": office})) for office in ("now", "over")]
    assert found == [["丁一"], ["王芳"]]


def test_list_counts_who_is_in_office(client, district, district_office):
    for name, ends_on in (("丁一", None), ("王芳", None), ("陈静", "2025-03-31")):
        SeatFactory(jurisdiction=district, deputy__name=name, ends_on=ends_on)
    assert "3 席：在任 2，其他 1" in client.get(LIST).content.decode()


def test_list_tells_of_each_row_the_other_congress(client, district, town, district_office):
    first = SeatFactory(jurisdiction=district, deputy__name="丁一")
    SeatFactory(jurisdiction=town, deputy=first.deputy)
    SeatFactory(jurisdiction=district, deputy__name="王芳")
    rows = [(seat.term.jurisdiction, seat.beside) for seat in client.get(LIST).context["page_obj"]]
    assert sorted(rows, key=str) == sorted(
        [(district, [town.name]), (town, [district.name]), (district, [])], key=str
    )


def test_list_offers_the_papers_and_the_election_of_the_own_congress(client, district, town, district_office):
    SeatFactory(jurisdiction=town)
    own = SeatFactory(jurisdiction=district).term
    page = client.get(LIST)
    assert page.context["term"] == own
    assert reverse("deputies:seat_elect", args=[own.pk]) in page.content.decode()


def test_list_tells_homonyms_apart_by_constituency(client, district, district_office):
    for number in (5, 9):
        constituency = ConstituencyFactory(jurisdiction=district, number=number)
        SeatFactory(jurisdiction=district, deputy__name="李喆", constituency=constituency)
    places = [seat.place for seat in client.get(LIST).context["page_obj"]]
    assert places == ["云渚区第5选区", "云渚区第9选区"]


def test_list_shows_a_town_its_own_and_those_elected_there(client, district, town):
    client.force_login(LocalOfficeFactory(jurisdiction=town))
    here = ConstituencyFactory(jurisdiction=district, town=town)
    SeatFactory(jurisdiction=town, deputy__name="丁一")
    SeatFactory(jurisdiction=district, deputy__name="王芳", constituency=here)
    SeatFactory(jurisdiction=district, deputy__name="陈静")
    SeatFactory(jurisdiction=TownFactory(parent=district), deputy__name="欧阳修")
    assert names_of(client.get(LIST)) == ["丁一", "王芳"]


@pytest.mark.parametrize("seats", [1, 3])
def test_list_costs_the_same_with_more_seats(
    client, district, town, district_office, seats, django_assert_num_queries
):
    for _ in range(seats):
        place = ConstituencyFactory(jurisdiction=town)
        group = DeputyGroupFactory(term__jurisdiction=town)
        SeatFactory(jurisdiction=town, constituency=place, group=group, deputy__phone="1")
    with django_assert_num_queries(LIST_QUERIES):
        client.get(LIST)


@pytest.mark.parametrize("seats", [1, 3])
def test_town_list_costs_the_same_with_more_seats(client, district, town, seats, django_assert_num_queries):
    client.force_login(LocalOfficeFactory(jurisdiction=town))
    for _ in range(seats):
        here = ConstituencyFactory(jurisdiction=district, town=town)
        SeatFactory(jurisdiction=district, constituency=here, deputy__phone="1")
    with django_assert_num_queries(LIST_QUERIES):
        client.get(LIST)


@pytest.mark.parametrize("seats", [1, 3])
def test_detail_costs_the_same_with_more_seats(
    client, district, district_office, seats, django_assert_num_queries
):
    first = SeatFactory(jurisdiction=district)
    for _ in range(seats - 1):
        SeatFactory(jurisdiction=TownFactory(parent=district), deputy=first.deputy)
    with django_assert_num_queries(DETAIL_QUERIES):
        client.get(first.get_absolute_url())


def test_phone_is_shown_to_the_staff_of_the_area(client, seat, office):
    Deputy.objects.update(phone="15400001003")
    client.force_login(office)
    pages = [client.get(LIST).content.decode(), client.get(seat.get_absolute_url()).content.decode()]
    assert ["15400001003" in page for page in pages] == [True, True]


@pytest.mark.parametrize("role", [Role.LEADER, Role.DEPUTY])
def test_phone_is_shown_to_nobody_else(client, seat, town, role):
    Deputy.objects.update(phone="15400001003")
    client.force_login(USER_FACTORIES[role](jurisdiction=town))
    pages = [client.get(LIST).content.decode(), client.get(seat.get_absolute_url()).content.decode()]
    assert ["15400001003" in page for page in pages] == [False, False]


def test_deputy_sees_his_own_phone(client, seat, deputy):
    Deputy.objects.update(phone="15400001003")
    client.force_login(deputy)
    assert "15400001003" in client.get(seat.get_absolute_url()).content.decode()


def test_detail_out_of_sight_is_not_found(client, seat):
    client.force_login(LocalOfficeFactory())
    assert client.get(seat.get_absolute_url()).status_code == 404


def test_detail_leads_to_the_duty_page(client, seat, office):
    client.force_login(office)
    assert reverse("deputies:duty", args=[seat.pk]) in client.get(seat.get_absolute_url()).content.decode()


def test_edit_saves_and_keeps_the_history(client, seat, office):
    client.force_login(office)
    url = reverse("deputies:deputy_edit", args=[seat.deputy.pk])
    response = client.post(url, {"name": "丁 一", "phone": "15400001003"}, follow=True)
    deputy = Deputy.objects.get(pk=seat.deputy.pk)
    changed = deputy.history.first()
    assert (deputy.name, deputy.phone) == ("丁一", "15400001003")
    assert (changed.phone, changed.history_user) == ("15400001003", office)
    assert [str(message) for message in response.context["messages"]] == ["已保存丁一的资料。"]


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ({"born": "1800-01-01"}, {"born": ["出生年月应使代表满18岁、不超过100岁，请核对年份。"]}),
        ({"born": "2020-01-01"}, {"born": ["出生年月应使代表满18岁、不超过100岁，请核对年份。"]}),
        ({"phone": "abc"}, {"phone": ["“abc”不是电话号码，请填手机号，或者带区号的座机号。"]}),
    ],
)
def test_edit_of_what_cannot_be_is_refused(values, errors, client, seat, office):
    client.force_login(office)
    url = reverse("deputies:deputy_edit", args=[seat.deputy.pk])
    assert client.post(url, {"name": "丁一"} | values).context["form"].errors == errors


def test_edit_is_forbidden_to_a_town_for_the_districts_deputies(client, district, town, office):
    here = ConstituencyFactory(jurisdiction=district, town=town)
    seat = SeatFactory(jurisdiction=district, constituency=here)
    client.force_login(office)
    assert client.get(reverse("deputies:deputy_edit", args=[seat.deputy.pk])).status_code == 403


def test_edit_is_forbidden_to_leaders(client, seat, town):
    client.force_login(LeaderFactory(jurisdiction=town))
    assert client.get(reverse("deputies:deputy_edit", args=[seat.deputy.pk])).status_code == 403


def test_edit_tells_of_a_character_that_does_not_print(client, seat, office):
    client.force_login(office)
    url = reverse("deputies:deputy_edit", args=[seat.deputy_id])
    response = client.post(url, {"name": "丁\ue863"}, follow=True)
    [_, told] = map(str, response.context["messages"])
    assert told == fonts.advice("丁\ue863", "姓名") != ""


def test_elected_persons_name_that_does_not_print_is_told(client, seat, office):
    client.force_login(office)
    url = reverse("deputies:seat_elect", args=[seat.term_id])
    place = ConstituencyFactory(jurisdiction=seat.term.jurisdiction)
    response = client.post(url, {"name": "丁\ue863", "constituency": place.pk}, follow=True)
    [_, told] = map(str, response.context["messages"])
    assert told == fonts.advice("丁\ue863", "姓名")
