"""Which ledger of proposals is exported."""

from django import forms

from congress import clock
from congress.figures.figure import FIRST_YEAR
from congress.forms import ChineseForm


class LedgerForm(ChineseForm, forms.Form):
    year = forms.IntegerField(
        label="年度", min_value=FIRST_YEAR, help_text="按交办日期；还没有交办的按受理日期。"
    )
    public_only = forms.BooleanField(
        label="不含代表要求不公开的", required=False, help_text="要给机关以外的人看的，请勾选。"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].initial = clock.today().year
