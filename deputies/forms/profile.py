"""The forms of a place's figures, and of the day on which a congress is looked at."""

from django import forms

from congress.forms import ChineseForm
from congress.models import Jurisdiction, Profile
from congress.plausible import check_near


REACH = 100  # years


class ProfileForm(ChineseForm, forms.ModelForm):
    """The figures of a place as they stood on a day (domain.md B41)."""

    class Meta:
        model = Profile
        fields = ["as_of", "villages", "villager_groups", "households", "population", "voters", "source"]
        help_texts = {
            "as_of": "数字统计到哪一天；报告引用时写明这一天。",
            "population": "填人数，不填万人。",
            "source": "如：统计年报、选民登记。",
        }

    def _get_validation_exclusions(self):
        """The place is no field, and yet it has one such day only."""
        return super()._get_validation_exclusions() - {"jurisdiction"}


class CompositionForm(ChineseForm, forms.Form):
    """Which congress, on which day; sent in the address."""

    place = forms.ModelChoiceField(
        Jurisdiction.objects.none(), label="人大", empty_label=None, required=False
    )
    on = forms.DateField(label="截至哪一天", required=False)

    def __init__(self, *args, user, one=True, **kwargs):
        super().__init__(*args, **kwargs)
        if one:
            own = Jurisdiction.objects.filter(pk=user.jurisdiction_id)
            self.fields["place"].queryset = own | Jurisdiction.objects.visible_to(user).with_congress()
        else:
            del self.fields["place"]
            self.fields["by"] = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self):
        cleaned = super().clean()
        if day := cleaned.get("on"):
            check_near("on", "截至哪一天", day, years=REACH)
        return cleaned
