"""Whose decision a leave is (domain.md D7)."""

from datetime import date

import pytest

from congress.enums import DayPart, MeetingKind, SessionBody
from deputies import leave as terms
from tests.factories.activities import planned
from tests.factories.congress import DistrictOfficeFactory
from tests.factories.deputies import ActivityKindFactory, DelegationFactory, DeputyGroupFactory, SeatFactory
from tests.factories.sessions import MeetingFactory, SessionFactory


pytestmark = pytest.mark.usefixtures("in_march")
BEFORE, DURING = date(2025, 3, 20), date(2025, 3, 26)
CONGRESS, COMMITTEE, PRESIDIUM = SessionBody


@pytest.mark.parametrize(
    ("place", "body", "on", "kinds", "delegation", "approver"),
    [
        ("district", CONGRESS, BEFORE, [MeetingKind.FULL], True, "chair_council"),
        ("town", CONGRESS, BEFORE, [MeetingKind.FULL], False, "presidium"),
        ("district", CONGRESS, DURING, [MeetingKind.FULL], True, "secretariat"),
        ("district", CONGRESS, DURING, [MeetingKind.DELEGATION], True, "delegation_head"),
        ("district", CONGRESS, DURING, [MeetingKind.DELEGATION, MeetingKind.FULL], True, "secretariat"),
        ("town", CONGRESS, DURING, [MeetingKind.FULL], True, "delegation_head"),
        ("town", CONGRESS, DURING, [MeetingKind.FULL], False, "town_chair"),
        ("district", COMMITTEE, BEFORE, [MeetingKind.FULL], False, "chair_council"),
        ("town", PRESIDIUM, BEFORE, [MeetingKind.PRESIDIUM], False, "town_chair"),
    ],
)
def test_approver_of_a_session(place, body, on, kinds, delegation, approver, district, town):
    seat = SeatFactory(jurisdiction=district if place == "district" else town)
    if delegation:
        seat.delegation = DelegationFactory(term=seat.term)
    session = SessionFactory(term=seat.term, body=body, starts_on=date(2025, 3, 25))
    meetings = [MeetingFactory(session=session, kind=kind) for kind in kinds]

    assert terms.approver_of(seat, on=on, session=session, meetings=meetings).approver == approver


@pytest.mark.parametrize(
    ("sits_in", "held_by", "kind", "group", "approver"),
    [
        ("town", "town", "group", True, "convener"),
        ("district", "district", "group", True, "convener"),
        ("town", "district", "group", True, "organiser"),
        ("district", "town", "group", True, "organiser"),
        ("town", "town", "group", False, "organiser"),
        ("town", "town", "inspection", True, "organiser"),
        ("district", "district", "inspection", True, "organiser"),
        ("town", "district", "inspection", False, "organiser"),
    ],
)
def test_approver_of_an_activity(sits_in, held_by, kind, group, approver, district, town):
    places = {"district": district, "town": town}
    seat = SeatFactory(jurisdiction=places[sits_in])
    office = DistrictOfficeFactory(jurisdiction=places[held_by])
    activity = planned(office, seat, kind=ActivityKindFactory(code=kind))
    if group:
        seat.group = DeputyGroupFactory(term=seat.term)

    assert terms.approver_of(seat, on=BEFORE, activity=activity).approver == approver


def test_every_row_of_the_table_names_its_source():
    assert [rule for rule in terms.APPROVERS if not rule.source.startswith(("D7", "E4"))] == []


@pytest.mark.parametrize(
    ("part", "hour"),
    [(DayPart.WHOLE, 8), (DayPart.MORNING, 8), (DayPart.AFTERNOON, 13), (DayPart.EVENING, 18)],
)
def test_meeting_without_an_hour_begins_with_its_part_of_the_day(part, hour, db):
    assert terms.begins_at(MeetingFactory(part=part)).hour == hour


def test_deputy_is_due_at_meetings_for_all_in_his_days_alone(town):
    seat = SeatFactory(jurisdiction=town, starts_on=date(2025, 3, 26))
    session = SessionFactory(term=seat.term, starts_on=date(2025, 3, 25))
    MeetingFactory(session=session)
    second = MeetingFactory(session=session, on=date(2025, 3, 26))
    MeetingFactory(session=session, on=date(2025, 3, 26), kind=MeetingKind.PRESIDIUM)

    assert terms.meetings_due(seat, session) == [second]
