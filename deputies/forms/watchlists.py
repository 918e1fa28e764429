"""The days over which it is asked who takes little part."""

from django import forms

from congress import clock
from congress.forms import ChineseForm
from congress.plausible import check_near


REACH = 6  # years: a term and what is before it


class PeriodForm(ChineseForm, forms.Form):
    """From the first day to the last, both included; sent in the address."""

    first = forms.DateField(label="从")
    last = forms.DateField(label="到")

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("first"), cleaned.get("last")
        if first:
            check_near("first", "开始的日期", first, years=REACH)
        if last and last > clock.today():
            self.add_error("last", "最后一天不能在今天以后。")
        elif first and last and last < first:
            self.add_error("last", "最后一天早于第一天，请改正。")
        return cleaned
