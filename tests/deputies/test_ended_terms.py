"""Vacancies whose term is over, or whose successor sits: no by-election any more."""

from datetime import date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from congress import clock
from congress.enums import Level
from congress.workflow import StepNotAvailable
from deputies import by_election, seat_workflow, vacancy_workflow
from deputies.enums import VacancyStatus
from deputies.forms.seat import ElectForm
from deputies.models import Deputy, Seat
from deputies.turnover import Redraw, turn_over
from tests.factories.congress import DistrictFactory, DistrictOfficeFactory, TermFactory
from tests.factories.deputies import ConstituencyFactory, SeatFactory
from tests.factories.seats import vacancy_at


pytestmark = pytest.mark.usefixtures("in_march")
LAST = date(2027, 1, 11)


def closed(vacancy):
    """The vacancy, of a term whose last day is known."""
    vacancy.seat.term.ends_on = LAST
    vacancy.seat.term.save()
    return vacancy


def later():
    return clock.at(datetime(2027, 2, 1, 12, tzinfo=timezone.get_default_timezone()))


def test_by_election_after_the_term_is_refused(town, office):
    vacancy = closed(vacancy_at(VacancyStatus.OPEN, town))
    day = date(2027, 1, 12)
    with pytest.raises(ValidationError, match="本届2027年1月11日届满，以后不再补选"):
        vacancy_workflow.schedule(vacancy, by=office, by_election_on=day)
    with pytest.raises(ValidationError, match="本届2027年1月11日届满，以后不再补选"):
        by_election.fill(
            vacancy, by=office, deputy=Deputy(district=town.district, name="缪昀"), elected_on=day
        )


@pytest.mark.parametrize(("status", "labels"), [(VacancyStatus.OPEN, ["不再补选"]), (VacancyStatus.LEFT, [])])
def test_page_after_the_term_offers_only_to_leave_the_seat(client, town, office, status, labels):
    vacancy = closed(vacancy_at(status, town))
    with later():
        client.force_login(office)
        admin = reverse("admin:deputies_vacancy_change", args=[vacancy.pk])
        steps = [client.get(page).context["steps"] for page in (vacancy.get_absolute_url(), admin)]
    assert [[step["label"] for step in offered] for offered in steps] == [labels, labels]


def test_reopen_after_the_term_is_refused(town, office):
    vacancy = closed(vacancy_at(VacancyStatus.LEFT, town))
    with later(), pytest.raises(StepNotAvailable, match="本届已经届满"):
        vacancy_workflow.reopen(vacancy, by=office)


def test_turnover_leaves_what_no_by_election_fills_any_more(town, office):
    term = TermFactory(jurisdiction=town)
    waiting = vacancy_at(VacancyStatus.OPEN, town, term=term)
    soon = vacancy_at(VacancyStatus.SCHEDULED, town, term=term)
    done = turn_over(term, by=office, first_day=date(2027, 1, 12), redraw=Redraw.KEEP, chosen=[])
    for vacancy in (waiting, soon):
        vacancy.refresh_from_db()
    assert (waiting.status, soon.status) == (VacancyStatus.LEFT, VacancyStatus.SCHEDULED)
    assert waiting.events.last().note == "2027年1月11日届满换届，不再补选。"
    assert done.sentence.endswith("；本届出缺1个不再补选。")


def test_reopen_while_the_successor_sits_is_refused(town, office):
    vacancy = vacancy_at(VacancyStatus.FILLED, town)
    with pytest.raises(StepNotAvailable, match="这个缺额已由陈静补选；.*请先登记当选无效或者终止资格"):
        vacancy_workflow.reopen(vacancy, by=office)
    vacancy.refresh_from_db()
    assert vacancy.status == VacancyStatus.FILLED


def test_reopen_after_the_end_was_taken_back_is_refused(client, town, office):
    vacancy = vacancy_at(VacancyStatus.OPEN, town, deputy__name="丁一")
    seat_workflow.restore(vacancy.seat, by=office, note="登记错了人")
    vacancy.refresh_from_db()
    with pytest.raises(StepNotAvailable, match="丁一的终止登记已经撤销，本人仍是代表"):
        vacancy_workflow.reopen(vacancy, by=office)
    client.force_login(office)
    page = client.get(vacancy.get_absolute_url())
    assert (page.context["steps"], vacancy.cause) == ([], "终止登记已撤销")


# The forms of an election


def test_result_of_a_by_election_begins_with_its_day_and_who_may_be_elected(client, town, office):
    vacancy = vacancy_at(VacancyStatus.SCHEDULED, town)
    SeatFactory(jurisdiction=town, term=vacancy.seat.term, deputy__name="王芳")
    client.force_login(office)
    url = reverse("deputies:vacancy_step", args=[vacancy.pk, "fill"])
    form = client.get(url).context["form"]
    assert form["elected_on"].value() is None  # still to come: its result cannot be known
    assert list(form.fields["deputy"].queryset) == [vacancy.seat.deputy]
    with clock.at(datetime(2025, 4, 1, 18, tzinfo=timezone.get_default_timezone())):
        client.force_login(office)
        assert client.get(url).context["form"]["elected_on"].value() == date(2025, 4, 1)


def test_town_elects_by_constituency_and_a_city_without(town, office):
    form = ElectForm({"name": "缪昀"}, user=office, term=TermFactory(jurisdiction=town))
    field = form.fields["constituency"]
    assert (field.empty_label, "constituency" in form.errors) == ("请选择", True)
    city = DistrictFactory(name="云州市", level=Level.CITY)
    form = ElectForm({"name": "缪昀"}, user=office, term=TermFactory(jurisdiction=city))
    field = form.fields["constituency"]
    assert (field.empty_label, "constituency" in form.errors) == ("不按选区选举", False)


def test_district_elects_by_constituency_or_the_army_does(client, district, town):
    """选举法第六条: the army's deputies have no constituency; every other seat of a district has one."""
    term, here = TermFactory(jurisdiction=district), ConstituencyFactory(jurisdiction=district)
    client.force_login(DistrictOfficeFactory(jurisdiction=district))
    url = reverse("deputies:seat_elect", args=[term.pk])
    refused = {
        (): "请选择选区；由驻军选举的，请勾选“驻军选举的代表”。",
        ("constituency", "by_army"): "驻军选举的代表不在选区选出：请不选选区，或者不勾选驻军选举。",
    }
    for chosen, sentence in refused.items():
        sent = {"name": "缪昀"} | {name: here.pk if name == "constituency" else "on" for name in chosen}
        assert client.post(url, sent).context["form"].errors == {"constituency": [sentence]}
    client.post(url, {"name": "缪昀", "by_army": "on"})
    client.post(url, {"name": "陈静", "constituency": here.pk})
    seats = {seat.deputy.name: seat for seat in term.seats.all()}
    assert {name: (seat.by_army, seat.constituency) for name, seat in seats.items()} == {
        "缪昀": (True, None),
        "陈静": (False, here),
    }
    assert (seats["缪昀"].place, seats["缪昀"].elected_by) == (f"{district}驻军", "驻军")
    with pytest.raises(ValidationError, match="乡镇人大没有驻军选举的代表，请选择选区"):
        Seat(term=TermFactory(jurisdiction=town), by_army=True).clean()
