"""What nobody should type into a form, for each of its fields."""

from django import forms


# Of a list of choices none; of a text what no database takes, and more than anybody reads.
CHOICE, LONG, NUL = "999999999", "长" * 6000, "坏\x00字"


def typed(form, text):
    """Garbage for each field of a form, ``text`` where text is asked for."""
    garbage = {}
    for name, field in form.fields.items():
        if isinstance(field, (forms.ModelMultipleChoiceField, forms.MultipleChoiceField)):
            garbage[name] = [CHOICE, "\x00"]
        elif isinstance(field, (forms.ModelChoiceField, forms.ChoiceField)):
            garbage[name] = "\x00" if text == NUL else CHOICE
        elif isinstance(field, (forms.DateField, forms.TimeField, forms.IntegerField)):
            garbage[name] = "昨天"
        elif not isinstance(field, forms.BooleanField):
            garbage[name] = text
    return garbage
