"""Restrictions of a deputy's liberty: the law's clock, the body, who may know of it (代表法第三十九条)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from congress import audit, clock
from congress.desk import gathered, waiting_for
from congress.models import OfficeRules
from congress.navigation import navigation_for
from congress.workflow import StepNotAvailable
from deputies import liberty_workflow
from deputies.desk.liberty import liberty_cases
from deputies.enums import LibertyBody, LibertyKind, SeatStatus
from deputies.enums import LibertyStatus as Status
from deputies.models import LibertyCase, LibertyLook
from tests.factories.cases import liberty_at
from tests.factories.congress import (
    DistrictOfficeFactory,
    LeaderFactory,
    LiaisonFactory,
    LocalOfficeFactory,
    StreetFactory,
)
from tests.factories.deputies import SeatFactory
from tests.factories.sessions import SessionFactory


TABLE = liberty_workflow.liberty_cases
pytestmark = pytest.mark.usefixtures("in_march")
REQUEST_STEPS = {"examine", "permit", "refuse"}


@pytest.fixture
def district_office(district):
    return DistrictOfficeFactory(jurisdiction=district)


@pytest.fixture
def district_seat(district):
    return SeatFactory(jurisdiction=district, deputy__name="李伟")


def take(name, case, by):
    now, today = clock.now(), clock.today()
    extra = {
        "submit": {"submitted_at": now},
        "examine": {"retaliation": False, "examination": "没有发现。"},
        "appeal": {"appeal": "不服", "appealed_at": now},
        "forward": {"forwarded_at": now},
        "lift": {"lifted_on": today},
    }
    return getattr(liberty_workflow, name)(case, by=by, **extra.get(name, {"decided_on": today}))


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("name", sorted(set(TABLE.steps) - {"forward"}))
def test_step_follows_table(name, status, district_seat, district_office, seat, office):
    asked = name in REQUEST_STEPS or status in (Status.EXAMINED, Status.PERMITTED, Status.REFUSED)
    by = district_office if asked else office
    case = liberty_at(status, district_seat if asked else seat, by)
    status = case.status  # what is asked for is never merely noted
    if status in TABLE.steps[name].sources and TABLE.steps[name].allowed(by, case):
        take(name, case, by)
        expected = TABLE.steps[name].target or status
    else:
        with pytest.raises((StepNotAvailable, PermissionDenied)):
            take(name, case, by)
        expected = status
    case.refresh_from_db()
    assert case.status == expected


def test_body_is_the_standing_committee_between_sessions(district_seat, district_office):
    assert liberty_at(Status.RECEIVED, district_seat, district_office).body == LibertyBody.STANDING_COMMITTEE


def test_body_is_the_presidium_during_the_session(district_seat, district_office):
    SessionFactory(term=district_seat.term, starts_on=date(2025, 3, 19), ends_on=date(2025, 3, 21))
    assert liberty_at(Status.RECEIVED, district_seat, district_office).body == LibertyBody.PRESIDIUM


def test_towns_deputy_is_reported_to_the_towns_congress(seat, office):
    assert liberty_at(Status.RECEIVED, seat, office).body == LibertyBody.TOWN_CONGRESS


def test_permission_is_not_asked_for_a_towns_deputy(seat, office):
    with pytest.raises(ValidationError) as refused:
        liberty_at(Status.RECEIVED, seat, office, kind=LibertyKind.ARREST)
    assert list(refused.value.message_dict) == ["kind"]


def test_report_of_a_towns_deputy_is_none_of_the_districts(district_seat, district_office):
    with pytest.raises(ValidationError):
        liberty_at(Status.RECEIVED, district_seat, district_office, kind=LibertyKind.TOWN)


def test_due_after_the_hours_of_the_rule(seat, office, town):
    assert liberty_at(Status.RECEIVED, seat, office).due_at == clock.now() + timedelta(hours=22)
    OfficeRules.objects.create(jurisdiction=town, liberty_report_hours=4)
    assert liberty_at(Status.RECEIVED, seat, office).due_at == clock.now() + timedelta(hours=2)


@pytest.mark.parametrize(("hours", "light"), [(2, "amber"), (25, "red")])
def test_desk_counts_the_hours_without_a_name(hours, light, seat, office):
    case = liberty_at(Status.RECEIVED, seat, office, received_at=clock.now() - timedelta(hours=hours))
    item = next(item for item in waiting_for(office) if str(case) in item.title)
    assert (item.light, seat.deputy.name in item.title + item.about) == (light, False)


def test_desk_asks_once_for_all_cases(seat, office, django_assert_num_queries):
    case = liberty_at(Status.SUBMITTED, seat, office)
    liberty_at(Status.RECEIVED, seat, office)
    with django_assert_num_queries(2):
        lines = gathered(liberty_cases(office))
    assert [line.title for line in lines if line.title == str(case)] == [str(case)]
    assert len(lines) == 2


def test_decision_without_examination_for_retaliation_is_refused(district_seat, district_office):
    case = liberty_at(Status.SUBMITTED, district_seat, district_office)
    with pytest.raises(StepNotAvailable):
        take("permit", case, district_office)


@pytest.mark.parametrize(("hours", "told"), [(None, "3月21日12:00"), (2, "3月20日14:00")])
def test_appeal_is_forwarded_by_the_offices_rule(seat, office, town, hours, told):
    if hours:
        OfficeRules.objects.create(jurisdiction=town, liberty_report_hours=hours)
    take("appeal", liberty_at(Status.NOTED, seat, office), office)
    item = next(item for item in waiting_for(office) if "申诉" in item.title)
    assert item.about == f"应当立即办理，最迟{told}"


def test_navigation_leads_there_only_who_may_see_it(client, office, district):
    street = LocalOfficeFactory(jurisdiction=StreetFactory(parent=district))
    users = [office, street, LiaisonFactory(jurisdiction=office.jurisdiction), LeaderFactory()]
    url = reverse("deputies:liberty_list")
    shown = [
        any(room["url"] == url for place in navigation_for(user, "/") for room in place["rooms"])
        for user in users
    ]
    assert shown == [True, False, False, False]
    answers = []
    for user in users:
        client.force_login(user)
        answers.append(client.get(url).status_code)
    assert answers == [200, 404, 404, 404]


def test_list_is_filtered(client, seat, office):
    liberty_at(Status.RECEIVED, seat, office)
    noted = liberty_at(Status.NOTED, seat, office)
    client.force_login(office)
    page = client.get(reverse("deputies:liberty_list"), {"status": "noted"})
    assert list(page.context["object_list"]) == [noted]


def test_appeal_waits_to_be_forwarded_once(seat, office):
    case = liberty_at(Status.NOTED, seat, office)
    with pytest.raises(ValidationError, match="没有等着转送的申诉"):
        take("forward", case, office)
    take("appeal", case, office)
    assert [item.title for item in waiting_for(office)][0] == f"转送代表的申诉：{case}"
    take("forward", case, office)
    assert case.forwarded_at == clock.now()


def test_permission_suspends_nobody_by_itself(client, district_seat, district_office):
    case = liberty_at(Status.PERMITTED, district_seat, district_office)
    district_seat.refresh_from_db()
    assert district_seat.status == SeatStatus.CONFIRMED
    client.force_login(district_office)
    assert client.get(case.get_absolute_url()).context["may_suspend"] is True


def test_late_report_is_told(client, seat, office):
    measure_at = clock.now() - timedelta(hours=32)
    case = liberty_at(Status.RECEIVED, seat, office, measure_at=measure_at)
    client.force_login(office)
    assert client.get(case.get_absolute_url()).context["report_late"] == 30


def sees(user, case):
    return LibertyCase.objects.visible_to(user).filter(pk=case.pk).exists()


def test_case_of_the_town_is_seen_by_two_offices_alone(client, seat, office, district, town, district_office):
    case = liberty_at(Status.RECEIVED, seat, office)
    others = [
        seat.deputy.user,
        LiaisonFactory(jurisdiction=town),
        LeaderFactory(jurisdiction=district),
        LocalOfficeFactory(),
        DistrictOfficeFactory(),
    ]
    assert [sees(user, case) for user in (office, district_office, *others)] == [True, True] + [False] * 5
    for user in others:
        client.force_login(user)
        assert client.get(case.get_absolute_url()).status_code == 404


def test_case_of_the_district_is_hidden_from_the_towns_office(district_seat, district_office, office):
    case = liberty_at(Status.RECEIVED, district_seat, district_office)
    assert (sees(district_office, case), sees(office, case)) == (True, False)


def test_every_look_is_put_down(client, seat, office):
    case = liberty_at(Status.RECEIVED, seat, office)
    client.force_login(office)
    client.get(case.get_absolute_url())
    client.get(reverse("deputies:liberty_step", args=[case.pk, "submit"]))
    assert list(LibertyLook.objects.order_by("pk").values_list("by", "page")) == [
        (office.pk, "事项"),
        (office.pk, "报送"),
    ]


def test_list_names_nobody(client, seat, office):
    liberty_at(Status.RECEIVED, seat, office)
    client.force_login(office)
    page = client.get(reverse("deputies:liberty_list")).content.decode()
    assert ("第" in page, seat.deputy.name in page) == (True, False)


def test_neither_trail_nor_search_nor_the_persons_page_tells_of_it(client, seat, office):
    case = liberty_at(Status.NOTED, seat, office)
    assert [trace.kind for trace in audit.traces(audit.trail()[:50]) if "人身自由" in trace.kind] == []
    client.force_login(office)
    for url in (seat.get_absolute_url(), reverse("search", query={"q": seat.deputy.name})):
        page = client.get(url).content.decode()
        assert (str(case) in page, "人身自由" in page) == (False, False)


def test_office_enters_what_came(client, seat, office):
    client.force_login(office)
    data = {
        "seat": seat.pk,
        "kind": "town",
        "authority": "区公安分局",
        "received_at": "2025-03-20T09:30",
    }
    client.post(reverse("deputies:liberty_add"), data)
    case = LibertyCase.objects.get()
    assert (case.authority, case.status) == ("区公安分局", Status.RECEIVED)


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_as_many_queries(count, client, seat, office, django_assert_num_queries):
    for _ in range(count):
        liberty_at(Status.RECEIVED, seat, office)
    client.force_login(office)
    client.get(reverse("deputies:liberty_list"))
    with django_assert_num_queries(5):
        client.get(reverse("deputies:liberty_list"))
