"""Of which congress the overdue lists tell; sent in the address."""

from django import forms

from congress.enums import Level
from congress.forms import ChineseForm
from congress.models import Jurisdiction


class OverdueForm(ChineseForm, forms.Form):
    place = forms.ModelChoiceField(
        Jurisdiction.objects.none(), label="所属人大", required=False, empty_label="全部"
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        if user.is_unit_clerk or user.jurisdiction.level in Level.local:
            del self.fields["place"]
        else:
            self.fields["place"].queryset = Jurisdiction.objects.visible_to(user).with_congress()

    @property
    def asked_place(self):
        """The congress asked for; None for all, and where the address makes no sense."""
        return self.cleaned_data.get("place") if self.is_valid() else None
