from datetime import UTC, datetime

import pytest
from django.urls import reverse

from congress import clock
from congress.desk import gathered
from reports import desk, workflow
from tests.factories.congress import DistrictOfficeFactory, LeaderFactory, LocalOfficeFactory, TownFactory
from tests.factories.reports import drafted, office_of, seat_in, submitted, submitted_by_office


pytestmark = pytest.mark.django_db

JANUARY = datetime(2026, 1, 5, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def january():
    with clock.at(JANUARY):
        yield


def lines(provider, user):
    return [(item.title, item.action) for item in gathered(provider(user))]


def test_deputy_is_asked_to_begin(seat, deputy):
    assert lines(desk.reports_to_write, deputy) == [("撰写2025年述职报告", "开始写")]


def test_deputy_is_asked_to_go_on(seat, deputy):
    drafted(seat)
    assert lines(desk.reports_to_write, deputy) == [("撰写2025年述职报告", "继续写")]


def test_deputy_is_asked_to_change_what_was_returned(seat, deputy, office):
    workflow.return_report(submitted(seat), by=office, note="请补充。")
    assert lines(desk.reports_to_write, deputy) == [("修改2025年述职报告", "修改")]


def test_deputy_who_has_reported_is_left_alone(seat, deputy):
    submitted(seat)
    assert lines(desk.reports_to_write, deputy) == []


def test_office_is_asked_to_review(seat, office):
    report = submitted(seat)
    [item] = gathered(desk.reports_to_review(office))
    assert (item.title, item.url) == ("审核欧阳䶮2025年度述职报告", report.get_absolute_url())


def test_office_reviews_nothing_of_a_town(office):
    submitted(seat_in(TownFactory(parent=office.jurisdiction)))
    assert lines(desk.reports_to_review, office) == []


def test_others_have_no_reports_waiting(seat, district):
    submitted(seat)
    for user in (LeaderFactory(jurisdiction=district), DistrictOfficeFactory()):
        assert lines(desk.reports_to_review, user) == lines(desk.reports_to_write, user) == []


@pytest.mark.parametrize("count", [1, 3])
def test_desk_needs_as_many_queries_for_three_reports_as_for_one(
    district, office, count, django_assert_num_queries
):
    for number in range(count):
        submitted(seat_in(district, number=number + 1))
    with django_assert_num_queries(2):
        assert len(lines(desk.reports_to_review, office)) == count


def test_paper_that_a_town_office_wrote_waits_for_the_district(district):
    """Who handed it in does not review it, and a town's office may be one person."""
    writer = LocalOfficeFactory(jurisdiction=TownFactory(parent=district))
    reviewer = DistrictOfficeFactory(jurisdiction=district)
    submitted_by_office(writer)
    assert lines(desk.reports_to_review, writer) == []
    assert lines(desk.reports_to_review, reviewer) == [("审核欧阳䶮2025年度述职报告", "审核")]


def test_what_one_handed_in_oneself_waits_for_oneself_where_nobody_else_is(office):
    submitted_by_office(office)
    alone = lines(desk.reports_to_review, office)
    colleague = office_of(office.jurisdiction)
    for_both = (lines(desk.reports_to_review, colleague), lines(desk.reports_to_review, office))
    assert for_both == (alone, [])


def test_own_reports_are_a_room_that_is_marked(client, seat, deputy):
    client.force_login(deputy)
    report = drafted(seat)
    for url in (reverse("reports:duty_report_mine"), report.get_absolute_url()):
        places = client.get(url).context["navigation"]
        rooms = [room["label"] for place in places for room in place["rooms"] if room["current"]]
        assert ([place["label"] for place in places if place["current"]], rooms) == (
            ["我的履职"],
            ["述职报告"],
        )
