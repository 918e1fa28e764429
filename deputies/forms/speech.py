"""The form of a speech."""

from django import forms

from congress.fields import LONGEST_TEXT, no_phone
from congress.forms import ChineseForm
from deputies.fields import choosable
from deputies.models import Seat, Speech
from deputies.speeches import limit_sentence


LONGEST_SPEECH = 240  # minutes


class SpeechForm(ChineseForm, forms.ModelForm):
    """A speech at ``meeting``; ``seats`` are those among whom the person may choose, one is not asked for.

    ``keeps``: whether the person keeps the meeting's speeches, and so what its chair reminded of.
    """

    class Meta:
        model = Speech
        fields = ["seat", "kind", "topic", "minutes", "text", "reminded", "reminder"]
        widgets = {"text": forms.Textarea(attrs={"rows": 6, "maxlength": LONGEST_TEXT})}

    def __init__(self, *args, meeting, seats, keeps, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.meeting = meeting
        if not keeps:
            del self.fields["reminded"], self.fields["reminder"]
        for name in {"topic", "text", "reminder"} & self.fields.keys():
            self.fields[name].validators.append(no_phone)
        self.fields["minutes"].help_text = limit_sentence(meeting)
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

    def clean(self):
        cleaned = super().clean()
        if "reminder" in cleaned and cleaned["reminded"] != bool(cleaned["reminder"]):
            told = (
                "请写明主持人提醒了什么。"
                if cleaned["reminded"]
                else "写了提醒内容的，请勾选“主持人提醒过”。"
            )
            self.add_error("reminder" if cleaned["reminded"] else "reminded", told)
        return cleaned
