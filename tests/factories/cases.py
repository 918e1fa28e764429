"""Cases for the credentials committee and of restricted liberty, by walking the real steps."""

from datetime import timedelta
from itertools import count

from congress import clock
from deputies import credentials_workflow, liberty_workflow, retaliation_workflow, rolls
from deputies.enums import CredentialsStatus, LibertyKind, LibertyStatus, Mark, MarkedBy, RetaliationStatus
from tests.factories.deputies import SeatFactory
from tests.factories.sessions import MeetingFactory, SessionFactory


# Beyond those that other records of a test's world name.
_NUMBERS = count(100)


def session_with(seat, *marks, days_ago=60):
    """A session of two days, of as many meetings as there are marks, with them on the seat's lines."""
    day = clock.today() - timedelta(days=days_ago)
    dates = {"starts_on": day, "ends_on": day + timedelta(days=1)}
    session = SessionFactory(term=seat.term, number=next(_NUMBERS), **dates)
    for mark in marks:
        meeting = MeetingFactory(session=session)
        rolls.call(meeting, [seat])
        if mark != Mark.UNRECORDED:
            rolls.mark_many(meeting, {seat.pk: (mark, "")}, by=None, how=MarkedBy.REGISTER)
    return session


def absentee(place, sessions=2, **fields):
    """A seat in the congress of ``place`` that missed so many sessions from beginning to end."""
    seat = SeatFactory(jurisdiction=place, **fields)
    for number in range(sessions):
        session_with(seat, Mark.ABSENT, Mark.ABSENT, days_ago=60 + 180 * number)
    return seat


def case_at(status, seat, office):
    """A case of the seat at ``status``; ``office`` opens and keeps it."""
    case = credentials_workflow.open_case(seat, by=office)
    if status in (CredentialsStatus.REPORTED, CredentialsStatus.ENDED):
        credentials_workflow.report(case, by=office, reported_on=clock.today(), report="情况属实。")
    if status == CredentialsStatus.ENDED:
        day = clock.today() - timedelta(days=1)
        credentials_workflow.end(case, by=office, ended_on=day, announcement="〔2025〕3号")
    elif status == CredentialsStatus.DISMISSED:
        credentials_workflow.dismiss(case, by=office, note="因病住院，补了手续")
    return case


def liberty_at(status, seat, office, **fields):
    """A case of the seat at ``status``: a town's deputy is reported, for another permission is asked."""
    town = seat.term.jurisdiction.level == "town"
    values = {
        "kind": LibertyKind.TOWN if town else LibertyKind.ARREST,
        "authority": "区公安分局",
        "received_at": clock.now() - timedelta(hours=2),
    }
    case = liberty_workflow.receive(by=office, seat=seat, **(values | fields))
    if status == LibertyStatus.RECEIVED:
        return case
    liberty_workflow.submit(case, by=office, submitted_at=clock.now())
    if case.is_request and status != LibertyStatus.SUBMITTED:
        liberty_workflow.examine(case, by=office, retaliation=False, examination="没有发现。")
    if status not in (LibertyStatus.SUBMITTED, LibertyStatus.EXAMINED):
        settle = liberty_workflow.permit if case.is_request else liberty_workflow.take_note
        if status == LibertyStatus.REFUSED:
            settle = liberty_workflow.refuse
        settle(case, by=office, decided_on=clock.today(), decision_number="〔2025〕1号")
    if status == LibertyStatus.LIFTED:
        liberty_workflow.lift(case, by=office, lifted_on=clock.today())
    return case


def retaliation_at(status, seat, office):
    """A case of retaliation against the seat's deputy at ``status``."""
    today = clock.today()
    values = {"told_by": "本人反映", "accused": "某公司", "facts": "因提出建议被调离岗位。"}
    case = retaliation_workflow.tell(by=office, seat=seat, told_on=today, **values)
    if status != RetaliationStatus.TOLD:
        retaliation_workflow.forward(case, by=office, forwarded_on=today, forwarded_to="区总工会")
    if status == RetaliationStatus.CONCLUDED:
        retaliation_workflow.conclude(case, by=office, concluded_on=today, result="已恢复原岗位。")
    return case
