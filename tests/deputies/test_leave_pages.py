"""Leave on the deputy's phone and on the office's pages; what it puts on desks and into messages."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from congress import clock
from congress.desk import waiting_for
from congress.models import Message
from deputies import leave_workflow
from deputies.enums import GroupPost, Mark
from deputies.enums import LeaveStatus as Status
from deputies.models import Attendance, GroupMembership, Leave
from tests.deputies.test_leave_workflow import at
from tests.factories.activities import planned
from tests.factories.deputies import (
    ActivityKindFactory,
    DelegationFactory,
    DeputyGroupFactory,
    SeatFactory,
)
from tests.factories.leaves import leave_at
from tests.factories.sessions import MeetingFactory, SessionFactory


pytestmark = pytest.mark.usefixtures("in_march")
LIST_QUERIES = 9
MINE_QUERIES = 14


@pytest.fixture
def as_deputy(client, deputy):
    client.force_login(deputy)
    return client


@pytest.fixture
def as_office(client, office):
    client.force_login(office)
    return client


@pytest.fixture
def session(seat):
    found = SessionFactory(term=seat.term, starts_on=date(2025, 3, 25), ends_on=date(2025, 3, 26))
    for day in (25, 26):
        MeetingFactory(session=found, on=date(2025, 3, day))
    return found


def test_three_taps_ask_for_leave_from_a_session(as_deputy, session):
    page = as_deputy.get(reverse("deputies:leave_mine"))
    form = as_deputy.get(page.context["events"][0].url)

    as_deputy.post(form.request["PATH_INFO"], {"reason_kind": "health"})

    leave = Leave.objects.get()
    assert (leave.status, leave.session, leave.approver) == (Status.SUBMITTED, session, "presidium")
    assert "会前请假，由主席团决定。" in form.content.decode()


def test_meeting_of_the_address_is_ticked(as_deputy, session):
    meeting = session.meetings.last()

    page = as_deputy.get(reverse("deputies:leave_session", args=[session.pk]), {"meeting": meeting.pk})

    assert page.context["form"]["meetings"].value() == [str(meeting.pk)]


def test_during_the_session_one_must_say_from_what(as_deputy, session):
    with at(25):
        page = as_deputy.post(reverse("deputies:leave_session", args=[session.pk]), {"reason_kind": "health"})

    assert page.context["form"].errors == {"meetings": ["请选还没有开始的场次。"]}


def test_draft_is_kept_and_handed_in_later(as_deputy, session):
    url = reverse("deputies:leave_session", args=[session.pk])
    as_deputy.post(url, {"reason_kind": "family", "draft": "1"})
    leave = Leave.objects.get()
    assert leave.status == Status.DRAFT

    as_deputy.post(reverse("deputies:leave_step", args=[leave.pk, "submit"]))

    leave.refresh_from_db()
    assert leave.status == Status.SUBMITTED


def test_what_was_typed_stays_when_it_is_refused(as_deputy, session):
    url = reverse("deputies:leave_session", args=[session.pk])

    page = as_deputy.post(url, {"reason_kind": "other"})

    assert page.context["form"].errors == {"reason": ["原因选了“其他”，请写明事由。"]}
    assert page.context["form"]["reason_kind"].value() == "other"


def test_office_enters_a_paper_request(as_office, seat, session):
    data = {"seat": seat.pk, "channel": "paper", "applied_on": "2025-03-19", "reason_kind": "official"}

    as_office.post(reverse("deputies:leave_session", args=[session.pk]), data)

    leave = Leave.objects.get()
    assert (leave.seat, leave.channel, leave.applied_on, leave.status) == (
        seat,
        "paper",
        date(2025, 3, 19),
        Status.SUBMITTED,
    )


def test_office_decides_on_its_page(as_office, seat, office, session):
    leave = leave_at(Status.SUBMITTED, seat, office, session=session)
    page = as_office.get(reverse("deputies:leave_step", args=[leave.pk, "approve"]))
    data = {"decided_by": page.context["form"]["decided_by"].value(), "decided_on": "2025-03-20"}

    page = as_office.post(reverse("deputies:leave_step", args=[leave.pk, "approve"]), data, follow=True)

    leave.refresh_from_db()
    told = [str(message) for message in page.context["messages"]]
    assert told == [f"已批准{seat.deputy.name}请假（{session}）。"]
    assert (leave.granted, leave.decided_by, leave.decided_on) == (True, "主席团", date(2025, 3, 20))
    assert list(Attendance.objects.values_list("mark", flat=True)) == [Mark.EXCUSED] * 2


def test_evidence_is_downloaded_under_the_name_of_the_record(as_deputy, seat, office):
    paper = SimpleUploadedFile("重病通知.pdf", b"%PDF-1.7")
    leave = leave_at(Status.SUBMITTED, seat, office, evidence=paper)

    response = as_deputy.get(reverse("deputies:leave_evidence", args=[leave.pk]))

    assert b"".join(response) == b"%PDF-1.7"
    assert response.filename == "请假证明（丁一，2025年3月20日（周四））.pdf".replace("（周四）", "")


def test_invited_deputy_is_led_to_the_form(as_deputy, seat, office):
    entry = planned(office, seat, starts_on=date(2025, 3, 28)).participations.get()

    page = as_deputy.get(entry.get_absolute_url())

    url = reverse("deputies:leave_activity", args=[entry.activity_id])
    assert [link["url"] for link in page.context["steps"] if link["label"] == "请假"] == [url]

    leave = leave_at(Status.SUBMITTED, seat, office, activity=entry.activity)
    links = as_deputy.get(entry.get_absolute_url()).context["steps"]
    found = [(link["label"], link["url"]) for link in links if "请假" in link["label"]]
    assert found == [("看请假（待决定）", leave.get_absolute_url())]


def test_convener_decides_for_his_group_alone(client, seat, office, town):
    group = DeputyGroupFactory(term=seat.term)
    convener, other = (SeatFactory(jurisdiction=town, with_user=True, group=group) for _ in range(2))
    GroupMembership.objects.create(group=group, seat=convener, post=GroupPost.CONVENER)
    seat.group = group
    seat.save()
    activity = planned(office, seat, kind=ActivityKindFactory(code="group"), starts_on=date(2025, 3, 27))
    leave = leave_at(Status.SUBMITTED, seat, office, activity=activity)
    url = reverse("deputies:leave_step", args=[leave.pk, "approve"])
    data = {"decided_by": "召集人", "decided_on": "2025-03-20"}

    client.force_login(other.deputy.user)
    assert client.post(url, data).status_code == 404
    client.force_login(convener.deputy.user)
    assert f"决定请假：{leave}" in [item.title for item in waiting_for(convener.deputy.user)]
    client.post(url, data)

    leave.refresh_from_db()
    assert leave.status == Status.APPROVED


def test_head_of_the_delegation_decides_not_his_own(seat, office, town):
    head = SeatFactory(jurisdiction=town, with_user=True)
    delegation = DelegationFactory(term=seat.term, head=head)
    for member in (seat, head):
        member.delegation = delegation
        member.save()
    session = SessionFactory(term=seat.term, starts_on=date(2025, 3, 18), ends_on=date(2025, 3, 26))
    MeetingFactory(session=session, on=date(2025, 3, 26))
    fields = {"session": session, "meetings": list(session.meetings.all())}
    theirs, own = (leave_at(Status.SUBMITTED, member, office, **fields) for member in (seat, head))

    can = [leave_workflow.leaves.can_take("approve", leave, head.deputy.user) for leave in (theirs, own)]

    assert (theirs.approver, can) == ("delegation_head", [True, False])


@pytest.mark.parametrize(("days", "light"), [(0, "red"), (3, "amber"), (20, "green")])
def test_desk_of_the_office_asks_before_the_event(days, light, seat, office):
    day = clock.today() + timedelta(days=days)
    with at(19):
        leave = leave_at(Status.SUBMITTED, seat, office, activity=planned(office, seat, starts_on=day))

    item = next(item for item in waiting_for(office) if item.title == f"决定请假：{leave}")

    assert (item.due_on, item.light) == (day, light)


def test_desk_of_the_office_gathers_what_can_be_filed(as_office, office, seat):
    leave_at(Status.APPROVED, seat, office)
    with at(31):
        item = next(item for item in waiting_for(office) if item.title == "归档请假")
        as_office.post(reverse("deputies:leave_record"))

    assert (item.count, Leave.objects.get().status) == (1, Status.RECORDED)


def test_deputy_is_told_of_the_decision(seat, office, django_capture_on_commit_callbacks):
    leave = leave_at(Status.SUBMITTED, seat, office)
    with django_capture_on_commit_callbacks(execute=True):
        leave_workflow.refuse(leave, by=office, note="名额紧")

    message = Message.objects.get()
    assert (message.recipient, message.sentence, message.url) == (
        seat.deputy.user,
        f"您的请假没有批准：“{leave.event}”。名额紧",
        leave.get_absolute_url(),
    )


def asked(count, town, office, seat):
    """``count`` requests of the seat, from as many sessions of two meetings."""
    for place in range(count):
        day = date(2025, 4, 1) + timedelta(days=place)
        session = SessionFactory(term=seat.term, starts_on=day)
        meetings = [MeetingFactory(session=session, on=day) for _ in range(2)]
        leave_at(Status.SUBMITTED, seat, office, session=session, meetings=meetings[:1])


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_as_many_queries(count, as_office, town, office, seat, django_assert_num_queries):
    asked(count, town, office, seat)
    as_office.get(reverse("deputies:leave_list"))
    with django_assert_num_queries(LIST_QUERIES):
        page = as_office.get(reverse("deputies:leave_list"))
    assert len(page.context["object_list"]) == count


@pytest.mark.parametrize("count", [1, 3])
def test_own_page_costs_as_many_queries(count, as_deputy, town, office, seat, django_assert_num_queries):
    asked(count, town, office, seat)
    as_deputy.get(reverse("deputies:leave_mine"))
    with django_assert_num_queries(MINE_QUERIES):
        page = as_deputy.get(reverse("deputies:leave_mine"))
    assert (len(page.context["events"]), len(page.context["leaves"])) == (count, count)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"name": "丁一"}, 1),
        ({"name": "马"}, 0),
        ({"occasion": "activity"}, 1),
        ({"occasion": "congress"}, 0),
        ({"status": "submitted"}, 1),
        ({"status": "approved"}, 0),
        ({"reason": "health", "year": 2025}, 1),
    ],
)
def test_list_is_filtered(query, count, as_office, office, seat):
    leave_at(Status.SUBMITTED, seat, office)
    page = as_office.get(reverse("deputies:leave_list"), query)
    assert len(page.context["object_list"]) == count
