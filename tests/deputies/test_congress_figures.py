"""Figures of attendance at the congress: only inside the seat, only the congress itself."""

from datetime import date

import pytest

from congress import figures
from congress.enums import SessionBody
from congress.figures import Period
from deputies import rolls
from deputies.enums import Mark
from tests.factories.congress import StreetFactory
from tests.factories.deputies import SeatFactory
from tests.factories.sessions import MeetingFactory, SessionFactory, line_of, marked


YEAR = Period.of_year(2025)
NONE = {
    "meetings_due": 0,
    "meetings_attended": 0,
    "meetings_excused": 0,
    "meetings_unexcused": 0,
    "meetings_unrecorded": 0,
    "attendance_rate": None,
    "days_attended": 0,
    "absent_whole_congress": 0,
}
NONE_OF_A_PLACE = {
    "seat_meetings_due": 0,
    "seat_meetings_attended": 0,
    "seat_meetings_excused": 0,
    "seat_meetings_unexcused": 0,
    "seat_meetings_unrecorded": 0,
    "meetings_held": 0,
    "attendance_rate": None,
    "seats_absent_whole_congress": 0,
}


def of_congress(values):
    return {key.partition(".")[2]: value for key, value in values.items() if key.startswith("congress.")}


def of_seat(seat, period=YEAR):
    return of_congress(figures.for_seats([seat.pk], period)[seat.pk])


def of_place(place):
    return of_congress(figures.for_places([place.pk], YEAR)[place.pk])


@pytest.fixture
def session(seat):
    return SessionFactory(term=seat.term)


def meetings_on(session, *days):
    """A meeting on each of these days of January 2025, with its roll."""
    found = [MeetingFactory(session=session, on=date(2025, 1, day)) for day in days]
    for meeting in found:
        rolls.open_roll(meeting)
    return found


def attend(seat, meetings, *marks):
    for meeting, mark in zip(meetings, marks, strict=True):
        marked(line_of(seat, meeting), mark)


def test_figures_of_a_seat(seat, session):
    meetings = meetings_on(session, 8, 8, 9, 10, 10)
    attend(seat, meetings, Mark.PRESENT, Mark.PRESENT, Mark.EXCUSED, Mark.ABSENT, Mark.UNRECORDED)

    assert of_seat(seat) == {
        "meetings_due": 5,
        "meetings_attended": 2,
        "meetings_excused": 1,
        "meetings_unexcused": 1,
        "meetings_unrecorded": 1,
        "attendance_rate": 40.0,
        "days_attended": 1,
        "absent_whole_congress": 0,
    }


def test_figures_of_a_place(seat, town, session):
    colleague = SeatFactory(jurisdiction=town)
    meetings = meetings_on(session, 8, 9)
    attend(seat, meetings, Mark.PRESENT, Mark.EXCUSED)
    attend(colleague, meetings, Mark.ABSENT, Mark.ABSENT)

    assert of_place(town) == {
        "seat_meetings_due": 4,
        "seat_meetings_attended": 1,
        "seat_meetings_excused": 1,
        "seat_meetings_unexcused": 2,
        "seat_meetings_unrecorded": 0,
        "meetings_held": 2,
        "attendance_rate": 25.0,
        "seats_absent_whole_congress": 1,
    }


def test_street_has_no_congress(seat, session, district):
    meetings_on(session, 8)

    assert of_place(StreetFactory(parent=district)) == NONE_OF_A_PLACE


def test_meetings_outside_the_seat_are_not_due(town, seat, session):
    newcomer = SeatFactory(jurisdiction=town, starts_on=date(2025, 1, 9))
    meetings = meetings_on(session, 8, 9)
    marked(line_of(newcomer, meetings[1]), Mark.PRESENT)

    values = of_seat(newcomer)

    assert (values["meetings_due"], values["attendance_rate"]) == (1, 100.0)


@pytest.mark.parametrize("other", [{"body": SessionBody.STANDING_COMMITTEE}, {"body": SessionBody.PRESIDIUM}])
def test_meetings_of_other_bodies_do_not_count(seat, town, other):
    meeting = MeetingFactory(session=SessionFactory(term=seat.term, **other))
    rolls.call(meeting, [seat])
    marked(line_of(seat, meeting), Mark.PRESENT)

    assert (of_seat(seat), of_place(town)) == (NONE, NONE_OF_A_PLACE)


def test_meetings_of_other_years_do_not_count(seat, session):
    attend(seat, meetings_on(session, 8), Mark.PRESENT)

    assert of_seat(seat, Period.of_year(2024)) == NONE


@pytest.mark.parametrize(
    ("marks", "absent"),
    [
        ((Mark.ABSENT, Mark.ABSENT), 1),
        ((Mark.ABSENT, Mark.EXCUSED), 0),
        ((Mark.ABSENT, Mark.UNRECORDED), 0),
        ((Mark.PRESENT, Mark.PRESENT), 0),
    ],
)
def test_whole_congress_is_missed_where_every_mark_is_absent(seat, session, marks, absent):
    attend(seat, meetings_on(session, 8, 9), *marks)

    assert of_seat(seat)["absent_whole_congress"] == absent


def test_whole_congress_is_judged_by_each_session(seat, session):
    extraordinary = SessionFactory(term=seat.term)
    attend(seat, meetings_on(session, 8), Mark.ABSENT)
    attend(seat, meetings_on(extraordinary, 20, 21), Mark.ABSENT, Mark.ABSENT)

    assert of_seat(seat)["absent_whole_congress"] == 2


@pytest.mark.parametrize("lens", ["seat", "place"])
def test_evidence_equals_the_figure(lens, seat, town, session):
    attend(seat, meetings_on(session, 8, 9, 10, 10), Mark.PRESENT, Mark.EXCUSED, Mark.ABSENT, Mark.UNRECORDED)
    compute, owner = (figures.for_seats, seat) if lens == "seat" else (figures.for_places, town)
    values = compute([owner.pk], YEAR)[owner.pk]

    for key in [key for key in values if "meetings_" in key]:
        rows = figures.evidence(figures.get(key), YEAR, **{f"{lens}s": [owner.pk]})
        assert (key, rows.count()) == (key, values[key])


def test_rate_of_a_place_is_made_of_its_own_parts():
    parts = {lens: figures.get("congress.attendance_rate", lens).parts for lens in ("seat", "place")}

    assert parts == {"seat": ("congress.meetings_attended",), "place": ("congress.seat_meetings_attended",)}
