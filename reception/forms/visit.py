"""Taking down a visit: who came, how, and with which matters."""

from contextlib import suppress

from django import forms
from django.db.models import Q

from congress import clock
from congress.fields import line
from congress.forms import ChineseForm
from congress.models import Jurisdiction
from congress.steps import add_errors
from deputies.fields import SeatsField
from deputies.models import Constituency, Seat
from reception import rules
from reception.enums import Channel
from reception.forms.base import past_day
from reception.forms.channel import OWN_FIELDS, way_of
from reception.forms.matter import MatterFormSet
from reception.forms.visitor import VisitorForm
from reception.intake import check_when, refusal_of_title
from reception.models import Visitor


class VisitForm(ChineseForm, forms.Form):
    """How and where the visitor came. On a reception day the day says most of it."""

    jurisdiction = forms.ModelChoiceField(
        label="镇街", queryset=Jurisdiction.objects.none(), empty_label="请选择"
    )
    channel = forms.ChoiceField(label="渠道")
    date = past_day("日期")
    deputies = SeatsField(
        Seat.objects.none(), label="接待代表", required=False, help_text="可用汉字、拼音查找。"
    )
    constituency = forms.ModelChoiceField(
        label="来访人所在选区", queryset=Constituency.objects.none(), required=False, empty_label="不清楚"
    )
    party_size = forms.IntegerField(label="来访人数", initial=1, min_value=1, max_value=999)
    occasion = line("座谈会名称", max_length=100, required=False)
    place = line("地点", max_length=100, required=False)
    written_on = forms.DateField(label="信上落款日期", required=False, help_text="没有落款的不填。")
    opened_by = line("开箱人", max_length=100, required=False, help_text="几个人一起开箱的都写上。")

    def __init__(self, *args, user, day=None, **kwargs):
        super().__init__(*args, **kwargs)
        places = [day.jurisdiction] if day else list(rules.places_for(user).select_related("parent"))
        self.town = places[0] if len(places) == 1 else None
        self.fields["jurisdiction"].queryset = rules.places_for(user)
        self.fields["channel"].choices = [c for c in Channel.choices if c[0] != Channel.RECEPTION]
        self._offer_people(user, places, day)
        if self.town:
            del self.fields["jurisdiction"]
        if day:
            for name in ("channel", "date", *OWN_FIELDS):
                del self.fields[name]
        if user.is_deputy:
            del self.fields["deputies"], self.fields["constituency"]
        self._label()

    @property
    def way(self):
        """What the channel asks for that was typed, or stands there first."""
        return way_of(self["channel"].value() if "channel" in self.fields else Channel.RECEPTION)

    @property
    def own_fields(self):
        return [self[name] for name in OWN_FIELDS if name in self.fields]

    def _label(self):
        """Call the fields by what they are in the channel."""
        for name, label in self.way.labels.items():
            if name in self.fields:
                self.fields[name].label = label

    def clean(self):
        """Of the fields of single channels only the chosen one's are kept, and asked for."""
        data = super().clean()
        for name in OWN_FIELDS:
            if name not in self.fields:
                continue
            if name not in self.way.labels:
                data[name] = None if name == "written_on" else ""
                self.errors.pop(name, None)
            elif name in self.way.needs and not data.get(name) and name not in self.errors:
                self.add_error(name, f"请填写{self.fields[name].label}。")
        if (written := data.get("written_on")) and data.get("date") and written > data["date"]:
            self.add_error("written_on", "信上落款日期晚于收信日期，请核对。")
        return data

    def _offer_people(self, user, places, day):
        if day:
            scope = {"on": day.date, "place": day.jurisdiction_id}
            self.initial.setdefault("deputies", [slot.seat_id for slot in day.slots.all()])
        else:
            scope = {"listed": self._date()}
        self.fields["deputies"].offer(Seat.objects.visible_to(user), **scope)
        here = Q(jurisdiction__in=places) | Q(town__in=places)
        self.fields["constituency"].queryset = Constituency.objects.filter(here)

    def _date(self):
        """The day that was typed, today without one: who has left since may have received the visitor."""
        with suppress(forms.ValidationError):
            return self.fields["date"].clean(self["date"].data)
        return clock.today()


class Registration:
    """The three parts of the page; they are valid together or nothing is saved."""

    def __init__(self, data=None, *, user, day=None, initial=None):
        self.day, self.user = day, user
        self.visit = VisitForm(data, prefix="visit", user=user, day=day, initial=initial)
        self.visitor = VisitorForm(data, prefix="visitor", user=user, kind=self.visit.way.kind)
        self.matters = MatterFormSet(data, prefix="matters", form_kwargs={"user": user})

    def is_valid(self):
        """Ask every part everything, so that all errors are told at once."""
        parts = [part.is_valid() for part in (self.visit, self.visitor, self.matters)]
        checks = (self._visit_was_possible(), self._titles_keep_the_name(), self._visitor_was_told())
        return all(parts) and all(checks)

    def _visit_was_possible(self):
        """Whether date and deputies go together; judged as soon as place and date can be read."""
        found = self.visit.cleaned_data
        place, date = self.visit.town or found.get("jurisdiction"), found.get("date")
        if self.day or not (place and date):
            return True
        try:
            check_when(self.user, place, date, found.get("deputies", ()))
        except forms.ValidationError as error:
            add_errors(self.visit, error)
            return False
        return True

    def _visitor_was_told(self):
        channel = Channel.RECEPTION if self.day else self.visit.cleaned_data.get("channel")
        if not self.visitor.must_be_told(channel) or self.visitor.cleaned_data.get("consented"):
            return True
        self.visitor.add_error("consented", "请先向来访人说明个人信息的用途，再勾选。")
        return False

    def _titles_keep_the_name(self):
        """Whether no title tells who came; one that does is told in its field."""
        who = self.visitor.cleaned_data
        visitor = Visitor(kind=who.get("kind", ""), name=who.get("name", ""))
        told = [refusal_of_title(visitor, form.cleaned_data.get("title", "")) for form in self.matters]
        for form, sentence in zip(self.matters, told, strict=True):
            if sentence:
                form.add_error("title", sentence)
        return not any(told)

    @property
    def forms(self):
        return [self.visit, self.visitor, *self.matters]

    @property
    def told(self):
        """The errors for the summary: [(the matter, as 第2件, where there are several; form)]."""
        several = len(self.matters.forms) > 1
        rows = [(f"第{place}件" if several else "", form) for place, form in enumerate(self.matters, 1)]
        return [("", self.visit), ("", self.visitor), *rows]

    @property
    def count_errors(self):
        """How many matters there may be; a row that says itself what it lacks needs no sentence more."""
        return [] if any(form.errors for form in self.matters) else self.matters.non_form_errors()

    @property
    def failed(self):
        """Whether something is to be corrected; errors of the models may have been added since."""
        return any(form.errors for form in self.forms) or bool(self.matters.non_form_errors())

    @property
    def jurisdiction(self):
        return self.visit.town or self.visit.cleaned_data["jurisdiction"]

    @property
    def visitor_data(self):
        return self.visitor.cleaned_data

    @property
    def visit_data(self):
        data = self.visit.cleaned_data
        return {
            "day": self.day,
            "channel": data.get("channel", Channel.RECEPTION),
            "date": self.day.date if self.day else data["date"],
            "party_size": data["party_size"],
            "deputies": data.get("deputies", ()),
            **{name: data[name] for name in OWN_FIELDS if name in data},
        }

    @property
    def opinions(self):
        """The matters as fields of opinions."""
        constituency = self.visit.cleaned_data.get("constituency")
        return [{"constituency": constituency, **form.opinion_data} for form in self.matters]
