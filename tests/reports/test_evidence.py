from datetime import date

import pytest
from django.urls import reverse

from congress import clock
from congress.enums import Role
from deputies import participation_workflow
from reception.enums import DayStatus, OpinionStatus
from reception.models import OpinionCategory
from tests.factories.activities import planned
from tests.factories.congress import (
    USER_FACTORIES,
    LeaderFactory,
    LocalOfficeFactory,
    TownFactory,
    UserFactory,
)
from tests.factories.deputies import ActivityKindFactory
from tests.factories.reception import day_at, opinion_at, people, visit_of
from tests.factories.reports import YEAR, accepted, drafted, seat_in


pytestmark = pytest.mark.django_db


def of_seat(seat, key="activities.total", year=YEAR):
    return reverse("deputies:evidence", kwargs={"key": key, "year": year, "seat": seat.pk})


def of_place(place, key="activities.total", year=YEAR):
    return reverse("deputies:evidence", kwargs={"key": key, "year": year, "place": place.pk})


def took_part(office, seat, **fields):
    activity = planned(office, seat, **fields)
    participation_workflow.verify_all(list(activity.participations.all()), by=office)
    return activity


def test_evidence_of_a_seat_lists_every_row_behind_the_figure(as_, seat, office, deputy):
    activity = took_part(office, seat)
    took_part(office, seat_in(office.jurisdiction, number=2, name="丁一"))
    response = as_(deputy).get(of_seat(seat))
    assert (response.context["value"], list(response.context["page_obj"])) == (1, [activity])
    assert response.context["figure"].rule in response.content.decode()
    assert activity.get_absolute_url() in response.content.decode()


def test_evidence_says_up_to_which_day(as_, seat, office, deputy):
    took_part(office, seat, starts_on=date(2025, 9, 1))
    response = as_(deputy).get(of_seat(seat), {"until": "2025-06-30"})
    assert response.context["value"] == 0
    assert "截至2025年6月30日的记录" in response.content.decode()


def test_evidence_of_a_part_of_a_breakdown(as_, seat, office, deputy):
    took_part(office, seat)
    study = took_part(office, seat, kind=ActivityKindFactory(code="study"))
    response = as_(deputy).get(of_seat(seat, "activities.by_type.study"))
    assert (response.context["value"], list(response.context["page_obj"])) == (1, [study])


def test_evidence_of_an_unknown_part_is_not_found(as_, seat, deputy):
    assert as_(deputy).get(of_seat(seat, "activities.by_type.unknown")).status_code == 404


def test_parts_with_any_name_have_an_address(as_, office):
    """The name of a category is the office's own affair, its address is not made of it."""
    who = people(town=office.jurisdiction)
    opinion = opinion_at(OpinionStatus.TRIAGED, who)
    OpinionCategory.objects.filter(pk=opinion.category_id).update(name="供水/供电")
    page = as_(office).get(of_place(office.jurisdiction, "reception.by_category", opinion.received_on.year))
    [part] = page.context["components"]
    assert part["label"] == "供水/供电"
    assert as_(office).get(part["url"]).context["value"] == 1


def test_evidence_of_a_breakdown_leads_to_its_parts(as_, seat, office, deputy):
    took_part(office, seat, kind=ActivityKindFactory(code="study"))
    response = as_(deputy).get(of_seat(seat, "activities.by_type"))
    assert [component["url"] for component in response.context["components"]] == [
        of_seat(seat, "activities.by_type.study")
    ]


def test_evidence_of_a_rate_leads_to_what_it_is_made_of(as_, seat, deputy):
    response = as_(deputy).get(of_seat(seat, "reception.opinions_rate"))
    assert [component["url"] for component in response.context["components"]] == [
        of_seat(seat, f"reception.opinions_{name}") for name in ("satisfied", "basically", "rated")
    ]


def test_evidence_names_the_value_of_the_report_when_records_changed(as_, seat, office, deputy):
    took_part(office, seat)
    accepted(seat)
    took_part(office, seat, starts_on=date(2025, 4, 1))
    response = as_(deputy).get(of_seat(seat))
    assert response.context["value"] == 2
    assert "提交述职报告时是1，后来记录有更正" in response.content.decode()


def test_evidence_of_a_place(as_, seat, office):
    activity = took_part(office, seat)
    response = as_(office).get(of_place(office.jurisdiction))
    assert list(response.context["page_obj"]) == [activity]


def test_evidence_links_only_to_what_the_user_may_see(as_, seat, office, district):
    seat.constituency.town = TownFactory(parent=district)
    seat.constituency.save()
    day = day_at(DayStatus.HELD, people(TownFactory(parent=district)), place="邻镇代表联络站")
    day.slots.create(seat=seat, present=True)
    address = of_seat(seat, "reception.days_served", clock.today().year)
    shown = {}
    for user in (office, LocalOfficeFactory(jurisdiction=seat.constituency.town)):
        page = as_(user).get(address).content.decode()
        shown[user] = ("邻镇代表联络站" in page, day.get_absolute_url() in page)
    assert list(shown.values()) == [(True, True), (False, False)]


def test_evidence_never_shows_who_came(as_, seat, office, district):
    visit_of(people(TownFactory(parent=district)), seats=[seat])
    address = of_seat(seat, "reception.visits_received", clock.today().year)
    page = as_(office).get(address).content.decode()
    assert ("张某" in page, "张三" in page, "1380000" in page) == (True, False, False)


@pytest.mark.parametrize("count", [1, 3])
def test_evidence_needs_as_many_queries_for_three_rows_as_for_one(
    as_, seat, office, count, django_assert_num_queries
):
    for day in range(count):
        took_part(office, seat, starts_on=date(2025, 3, day + 1))
    browser = as_(office)
    with django_assert_num_queries(12):
        assert browser.get(of_seat(seat)).status_code == 200


@pytest.mark.parametrize("key", ["activities.nothing", "nothing", "activities.total.study", "roster.women"])
def test_evidence_of_an_unknown_figure_is_not_found(as_, seat, deputy, key):
    assert as_(deputy).get(of_seat(seat, key)).status_code == 404


@pytest.mark.parametrize("year", [1, 2099, 99999])
def test_evidence_of_an_impossible_year_is_not_found(as_, seat, deputy, year):
    assert as_(deputy).get(of_seat(seat, year=year)).status_code == 404


def test_evidence_of_a_colleague_is_forbidden(as_, seat):
    colleague = seat_in(seat.term.jurisdiction, number=2, name="丁一").deputy.user
    assert as_(colleague).get(of_seat(seat)).status_code == 403


def test_evidence_of_a_place_is_for_staff_and_leaders(as_, district, deputy):
    address = of_place(district)
    assert as_(LeaderFactory(jurisdiction=district)).get(address).status_code == 200
    assert as_(deputy).get(address).status_code == 403
    assert as_(UserFactory()).get(address).status_code == 404


@pytest.mark.parametrize("role", [Role.UNIT_CLERK, Role.GOV_OFFICE, Role.SYSADMIN, Role.AUDITOR])
def test_evidence_is_out_of_reach_for_roles_without_sight(as_, seat, district, role):
    browser = as_(USER_FACTORIES[role]())
    assert browser.get(of_seat(seat)).status_code == 404
    assert browser.get(of_place(district)).status_code == 403


@pytest.mark.parametrize("asked", ["https://elsewhere.cn/", "//elsewhere.cn/", "javascript:alert(1)", ""])
def test_evidence_never_leads_out_of_the_house(as_, seat, deputy, asked):
    own = reverse("deputies:duty", args=[seat.pk], query={"year": YEAR})
    assert as_(deputy).get(of_seat(seat), {"back": asked}).context["back"] == own


def test_evidence_leads_back_to_the_report(as_, seat, office, deputy):
    took_part(office, seat)
    report = drafted(seat)
    address = f"{of_seat(seat)}?back={report.get_absolute_url()}"
    browser = as_(deputy)
    assert browser.get(report.get_absolute_url()).content.decode().count(f'href="{address}"') == 2
    assert browser.get(address).context["back"] == report.get_absolute_url()
