"""Which seats or persons a form offers, told in an address: a field of many asks for those that match.

The form and the address mean the same rows, so that what was found can be chosen.
"""

from django import forms
from django.db.models import Q

from congress.enums import Level
from congress.models import Jurisdiction
from deputies import leave
from deputies.enums import SeatStatus
from deputies.models import Seat


class ScopeForm(forms.Form):
    """The scope as it stands in an address; each part narrows the seats.

    ``on``: held on the day; ``listed``: on the roster of the day; ``term``, ``place``: of that term, of that
    area; ``invited``: who may ask leave from the activity; ``uncalled``: not yet on the roll of the meeting;
    ``kept``: of the congress there and of those of its towns, whose cases its office keeps.
    """

    on = forms.DateField(required=False)
    listed = forms.DateField(required=False)
    term = forms.IntegerField(required=False)
    place = forms.IntegerField(required=False)
    invited = forms.IntegerField(required=False)
    uncalled = forms.IntegerField(required=False)
    kept = forms.IntegerField(required=False)


class PeopleScopeForm(forms.Form):
    """The same for persons. ``of``: of that district; ``unseated``: without a running seat of that term."""

    of = forms.IntegerField(required=False)
    unseated = forms.IntegerField(required=False)


def within(rows, scope, parts):
    """The rows of a scope, {part: day or key}, by ``parts``; parts that are empty narrow nothing."""
    for part, value in scope.items():
        if value is not None:
            rows = parts[part](rows, value)
    return rows


PARTS = {
    "on": lambda seats, day: seats.in_office(day),
    "listed": lambda seats, day: seats.listed(day),
    "term": lambda seats, key: seats.filter(term=key),
    "place": lambda seats, key: seats.working_in(Jurisdiction(pk=key)),
    "invited": lambda seats, key: seats.filter(
        participations__activity=key, participations__status__in=leave.ENTRY_EXCUSABLE
    ),
    "uncalled": lambda seats, key: seats.exclude(attendances__meeting=key),
    "kept": lambda seats, key: seats.filter(
        Q(term__jurisdiction=key) | Q(term__jurisdiction__parent=key, term__jurisdiction__level=Level.TOWN)
    ),
}
PEOPLE_PARTS = {
    "of": lambda people, key: people.filter(district=key),
    "unseated": lambda people, key: people.exclude(
        pk__in=Seat.objects.filter(term=key, status__in=SeatStatus.running).values("deputy")
    ),
}
