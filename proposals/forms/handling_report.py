"""Beginning a yearly report, and writing its opening and closing."""

from django import forms

from congress import clock
from congress.forms import ChineseForm
from congress.models import Jurisdiction
from proposals.models import HandlingReport


class ReportPeriodForm(ChineseForm, forms.Form):
    """Of which congress and which days."""

    jurisdiction = forms.ModelChoiceField(label="所属人大", queryset=None, empty_label=None)
    starts_on = forms.DateField(label="从")
    ends_on = forms.DateField(label="到", help_text="按受理日期统计。")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        places = Jurisdiction.objects.within(user.jurisdiction).with_congress()
        self.fields["jurisdiction"].queryset = places
        self.fields["jurisdiction"].initial = user.jurisdiction_id
        year = clock.today().year
        self.fields["starts_on"].initial = f"{year}-01-01"
        self.fields["ends_on"].initial = f"{year}-12-31"

    def clean(self):
        data = super().clean()
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "结束日期不能早于开始日期。")
        return data


class ReportTextForm(ChineseForm, forms.ModelForm):
    class Meta:
        model = HandlingReport
        fields = ["opening", "closing"]
        widgets = {"opening": forms.Textarea({"rows": 5}), "closing": forms.Textarea({"rows": 10})}
