"""Deputies without a fixed wage, and an office with a rate."""

from datetime import date, timedelta
from math import ceil

from congress.models import OfficeRules
from deputies import participation_workflow, subsidies
from deputies.enums import Mark
from tests.factories.activities import planned
from tests.factories.sessions import line_of, marked, meeting_of


DECISION = "石人主〔2025〕2号"


def rate_of(place, yuan=100):
    """Let the office of ``place`` pay so many yuan a day."""
    OfficeRules.objects.update_or_create(
        jurisdiction=place, defaults={"subsidy_per_day": yuan, "subsidy_decision": DECISION}
    )


def unwaged(seat, since=date(2022, 1, 1), until=None):
    """The seat, its holder without a fixed wage."""
    seat.deputy.no_wage_from, seat.deputy.no_wage_until = since, until
    seat.deputy.save()
    return seat


def at_duty(seat, office, days=1, on=date(2025, 3, 12)):
    """A verified activity of the seat, beginning on the day."""
    entry = planned(
        office, seat, starts_on=on, ends_on=on + timedelta(days=ceil(days) - 1), days=days
    ).participations.get()
    participation_workflow.log(entry, by=seat.deputy.user, sentence="查看了河堤和泵站，提出清淤的意见。")
    participation_workflow.verify(entry, by=office)
    return entry


def at_meeting(seat, **fields):
    """A meeting of the seat's congress that the deputy attended."""
    return marked(line_of(seat, meeting_of(seat.term, **fields)), Mark.PRESENT)


def paid(seat, office, year=2025, on=date(2025, 3, 20)):
    """All open days of the seat paid; its payment."""
    place = seat.term.jurisdiction
    [line] = [one for one in subsidies.ledger_of(place, year).lines if one.seat == seat]
    return subsidies.pay(place, year, by=office, shown=[line.shown], paid_on=on)[0]
