"""The seats, sessions, leaves and entries of the town's deputies, for the world of access."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from deputies.enums import (
    LeaveStatus,
    Mark,
    ParticipationStatus,
    SeatStatus,
    VacancyStatus,
)
from deputies.photos import shrink
from tests.factories.activities import entry_at, logged, photo_file
from tests.factories.deputies import (
    ConstituencyFactory,
)
from tests.factories.leaves import leave_at
from tests.factories.seats import EmploymentFactory, SeatPostFactory, seat_at, vacancy_at
from tests.factories.sessions import (
    AgendaItemFactory,
    SessionFactory,
    SpeechFactory,
    line_of,
    marked,
    meeting_of,
)


P = ParticipationStatus
LEAVES = (LeaveStatus.DRAFT, LeaveStatus.SUBMITTED, LeaveStatus.APPROVED)


def sessions_of(who):
    """A session with a meeting, a marked line of its roll, a speech and an item of its agenda."""
    meeting = meeting_of(who.seat.term)
    return {
        "session": meeting.session,
        "meeting": meeting,
        "line": marked(line_of(who.seat, meeting), Mark.PRESENT),
        "speech": SpeechFactory(seat=who.seat, meeting=meeting, recorder=who.office),
        "agenda_item": AgendaItemFactory(session=meeting.session),
    }


def activities_of(who):
    """An entry at each status: ``entry_invited`` …; its activity and a photograph."""
    statuses = (P.INVITED, P.LOGGED, P.VERIFIED, P.ABSENT)
    entries = {f"entry_{status.value}": entry_at(status, who.seat, who.office) for status in statuses}
    own = logged(who.seat, photos=[shrink(photo_file())])
    activity = entries["entry_invited"].activity
    return entries | {
        "entry_own": own,
        "photo": own.photos.get(),
        "activity": activity,
        "kind": activity.kind,
    }


def leaves_of(who):
    """A request for leave at each status: ``leave_draft`` …; one with evidence; a coming session."""
    found = {f"leave_{status.value}": leave_at(status, who.seat, who.office) for status in LEAVES}
    paper = SimpleUploadedFile("病历.pdf", b"%PDF-1.7")
    return found | {
        "leave_with_evidence": leave_at(LeaveStatus.SUBMITTED, who.seat, who.office, evidence=paper),
        "coming_session": SessionFactory(term=who.seat.term, number=90, starts_on=date(2026, 3, 30)),
    }


def seats_of(who):
    """A seat and a vacancy at each status: ``seat_elected`` …; a post, a suspension, a job.

    ``away_seat`` is of the district's congress, elected in the town and suspended.
    """
    town = who.town
    seats = {f"seat_{status.value}": seat_at(status, town) for status in SeatStatus}
    vacancies = {f"vacancy_{status.value}": vacancy_at(status, town) for status in VacancyStatus}
    here = ConstituencyFactory(jurisdiction=town.district, town=town)
    away = seat_at(SeatStatus.SUSPENDED, town.district, constituency=here, deputy__name="范进")
    return (
        seats
        | vacancies
        | {"away_seat": away, "away_suspension": away.suspensions.get()}
        | {
            "post": SeatPostFactory(seat=who.seat),
            "suspension": seats["seat_suspended"].suspensions.get(),
            "job": EmploymentFactory(deputy=who.seat.deputy),
        }
    )
