"""The form of a speech."""

from django import forms

from congress.fields import LONGEST_TEXT, no_phone
from congress.forms import ChineseForm
from deputies.fields import choosable
from deputies.models import Seat, Speech


LONGEST_SPEECH = 240  # minutes


class SpeechForm(ChineseForm, forms.ModelForm):
    """A speech at ``meeting``; ``seats`` are those among whom the person may choose, one is not asked for."""

    class Meta:
        model = Speech
        fields = ["seat", "kind", "topic", "minutes", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 6, "maxlength": LONGEST_TEXT})}

    def __init__(self, *args, meeting, seats, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.meeting = meeting
        for name in ("topic", "text"):
            self.fields[name].validators.append(no_phone)
        if len(seats) == 1:
            del self.fields["seat"]
            self.instance.seat = seats[0]
        else:
            self.fields["seat"].queryset = choosable(Seat.objects.filter(pk__in=[seat.pk for seat in seats]))

    def clean_minutes(self):
        minutes = self.cleaned_data["minutes"]
        if minutes is not None and not 0 < minutes <= LONGEST_SPEECH:
            raise forms.ValidationError(f"发言时长应在1至{LONGEST_SPEECH}分钟之间，请核对。")
        return minutes
