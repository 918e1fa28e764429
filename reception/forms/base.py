"""What the forms of the reception's steps share."""

from django import forms

from congress import clock
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
    note = forms.CharField(
        label="说明", required=False, widget=forms.Textarea(attrs={"rows": 2}), help_text="可以不填。"
    )


def text(label, rows=3, **kwargs):
    """A text of several lines."""
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


def reason_form(label, hint="", field="note", base=RecordForm):
    """The form of a step that takes one text, named as the step calls it."""
    return type("ReasonForm", (base,), {field: text(label, help_text=hint)})


def past_day(label, **kwargs):
    """A day that has been: today unless something else is typed."""
    return forms.DateField(label=label, initial=clock.today, **kwargs)
