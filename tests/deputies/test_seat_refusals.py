"""What the steps of a seat and of a vacancy refuse, and how they say so."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from deputies import seat_workflow
from deputies.enums import EndGround, VacancyStatus
from tests.factories.seats import vacancy_at


pytestmark = pytest.mark.usefixtures("in_march")
DAY = date(2025, 3, 10)


def corrected(seat, office, **fields):
    values = {"ends_on": seat.ends_on, "end_ground": EndGround.RESIGNED, "note": "公告写错"} | fields
    seat_workflow.correct_end(seat, by=office, **values)
    seat.refresh_from_db()
    return seat


@pytest.mark.parametrize("day", [date(2025, 3, 15), date(2025, 3, 18)])
def test_end_corrected_to_a_day_of_the_successor_is_refused(town, office, day):
    seat = vacancy_at(VacancyStatus.FILLED, town).seat
    with pytest.raises(
        ValidationError, match="陈静已于2025年3月15日补选为这个缺额的代表，终止日期应在此之前"
    ):
        corrected(seat, office, ends_on=day)


def test_end_corrected_to_the_eve_of_the_by_election_is_kept(town, office):
    seat = vacancy_at(VacancyStatus.FILLED, town).seat
    assert corrected(seat, office, ends_on=date(2025, 3, 14)).ends_on == date(2025, 3, 14)
