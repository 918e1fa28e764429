"""What is asked before a paper is printed."""

from django import forms

from congress import clock
from congress.forms import ChineseForm


class CertificateForm(ChineseForm, forms.Form):
    """The employer, and the days for which the deputy's attendance is certified."""

    employer = forms.CharField(label="所在单位", max_length=60, help_text="写单位全称，印在证明的抬头。")
    first = forms.DateField(label="从")
    last = forms.DateField(label="到")

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("first"), cleaned.get("last")
        if last and last > clock.today():
            self.add_error("last", "最后一天不能在今天以后：还没有开的会议、没有办的活动不能证明。")
        elif first and last and last < first:
            self.add_error("last", "最后一天早于第一天，请改正。")
        return cleaned
