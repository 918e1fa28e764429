"""The list of terms, the page of one, and what the desk tells of them."""

from datetime import date

import pytest
from django.urls import reverse

from congress.desk import waiting_for
from deputies.enums import SeatStatus
from tests.factories.congress import TermFactory
from tests.factories.deputies import ConstituencyFactory, SeatFactory
from tests.factories.seats import seat_at


pytestmark = pytest.mark.usefixtures("in_march")
LIST = reverse("deputies:term_list")
LIST_QUERIES = 12
DETAIL_QUERIES = 13


@pytest.fixture
def term(town):
    return TermFactory(jurisdiction=town, population=42_000, seat_quota=73)


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_the_same_with_more_terms(client, town, office, count, django_assert_num_queries):
    for number in range(1, count + 1):
        SeatFactory(term=TermFactory(jurisdiction=town, number=number, starts_on=date(2000 + number, 1, 1)))
    client.force_login(office)
    with django_assert_num_queries(LIST_QUERIES):
        client.get(LIST)


@pytest.mark.parametrize("count", [1, 3])
def test_detail_costs_the_same_with_more_seats(client, town, office, term, count, django_assert_num_queries):
    for _ in range(count):
        SeatFactory(term=term, jurisdiction=town, constituency=ConstituencyFactory(jurisdiction=town))
    client.force_login(office)
    with django_assert_num_queries(DETAIL_QUERIES):
        client.get(term.get_absolute_url())


def test_detail_shows_the_formula_and_where_the_roster_departs(client, office, term):
    client.force_login(office)
    page = client.get(term.get_absolute_url()).content.decode()
    assert (
        "基数45名，每1500人增加1名；人口4.2万人，增加28名，合计73名（选举法第十二条第一款第四项）。" in page
    )
    assert "在任代表0名、出缺0名，合计0名，与总名额73名不符。" in page


def test_edit_keeps_the_quota(client, office, term):
    client.force_login(office)
    values = {"population": "31500", "seat_quota": "66"}
    client.post(reverse("deputies:term_edit", args=[term.pk]), values)
    term.refresh_from_db()
    assert (term.population, term.seat_quota) == (31_500, 66)
    page = client.post(reverse("deputies:term_edit", args=[term.pk]), {})
    assert page.context["form"].non_field_errors() == [
        "人口数和总名额都没有填，请至少填一项；填错了的，请改成正确的数。"
    ]


def test_desk_tells_that_a_quota_is_not_the_laws(office, term):
    term.seat_quota = 74
    term.save()
    lines = [item for item in waiting_for(office) if item.action == "核对"]
    assert [(item.title, item.about, item.url) for item in lines] == [
        (
            "核对石坎镇第九届名额",
            "确定的总名额74名，按选举法第十二条的公式应为73名，请核对人口数和名额。",
            term.get_absolute_url(),
        )
    ]


def test_desk_is_silent_on_a_roster_not_entered_in_full(town, office, term):
    ConstituencyFactory(jurisdiction=town, seat_quota=3)
    assert [item for item in waiting_for(office) if item.action == "核对"] == []


def test_desk_tells_who_is_to_be_confirmed(town, office):
    seat = seat_at(SeatStatus.ELECTED, town)
    lines = [item for item in waiting_for(office) if item.action == "确认"]
    assert [(item.about, item.url) for item in lines] == [
        (
            "1名当选代表待代表资格审查后确认（选举法第四十七条）",
            reverse("deputies:seat_confirm_all", args=[seat.term_id]),
        )
    ]


def test_confirm_all_confirms_those_ticked(client, town, office):
    first, second = (seat_at(SeatStatus.ELECTED, town) for _ in range(2))
    client.force_login(office)
    url = reverse("deputies:seat_confirm_all", args=[first.term_id])
    client.post(url, {"confirmed_on": "2025-03-18", "confirmation": "第1号公告", "elected": [first.pk]})
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, first.confirmation, second.status) == (
        SeatStatus.CONFIRMED,
        "第1号公告",
        SeatStatus.ELECTED,
    )


def test_elect_page_takes_a_new_person(client, office, term):
    client.force_login(office)
    place = ConstituencyFactory(jurisdiction=term.jurisdiction)
    url = reverse("deputies:seat_elect", args=[term.pk])
    client.post(url, {"name": "缪昀", "reelected": "", "constituency": place.pk})
    assert [seat.status for seat in term.seats.filter(deputy__name="缪昀")] == [SeatStatus.ELECTED]
