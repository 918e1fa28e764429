from datetime import UTC, datetime

import pytest
from django.urls import reverse

from congress import clock
from congress.enums import Role
from reports.enums import ReportStatus
from reports.periods import reporting_year
from tests.factories.congress import LeaderFactory, LocalOfficeFactory, TownFactory
from tests.factories.deputies import SeatFactory
from tests.factories.reports import YEAR, drafted, seat_in, submitted


pytestmark = pytest.mark.django_db

LIST = reverse("reports:duty_report_year", args=[YEAR])


def names(response):
    return [seat.deputy.name for seat in response.context["page_obj"]]


@pytest.mark.parametrize(("month", "year"), [(6, 2025), (10, 2025), (11, 2026), (12, 2026)])
def test_reporting_year(month, year):
    with clock.at(datetime(2026, month, 15, tzinfo=UTC)):
        assert reporting_year() == year


def test_list_shows_who_has_reported_and_who_has_not(as_, district, office):
    submitted(seat_in(district, number=1, name="丁一"))
    drafted(seat_in(district, number=2, name="马强"))
    seat_in(district, number=3, name="王芳")
    response = as_(office).get(LIST)
    rows = [
        (seat.deputy.name, seat.report_stands, bool(seat.report_readable))
        for seat in response.context["page_obj"]
    ]
    assert rows == [
        ("丁一", ReportStatus.SUBMITTED, True),
        ("马强", ReportStatus.DRAFT, False),
        ("王芳", None, False),
    ]
    assert [(label, number) for _, label, number in response.context["tally"]] == [
        ("未写", 1),
        ("草稿", 1),
        ("已提交", 1),
        ("已退回", 0),
        ("已审核", 0),
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_list_needs_as_many_queries_for_three_seats_as_for_one(
    as_, district, office, count, django_assert_num_queries
):
    for number in range(count):
        submitted(seat_in(district, number=number + 1))
    browser = as_(office)
    browser.get(LIST)
    with django_assert_num_queries(7):
        assert browser.get(LIST).status_code == 200


@pytest.mark.parametrize(("state", "found"), [("none", ["马强"]), ("submitted", ["丁一"]), ("accepted", [])])
def test_list_by_state(as_, district, office, state, found):
    submitted(seat_in(district, number=1, name="丁一"))
    seat_in(district, number=2, name="马强")
    assert names(as_(office).get(LIST, {"state": state})) == found


def test_list_by_name(as_, district, office):
    seat_in(district, number=1, name="丁一")
    seat_in(district, number=2, name="马强")
    assert names(as_(office).get(LIST, {"q": "mq"})) == ["马强"]


def test_list_of_a_town_office_holds_its_own_seats_only(as_, district, seat):
    town = TownFactory(parent=district)
    seat_in(town, name="丁一")
    seat_in(TownFactory(parent=district), name="马强")
    assert names(as_(LocalOfficeFactory(jurisdiction=town)).get(LIST)) == ["丁一"]


def test_list_leaves_out_who_did_not_hold_the_seat(as_, office, seat):
    response = as_(office).get(reverse("reports:duty_report_year", args=[2021]))
    assert names(response) == []


@pytest.mark.parametrize("year", [1900, 2099, 99999])
def test_list_of_an_impossible_year_is_not_found(as_, office, year):
    assert as_(office).get(reverse("reports:duty_report_year", args=[year])).status_code == 404


def test_list_is_read_by_leaders_and_not_by_deputies(as_, district, deputy):
    assert as_(LeaderFactory(jurisdiction=district)).get(LIST).status_code == 200
    assert as_(deputy).get(LIST).status_code == 403


def test_list_lets_the_office_begin_for_a_deputy_without_an_account(as_, office, district, seat):
    SeatFactory(jurisdiction=district, deputy__name="丁一")
    response = as_(office).get(LIST)
    assert [(row.deputy.name, row.may_begin) for row in response.context["page_obj"]] == [
        ("丁一", True),
        ("欧阳䶮", False),
    ]


def test_navigation_leads_staff_and_leaders_to_the_reports(as_, office, deputy):
    places = {user.role: as_(user).get("/").context["navigation"] for user in (office, deputy)}
    labels = {role: [place["label"] for place in found] for role, found in places.items()}
    assert ("报告" in labels[Role.DISTRICT_OFFICE], "报告" in labels[Role.DEPUTY]) == (True, False)
