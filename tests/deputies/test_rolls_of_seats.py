"""Whose seat comes to last longer stands on the rolls of the days that it has gained."""

from datetime import date

import pytest

from deputies import rolls, seat_workflow
from deputies.enums import EndGround, LeaveStatus, Mark, VacancyStatus
from deputies.models import Attendance
from tests.factories.leaves import leave_at
from tests.factories.seats import ended, vacancy_at
from tests.factories.sessions import MeetingFactory, meeting_of


pytestmark = pytest.mark.usefixtures("in_march")
LAST, LATER = date(2025, 3, 10), date(2025, 3, 18)


def listed(seat):
    lines = Attendance.objects.filter(seat=seat).order_by("meeting__on")
    return [(line.meeting.on, line.mark) for line in lines.select_related("meeting")]


def test_restored_seat_stands_on_the_rolls_since_its_end(seat, office):
    ended(seat, LAST)
    for day in (8, 15):
        MeetingFactory(session__term=seat.term, on=date(2025, 3, day))
    seat_workflow.restore(seat, by=office, note="登记错了")
    assert listed(seat) == [(date(2025, 3, 15), Mark.UNRECORDED)]


def test_seat_whose_end_is_corrected_stands_on_the_rolls_until_then(seat, office):
    ended(seat, LAST)
    for day in (15, 19):
        meeting_of(seat.term, on=date(2025, 3, day))
    seat_workflow.correct_end(seat, by=office, ends_on=LATER, end_ground=EndGround.RESIGNED, note="公告写错")
    assert listed(seat) == [(date(2025, 3, 15), Mark.UNRECORDED)]


def test_restored_seat_that_has_leave_is_excused(seat, office):
    meeting = MeetingFactory(
        session__term=seat.term, session__starts_on=date(2025, 3, 25), on=date(2025, 3, 25)
    )
    leave_at(LeaveStatus.APPROVED, seat, office, session=meeting.session)
    ended(seat, LATER)
    seat_workflow.restore(seat, by=office, note="登记错了")
    assert listed(seat) == [(date(2025, 3, 25), Mark.EXCUSED)]


def test_roll_leaves_out_who_was_confirmed_after_the_meeting(town, office):
    seat = vacancy_at(VacancyStatus.FILLED, town).filled_by
    seat_workflow.confirm(seat, by=office, confirmed_on=LATER)
    before, after = (meeting_of(seat.term, on=date(2025, 3, day)) for day in (17, 18))
    assert (rolls.open_roll(before), rolls.open_roll(after)) == (0, 0)
    assert listed(seat) == [(LATER, Mark.UNRECORDED)]
