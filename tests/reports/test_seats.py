"""The seats that report on a year: in the database and on the seat itself."""

from datetime import date

import pytest

from reports import rules
from reports.seats import held_in
from tests.factories.congress import TermFactory
from tests.factories.deputies import SeatFactory


@pytest.mark.parametrize(("year", "expected"), [(2016, False), (2017, True), (2022, True), (2023, False)])
def test_seat_reports_on_the_years_of_its_term(district, year, expected):
    former = TermFactory(
        jurisdiction=district, number=8, starts_on=date(2017, 1, 10), ends_on=date(2022, 1, 11)
    )
    seat = SeatFactory(jurisdiction=district, term=former)
    assert (rules.sat_in(seat, year), seat in held_in(year)) == (expected, expected)


@pytest.mark.parametrize("year", [0, 99999])
def test_no_seat_is_held_in_a_year_that_is_none(seat, year):
    assert rules.sat_in(seat, year) is False
