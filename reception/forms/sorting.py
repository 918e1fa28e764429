"""The matters of a reception day on one page, a line each (归纳整理, B27)."""

from django import forms

from congress.forms import ChineseForm
from reception import rules
from reception.enums import Competence, Nature, Urgency
from reception.hints import guesser
from reception.models import Opinion, OpinionCategory


class SortingLine(ChineseForm, forms.Form):
    """How one matter is sorted; a line that is not chosen is left as it is, whatever stands in it."""

    chosen = forms.BooleanField(label="这次分类", required=False)
    category = forms.TypedChoiceField(label="类别", coerce=int)
    nature = forms.ChoiceField(label="性质", choices=[("", "请选择"), *Nature.choices])
    competence = forms.ChoiceField(label="权限", choices=[("", "请选择"), *Competence.choices])
    urgency = forms.ChoiceField(label="缓急", choices=Urgency)
    unit = forms.TypedChoiceField(label="转办给", coerce=int, required=False, empty_value=None)

    def __init__(self, *args, opinion, page, **kwargs):
        """``page`` is the Sorting to which the line belongs: what all lines choose from."""
        self.opinion, self.page = opinion, page
        self.guesses = page.guess(f"{opinion.title}。{opinion.words}{opinion.wish}")
        super().__init__(*args, prefix=f"opinion{opinion.pk}", initial=self._guessed(), **kwargs)
        self.fields["category"].choices = [
            ("", "请选择"),
            *((pk, str(row)) for pk, row in page.categories.items()),
        ]
        units = [("", "先不转办"), *((pk, str(row)) for pk, row in page.units.items())]
        if unit := self.suggested_unit:
            units.remove((unit.pk, str(unit)))
            units.insert(1, (unit.pk, f"{unit}（推荐）"))
        self.fields["unit"].choices = units

    @property
    def because(self):
        """The words on which the suggestions rest."""
        guesses = [self.guesses.get("category"), *self.guesses.get("units", ())[:1]]
        return "、".join(dict.fromkeys(word for guess in guesses if guess for word in guess.words))

    @property
    def suggested_unit(self):
        """The unit that the visit's keeper, or else the words, suggest, or None. The clerk chooses it."""
        guessed = [guess.value for guess in self.guesses.get("units", ())]
        found = (pk for pk in [self.opinion.proposed_unit_id, *guessed] if pk in self.page.units)
        return self.page.units.get(next(found, None))

    def _guessed(self):
        """What stands in the fields; no unit, for what is submitted is referred to it at once."""
        opinion, guesses = self.opinion, self.guesses
        units, unit = guesses.get("units"), self.suggested_unit
        # What another unit than the place's own would handle, the district has to coordinate.
        beyond = units and (unit is None or unit.local_id != opinion.jurisdiction_id)
        return {
            "chosen": True,
            "category": opinion.category_id or _value(guesses.get("category")),
            "nature": opinion.nature or _value(guesses.get("nature")),
            "competence": opinion.competence or (Competence.DISTRICT if beyond else Competence.LOCAL),
            "urgency": opinion.urgency,
        }

    def full_clean(self):
        """Nothing is asked of a line that is not chosen."""
        super().full_clean()
        if self.is_bound and not self.cleaned_data.get("chosen"):
            self._errors.clear()

    @property
    def sorted_as(self):
        """The arguments of the triage."""
        names = ("nature", "competence", "urgency")
        return {"category": self.page.categories[self.cleaned_data["category"]]} | {
            name: self.cleaned_data[name] for name in names
        }

    @property
    def lead(self):
        """The unit to which the matter is referred at once, or None."""
        return self.page.units.get(self.cleaned_data["unit"])


class Sorting:
    """The lines of all matters of a place that wait to be sorted; reads what they share once."""

    def __init__(self, data, opinions, *, place, user):
        self.guess = guesser(place)
        self.categories = OpinionCategory.objects.filter(active=True).in_bulk()
        units = rules.units_for(user, Opinion(jurisdiction=place))
        self.units = units.in_bulk()
        self.lines = [SortingLine(data, opinion=opinion, page=self) for opinion in opinions]

    @property
    def chosen(self):
        return [line for line in self.lines if line.cleaned_data.get("chosen")]

    def is_valid(self):
        """Every line is looked at: each shows its own errors."""
        wrong = [line for line in self.lines if line.errors]
        return not wrong


def _value(guess):
    return guess.value if guess else None
