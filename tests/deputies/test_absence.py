"""Two sessions missed without leave: warned at one, proposed at two, never automatic (代表法 62 之三、63)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from congress import clock
from congress.desk import waiting_for
from congress.workflow import StepNotAvailable
from deputies import absence, credentials_workflow
from deputies.enums import CredentialsStatus as Status
from deputies.enums import EndGround, LeaveChannel, Mark, SeatStatus
from deputies.leave_workflow import ask
from deputies.models import CredentialsCase
from tests.factories.cases import absentee, case_at, session_with
from tests.factories.congress import LocalOfficeFactory
from tests.factories.sessions import MeetingFactory, SessionFactory


TABLE = credentials_workflow.cases
pytestmark = pytest.mark.usefixtures("in_march")
A, E, P, U = Mark.ABSENT, Mark.EXCUSED, Mark.PRESENT, Mark.UNRECORDED
EXTRA = {
    "report": {"reported_on": None, "report": "属实"},
    "end": {"ended_on": None, "announcement": "〔2025〕3号"},
    "dismiss": {"note": "住院"},
}


def take(name, case, by):
    days = {"reported_on": clock.today(), "ended_on": clock.today() - timedelta(days=1)}
    return getattr(credentials_workflow, name)(
        case, by=by, **{key: days.get(key, value) for key, value in EXTRA[name].items()}
    )


def counts(seat):
    missed = absence.missed_by([seat.pk])[seat.pk]
    return len(missed), len(absence.counted(missed))


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([A, A], (1, 1)),
        ([A, P], (1, 0)),
        ([A, E], (1, 0)),
        ([A, U], (1, 0)),
        ([E, E], (0, 0)),
        ([P, P], (0, 0)),
    ],
)
def test_session_counts_where_every_line_is_an_absence(marks, expected, seat):
    session_with(seat, *marks)
    assert counts(seat) == expected


def test_session_that_is_not_over_does_not_count(seat):
    session_with(seat, A, A, days_ago=0)
    assert counts(seat) == (0, 0)


def test_line_outside_the_seats_days_does_not_count(seat):
    session_with(seat, A, A)
    seat.starts_on = clock.today()
    seat.save()
    assert counts(seat) == (0, 0)


def test_nothing_happens_by_itself(seat, office):
    for days_ago in (60, 240, 420):
        session_with(seat, A, A, days_ago=days_ago)
    waiting_for(office)
    seat.refresh_from_db()
    assert (seat.status, seat.ends_on, CredentialsCase.objects.count()) == (SeatStatus.CONFIRMED, None, 0)


def titles(user):
    return [item.title for item in waiting_for(user)]


def test_one_is_warned_of_on_the_desks(seat, office, deputy):
    session_with(seat, A, A)
    assert "提醒未经批准不出席会议的代表" in titles(office)
    assert "提醒：本届有1次大会会议全程缺席，没有请假" in titles(deputy)


def test_two_are_offered_to_the_office_until_there_is_a_case(office, town):
    seat = absentee(town, deputy__name="马强")
    assert "研究是否提请资格审查：马强" in titles(office)
    case_at(Status.OPENED, seat, office)
    assert "研究是否提请资格审查：马强" not in titles(office)
    assert "马强代表资格审查" in titles(office)


def test_case_at_one_session_is_refused(office, town):
    with pytest.raises(ValidationError, match="不到2次"):
        credentials_workflow.open_case(absentee(town, sessions=1), by=office)


def test_case_while_a_leave_is_undecided_is_refused(office, town):
    seat = absentee(town, sessions=1)
    session = SessionFactory(term=seat.term, starts_on=clock.today() - timedelta(days=3))
    MeetingFactory(session=session)
    paper = {"channel": LeaveChannel.PAPER, "applied_on": clock.today() - timedelta(days=9)}
    ask(by=office, seat=seat, session=session, reason_kind="health", **paper)

    with pytest.raises(ValidationError, match="还有一件请假没有决定"):
        credentials_workflow.open_case(seat, by=office)


def test_case_freezes_the_facts_and_leaves_the_seat(office, town):
    seat = absentee(town)
    case = case_at(Status.OPENED, seat, office)
    before = case.facts
    session_with(seat, A, days_ago=20)

    case.refresh_from_db()
    seat.refresh_from_db()
    assert (len(before), case.facts, seat.status) == (2, before, SeatStatus.CONFIRMED)
    assert [line["mark"] for fact in before for line in fact["meetings"]] == ["缺席"] * 4


def test_second_case_beside_a_running_one_is_refused(office, town):
    seat = absentee(town)
    case_at(Status.OPENED, seat, office)
    with pytest.raises(ValidationError, match="已有正在审查的事项"):
        credentials_workflow.open_case(seat, by=office)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("name", TABLE.steps)
def test_step_follows_table(name, status, town, office):
    case = case_at(status, absentee(town), office)
    if status in TABLE.steps[name].sources:
        take(name, case, office)
        expected = TABLE.steps[name].target
    else:
        with pytest.raises(StepNotAvailable):
            take(name, case, office)
        expected = status
    case.refresh_from_db()
    assert case.status == expected


@pytest.mark.parametrize("name", TABLE.steps)
def test_step_by_another_office_is_refused(name, town, office):
    case = case_at(min(TABLE.steps[name].sources), absentee(town), office)
    with pytest.raises(PermissionDenied):
        take(name, case, LocalOfficeFactory())


def test_end_ends_the_seat_on_its_ground(office, town):
    seat = absentee(town)
    case_at(Status.ENDED, seat, office)
    seat.refresh_from_db()
    assert (seat.status, seat.end_ground, seat.announcement) == (
        SeatStatus.ENDED,
        EndGround.ABSENT,
        "〔2025〕3号",
    )


@pytest.mark.parametrize("status", [Status.REPORTED, Status.DISMISSED])
def test_report_and_dismissal_leave_the_seat(status, office, town):
    seat = absentee(town)
    case_at(status, seat, office)
    seat.refresh_from_db()
    assert seat.status == SeatStatus.CONFIRMED


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_as_many_queries(count, client, office, town, django_assert_num_queries):
    for _ in range(count):
        case_at(Status.OPENED, absentee(town), office)
    client.force_login(office)
    client.get(reverse("deputies:absence_list"))
    with django_assert_num_queries(9):
        page = client.get(reverse("deputies:absence_list"))
    assert [row["count"] for row in page.context["rows"]] == [2] * count


def test_office_opens_a_case_from_the_list(client, office, town):
    seat = absentee(town)
    client.force_login(office)
    page = client.get(reverse("deputies:credentials_open", args=[seat.pk]))
    assert len(page.context["facts"]) == 2

    client.post(reverse("deputies:credentials_open", args=[seat.pk]))

    assert CredentialsCase.objects.get().status == Status.OPENED


def test_pages_of_the_deputy_warn(client, office, seat, deputy):
    session_with(seat, A, A)
    client.force_login(deputy)
    assert len(client.get(reverse("deputies:leave_mine")).context["missed"]) == 1
    assert missed_on_page(client, seat) == 0
    client.force_login(office)
    assert missed_on_page(client, seat) == 1


def missed_on_page(client, seat):
    """How many missed sessions the page of the person warns of."""
    shown = client.get(seat.get_absolute_url()).context["seats"]
    return sum(len(one.missed) for one in shown)


def test_list_turns_its_pages(client, office, town):
    for _ in range(26):
        absentee(town, sessions=1)
    client.force_login(office)
    pages = [client.get(reverse("deputies:absence_list"), {"page": page}).context for page in (1, 2)]
    assert [len(page["rows"]) for page in pages] == [25, 1]
    assert pages[0]["page_obj"].paginator.count == 26
