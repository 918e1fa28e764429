"""Who was elected is in office once that is confirmed, whose election is void never (选举法第四十七条)."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from congress import figures
from deputies import by_election, composition, divisions, rolls, seat_workflow
from deputies.enums import SeatStatus, VacancyStatus
from deputies.forms.activity import PlanForm
from deputies.models import Seat
from deputies.terms import rosters_of
from reception.enums import DayStatus
from reception.forms.day import seats_for
from tests.factories.activities import planned
from tests.factories.deputies import ConstituencyFactory, DeputyFactory
from tests.factories.reception import day_at, people
from tests.factories.seats import elected, seat_at, vacancy_at
from tests.factories.sessions import meeting_of


pytestmark = pytest.mark.usefixtures("in_march")
DAY = date(2025, 3, 12)


@pytest.fixture(params=[SeatStatus.ELECTED, SeatStatus.INVALID])
def without_office(request, seat, office):
    """A seat of the term of ``seat``, which is in office, elected and not confirmed, or void."""
    new = elected(seat)
    if request.param == SeatStatus.INVALID:
        seat_workflow.invalidate(new, by=office, note="选举程序不合法")
    return new


def test_seat_is_not_held(seat, without_office):
    assert not without_office.in_office(DAY)
    assert list(Seat.objects.in_office(DAY)) == [seat]
    assert list(Seat.objects.listed(DAY)) == [seat]


def test_figures_of_the_roster_leave_it_out(seat, without_office, town):
    values = figures.for_places([town.pk], figures.Period.of_year(2025))[town.pk]
    assert [values[f"roster.{key}"] for key in ("seats_listed", "seats_in_office")] == [1, 1]


def test_composition_leaves_it_out(seat, without_office, town):
    assert composition.tables_of(town, DAY)[0] == 1


def test_it_is_no_choice_in_the_form_of_an_activity(seat, without_office, office):
    assert list(PlanForm(user=office).fields["seats"].queryset) == [seat]


def test_it_is_no_choice_for_a_rota(town):
    who = people(town)
    day = day_at(DayStatus.PLANNED, who)
    before = list(seats_for(day, who.liaison))
    new = elected(who.seat, deputy=DeputyFactory(district=who.town.district, name="陈静"))
    assert list(seats_for(day, who.liaison)) == before
    seat_workflow.confirm(new, by=who.office, confirmed_on=date(2025, 3, 10))
    assert set(seats_for(day, who.liaison)) == {*before, new}


def test_it_is_not_invited(without_office, office):
    with pytest.raises(ValidationError, match="王芳2025年3月12日不在任"):
        planned(office, without_office)


def test_it_is_on_no_roll(seat, without_office):
    meeting = meeting_of(seat.term, on=DAY)
    assert [line.seat for line in meeting.attendances.all()] == [seat]
    with pytest.raises(ValidationError, match="王芳在会议当天不在任"):
        rolls.call(meeting, [without_office])


def test_roster_counts_the_elected_apart(seat, town):
    elected(seat)
    seat.term.seat_quota = 2
    roster = rosters_of([seat.term])[0]
    assert (roster.in_office, roster.elected, roster.departures) == (1, 1, [])
    seat.term.seat_quota = 3
    assert roster.departures == ["在任代表1名、当选待确认1名、出缺0名，合计2名，与总名额3名不符。"]


def test_confirmed_one_is_in_office_and_on_the_rolls_from_then_on(seat, office):
    before, after = (meeting_of(seat.term, on=day) for day in (date(2025, 3, 5), date(2025, 3, 19)))
    new = elected(seat)
    seat_workflow.confirm(new, by=office, confirmed_on=date(2025, 3, 10))
    assert new.in_office(DAY)
    assert [before.attendances.filter(seat=new).count(), after.attendances.filter(seat=new).count()] == [0, 1]


def test_elected_one_keeps_others_from_his_place(town, office):
    """Confirmed or not, nobody else is elected into the vacancy that he fills."""
    place = ConstituencyFactory(jurisdiction=town, seat_quota=1)
    vacancy = vacancy_at(VacancyStatus.FILLED, town, constituency=place)
    with pytest.raises(ValidationError, match="应选代表1名，已有1名"):
        seat_workflow.elect(
            by=office,
            deputy=DeputyFactory(district=town.district, name="李伟"),
            term=vacancy.seat.term,
            constituency=place,
            starts_on=date(2025, 3, 18),
        )


def test_by_election_leaves_the_seat_without_office_until_confirmed(town, office):
    vacancy = vacancy_at(VacancyStatus.OPEN, town)
    newcomer = DeputyFactory(district=town.district, name="陈静")
    new = by_election.fill(vacancy, by=office, deputy=newcomer, elected_on=date(2025, 3, 15))
    assert not new.in_office()
    seat_workflow.confirm(new, by=office, confirmed_on=date(2025, 3, 18))
    assert new.in_office()


def test_pages_tell_who_is_coming_from_who_has_gone(seat, town, office):
    gone, coming = seat_at(SeatStatus.ENDED, town), elected(seat)
    void = elected(seat, deputy=DeputyFactory(district=town.district))
    seat_workflow.invalidate(void, by=office, note="选举程序不合法")
    parts = divisions.by_time(list(Seat.objects.filter(term__jurisdiction=town).order_by("pk")))
    assert parts["now"] == [seat]
    assert parts["coming"] == [coming]
    assert parts["earlier"] == [gone, void]


def test_constituency_says_that_somebody_waits_to_be_confirmed(client, town, office):
    vacancy = vacancy_at(VacancyStatus.FILLED, town)
    client.force_login(office)
    page = client.get(reverse("deputies:constituency_detail", args=[vacancy.seat.constituency_id]))
    assert page.context["coming"] == [vacancy.filled_by]
    assert "当选待确认" in page.content.decode()
