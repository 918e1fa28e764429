"""Duty reports. They come to a status by their steps."""

from datetime import UTC, datetime

from django.urls import reverse

from congress import clock
from reports import workflow
from reports.sections import SECTIONS
from tests.factories.congress import UserFactory
from tests.factories.deputies import ConstituencyFactory, DelegationFactory, SeatFactory


YEAR = 2025
NEW_YEARS_EVE = datetime(2025, 12, 31, 4, tzinfo=UTC)


def seat_in(jurisdiction, *, number=1, name="欧阳䶮", **fields):
    """A seat with all that a report names, whose deputy can log in; ``number`` tells seats apart."""
    seat = SeatFactory(jurisdiction=jurisdiction, with_user=True, deputy__name=name, **fields)
    seat.constituency = ConstituencyFactory(jurisdiction=jurisdiction, number=number, town=None)
    seat.delegation = DelegationFactory(term=seat.term, name=f"第{number}代表团")
    seat.save()
    return seat


def office_of(jurisdiction):
    return UserFactory(jurisdiction=jurisdiction)


def own_words(text="这一年，我走访了本选区的群众，把大家的意见如实反映上去。"):
    return {section.key: text for section in SECTIONS}


def drafted(seat, *, words=None, year=YEAR):
    report = workflow.draft(seat, year, seat.deputy.user)
    if words is not None:
        workflow.write(report, by=seat.deputy.user, words=words)
    return report


def submitted(seat, *, words=None, year=YEAR):
    """A complete report, handed in on the last day of 2025."""
    with clock.at(NEW_YEARS_EVE):
        report = drafted(seat, words=words or own_words(), year=year)
        workflow.submit(report, by=seat.deputy.user)
    return report


def submitted_by_office(office, *, year=YEAR):
    """The report of a deputy without an account, which the office wrote and handed in."""
    seat = seat_in(office.jurisdiction, number=2)
    seat.deputy.user = None
    seat.deputy.save()
    report = workflow.draft(seat, year, office)
    workflow.write(report, by=office, words=own_words())
    workflow.submit(report, by=office)
    return report


def accepted(seat, *, words=None, year=YEAR):
    report = submitted(seat, words=words, year=year)
    workflow.accept(report, by=office_of(seat.term.jurisdiction))
    return report


def page(name, report, *args):
    """The address of a report's page ``name``."""
    return reverse(f"reports:duty_report_{name}", args=[report.pk, *args])
