"""Vacant seats and by-elections (选举法第五十七条)."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from pytest_django.asserts import assertContains

from congress import fonts
from congress.desk import waiting_for
from deputies import by_election, seat_workflow, vacancy_workflow
from deputies.enums import SeatStatus, StartGround, VacancyStatus
from deputies.models import Deputy, Seat, Vacancy
from tests.factories.congress import DistrictOfficeFactory
from tests.factories.deputies import ConstituencyFactory, DelegationFactory, DeputyFactory, SeatFactory
from tests.factories.seats import elected, ended, seat_at, vacancy_at


pytestmark = pytest.mark.usefixtures("in_march")
LIST = reverse("deputies:vacancy_list")
LIST_QUERIES = 9


def test_end_of_a_constituencys_deputy_opens_a_vacancy(town):
    vacancy = vacancy_at(VacancyStatus.OPEN, town, deputy__name="丁一")
    assert [event.note for event in vacancy.events.all()] == [
        "2025年3月10日丁一的代表资格终止，由原选区补选（选举法第五十七条）。"
    ]


def test_end_without_a_constituency_opens_none(seat):
    ended(seat)
    assert Vacancy.objects.count() == 0


def test_end_of_an_army_deputy_is_filled_by_the_army(client, district):
    left = SeatFactory(jurisdiction=district, by_army=True, deputy__name="丁一")
    ended(left)
    vacancy = Vacancy.objects.get()
    assert (str(vacancy), vacancy.events.get().note) == (
        "云渚区驻军出缺（原代表丁一）",
        "2025年3月10日丁一的代表资格终止，由原选举单位补选（选举法第五十七条）。",
    )
    office = DistrictOfficeFactory(jurisdiction=district)
    client.force_login(office)
    assertContains(client.get(vacancy.get_absolute_url()), "<dd>驻军</dd>", html=True)
    found = by_election.fill(
        vacancy, by=office, deputy=Deputy(district=district, name="马强"), elected_on=date(2025, 3, 18)
    )
    assert (found.by_army, found.constituency, vacancy.status) == (True, None, VacancyStatus.FILLED)


def test_end_with_the_term_opens_none(town, seat):
    seat.term.ends_on = date(2025, 3, 10)
    seat.term.save()
    seat.constituency = ConstituencyFactory(jurisdiction=town)
    seat.save()
    ended(seat)
    assert Vacancy.objects.count() == 0


def test_void_general_election_opens_one(town, office):
    place = ConstituencyFactory(jurisdiction=town, number=3)
    seat = elected(SeatFactory(jurisdiction=town), constituency=place)
    seat_workflow.invalidate(seat, by=office, note="选举程序不合法")
    vacancy = Vacancy.objects.get()
    assert (vacancy.seat, vacancy.since) == (seat, date(2025, 3, 20))
    assert (vacancy.cause, str(vacancy)) == ("当选无效", "石坎镇第3选区出缺（原当选人王芳）")
    assert vacancy.events.get().note == "2025年3月20日王芳当选无效，由原选区补选（选举法第五十七条）。"
    with pytest.raises(ValidationError, match="补选应在出缺之后（2025年3月20日当选无效）"):
        vacancy_workflow.schedule(vacancy, by=office, by_election_on=date(2025, 3, 20))


def test_void_election_without_a_constituency_opens_none(town):
    seat_at(SeatStatus.INVALID, town)
    assert Vacancy.objects.count() == 0


def test_pages_tell_since_when_and_why(client, town, office):
    seat = elected(SeatFactory(jurisdiction=town), constituency=place(town, 3))
    seat_workflow.invalidate(seat, by=office, note="选举程序不合法")
    vacancy_at(VacancyStatus.OPEN, town, deputy__name="丁一", constituency=place(town, 5))
    client.force_login(office)
    rows = client.get(LIST).context["page_obj"].object_list
    assert [(row.seat.deputy.name, row.since, row.cause) for row in rows] == [
        ("王芳", date(2025, 3, 20), "当选无效"),
        ("丁一", date(2025, 3, 10), "辞职被接受"),
    ]
    detail = client.get(rows[0].get_absolute_url())
    assertContains(detail, "<dt>原当选人</dt>", html=True)


def test_schedule_sets_the_day(town, office):
    vacancy = vacancy_at(VacancyStatus.OPEN, town)
    vacancy_workflow.schedule(vacancy, by=office, by_election_on=date(2025, 4, 1))
    assert (vacancy.status, vacancy.by_election_on) == (VacancyStatus.SCHEDULED, date(2025, 4, 1))


def test_schedule_before_the_vacancy_is_refused(town, office):
    vacancy = vacancy_at(VacancyStatus.OPEN, town)
    with pytest.raises(ValidationError, match="补选应在出缺之后"):
        vacancy_workflow.schedule(vacancy, by=office, by_election_on=date(2025, 3, 10))


def test_fill_elects_into_the_vacant_seat(town, office):
    group = DelegationFactory(term__jurisdiction=town)
    vacancy = vacancy_at(VacancyStatus.SCHEDULED, town, delegation=group)
    newcomer = Deputy(district=town.district, name="陈静")

    seat = by_election.fill(vacancy, by=office, deputy=newcomer, elected_on=date(2025, 3, 20))

    assert (seat.status, seat.start_ground, seat.starts_on) == (
        SeatStatus.ELECTED,
        StartGround.BY_ELECTED,
        date(2025, 3, 20),
    )
    assert (seat.constituency, seat.delegation) == (vacancy.seat.constituency, group)
    assert (vacancy.status, vacancy.filled_by) == (VacancyStatus.FILLED, seat)


def test_fill_that_is_refused_leaves_nothing(town, office):
    vacancy = vacancy_at(VacancyStatus.SCHEDULED, town)
    newcomer = Deputy(district=town.district, name="缪昀")
    with pytest.raises(ValidationError):
        by_election.fill(vacancy, by=office, deputy=newcomer, elected_on=date(2025, 3, 1))
    assert (Deputy.objects.filter(name="缪昀").count(), Seat.objects.count()) == (0, 1)


def test_leave_tells_why(town, office):
    vacancy = vacancy_at(VacancyStatus.OPEN, town)
    vacancy_workflow.leave(vacancy, by=office, note="本届任期不足一年")
    assert (vacancy.status, vacancy.events.last().note) == (VacancyStatus.LEFT, "本届任期不足一年")


def test_desk_tells_the_office_of_its_vacancies(town, office):
    vacancy_at(VacancyStatus.OPEN, town, deputy__name="丁一", constituency=place(town, 3))
    vacancy_at(VacancyStatus.SCHEDULED, town, deputy__name="马强", constituency=place(town, 5))
    lines = [item for item in waiting_for(office) if "补选" in item.title]
    assert [(item.title, item.about, item.due_on) for item in lines] == [
        ("登记补选结果：石坎镇第5选区", "原代表马强，辞职被接受", date(2025, 4, 1)),
        ("安排补选：石坎镇第3选区", "原代表丁一，辞职被接受", None),
    ]


def place(town, number):
    return ConstituencyFactory(jurisdiction=town, number=number)


def test_page_takes_the_by_election_of_a_new_person(client, town, office):
    vacancy = vacancy_at(VacancyStatus.SCHEDULED, town)
    client.force_login(office)
    url = reverse("deputies:vacancy_step", args=[vacancy.pk, "fill"])
    client.post(url, {"name": "缪昀", "elected_on": "2025-03-20", "tie": "lives"})
    seat = Seat.objects.get(deputy__name="缪昀")
    assert (seat.tie, seat.fills, seat.deputy.district) == ("lives", vacancy, town.district)


def test_page_tells_of_a_name_that_does_not_print(client, town, office):
    vacancy = vacancy_at(VacancyStatus.SCHEDULED, town)
    client.force_login(office)
    url = reverse("deputies:vacancy_step", args=[vacancy.pk, "fill"])
    page = client.post(url, {"name": "缪\ue863", "elected_on": "2025-03-20"}, follow=True)
    assert fonts.advice("缪\ue863", "姓名") in map(str, page.context["messages"])


def test_page_refuses_two_persons(client, town, office):
    vacancy = vacancy_at(VacancyStatus.SCHEDULED, town)
    known = ended(SeatFactory(jurisdiction=town, deputy__name="王芳")).deputy
    client.force_login(office)
    url = reverse("deputies:vacancy_step", args=[vacancy.pk, "fill"])
    page = client.post(url, {"name": "陈静", "deputy": known.pk, "elected_on": "2025-03-20"})
    assert page.context["form"].non_field_errors() == ["请选已在库的代表，或者填新当选的人的姓名，两者取一。"]


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_the_same_with_more_vacancies(client, town, office, count, django_assert_num_queries):
    for _ in range(count):
        vacancy_at(VacancyStatus.OPEN, town)
    client.force_login(office)
    with django_assert_num_queries(LIST_QUERIES):
        client.get(LIST)


@pytest.mark.parametrize("status", VacancyStatus)
def test_detail_offers_what_may_be_done(client, town, office, status):
    vacancy = vacancy_at(status, town)
    client.force_login(office)
    steps = [step["label"] for step in client.get(vacancy.get_absolute_url()).context["steps"]]
    assert (
        steps
        == {
            VacancyStatus.OPEN: ["定补选日期", "登记补选结果", "不再补选"],
            VacancyStatus.SCHEDULED: ["登记补选结果", "定补选日期", "不再补选"],
            VacancyStatus.FILLED: [],
            VacancyStatus.LEFT: ["重新列为出缺"],
        }[status]
    )


def test_roster_of_another_deputy_elected_again(town):
    """A by-elected deputy who leaves in turn leaves a vacancy of his own."""
    first = vacancy_at(VacancyStatus.FILLED, town)
    ended(first.filled_by, date(2025, 3, 18))
    assert Vacancy.objects.filter(status=VacancyStatus.OPEN).get().seat == first.filled_by


def test_newcomer_need_not_be_new(town, office):
    vacancy = vacancy_at(VacancyStatus.OPEN, town)
    known = DeputyFactory(district=town.district, name="王芳")
    seat = by_election.fill(vacancy, by=office, deputy=known, elected_on=date(2025, 3, 19))
    assert seat.deputy == known
