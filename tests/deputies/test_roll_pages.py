"""The roll of a meeting on its page: marking all at once, corrections, quorum, guests."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from congress import clock
from congress.enums import MeetingKind, SessionBody
from deputies import rolls, seat_workflow
from deputies.enums import LeaveStatus, Mark, MarkedBy, SuspensionGround
from deputies.models import Attendance, DeputyGroup
from deputies.roll_sheet import sheet_for
from tests.factories.congress import LeaderFactory
from tests.factories.deputies import ConstituencyFactory, DelegationFactory, SeatFactory
from tests.factories.leaves import leave_at
from tests.factories.sessions import line_of, marked, meeting_of


@pytest.fixture
def meeting(seat):
    return meeting_of(seat.term)


@pytest.fixture
def in_office(client, office):
    client.force_login(office)
    return client


def sent(marks, **data):
    """What the page posts: {line: mark or (mark, note)}."""
    for line, value in marks.items():
        mark, note = value if isinstance(value, tuple) else (value, "")
        data |= {f"mark-{line.pk}": mark, f"note-{line.pk}": note}
    return data


@pytest.mark.parametrize("count", [1, 3])
def test_roll_page_queries(count, in_office, seat, town, django_assert_num_queries):
    SeatFactory.create_batch(count - 1, jurisdiction=town)
    meeting = meeting_of(seat.term)

    with django_assert_num_queries(13):
        response = in_office.get(meeting.get_absolute_url())

    assert len(response.context["sheet"].lines) == count


@pytest.mark.parametrize("count", [1, 3])
def test_roll_is_saved_with_as_many_queries(count, in_office, seat, town, django_assert_num_queries):
    SeatFactory.create_batch(count - 1, jurisdiction=town)
    meeting = meeting_of(seat.term)
    data = sent(dict.fromkeys(meeting.attendances.all(), Mark.PRESENT))

    with django_assert_num_queries(15):
        in_office.post(meeting.get_absolute_url(), data)

    assert set(meeting.attendances.values_list("mark", flat=True)) == {Mark.PRESENT}


def test_all_present_marks_who_is_not_marked(in_office, meeting, seat, town):
    colleague = SeatFactory(jurisdiction=town)
    rolls.open_roll(meeting)
    marks = {line_of(seat, meeting): (Mark.EXCUSED, "病假"), line_of(colleague, meeting): Mark.UNRECORDED}
    in_office.post(meeting.get_absolute_url(), sent(marks, all_present="1"))

    found = dict(meeting.attendances.values_list("seat", "mark"))
    assert found == {seat.pk: Mark.EXCUSED, colleague.pk: Mark.PRESENT}
    assert line_of(seat, meeting).note == "病假"


def test_roll_is_parted_as_it_is_printed_in_stroke_order(in_office, seat, town, office):
    second, first = (DelegationFactory(term=seat.term, order=order, name=f"{order}团") for order in (2, 1))
    group = DeputyGroup.objects.create(term=seat.term, name="西山小组")
    for name, part in (
        ("马强", {"delegation": first}),
        ("丁二", {"delegation": first, "group": group}),
        ("李伟", {"delegation": second}),
        ("王芳", {"group": group}),
    ):
        SeatFactory(jurisdiction=town, deputy__name=name, **part)
    meeting = meeting_of(seat.term)
    rolls.call(meeting, [SeatFactory(jurisdiction=town, deputy__name="缪昀")], nonvoting=True)
    page = in_office.get(meeting.get_absolute_url())

    parts = page.context["sheet"].groups
    assert [(str(part), [line.seat.deputy.name for line in lines]) for part, lines in parts] == [
        ("1团", ["丁二", "马强"]),
        ("2团", ["李伟"]),
        ("西山小组", ["王芳"]),
        ("未编团", [seat.deputy.name]),
        ("列席", ["缪昀"]),
    ]
    heads = re.findall(r'roll-team">(\S+) ', page.content.decode())
    assert heads == ["1团", "2团", "西山小组", "未编团", "列席"]


def test_roll_of_a_coming_meeting_offers_leave_only(in_office, meeting, seat):
    line = line_of(seat, meeting)
    with clock.at(datetime(2025, 1, 7, 9, tzinfo=timezone.get_default_timezone())):
        offered = in_office.get(meeting.get_absolute_url()).context["marks"]
        refused = in_office.post(meeting.get_absolute_url(), sent({line: Mark.UNRECORDED}, all_present="1"))

    assert [mark for mark, _ in offered] == [Mark.UNRECORDED, Mark.EXCUSED]
    assert refused.context["form"].non_field_errors() == [
        "会议2025年1月8日才开，出席、缺席到开会当天再登记；现在可以登记请假。"
    ]


def test_line_outside_the_seat_is_shown_and_not_marked(in_office, meeting, seat):
    seat.ends_on = date(2025, 1, 7)
    seat.save()
    line = line_of(seat, meeting)
    response = in_office.get(meeting.get_absolute_url())
    in_office.post(meeting.get_absolute_url(), sent({line: Mark.PRESENT}))

    [shown] = response.context["sheet"].lines
    assert (shown.outside, shown.fields) == ("不在任", None)
    assert line_of(seat, meeting).mark == Mark.UNRECORDED


def test_suspension_is_read_by_who_keeps_the_seats(client, seat, office, district):
    seat_workflow.suspend(
        seat, by=office, ground=SuspensionGround.CUSTODY, starts_on=date(2025, 1, 7), note="公安机关通知"
    )
    meeting = meeting_of(seat.term)
    told = {}
    for user in (office, LeaderFactory(jurisdiction=district)):
        client.force_login(user)
        [line] = client.get(meeting.get_absolute_url()).context["sheet"].lines
        told[user] = line.outside

    assert list(told.values()) == ["暂停执行职务", "不需出席"]


def test_leave_that_waits_is_shown_and_not_marked_with_the_rest(in_office, meeting, seat, office, town):
    colleague = SeatFactory(jurisdiction=town)
    rolls.open_roll(meeting)
    with clock.at(datetime(2025, 1, 6, 9, tzinfo=timezone.get_default_timezone())):
        leave = leave_at(LeaveStatus.SUBMITTED, seat, office, session=meeting.session)
    shown = in_office.get(meeting.get_absolute_url()).context["sheet"].lines
    session = in_office.get(meeting.session.get_absolute_url()).context
    untouched = dict.fromkeys(meeting.attendances.all(), Mark.UNRECORDED)
    in_office.post(meeting.get_absolute_url(), sent(untouched, all_present="1"))

    assert {line.seat: line.leave for line in shown} == {seat: leave, colleague: None}
    assert list(session["waiting"]) == [leave]
    read_only = sheet_for(meeting, LeaderFactory(jurisdiction=town)).lines
    assert [line.leave for line in read_only] == [None, None]
    assert [line_of(one, meeting).mark for one in (seat, colleague)] == [Mark.UNRECORDED, Mark.PRESENT]


def test_counts_stand_on_top(in_office, meeting, seat, town):
    for mark in (Mark.EXCUSED, Mark.ABSENT, Mark.UNRECORDED):
        marked_seat = SeatFactory(jurisdiction=town)
        rolls.open_roll(meeting)
        marked(line_of(marked_seat, meeting), mark)
    marked(line_of(seat, meeting), Mark.PRESENT)

    sheet = in_office.get(meeting.get_absolute_url()).context["sheet"]

    assert sheet.counts == [("应到", 4), ("实到", 1), ("请假", 1), ("缺席", 1), ("未登记", 1)]


@pytest.mark.parametrize(
    ("members", "present", "sentence"),
    [
        (
            3,
            2,
            "代表3名，三分之二以上出席始得举行（地方组织法第十四条），即2名；已登记出席2名，达到法定人数。",
        ),
        (4, 2, "代表4名，三分之二以上出席始得举行（地方组织法第十四条），即3名；已登记出席2名，还差1名。"),
    ],
)
def test_quorum_is_two_thirds(seat, town, office, members, present, sentence):
    SeatFactory.create_batch(members - 1, jurisdiction=town)
    meeting = meeting_of(seat.term)
    for line in meeting.attendances.all()[:present]:
        marked(line, Mark.PRESENT)

    assert sheet_for(meeting, office).quorum == (sentence, "还差" not in sentence)


def test_quorum_of_a_standing_committee_is_more_than_half(seat, town, office):
    meeting = meeting_of(seat.term, session__body=SessionBody.STANDING_COMMITTEE)
    rolls.call(meeting, [seat, SeatFactory(jurisdiction=town)])
    marked(line_of(seat, meeting), Mark.PRESENT)

    sentence, reached = sheet_for(meeting, office).quorum

    assert (sentence.split("，")[1], reached) == ("过半数出席始得举行（地方组织法第五十一条）", False)


def test_delegations_have_no_quorum(seat, office):
    assert sheet_for(meeting_of(seat.term, kind=MeetingKind.DELEGATION), office).quorum is None


def test_late_correction_without_a_reason_keeps_what_was_typed(in_office, meeting, seat, office):
    line = line_of(seat, meeting)
    with clock.at(datetime(2025, 1, 8, 9, tzinfo=timezone.get_default_timezone())):
        rolls.mark(line, Mark.ABSENT, by=office, how=MarkedBy.HAND)

    context = in_office.post(meeting.get_absolute_url(), sent({line: (Mark.EXCUSED, "补假条")})).context

    assert context["form"].non_field_errors() == ["登记已过一天，更正要写明理由。"]
    [shown] = context["sheet"].lines
    assert (shown.fields["chosen"], shown.fields["note"].value()) == (Mark.EXCUSED, "补假条")
    assert context["needs_reason"] is True


def test_late_correction_with_a_reason_is_kept(in_office, meeting, seat, office):
    line = line_of(seat, meeting)
    with clock.at(clock.now() - timedelta(days=3)):
        rolls.mark(line, Mark.ABSENT, by=office, how=MarkedBy.HAND)
    in_office.post(meeting.get_absolute_url(), sent({line: Mark.EXCUSED}, reason="补交假条"))

    line.refresh_from_db()
    assert (line.mark, line.history.first().history_change_reason) == (Mark.EXCUSED, "补交假条")


def test_note_with_a_telephone_is_refused(in_office, meeting, seat):
    line = line_of(seat, meeting)
    context = in_office.post(
        meeting.get_absolute_url(), sent({line: (Mark.EXCUSED, "电话13800001234")})
    ).context

    assert context["form"].errors[f"note-{line.pk}"] == ["这里不写电话号码，请删去“13800001234”。"]


def test_guests_are_called_and_counted_apart(in_office, seat, town):
    meeting = meeting_of(seat.term, session__body=SessionBody.PRESIDIUM)
    guest = SeatFactory(jurisdiction=town)
    url = reverse("deputies:meeting_call", args=[meeting.pk])
    in_office.post(url, {"seats": [seat.pk]})
    in_office.post(url, {"seats": [guest.pk], "nonvoting": "on"})

    sheet = in_office.get(meeting.get_absolute_url()).context["sheet"]

    assert sheet.counts[0] == ("应到", 1)
    assert [str(part) for part, _ in sheet.groups] == ["未编团", "列席"]
    assert ([line.seat for line in sheet.guests], sheet.guests_present) == ([guest], 0)


def test_called_by_mistake_is_taken_off(in_office, seat):
    meeting = meeting_of(seat.term, kind=MeetingKind.PRESIDIUM)
    rolls.call(meeting, [seat])
    line = line_of(seat, meeting)
    called = in_office.get(reverse("deputies:meeting_call", args=[meeting.pk])).context["called"]
    in_office.post(reverse("deputies:meeting_strike", args=[meeting.pk, line.pk]))

    assert list(called) == [line]
    assert list(Attendance.objects.all()) == []


def test_who_is_due_anyway_stays_on_the_roll(in_office, meeting, seat):
    line = line_of(seat, meeting)
    called = in_office.get(reverse("deputies:meeting_call", args=[meeting.pk])).context["called"]
    in_office.post(reverse("deputies:meeting_strike", args=[meeting.pk, line.pk]))

    assert list(called) == []
    assert list(Attendance.objects.all()) == [line]


def test_marked_line_stays_on_the_roll(in_office, seat):
    meeting = meeting_of(seat.term, kind=MeetingKind.PRESIDIUM)
    rolls.call(meeting, [seat])
    line = marked(line_of(seat, meeting), Mark.PRESENT)
    in_office.post(reverse("deputies:meeting_strike", args=[meeting.pk, line.pk]))

    assert list(Attendance.objects.all()) == [line]


def test_leader_reads_the_roll(client, meeting, seat, district):
    client.force_login(LeaderFactory(jurisdiction=district))

    assert client.get(meeting.get_absolute_url()).context["form"] is None
    assert client.post(meeting.get_absolute_url()).status_code == 403


def test_town_sees_only_its_own_in_the_districts_roll(in_office, district, town, seat):
    own = SeatFactory(
        jurisdiction=district, constituency=ConstituencyFactory(jurisdiction=district, town=town)
    )
    SeatFactory(jurisdiction=district)

    sheet = in_office.get(meeting_of(own.term).get_absolute_url()).context["sheet"]

    assert [line.seat for line in sheet.lines] == [own]
