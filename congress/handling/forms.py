"""What the forms of units' replies have in common."""

from django import forms

from congress.fields import text


class PromisingForm(forms.Form):
    """What a reply promises to do later; a mixin for the form of a reply."""

    promised = text(
        "承诺事项",
        required=False,
        max_length=1000,
        help_text="答复里承诺以后办成的，写明办成什么；记入承诺事项台账，每季度报告进展。",
    )
    promise_due_on = forms.DateField(label="承诺完成时限", required=False)
