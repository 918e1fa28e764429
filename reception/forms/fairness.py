"""Whose turns are counted, and since when; sent in the address."""

from django import forms

from congress import clock
from congress.calendar import chinese_date
from congress.figures.figure import FIRST_YEAR
from congress.forms import ChineseForm
from congress.models import Jurisdiction
from deputies.models import Station
from reception.fairness import year_begin


class FairnessForm(ChineseForm, forms.Form):
    """A place, or one station of it; a deputy asks about himself, since when only."""

    place = forms.ModelChoiceField(label="镇街", queryset=Jurisdiction.objects.none(), empty_label="请选择")
    station = forms.ModelChoiceField(
        label="站点", queryset=Station.objects.none(), required=False, empty_label="全部站点"
    )
    since = forms.DateField(label="从哪天起")

    def __init__(self, data, *, user):
        given = {name: value for name, value in data.items() if value}
        super().__init__({"since": year_begin().isoformat()} | given)
        if user.is_deputy:
            del self.fields["place"], self.fields["station"]
            return
        places = Jurisdiction.objects.visible_to(user).local()
        self.fields["place"].queryset = places
        self.fields["station"].queryset = Station.objects.visible_to(user).filter(jurisdiction__in=places)
        if len(places) == 1:
            self.data["place"] = str(places[0].pk)

    @property
    def asked(self):
        """Whether it is said whose turns: an address may say nothing yet."""
        return "place" not in self.fields or bool(self.data.get("place"))

    def clean_since(self):
        since = self.cleaned_data["since"]
        if since.year < FIRST_YEAR:
            raise forms.ValidationError(f"不能早于{FIRST_YEAR}年，请核对年份。")
        if since > clock.today():
            raise forms.ValidationError(f"不能晚于今天（{chinese_date(clock.today())}），请改正。")
        return since

    def clean(self):
        data = super().clean()
        place, station = data.get("place"), data.get("station")
        if place and station and station.jurisdiction_id != place.pk:
            self.add_error("station", f"这个站点不在{place}，请改选。")
        return data
