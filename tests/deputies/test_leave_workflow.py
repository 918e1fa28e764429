"""The steps of a request for leave, and what they do to the roll (代表法第十三条; E4)."""

from datetime import date, datetime, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from congress import clock
from congress.models import OfficeRules
from congress.workflow import StepNotAvailable
from deputies import leave_workflow, participation_workflow, rolls
from deputies.enums import LeaveChannel, Mark, MarkedBy, ParticipationStatus
from deputies.enums import LeaveStatus as Status
from deputies.models import Attendance, Leave
from tests.factories.activities import planned
from tests.factories.congress import DistrictOfficeFactory, LiaisonFactory, LocalOfficeFactory
from tests.factories.deputies import SeatFactory
from tests.factories.leaves import leave_at
from tests.factories.sessions import MeetingFactory, SessionFactory, marked


TABLE = leave_workflow.leaves
pytestmark = pytest.mark.usefixtures("in_march")
OFFICE_STEPS = {"approve", "refuse", "record"}


@pytest.fixture
def session(seat):
    """The town's session of 25 and 26 March 2025, two full meetings with their rolls open."""
    found = SessionFactory(term=seat.term, starts_on=date(2025, 3, 25), ends_on=date(2025, 3, 26))
    for day in (25, 26):
        rolls.open_roll(MeetingFactory(session=found, on=date(2025, 3, day)))
    return found


def marks(seat):
    return list(Attendance.objects.filter(seat=seat).values_list("mark", flat=True))


def take(name, leave, by):
    extra = {"note": "理由"} if name == "refuse" else {}
    return getattr(leave_workflow, name)(leave, by=by, **extra)


def at(day, hour=12):
    moment = datetime.combine(date(2025, 3, day), time(hour), tzinfo=timezone.get_default_timezone())
    return clock.at(moment)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("name", TABLE.steps)
def test_step_follows_table(name, status, seat, office):
    leave = leave_at(status, seat, office)
    by = office if name in OFFICE_STEPS else seat.deputy.user

    if status in TABLE.steps[name].sources:
        with at(31) if name == "record" else at(20):
            take(name, leave, by)
        expected = TABLE.steps[name].target
    else:
        with pytest.raises(StepNotAvailable):
            take(name, leave, by)
        expected = status

    leave.refresh_from_db()
    assert leave.status == expected


@pytest.mark.parametrize("name", TABLE.steps)
def test_step_by_another_office_is_refused(name, seat, office):
    leave = leave_at(min(TABLE.steps[name].sources), seat, office)

    with pytest.raises(PermissionDenied):
        take(name, leave, LocalOfficeFactory())


def test_approved_leave_excuses_on_every_meeting_of_the_session(seat, office, session):
    leave_at(Status.APPROVED, seat, office, session=session)

    assert marks(seat) == [Mark.EXCUSED, Mark.EXCUSED]
    assert set(Attendance.objects.values_list("marked_by", flat=True)) == {MarkedBy.LEAVE}


def test_approved_leave_from_one_meeting_leaves_the_other(seat, office, session):
    leave_at(Status.APPROVED, seat, office, session=session, meetings=[session.meetings.last()])

    assert marks(seat) == [Mark.UNRECORDED, Mark.EXCUSED]


def test_meeting_planned_later_is_covered_by_leave_from_the_whole_session(seat, office, session):
    leave_at(Status.APPROVED, seat, office, session=session)

    rolls.open_roll(MeetingFactory(session=session, on=date(2025, 3, 26), name="闭幕会"))

    assert marks(seat) == [Mark.EXCUSED] * 3


def test_refused_leave_leaves_the_roll_as_it_is(seat, office, session):
    leave_at(Status.REFUSED, seat, office, session=session)

    assert marks(seat) == [Mark.UNRECORDED, Mark.UNRECORDED]


def test_refusal_without_a_reason_is_refused(seat, office):
    leave = leave_at(Status.SUBMITTED, seat, office)

    with pytest.raises(ValidationError, match="写明不批准的理由"):
        leave_workflow.refuse(leave, by=office, note=" ")


def test_leave_of_who_came_all_the_same_leaves_him_present(seat, office, session):
    leave = leave_at(Status.SUBMITTED, seat, office, session=session)
    marked(Attendance.objects.filter(seat=seat).first(), Mark.PRESENT)

    leave_workflow.approve(leave, by=office)

    assert marks(seat) == [Mark.PRESENT, Mark.EXCUSED]


def test_withdrawn_before_the_meeting_takes_the_mark_back(seat, office, session):
    leave = leave_at(Status.APPROVED, seat, office, session=session)

    leave_workflow.withdraw(leave, by=seat.deputy.user)

    assert marks(seat) == [Mark.UNRECORDED, Mark.UNRECORDED]


def test_withdrawn_during_the_session_keeps_what_has_begun(seat, office, session):
    leave = leave_at(Status.APPROVED, seat, office, session=session)

    with at(25):
        leave_workflow.withdraw(leave, by=seat.deputy.user)

    assert marks(seat) == [Mark.EXCUSED, Mark.UNRECORDED]


def test_withdrawn_after_all_has_begun_is_refused_and_changes_nothing(seat, office, session):
    leave = leave_at(Status.APPROVED, seat, office, session=session)

    with at(26), pytest.raises(ValidationError, match="会议已经开始"):
        leave_workflow.withdraw(leave, by=seat.deputy.user)

    leave.refresh_from_db()
    assert (leave.status, marks(seat)) == (Status.APPROVED, [Mark.EXCUSED, Mark.EXCUSED])


def test_mark_by_hand_is_not_undone_by_withdrawal(seat, office, session):
    leave = leave_at(Status.APPROVED, seat, office, session=session)
    line = Attendance.objects.filter(seat=seat).first()
    rolls.mark(line, Mark.EXCUSED, by=office, how=MarkedBy.HAND, note="住院")

    leave_workflow.withdraw(leave, by=seat.deputy.user)

    assert marks(seat) == [Mark.EXCUSED, Mark.UNRECORDED]


def test_leave_from_an_activity_excuses_the_part_in_it(seat, office):
    leave = leave_at(Status.APPROVED, seat, office)

    assert leave.activity.participations.get().status == ParticipationStatus.EXCUSED


def test_withdrawn_leave_from_an_activity_invites_again(seat, office):
    leave = leave_at(Status.APPROVED, seat, office)

    leave_workflow.withdraw(leave, by=seat.deputy.user)

    assert leave.activity.participations.get().status == ParticipationStatus.INVITED


def test_leave_suspends_nothing_else(seat, office, session):
    """Another meeting, another activity and the seat stay as they were."""
    other = planned(office, seat, starts_on=date(2025, 3, 29))
    before = SessionFactory(term=seat.term, starts_on=date(2025, 1, 6))
    line = marked(_line(seat, before), Mark.PRESENT)
    status = seat.status

    leave_at(Status.APPROVED, seat, office, session=session)

    line.refresh_from_db()
    seat.refresh_from_db()
    assert (line.mark, other.participations.get().status, seat.status) == (
        Mark.PRESENT,
        ParticipationStatus.INVITED,
        status,
    )


def _line(seat, session):
    meeting = MeetingFactory(session=session)
    rolls.open_roll(meeting)
    return Attendance.objects.get(meeting=meeting, seat=seat)


# Before the event, unless the office's rule allows later


def test_asked_after_the_meeting_began_is_refused(seat, session):
    with at(25), pytest.raises(ValidationError, match="在开始以前提出"):
        leave_at(Status.SUBMITTED, seat, None, session=session)


def test_asked_during_the_session_from_what_is_left(seat, session):
    with at(25):
        leave_at(Status.SUBMITTED, seat, None, session=session, meetings=[session.meetings.last()])

    assert Leave.objects.get().approver == "town_chair"


def test_asked_later_within_the_days_of_the_rule(seat, office, session, town):
    OfficeRules.objects.create(jurisdiction=town, late_leave_days=3)
    for line in Attendance.objects.filter(seat=seat):
        marked(line, Mark.ABSENT)

    with at(29):
        leave_at(Status.APPROVED, seat, office, session=session)

    assert marks(seat) == [Mark.EXCUSED, Mark.EXCUSED]


def test_asked_after_the_days_of_the_rule_is_refused(seat, session, town):
    OfficeRules.objects.create(jurisdiction=town, late_leave_days=3)

    with at(30), pytest.raises(ValidationError, match="补假的期限已过"):
        leave_at(Status.SUBMITTED, seat, None, session=session)


def test_granted_after_the_event_is_refused_without_a_rule(seat, office, session):
    leave = leave_at(Status.SUBMITTED, seat, office, session=session)

    with at(27), pytest.raises(ValidationError, match="才批准"):
        leave_workflow.approve(leave, by=office)


def test_granted_in_time_may_be_recorded_later(seat, office, session):
    leave = leave_at(Status.SUBMITTED, seat, office, session=session)

    with at(27):
        leave_workflow.approve(leave, by=office, decided_by="主席团", decided_on=date(2025, 3, 24))

    assert marks(seat) == [Mark.EXCUSED, Mark.EXCUSED]


@pytest.mark.parametrize("day", [19, 21])
def test_decision_before_the_request_or_in_the_future_is_refused(day, seat, office):
    leave = leave_at(Status.SUBMITTED, seat, office)

    with pytest.raises(ValidationError) as refused:
        leave_workflow.approve(leave, by=office, decided_by="主席团", decided_on=date(2025, 3, day))

    assert list(refused.value.message_dict) == ["decided_on"]


# Who asks, and for what


def test_office_enters_what_was_asked_on_paper(seat, office, session):
    fields = {"channel": LeaveChannel.PAPER, "applied_on": date(2025, 3, 18), "applied_by": "丁一之妻"}
    with at(27):
        leave = leave_workflow.ask(by=office, seat=seat, session=session, reason_kind="health", **fields)

    assert (leave.status, leave.applied_on, leave.approver) == (
        Status.SUBMITTED,
        date(2025, 3, 18),
        "presidium",
    )


def test_paper_of_after_the_meeting_is_refused(seat, office, session):
    fields = {"channel": LeaveChannel.PAPER, "applied_on": date(2025, 3, 26), "reason_kind": "health"}
    with at(27), pytest.raises(ValidationError, match="在开始以前提出"):
        leave_workflow.ask(by=office, seat=seat, session=session, **fields)


def test_asking_for_another_deputy_is_refused(seat, session, town):
    other = SeatFactory(jurisdiction=town, with_user=True)

    with pytest.raises(PermissionDenied):
        leave_workflow.ask(by=other.deputy.user, seat=seat, session=session, reason_kind="health")


def test_liaison_neither_enters_nor_decides(seat, office, session, town):
    leave = leave_at(Status.SUBMITTED, seat, office, session=session)

    with pytest.raises(PermissionDenied):
        leave_workflow.approve(leave, by=LiaisonFactory(jurisdiction=town))


def test_district_office_decides_for_a_district_seat_alone(district, office, town):
    seat = SeatFactory(jurisdiction=district, with_user=True)
    session = SessionFactory(term=seat.term, starts_on=date(2025, 3, 25))
    leave = leave_at(Status.SUBMITTED, seat, office, session=session)

    with pytest.raises(PermissionDenied):
        leave_workflow.approve(leave, by=office)
    leave_workflow.approve(leave, by=DistrictOfficeFactory(jurisdiction=district))
    assert leave.status == Status.APPROVED


def test_second_request_for_the_same_meetings_is_refused(seat, office, session):
    leave_at(Status.SUBMITTED, seat, office, session=session, meetings=[session.meetings.first()])

    with pytest.raises(ValidationError, match="已经请过假"):
        leave_at(Status.SUBMITTED, seat, office, session=session)


def test_request_after_a_refusal_is_taken(seat, office, session):
    leave_at(Status.REFUSED, seat, office, session=session)
    leave_at(Status.SUBMITTED, seat, office, session=session)

    assert Leave.objects.count() == 2


def test_leave_from_an_activity_without_being_invited_is_refused(seat, town, office):
    activity = planned(office, SeatFactory(jurisdiction=town), starts_on=date(2025, 3, 29))

    with pytest.raises(ValidationError, match="不在活动的待参加名单中"):
        leave_at(Status.SUBMITTED, seat, office, activity=activity)


def test_other_reason_must_be_told(seat, office):
    with pytest.raises(ValidationError) as refused:
        leave_at(Status.SUBMITTED, seat, office, reason_kind="other")

    assert list(refused.value.message_dict) == ["reason"]


def test_filing_before_the_end_is_refused(seat, office):
    leave = leave_at(Status.APPROVED, seat, office)

    with pytest.raises(ValidationError, match="还没有结束"):
        leave_workflow.record(leave, by=office)


def test_excused_part_is_no_absence(seat, office):
    leave = leave_at(Status.APPROVED, seat, office)
    entry = leave.activity.participations.get()

    with at(28), pytest.raises(StepNotAvailable):
        participation_workflow.mark_absent(entry, by=office)


def test_leave_is_seen_by_the_deputy_and_offices_alone(seat, office, district, town):
    leave = leave_at(Status.SUBMITTED, seat, office)
    seen = {
        name: Leave.objects.visible_to(user).filter(pk=leave.pk).exists()
        for name, user in {
            "deputy": seat.deputy.user,
            "office": office,
            "district": DistrictOfficeFactory(jurisdiction=district),
            "liaison": LiaisonFactory(jurisdiction=town),
            "other": LocalOfficeFactory(),
            "colleague": SeatFactory(jurisdiction=town, with_user=True).deputy.user,
        }.items()
    }
    assert [name for name, sees in seen.items() if sees] == ["deputy", "office", "district"]


def test_draft_is_the_deputys_alone(seat, office):
    leave_at(Status.DRAFT, seat, office)

    assert (Leave.objects.visible_to(office).count(), Leave.objects.visible_to(seat.deputy.user).count()) == (
        0,
        1,
    )


def test_days_are_those_of_the_first_meeting_asked_for(seat, office, session):
    leave_at(Status.SUBMITTED, seat, office, session=session, meetings=[session.meetings.last()])

    assert Leave.objects.with_days().get().begins_on == session.starts_on + timedelta(days=1)
