"""What the forms of the reception's steps share."""

from django import forms

from congress import clock


def past_day(label, **kwargs):
    """A day that has been: today unless something else is typed."""
    return forms.DateField(label=label, initial=clock.today, **kwargs)
