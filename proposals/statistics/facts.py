"""What is known of each proposal that is counted, read in a number of queries that does not grow."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from congress.enums import Satisfaction
from congress.handling import PromiseStatus, UnitRole
from proposals.models import Assignment, Commitment, Rating


WORST_FIRST = (Satisfaction.DISSATISFIED, Satisfaction.BASICALLY, Satisfaction.SATISFIED)


@dataclass(frozen=True)
class Part:
    """A leading unit's first handling of a proposal."""

    unit: int
    issued_on: date
    due_on: date
    replied_on: date | None
    contact_by: date | None = None
    contacted_on: date | None = None


@dataclass(frozen=True)
class Fact:
    """A proposal with its leading units' ``parts`` of the first round and the states of what they promised.

    Of one that was merged the parts are those of the one that it was merged into. Counted for a unit, the
    parts are that unit's own.
    """

    pk: int
    status: str
    round: int
    publication: str
    parts: tuple = ()
    promises: tuple = ()
    ratings: tuple = ()

    @property
    def is_replied(self):
        return bool(self.parts) and all(part.replied_on for part in self.parts)

    @property
    def in_time(self):
        return self.is_replied and all(part.replied_on <= part.due_on for part in self.parts)

    @property
    def days(self):
        """From the assignment to the reply; of several units, to the last one's. None before."""
        if not self.is_replied:
            return None
        return max((part.replied_on - part.issued_on).days for part in self.parts)

    @property
    def contacted_in_time(self):
        """Whether each unit that had a day for it was in touch with the deputies by then."""
        asked = [part for part in self.parts if part.contact_by]
        return bool(asked) and all(
            part.contacted_on and part.contacted_on <= part.contact_by for part in asked
        )

    def worst(self, question):
        """The lowest of the deputies' answers to a question (``attitude``, ``result``); "" without any."""
        given = {answer[question] for answer in self.ratings} - {""}
        return next((value for value in WORST_FIRST if value in given), "")

    def is_overdue(self, on):
        return any(part.replied_on is None and part.due_on < on for part in self.parts)


def _of(proposals):
    """Rows of the proposals, and of those that they were merged into."""
    found = proposals.order_by()
    return Q(proposal__in=found.values("pk")) | Q(proposal__in=found.values("merged_into"))


def parts_of(proposals, unit=None):
    """{key of a proposal: [Part]} of the first round, those given up left out; of ``unit`` alone if given."""
    rows = Assignment.objects.standing().filter(_of(proposals), round=1).exclude(role=UnitRole.CO)
    if unit is not None:
        rows = rows.filter(unit=unit)
    found = defaultdict(list)
    fields = ("proposal", "unit", "issued_on", "due_on", "replied_on", "contact_by", "contacted_on")
    for proposal, *part in rows.order_by("pk").values_list(*fields):
        found[proposal].append(Part(*part))
    return found


def promises_of(proposals):
    """{key of a proposal: [state of a promise]}; one that another stands in for is not counted."""
    found = defaultdict(list)
    rows = Commitment.objects.filter(_of(proposals)).exclude(status=PromiseStatus.REPLACED)
    for proposal, status in rows.order_by("pk").values_list("proposal", "status"):
        found[proposal].append(status)
    return found


def ratings_of(proposals):
    """{key of a proposal: [{attitude, result}]} of its latest round that somebody rated.

    Who did not rate is left out (D2).
    """
    found = defaultdict(dict)
    rows = Rating.objects.rated().filter(sponsorship__proposal__in=proposals.order_by().values("pk"))
    fields = ("sponsorship__proposal", "round", "attitude", "result")
    for proposal, times, attitude, result in rows.order_by("pk").values_list(*fields):
        found[proposal].setdefault(times, []).append({"attitude": attitude, "result": result})
    return {proposal: rounds[max(rounds)] for proposal, rounds in found.items()}
