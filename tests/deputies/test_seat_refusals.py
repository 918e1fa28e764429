"""What the steps of a seat and of a vacancy refuse, and how they say so."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from deputies import seat_workflow, vacancy_workflow
from deputies.enums import EndGround, SeatStatus, VacancyStatus
from deputies.forms.seat import CorrectEndForm, EndForm
from tests.factories.seats import ended, vacancy_at


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


def test_end_corrected_to_the_day_of_a_scheduled_by_election_is_refused(town, office):
    vacancy = vacancy_at(VacancyStatus.OPEN, town)
    vacancy_workflow.schedule(vacancy, by=office, by_election_on=date(2025, 3, 18))
    with pytest.raises(ValidationError, match="这个缺额已定于2025年3月18日补选，终止日期应在此之前；"):
        corrected(vacancy.seat, office, ends_on=date(2025, 3, 18))
    assert corrected(vacancy.seat, office, ends_on=date(2025, 3, 17)).ends_on == date(2025, 3, 17)


# 代表法第六十二条第三项: missed sessions


def test_end_for_missed_sessions_without_a_case_is_refused(seat, office):
    with pytest.raises(ValidationError, match="请到“缺席情况”提请资格审查"):
        ended(seat, ground=EndGround.ABSENT)
    ended(seat)
    with pytest.raises(ValidationError, match="请到“缺席情况”提请资格审查"):
        corrected(seat, office, end_ground=EndGround.ABSENT)


def test_end_for_missed_sessions_that_a_register_says_is_kept(seat, office):
    ended(seat, ground=EndGround.ABSENT, taken_over=True)
    seat = corrected(seat, office, ends_on=date(2025, 3, 9), end_ground=EndGround.ABSENT)
    assert (seat.ends_on, seat.end_ground) == (date(2025, 3, 9), EndGround.ABSENT)
    assert "（代表法第六十二条第三项）" in seat.events.last().note


def test_form_of_the_end_offers_missed_sessions_only_where_they_are_said(seat, office):
    def offered(form_class):
        form = form_class(about=seat, user=office)
        return {value for value, _ in form.fields["end_ground"].choices}

    assert offered(EndForm) == set(EndGround.values) - {EndGround.ABSENT}
    ended(seat, ground=EndGround.ABSENT, taken_over=True)
    assert offered(CorrectEndForm) == set(EndGround.values)


# Days


def test_by_election_confirmed_before_it_was_held_is_refused(client, town, office):
    seat = vacancy_at(VacancyStatus.FILLED, town).filled_by
    sentence = "陈静在2025年3月15日补选当选，确认之日不能早于当选之日，请改正。"
    with pytest.raises(ValidationError, match=sentence):
        seat_workflow.confirm(seat, by=office, confirmed_on=date(2025, 3, 14))
    client.force_login(office)
    url = reverse("deputies:seat_confirm_all", args=[seat.term_id])
    page = client.post(url, {"confirmed_on": "2025-03-14", "elected": [seat.pk]})
    assert page.context["form"].errors == {"confirmed_on": [sentence]}
    seat.refresh_from_db()
    assert (seat.status, seat.confirmed_on) == (SeatStatus.ELECTED, None)


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2022, 1, 11), "公告日期早于就任之日（2022年1月12日），请改正"),
        (date(2025, 3, 21), "公告日期在今天之后，请在公告以后再登记"),
    ],
)
def test_announcement_outside_its_days_is_refused(seat, office, day, sentence):
    with pytest.raises(ValidationError, match=sentence):
        ended(seat, announced_on=day)
    ended(seat)
    with pytest.raises(ValidationError, match=sentence):
        corrected(seat, office, announced_on=day)
