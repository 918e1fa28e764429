"""Rolls: whose line is on them, and how marks come there."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from congress import clock
from congress.enums import MeetingKind, SessionBody
from deputies import rolls, seat_workflow
from deputies.enums import Mark, MarkedBy, SeatStatus, SuspensionGround
from deputies.models import Attendance
from tests.factories.congress import LocalOfficeFactory
from tests.factories.deputies import SeatFactory
from tests.factories.seats import keeper
from tests.factories.sessions import MeetingFactory, line_of, meeting_of


MORNING = datetime(2025, 1, 8, 9, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def meeting(seat):
    return meeting_of(seat.term)


def listed(meeting):
    return set(meeting.attendances.values_list("seat", flat=True))


def test_roll_has_everybody_in_office_on_the_day(seat, town):
    SeatFactory(jurisdiction=town, ends_on=date(2025, 1, 7))
    SeatFactory(jurisdiction=town, starts_on=date(2025, 1, 9))
    last_day = SeatFactory(jurisdiction=town, ends_on=date(2025, 1, 8))
    SeatFactory(jurisdiction=town.parent)

    meeting = meeting_of(seat.term)

    assert listed(meeting) == {seat.pk, last_day.pk}


def test_roll_leaves_out_whose_election_is_not_confirmed(seat, town):
    SeatFactory(jurisdiction=town, status=SeatStatus.ELECTED)
    SeatFactory(jurisdiction=town, status=SeatStatus.INVALID)

    assert listed(meeting_of(seat.term)) == {seat.pk}


def test_roll_opened_again_adds_only_who_is_missing(meeting, town):
    newcomer = SeatFactory(jurisdiction=town)

    assert (rolls.open_roll(meeting), rolls.open_roll(meeting)) == (1, 0)
    assert line_of(newcomer, meeting).mark == Mark.UNRECORDED


@pytest.mark.parametrize("seats", [1, 3])
def test_roll_is_opened_with_as_many_queries(seat, town, seats, django_assert_num_queries):
    SeatFactory.create_batch(seats - 1, jurisdiction=town)
    meeting = MeetingFactory(session__term=seat.term)

    with django_assert_num_queries(3):
        assert rolls.open_roll(meeting) == seats


@pytest.mark.parametrize(
    "fields", [{"kind": MeetingKind.PRESIDIUM}, {"session__body": SessionBody.STANDING_COMMITTEE}]
)
def test_roll_of_a_meeting_not_for_all_opens_empty(seat, fields):
    assert listed(meeting_of(seat.term, **fields)) == set()


def test_seat_that_enters_gets_the_lines_of_its_days(seat, town):
    early, late = (meeting_of(seat.term, on=date(2025, 1, day)) for day in (8, 9))
    newcomer = SeatFactory(jurisdiction=town, starts_on=date(2025, 1, 9))

    assert (rolls.enter_seats([newcomer]), rolls.enter_seats([newcomer])) == (1, 0)
    assert newcomer.pk in listed(late)
    assert newcomer.pk not in listed(early)


def test_seat_waiting_for_confirmation_gets_no_line(meeting, town):
    assert rolls.enter_seats([SeatFactory(jurisdiction=town, status=SeatStatus.ELECTED)]) == 0


def test_call_puts_named_seats_on_the_roll(seat, town):
    guest = SeatFactory(jurisdiction=town)
    meeting = meeting_of(seat.term, kind=MeetingKind.PRESIDIUM)

    rolls.call(meeting, [seat])
    added = rolls.call(meeting, [seat, guest], nonvoting=True)

    assert added == 1
    assert list(meeting.attendances.values_list("seat", "nonvoting")) == [(seat.pk, False), (guest.pk, True)]


def test_call_refuses_who_is_not_in_office(seat, town):
    gone = SeatFactory(jurisdiction=town, deputy__name="马强", ends_on=date(2025, 1, 7))
    meeting = meeting_of(seat.term, kind=MeetingKind.PRESIDIUM)

    with pytest.raises(ValidationError, match="马强在会议当天不在任"):
        rolls.call(meeting, [seat, gone])

    assert listed(meeting) == set()


def test_struck_line_is_gone_unless_it_was_marked(seat, office):
    marked, other = (meeting_of(seat.term, kind=MeetingKind.PRESIDIUM) for _ in range(2))
    for meeting in (marked, other):
        rolls.call(meeting, [seat])
    rolls.mark(line_of(seat, marked), Mark.PRESENT, by=office, how=MarkedBy.HAND)
    with pytest.raises(ValidationError, match="已登记出勤"):
        rolls.strike(line_of(seat, marked))

    rolls.strike(line_of(seat, other))

    assert list(Attendance.objects.all()) == [line_of(seat, marked)]


def test_line_of_who_is_due_is_not_struck(seat, meeting):
    with pytest.raises(ValidationError, match="丁一应当出席这场会议"):
        rolls.strike(line_of(seat, meeting))


def test_mark_records_who_when_and_how(seat, meeting, office):
    line = line_of(seat, meeting)

    with clock.at(MORNING):
        rolls.mark(line, Mark.EXCUSED, by=office, how=MarkedBy.HAND, note="病假")

    assert (line.mark, line.note, line.marked_by) == (Mark.EXCUSED, "病假", MarkedBy.HAND)
    assert (line.recorder, line.marked_at) == (office, MORNING)
    assert line.history.get().history_user == office


@pytest.mark.parametrize("seats", [1, 3])
def test_marks_are_saved_with_as_many_queries(seat, town, office, seats, django_assert_num_queries):
    SeatFactory.create_batch(seats - 1, jurisdiction=town)
    meeting = meeting_of(seat.term)
    marks = dict.fromkeys(listed(meeting), (Mark.PRESENT, ""))

    with django_assert_num_queries(5):  # the lines, the update, its history, within a transaction
        assert rolls.mark_many(meeting, marks, by=office, how=MarkedBy.HAND) == seats


def test_marks_that_stay_write_no_history(seat, meeting, office):
    marks = {seat.pk: (Mark.PRESENT, "")}
    rolls.mark_many(meeting, marks, by=office, how=MarkedBy.HAND)

    assert rolls.mark_many(meeting, marks, by=office, how=MarkedBy.HAND) == 0
    assert line_of(seat, meeting).history.count() == 1


def test_correction_needs_a_reason_after_a_day(seat, meeting, office):
    line = line_of(seat, meeting)
    with clock.at(MORNING):
        rolls.mark(line, Mark.ABSENT, by=office, how=MarkedBy.HAND)
    with clock.at(MORNING + timedelta(hours=24)):
        rolls.mark(line, Mark.PRESENT, by=office, how=MarkedBy.HAND)
    with clock.at(MORNING + timedelta(days=3)):
        with pytest.raises(ValidationError, match="要写明理由"):
            rolls.mark(line, Mark.EXCUSED, by=office, how=MarkedBy.HAND)
        rolls.mark(line, Mark.EXCUSED, by=office, how=MarkedBy.HAND, reason="补交了假条")

    assert [version.mark for version in line.history.all()] == [Mark.EXCUSED, Mark.PRESENT, Mark.ABSENT]
    assert line.history.first().history_change_reason == "补交了假条"


@pytest.mark.parametrize("how", [MarkedBy.HAND, MarkedBy.REGISTER])
@pytest.mark.parametrize("mark", [Mark.PRESENT, Mark.ABSENT])
def test_who_came_is_not_told_before_the_day(seat, meeting, office, how, mark):
    line = line_of(seat, meeting)
    with clock.at(MORNING - timedelta(days=1)):
        with pytest.raises(ValidationError, match="会议2025年1月8日才开"):
            rolls.mark(line, mark, by=office, how=how)
        rolls.mark(line, Mark.EXCUSED, by=office, how=how)
    with clock.at(MORNING):
        rolls.mark(line, mark, by=office, how=how)

    assert [version.mark for version in line.history.all()] == [mark, Mark.EXCUSED]


def test_mark_is_refused_outside_the_seat(seat, meeting, town, office):
    seat.ends_on = date(2025, 1, 7)
    seat.save()

    with pytest.raises(ValidationError, match="丁一在会议当天不在任"):
        rolls.mark(line_of(seat, meeting), Mark.PRESENT, by=office, how=MarkedBy.HAND)


def test_mark_is_refused_for_who_is_not_on_the_roll(meeting, town, office):
    stranger = SeatFactory(jurisdiction=town, deputy__name="马强")

    with pytest.raises(ValidationError, match="马强不在这次会议的名单上"):
        rolls.mark_many(meeting, {stranger.pk: (Mark.PRESENT, "")}, by=office, how=MarkedBy.HAND)


def test_mark_by_hand_is_the_offices(seat, meeting, town, deputy):
    line = line_of(seat, meeting)

    for stranger in (deputy, LocalOfficeFactory()):
        with pytest.raises(PermissionDenied):
            rolls.mark(line, Mark.PRESENT, by=stranger, how=MarkedBy.HAND)


def test_sign_in_is_the_deputys_own(seat, meeting, deputy, office):
    line = line_of(seat, meeting)

    with pytest.raises(PermissionDenied, match="只能为自己签到"):
        rolls.mark(line, Mark.PRESENT, by=office, how=MarkedBy.QR)
    rolls.mark(line, Mark.PRESENT, by=deputy, how=MarkedBy.QR)

    assert line.mark == Mark.PRESENT


def test_due_are_lines_inside_the_seat_without_guests(seat, meeting, town):
    rolls.call(meeting, [SeatFactory(jurisdiction=town)], nonvoting=True)
    gone = SeatFactory(jurisdiction=town)
    rolls.enter_seats([gone])
    gone.ends_on = date(2025, 1, 7)
    gone.save()

    assert list(Attendance.objects.due()) == [line_of(seat, meeting)]


@pytest.mark.parametrize(
    ("events", "due"),
    [
        ([], True),
        ([("suspended", 8)], False),
        ([("suspended", 9)], True),
        ([("suspended", 5), ("confirmed", 8)], True),
        ([("suspended", 5), ("confirmed", 9)], False),
        ([("suspended", 1), ("confirmed", 3), ("suspended", 6)], False),
    ],
)
def test_due_leaves_out_who_is_suspended_on_the_day(seat, meeting, events, due):
    for status, day in events:
        if status == "suspended":
            ground = SuspensionGround.CUSTODY
            seat_workflow.suspend(seat, by=keeper(seat), ground=ground, starts_on=date(2025, 1, day))
        else:
            seat_workflow.resume(seat, by=keeper(seat), resumes_on=date(2025, 1, day))

    assert Attendance.objects.due().exists() is due
