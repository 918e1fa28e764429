"""What the forms of the reception's steps share."""

from django import forms

from congress import clock
from congress.fields import LONGEST_NOTE, text
from congress.forms import ChineseForm


class RecordForm(ChineseForm, forms.Form):
    """The form of a step that knows the record it is ``about`` and the person who fills it in."""

    def __init__(self, *args, about, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.record = about
        self.user = user
        self.prepare()

    def prepare(self):
        """Set choices and initial values that depend on the record."""


class NoteForm(RecordForm):
    note = text("说明", rows=2, max_length=LONGEST_NOTE, required=False, help_text="可以不填。")


def reason_form(label, hint="", field="note", base=RecordForm):
    """The form of a step that takes one text, named as the step calls it."""
    return type("ReasonForm", (base,), {field: text(label, max_length=LONGEST_NOTE, help_text=hint)})


def past_day(label, **kwargs):
    """A day that has been: today unless something else is typed."""
    return forms.DateField(label=label, initial=clock.today, **kwargs)
