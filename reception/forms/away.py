"""Days on which a deputy cannot sit."""

from django import forms

from congress import clock
from congress.fields import line
from congress.forms import ChineseForm
from congress.plausible import check_near
from deputies.fields import SeatField
from deputies.models import Seat


class AwayForm(ChineseForm, forms.Form):
    """From when to when; staff say of whom, a deputy speaks of himself."""

    seat = SeatField(Seat.objects.none(), label="代表", empty_label="请选择")
    starts_on = forms.DateField(label="从哪天")
    ends_on = forms.DateField(label="到哪天", required=False, help_text="只有一天的不填。")
    reason = line("原因", max_length=200, required=False, help_text="可以不填。")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        if user.is_deputy:
            del self.fields["seat"]
        else:
            here = Seat.objects.visible_to(user).working_in(user.jurisdiction)
            self.fields["seat"].offer(here, on=clock.today())

    def clean(self):
        data = super().clean()
        first = data.get("starts_on")
        last = data["ends_on"] = data.get("ends_on") or first
        if first and last:
            check_near("ends_on", "结束的日子", last, years=2)
            if last < first:
                self.add_error("ends_on", "结束的日子不能早于开始的日子。")
            elif last < clock.today():
                self.add_error("starts_on", "这些日子已经过去，不用登记。")
        return data
