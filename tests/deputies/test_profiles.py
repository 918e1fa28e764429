"""The basic figures of places, with their day (domain.md B41)."""

from datetime import date

import pytest
from django.urls import reverse

from congress.models import Profile
from tests.factories.congress import DistrictOfficeFactory, ProfileFactory, TermFactory, TownFactory


LIST = reverse("deputies:profile_list")
LIST_QUERIES = 9
DETAIL_QUERIES = 8

pytestmark = pytest.mark.usefixtures("in_march")


@pytest.fixture(autouse=True)
def district_office(client, district):
    user = DistrictOfficeFactory(jurisdiction=district)
    client.force_login(user)
    return user


def errors_of(client, place, **data):
    """The errors of new figures that were sent, {} where they were saved."""
    response = client.post(reverse("deputies:profile_add", args=[place.pk]), data)
    return response.context["form"].errors if response.status_code == 200 else {}


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_as_much_for_any_number(count, client, district, django_assert_num_queries):
    for town in TownFactory.create_batch(count, parent=district):
        ProfileFactory(jurisdiction=town)
    with django_assert_num_queries(LIST_QUERIES):
        client.get(LIST)


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_as_much_for_any_number(count, client, town, django_assert_num_queries):
    for year in range(count):
        ProfileFactory(jurisdiction=town, as_of=date(2020 + year, 12, 31))
    with django_assert_num_queries(DETAIL_QUERIES):
        client.get(reverse("deputies:profile_detail", args=[town.pk]))


def test_list_cites_the_latest_up_to_today(client, town):
    ProfileFactory(jurisdiction=town, as_of=date(2023, 12, 31))
    latest = ProfileFactory(jurisdiction=town)
    ProfileFactory(jurisdiction=town, as_of=date(2025, 12, 31))
    shown = {place: place.latest for place in client.get(LIST).context["page_obj"]}
    assert shown == {town.parent: [], town: [latest]}


def test_term_cites_the_figures_of_its_last_day(client, district):
    term = TermFactory(jurisdiction=district, number=8, starts_on=date(2017, 1, 1), ends_on=date(2022, 1, 11))
    cited = ProfileFactory(jurisdiction=district, as_of=date(2020, 12, 31))
    ProfileFactory(jurisdiction=district)
    assert client.get(reverse("deputies:term_detail", args=[term.pk])).context["profile"] == cited


def test_new_figures_begin_with_those_before(client, town):
    ProfileFactory(jurisdiction=town, villages=12, source="年报")
    form = client.get(reverse("deputies:profile_add", args=[town.pk])).context["form"]
    assert (form["villages"].value(), form["as_of"].value(), form["source"].value()) == (
        12,
        date(2025, 3, 20),
        "",
    )


def test_figures_are_saved_with_their_day(client, town):
    assert errors_of(client, town, as_of="2024-12-31", population=31200, voters=25300) == {}
    assert Profile.objects.get().jurisdiction == town


def test_wrong_figures_are_told(client, town):
    ProfileFactory(jurisdiction=town)
    assert errors_of(client, town, as_of="2025-03-21", villages=3) == {
        "as_of": ["截止日期不能晚于今天（2025年3月20日）。"]
    }
    assert errors_of(client, town, as_of="2025-01-01") == {"__all__": ["一项数字也没有填，请至少填一项。"]}
    assert errors_of(client, town, as_of="2025-01-01", population=10, voters=11) == {
        "__all__": ["选民数不能多于人口数，请核对。"]
    }
    assert errors_of(client, town, as_of="2024-12-31", population=10) == {
        "__all__": ["这一天的基本情况已经登记过。"]
    }
