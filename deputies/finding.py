"""Which seats a form offers, told in an address: a field of many seats asks for those that match.

The form and the address mean the same seats, so that what was found can be chosen.
"""

from django import forms

from congress.models import Jurisdiction
from deputies import leave


class ScopeForm(forms.Form):
    """The scope as it stands in an address; each part narrows the seats.

    ``on``: held on the day; ``listed``: on the roster of the day; ``term``, ``place``: of that term, of that
    area; ``invited``: who may ask leave from the activity; ``uncalled``: not yet on the roll of the meeting.
    """

    on = forms.DateField(required=False)
    listed = forms.DateField(required=False)
    term = forms.IntegerField(required=False)
    place = forms.IntegerField(required=False)
    invited = forms.IntegerField(required=False)
    uncalled = forms.IntegerField(required=False)


def within(seats, scope):
    """The seats of a scope, {part: day or key}; parts that are empty narrow nothing."""
    for part, value in scope.items():
        if value is not None:
            seats = PARTS[part](seats, value)
    return seats


PARTS = {
    "on": lambda seats, day: seats.in_office(day),
    "listed": lambda seats, day: seats.listed(day),
    "term": lambda seats, key: seats.filter(term=key),
    "place": lambda seats, key: seats.working_in(Jurisdiction(pk=key)),
    "invited": lambda seats, key: seats.filter(
        participations__activity=key, participations__status__in=leave.ENTRY_EXCUSABLE
    ),
    "uncalled": lambda seats, key: seats.exclude(attendances__meeting=key),
}
