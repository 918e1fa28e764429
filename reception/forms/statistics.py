"""Of which time and place the statistics tell; sent in the address."""

from django import forms
from django.db.models import Min

from congress.enums import Level
from congress.models import Jurisdiction
from congress.statistics.form import PeriodForm
from reception.models import Opinion
from reception.statistics import Question


class StatisticsForm(PeriodForm):
    town = forms.ModelChoiceField(
        Jurisdiction.objects.none(), label="镇街", required=False, empty_label="全部镇街"
    )
    compare = forms.ChoiceField(
        label="对比", choices=[("", "不对比"), ("before", "上年同期")], required=False
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        if user.jurisdiction.level in Level.local:
            del self.fields["town"]
        else:
            self.fields["town"].queryset = Jurisdiction.objects.visible_to(user)

    def first_day(self):
        seen = Opinion.objects.visible_to(self.user).registered()
        return seen.aggregate(first=Min("received_on"))["first"]

    def question(self):
        """What is asked; of this year where the address makes no sense, and the form tells why."""
        asked = self.cleaned_data if self.is_valid() else {}
        return Question(self.user, self.period, asked.get("town"))

    @property
    def compared(self):
        """Whether the same time a year before is told as well."""
        return self.is_valid() and bool(self.cleaned_data["compare"])
