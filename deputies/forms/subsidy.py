"""Forms of the ledger of subsidies."""

from django import forms

from congress import clock
from congress.fields import line
from congress.forms import ChineseForm
from congress.models import Jurisdiction
from deputies.filters import years
from deputies.forms.seat import past_day


class LedgerForm(ChineseForm, forms.Form):
    """Which congress, which year; sent in the address."""

    place = forms.ModelChoiceField(
        Jurisdiction.objects.none(), label="人大", empty_label=None, required=False
    )
    year = forms.TypedChoiceField(label="年度", coerce=int, required=False, empty_value=None)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = Jurisdiction.objects.visible_to(user).with_congress()
        self.fields["year"].choices = years()


class PayForm(ChineseForm, forms.Form):
    """Who was paid, and when. ``lines`` are those of the ledger that can be."""

    shown = forms.MultipleChoiceField(
        label="本次发放给",
        widget=forms.MultipleHiddenInput,
        error_messages={
            "required": "请在上面勾选本次发放的代表。",
            "invalid_choice": "天数刚有变化，请看最新的数字，核对后再登记。",
        },
    )
    paid_on = past_day("发放日期", initial=clock.today)
    note = line("说明", max_length=100, required=False, help_text="如凭证号；可以不填。")

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["shown"].choices = [(one.shown, one.seat.called) for one in lines]


class ReverseForm(ChineseForm, forms.Form):
    """Why a payment is struck, and when."""

    paid_on = past_day("冲销日期", initial=clock.today)
    note = line("冲销的理由", max_length=100)
