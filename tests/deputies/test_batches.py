"""Verbs about many deputies at once cost as many queries for thirty as for three."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from congress import clock
from congress.models import Message
from deputies import activity_workflow, leave_events, leave_workflow, participation_workflow, seat_workflow
from deputies.enums import LeaveStatus, ParticipationStatus
from deputies.models import Participation, Seat
from tests.factories.activities import planned
from tests.factories.deputies import DeputyFactory, SeatFactory
from tests.factories.leaves import leave_at
from tests.factories.seats import elected
from tests.factories.sessions import MeetingFactory, SessionFactory


pytestmark = pytest.mark.usefixtures("in_march")


def colleagues(town, count):
    for _ in range(count):
        SeatFactory(jurisdiction=town, with_user=True)
    return list(Seat.objects.select_related("deputy", "term"))


@pytest.fixture
def costs(town, django_capture_on_commit_callbacks):
    """``costs(verb, *args, …)``: the queries of a call, with what it does once it is certain."""

    def count(verb, *args, **kwargs):
        captured = CaptureQueriesContext(connection)
        with captured, django_capture_on_commit_callbacks(execute=True):
            verb(*args, **kwargs)
        return len(captured)

    return count


@pytest.mark.parametrize("count", [3, 30])
def test_planning_costs_the_same_for_many(count, town, office, costs):
    planned(office)
    assert costs(planned, office, *colleagues(town, count)) == 9
    assert Message.objects.count() == count


@pytest.mark.parametrize("count", [3, 30])
def test_adding_people_costs_the_same_for_many(count, town, office, costs):
    activity = planned(office, *colleagues(town, count))
    participation_workflow.remove_all(list(activity.participations.all()), by=office, note="改期")
    later = colleagues(town, count)
    assert costs(activity_workflow.add_people, activity, by=office, seats=later) == 20
    assert activity.participations.filter(status=ParticipationStatus.INVITED).count() == 2 * count


@pytest.mark.parametrize("count", [3, 30])
def test_verifying_costs_the_same_for_many(count, town, office, costs):
    planned(office, *colleagues(town, count))
    entries = list(Participation.objects.with_places())
    assert costs(participation_workflow.verify_all, entries, by=office) == 14
    assert Participation.objects.verified().count() == count


@pytest.mark.parametrize("count", [3, 30])
def test_cancelling_costs_the_same_for_many(count, town, office, costs):
    activity = planned(office, *colleagues(town, count))
    assert costs(activity_workflow.cancel_activity, activity, by=office, reason="天气") == 17
    assert not activity.participations.listed().exists()


@pytest.mark.parametrize("count", [3, 30])
def test_confirming_costs_the_same_for_many(count, town, office, seat, costs):
    people = [DeputyFactory(district=town.district) for _ in range(count)]
    waiting = [elected(seat, deputy=person) for person in people]
    session = SessionFactory(term=seat.term, starts_on=date(2025, 3, 25), ends_on=date(2025, 3, 25))
    meeting = MeetingFactory(session=session, on=date(2025, 3, 25))
    day = date(2025, 3, 10)
    assert costs(seat_workflow.confirm_all, waiting, by=office, confirmed_on=day) == 12
    assert meeting.attendances.count() == count


def decided(town, office, count, day):
    """Granted leave, by turns from the whole session and from its only meeting."""
    people = colleagues(town, count)
    session = SessionFactory(term=people[0].term, starts_on=day, ends_on=day)
    meeting = MeetingFactory(session=session, on=day)
    for place, person in enumerate(people):
        meetings = [meeting] if place % 2 else ()
        leave_at(LeaveStatus.APPROVED, person, office, session=session, meetings=meetings)


@pytest.mark.parametrize("count", [3, 30])
def test_filing_leave_costs_the_same_for_many(count, town, office, costs):
    decided(town, office, count, date(2025, 3, 25))
    with clock.at(clock.now() + timedelta(days=30)):
        found = list(leave_events.to_record(office))
        assert costs(leave_workflow.record_all, found, by=office) == 10
    assert {leave.status for leave in found} == {LeaveStatus.RECORDED}


def test_filing_leave_from_what_is_not_over_files_none(town, office):
    decided(town, office, 2, date(2025, 3, 25))
    found = list(leave_events.of_own_office(office))
    with pytest.raises(ValidationError, match="“.*大会第.*次会议”：会议或者活动还没有结束"):
        leave_workflow.record_all(found, by=office)
    for leave in found:
        leave.refresh_from_db()
    assert {leave.status for leave in found} == {LeaveStatus.APPROVED}
