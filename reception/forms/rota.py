"""What staff fill in to have a rota drawn up, and the rota itself, day by day."""

from datetime import date, timedelta

from django import forms
from django.db.models import Q
from django.urls import reverse

from congress import clock
from congress.forms import ChineseForm
from congress.models import Jurisdiction
from congress.models.office_rules import rules_for
from deputies.fields import MOST_OFFERED
from deputies.models import Constituency, Station
from reception.forms.leaders import LeadersField
from reception.rostering import Plan
from reception.rules import places_for


LONGEST = timedelta(days=400)


class RotaPlanForm(ChineseForm, forms.Form):
    """Which period, among whom; sent by GET, so that its address is the rota's."""

    jurisdiction = forms.ModelChoiceField(
        label="镇街", queryset=Jurisdiction.objects.none(), empty_label="请选择"
    )
    first = forms.DateField(label="从哪天起")
    last = forms.DateField(label="到哪天止")
    station = forms.ModelChoiceField(
        label="站点",
        queryset=Station.objects.none(),
        required=False,
        empty_label="不限站点，本镇街全部代表轮流",
        help_text="选了站点的，只排这个站点的接待日，由进站代表轮流。",
    )
    constituencies = forms.ModelMultipleChoiceField(
        label="只由这些选区的代表轮流",
        queryset=Constituency.objects.none(),
        required=False,
        help_text="不选的不限选区。",
    )
    per_day = forms.IntegerField(label="每次几名代表", min_value=1, max_value=20, initial=2)
    anew = forms.BooleanField(
        label="已排班、还没有公告的也重新排", required=False, help_text="不勾选的，只排还没有排班的日子。"
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["jurisdiction"].queryset = places = places_for(user)
        self.fields["station"].queryset = Station.objects.visible_to(user).filter(jurisdiction__in=places)
        here = Constituency.objects.visible_to(user).filter(Q(jurisdiction__in=places) | Q(town__in=places))
        self.fields["constituencies"].queryset = here.standing(clock.today()).select_related("jurisdiction")
        today = clock.today()
        self.initial = {"first": today, "last": date(today.year, 12, 31), "per_day": 2, **self.initial}
        if len(places) == 1:
            self.initial.setdefault("jurisdiction", places[0].pk)

    def clean(self):
        data = super().clean()
        first, last = data.get("first"), data.get("last")
        if first and first < clock.today():
            self.add_error("first", "只能排今天以后的接待日。")
        if first and last and not timedelta(0) <= last - first <= LONGEST:
            self.add_error("last", "应在开始的日子之后，最多排一年。")
        place, station = data.get("jurisdiction"), data.get("station")
        if station and place and station.jurisdiction_id != place.pk:
            self.add_error("station", f"这个站点不在{place}，请改选。")
        return data

    def plan(self):
        data = dict(self.cleaned_data)
        least = rules_for(data["jurisdiction"]).receptions_per_year
        return Plan(**data | {"constituencies": tuple(data["constituencies"]), "least": least})


class DeputiesSelect(forms.SelectMultiple):
    """A select of :class:`DeputiesField`, searched as that of deputies elsewhere."""

    people = None

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        option["attrs"]["data-search"] = self.people[value].deputy.search_text
        return option


class DeputiesField(forms.MultipleChoiceField):
    """Some of ``people`` {key as text: seat}, which many fields share; cleaned to keys of deputies.

    Where they are many, only those chosen are written out and the rest are asked for as they are typed.
    """

    widget = DeputiesSelect

    def __init__(self, *, people, choices, scope, **kwargs):
        super().__init__(choices=choices, required=False, **kwargs)
        self.people = self.widget.people = people
        if len(people) > MOST_OFFERED:
            self.widget.attrs["data-find"] = reverse("deputies:seat_find", query=scope)

    def valid_value(self, value):
        return value in self.people

    def clean(self, value):
        return list(dict.fromkeys(self.people[key].deputy_id for key in super().clean(value)))


class RotasForm(ChineseForm, forms.Form):
    """The rota of a period by hand: for each day of the draft its deputies and the leaders who sit in."""

    def __init__(self, *args, draft, sitting, **kwargs):
        super().__init__(*args, **kwargs)
        self.draft = draft
        people = {str(seat.pk): seat for seats in draft.people.values() for seat in seats}
        self.first_seats = {key: str(seats[0].pk) for key, seats in draft.people.items()}
        for day in draft.days:
            chosen = [self.first_seats[key] for key in sitting.get(day.pk, ()) if key in self.first_seats]
            self.fields[f"day_{day.pk}"] = DeputiesField(
                label=f"{day}的代表",
                people=people,
                choices=self._choices(day, people, chosen),
                scope={"place": draft.plan.jurisdiction.pk, "on": day.date.isoformat()},
                initial=chosen,
            )
            self.fields[f"day_{day.pk}"].widget.attrs["class"] = "form-select"
            written = LeadersField.written(day.leaders.all())
            self.fields[f"lead_{day.pk}"] = LeadersField(label=f"{day}的带班领导", initial=written)
            self.fields[f"lead_{day.pk}"].widget.attrs["class"] = "form-control"

    def _choices(self, day, people, chosen):
        """One seat a person; where they are many, who is chosen."""
        if len(people) <= MOST_OFFERED:
            return [(key, people[key].called) for key in self.first_seats.values()]
        asked = self.data.getlist(f"day_{day.pk}") if self.is_bound else chosen
        return [(key, people[key].called) for key in asked if key in people]

    @property
    def lines(self):
        """(day, field of deputies, field of leaders)."""
        return [(day, self[f"day_{day.pk}"], self[f"lead_{day.pk}"]) for day in self.draft.days]

    @property
    def sitting(self):
        """{key of the day: keys of deputies} as typed."""
        return {day.pk: tuple(self.cleaned_data.get(f"day_{day.pk}", ())) for day in self.draft.days}

    @property
    def leaders(self):
        """{key of the day: [(name, post)]} as typed."""
        return {day.pk: self.cleaned_data.get(f"lead_{day.pk}", []) for day in self.draft.days}
