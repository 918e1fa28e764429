"""Sessions, meetings and agenda as offices keep them."""

from datetime import date

import pytest
from django.urls import reverse

from congress.enums import DayPart, MeetingKind, SessionBody, SessionKind
from congress.models import AgendaItem, Meeting, Session
from deputies import rolls
from deputies.enums import Mark, Post
from deputies.models import SeatPost
from tests.factories.congress import LeaderFactory, LocalOfficeFactory, StreetFactory
from tests.factories.deputies import SeatFactory
from tests.factories.sessions import (
    AgendaItemFactory,
    MeetingFactory,
    SessionFactory,
    SpeechFactory,
    line_of,
    marked,
    meeting_of,
)


@pytest.fixture
def session(seat):
    return SessionFactory(term=seat.term, number=4)


@pytest.fixture
def in_office(client, office):
    client.force_login(office)
    return client


def page(name, *args):
    return reverse(f"deputies:{name}", args=args)


def session_data(term, **fields):
    data = {
        "term": term.pk,
        "body": SessionBody.CONGRESS,
        "kind": SessionKind.REGULAR,
        "number": "",
        "starts_on": "2025-01-08",
        "ends_on": "",
        "place": "镇礼堂",
    }
    return data | fields


def meeting_data(**fields):
    data = {"kind": MeetingKind.FULL, "name": "", "on": "2025-01-08", "part": DayPart.MORNING, "place": ""}
    return data | fields


@pytest.mark.parametrize("count", [1, 3])
def test_session_list_queries(count, in_office, seat, django_assert_num_queries):
    for _ in range(count):
        meeting_of(seat.term)

    with django_assert_num_queries(9):
        response = in_office.get(page("session_list"))

    assert [session.meeting_count for session in response.context["object_list"]] == [1] * count


@pytest.mark.parametrize("count", [1, 3])
def test_session_page_queries(count, in_office, session, town, seat, django_assert_num_queries):
    SeatFactory.create_batch(count - 1, jurisdiction=town)
    for day in range(count):
        meeting = MeetingFactory(session=session, on=date(2025, 1, 8 + day))
        rolls.open_roll(meeting)
        marked(line_of(seat, meeting), Mark.ABSENT)
        AgendaItemFactory(session=session)

    with django_assert_num_queries(14):
        response = in_office.get(session.get_absolute_url())

    assert len(response.context["missing"]) == count


def test_session_page_counts_marks(in_office, session, seat, town):
    meeting = MeetingFactory(session=session)
    SeatFactory(jurisdiction=town)
    rolls.open_roll(meeting)
    marked(line_of(seat, meeting), Mark.PRESENT)

    [found] = in_office.get(session.get_absolute_url()).context["meetings"]

    assert (found.present, found.excused, found.absent, found.unrecorded) == (1, 0, 0, 1)


def test_new_session_proposes_its_number(in_office, session, time_machine):
    time_machine.move_to("2025-06-01T12:00:00+08:00")

    form = in_office.get(page("session_add")).context["form"]

    assert form["term"].value() == session.term.pk
    assert form["number"].value() == 5
    assert form.fields["number"].help_text == (
        "下一次：人民代表大会第五次、人大主席团第一次；换了机构的，不改就按新机构编。"
    )


def test_session_without_a_number_gets_the_next(in_office, session, time_machine):
    time_machine.move_to("2025-06-01T12:00:00+08:00")
    in_office.post(page("session_add"), session_data(session.term, starts_on="2025-05-20"))

    added = Session.objects.get(starts_on=date(2025, 5, 20))

    assert str(added) == "石坎镇第九届人民代表大会第五次会议"


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"body": SessionBody.STANDING_COMMITTEE}, "body", "乡镇人大不设常委会"),
        ({"body": SessionBody.PRESIDIUM, "kind": SessionKind.TURNOVER}, "kind", "只有人民代表大会有"),
        ({"starts_on": "2021-05-01"}, "starts_on", "不在石坎镇第九届的任期内"),
        ({"number": 4}, "__all__", "本届已有这次会议"),
    ],
)
def test_session_is_refused(in_office, session, fields, field, sentence, time_machine):
    time_machine.move_to("2025-06-01T12:00:00+08:00")

    form = in_office.post(page("session_add"), session_data(session.term, **fields)).context["form"]

    assert sentence in "".join(form.errors[field])
    assert Session.objects.get() == session


def test_street_has_no_sessions_to_add(client, district):
    client.force_login(LocalOfficeFactory(jurisdiction=StreetFactory(parent=district)))

    assert client.get(page("session_add")).status_code == 403


def test_session_is_changed(in_office, session, time_machine):
    time_machine.move_to("2025-06-01T12:00:00+08:00")
    in_office.post(page("session_edit", session.pk), session_data(session.term, number=4, place="新礼堂"))

    session.refresh_from_db()
    assert session.place == "新礼堂"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("0", "次不能小于1，请改正；不填就编为下一次。"),
        ("-1", "次不能小于1，请改正；不填就编为下一次。"),
        ("99999999999", "一届没有这么多次会议，次最多填200，请改正。"),
    ],
)
def test_session_number_is_refused(in_office, session, number, sentence, time_machine):
    time_machine.move_to(date(2025, 3, 1))
    context = in_office.post(page("session_add"), session_data(session.term, number=number)).context

    assert context["form"].errors["number"] == [sentence]


def test_session_is_not_moved_away_from_its_meetings(in_office, session, time_machine):
    time_machine.move_to(date(2025, 3, 1))
    MeetingFactory(session=session, on=date(2025, 1, 8), name="第一次全体会议")
    data = session_data(session.term, number=4, starts_on="2025-02-20", ends_on="2025-02-21")
    context = in_office.post(page("session_edit", session.pk), data).context

    assert context["form"].errors["starts_on"] == [
        "2025年1月8日上午第一次全体会议不在修改后的会期内，请核对会期，或者先修改这些会议的日期。"
    ]


def test_new_meeting_opens_its_roll_and_is_numbered(in_office, session, seat):
    MeetingFactory(session=session)
    in_office.post(page("meeting_add", session.pk), meeting_data(part=DayPart.AFTERNOON))

    meeting = Meeting.objects.get(part=DayPart.AFTERNOON)
    assert meeting.name == "第二次全体会议"
    assert meeting.attendances.get().seat == seat


def test_meeting_outside_the_session_is_refused(in_office, session):
    form = in_office.post(page("meeting_add", session.pk), meeting_data(on="2025-03-08")).context["form"]

    assert form.errors["on"] == ["这一天不在这次会议的会期内，请核对；会期变了的，先修改会期。"]


def test_meeting_twice_is_refused(in_office, session):
    meeting = MeetingFactory(session=session)
    form = in_office.post(page("meeting_add", session.pk), meeting_data(name=meeting.name)).context["form"]

    assert form.non_field_errors() == ["这次会议已经登记过同一时间的同名会议。"]


def test_meeting_on_another_day_takes_on_who_is_missing(in_office, session, seat, town):
    meeting = MeetingFactory(session=session)
    rolls.open_roll(meeting)
    newcomer = SeatFactory(jurisdiction=town, starts_on=date(2025, 1, 10))
    in_office.post(page("meeting_edit", meeting.pk), meeting_data(name=meeting.name, on="2025-01-10"))

    assert line_of(newcomer, meeting).mark == Mark.UNRECORDED


def test_meeting_entered_by_mistake_is_deleted_with_its_roll(in_office, session, seat):
    meeting = MeetingFactory(session=session)
    rolls.open_roll(meeting)
    item = AgendaItemFactory(session=session, meeting=meeting)
    asked = in_office.get(page("meeting_delete", meeting.pk))
    answer = in_office.post(page("meeting_delete", meeting.pk))

    item.refresh_from_db()
    assert (asked.status_code, answer.url) == (200, session.get_absolute_url())
    assert (Meeting.objects.count(), item.meeting) == (0, None)


@pytest.mark.parametrize("what", ["mark", "speech"])
def test_meeting_with_records_is_not_deleted(in_office, session, seat, what):
    meeting = MeetingFactory(session=session)
    rolls.open_roll(meeting)
    if what == "mark":
        marked(line_of(seat, meeting), Mark.PRESENT)
    else:
        SpeechFactory(seat=seat, meeting=meeting)
    in_office.post(page("meeting_delete", meeting.pk))

    assert list(Meeting.objects.all()) == [meeting]


def test_meeting_of_a_towns_presidium_has_its_members(in_office, seat, town, time_machine):
    time_machine.move_to("2025-06-01T12:00:00+08:00")
    SeatFactory(jurisdiction=town)
    SeatPost.objects.create(seat=seat, post=Post.CHAIR)
    session = SessionFactory(term=seat.term, body=SessionBody.PRESIDIUM)
    in_office.post(page("meeting_add", session.pk), meeting_data())

    assert list(Meeting.objects.get().attendances.values_list("seat", flat=True)) == [seat.pk]


def test_agenda_is_written_with_its_results(in_office, session):
    data = {"order": 1, "title": "审议政府工作报告", "meeting": "", "result": ""}
    in_office.post(page("agenda_add", session.pk), data)
    item = AgendaItem.objects.get()
    in_office.post(page("agenda_edit", item.pk), data | {"result": "通过决议"})

    item.refresh_from_db()
    assert (item.title, item.result) == ("审议政府工作报告", "通过决议")


def test_town_reads_the_districts_sessions_and_changes_none(in_office, district):
    session = SessionFactory(term__jurisdiction=district)

    assert in_office.get(session.get_absolute_url()).status_code == 200
    assert in_office.get(page("session_edit", session.pk)).status_code == 403


def test_leader_reads_sessions_without_buttons(client, session, district):
    client.force_login(LeaderFactory(jurisdiction=district))

    assert client.get(session.get_absolute_url()).context["may_keep"] is False


def test_number_that_was_proposed_for_another_body_is_not_taken(in_office, session, seat):
    SessionFactory(term=seat.term, body=SessionBody.PRESIDIUM, number=7)
    page = in_office.get(reverse("deputies:session_add"))
    number = page.context["form"]["number"].value()
    values = {"term": seat.term_id, "body": "presidium", "kind": "regular", "starts_on": "2025-03-20"}
    in_office.post(reverse("deputies:session_add"), values | {"number": number})
    assert seat.term.sessions.latest("pk").number == 8
