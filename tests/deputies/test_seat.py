"""On which days a seat is held: in the database and on the seat itself."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from congress import clock
from deputies.models import Seat
from tests.factories.activities import logged
from tests.factories.congress import TermFactory
from tests.factories.deputies import SeatFactory


TODAY = datetime(2025, 6, 2, 4, tzinfo=UTC)


@pytest.fixture
def former(town):
    """The term before this one; its deputies' seats carry no end of their own."""
    return TermFactory(jurisdiction=town, number=8, starts_on=date(2017, 1, 10), ends_on=date(2022, 1, 11))


@pytest.fixture
def coming(town):
    return TermFactory(jurisdiction=town, number=10, starts_on=date(2027, 1, 12))


def held_on(seat, day):
    """What the seat itself says, and what the database says."""
    return seat.in_office(day), Seat.objects.in_office(day).filter(pk=seat.pk).exists()


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2017, 1, 9), False),
        (date(2017, 1, 10), True),
        (date(2022, 1, 11), True),
        (date(2022, 1, 12), False),
    ],
)
def test_seat_without_dates_is_held_while_its_term_lasts(former, town, day, expected):
    assert held_on(SeatFactory(jurisdiction=town, term=former), day) == (expected, expected)


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2018, 2, 28), False), (date(2018, 3, 1), True), (date(2020, 4, 1), False)]
)
def test_seat_with_dates_is_held_between_them(former, town, day, expected):
    seat = SeatFactory(jurisdiction=town, term=former, starts_on=date(2018, 3, 1), ends_on=date(2020, 3, 31))
    assert held_on(seat, day) == (expected, expected)


@pytest.mark.parametrize(("day", "expected"), [(date(2027, 1, 11), False), (date(2027, 1, 12), True)])
def test_seat_elected_before_its_term_is_held_from_its_first_session(coming, town, day, expected):
    seat = SeatFactory(jurisdiction=town, term=coming, starts_on=date(2026, 12, 20))
    assert held_on(seat, day) == (expected, expected)


def test_seat_of_a_term_without_dates_is_held(town):
    seat = SeatFactory(jurisdiction=town, term=TermFactory(jurisdiction=town, number=7, starts_on=None))
    assert held_on(seat, date(2025, 6, 2)) == (True, True)


def test_deputy_of_the_former_term_logs_nothing(client, former, town):
    seat = SeatFactory(jurisdiction=town, term=former, with_user=True)
    client.force_login(seat.deputy.user)
    assert client.get(reverse("deputies:activity_log")).status_code == 403


def test_deputy_of_the_former_term_keeps_what_he_did(former, town):
    seat = SeatFactory(jurisdiction=town, term=former, with_user=True)
    assert logged(seat, starts_on=date(2021, 12, 1)).seat == seat


def test_list_tells_former_present_and_coming_apart(client, town, office, former, coming, seat):
    SeatFactory(jurisdiction=town, term=former, deputy__name="王芳")
    SeatFactory(jurisdiction=town, term=coming, deputy__name="陈静")
    client.force_login(office)
    with clock.at(TODAY):
        pages = {
            chosen: client.get(reverse("deputies:deputy_list"), {"office": chosen, "order": ""})
            for chosen in ("now", "over")
        }
    found = {
        chosen: [found.deputy.name for found in page.context["page_obj"]] for chosen, page in pages.items()
    }
    assert found == {"now": ["丁一"], "over": ["王芳"]}


def test_deputy_of_the_former_term_left_with_it(client, town, office, former):
    seat = SeatFactory(jurisdiction=town, term=former)
    client.force_login(office)
    with clock.at(TODAY):
        page = client.get(seat.get_absolute_url()).content.decode()
    assert "2022年1月11日届满" in page
