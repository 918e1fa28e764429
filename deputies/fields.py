"""Choosing deputies in a form."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Prefetch
from django.template.loader import render_to_string
from django.urls import reverse

from congress.search import MOST_CHARACTERS
from deputies import finding
from deputies.models import Seat
from deputies.models.seat import naming


# A form that offers more seats than this holds those chosen alone: the rest are asked for.
MOST_OFFERED = 100


class SeatSearch:
    """A select that is searched by characters, full pinyin or initials: options carry the search text.

    With a ``scope`` (``deputies/finding.py``) a long one is not written out; the page's script asks
    ``finder`` for the rows that match. Without script the form itself is sent with a word, and comes back
    with the rows ``found``.
    """

    scope = None
    finder = "deputies:seat_find"
    words = ""
    found = ()
    is_long = False

    def value_from_datadict(self, data, files, name):
        self.words = data.get(f"{name}-words", "").replace("\0", "").strip()[:MOST_CHARACTERS]
        return super().value_from_datadict(data, files, name)

    def render(self, name, value, attrs=None, renderer=None):
        written = super().render(name, value, attrs, renderer)
        if not self.is_long:
            return written
        return written + render_to_string("deputies/_finder.html", {"name": name, "most": MOST_CHARACTERS})

    def get_context(self, name, value, attrs):
        if self.scope is None:
            return super().get_context(name, value, attrs)
        offered = self.choices
        rows = list(offered.queryset[: MOST_OFFERED + 1])
        self.is_long = len(rows) > MOST_OFFERED
        if self.is_long:
            attrs = {**(attrs or {}), "data-find": reverse(self.finder, query=self.scope)}
            chosen = [key for key in self.format_value(value) if key.isdecimal()]
            rows = list(offered.queryset.filter(pk__in=chosen))
            rows += [row for row in self.found if row not in rows]
        nobody = offered.field.empty_label
        self.choices = [*([("", nobody)] if nobody else []), *map(offered.choice, rows)]
        try:
            return super().get_context(name, value, attrs)
        finally:
            self.choices = offered

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if value:
            option["attrs"]["data-search"] = self.person_of(value.instance).search_text
        return option

    @staticmethod
    def person_of(seat):
        return seat.deputy


class SeatSelect(SeatSearch, forms.Select):
    pass


class SeatSelectMultiple(SeatSearch, forms.SelectMultiple):
    pass


class Searched:
    """A field whose form was sent to search a name: it says what was found, and keeps what was chosen."""

    def clean(self, value):
        # A short list shown with boxes has no search.
        words = getattr(self.widget, "words", "")
        if not words:
            return super().clean(value)
        found = list(self.queryset.search(words)[: MOST_OFFERED + 1])
        self.widget.found = found[:MOST_OFFERED]
        if not found:
            raise ValidationError(f"没有找到与“{words}”相符的代表，请换一个字，或者写全姓名。")
        if len(found) > MOST_OFFERED:
            raise ValidationError(f"与“{words}”相符的代表超过{MOST_OFFERED}名，请把姓名写全一些再查找。")
        raise ValidationError(f"按“{words}”找到{len(found)}名代表，请在选择框里选定后再提交。")


class Offering(Searched):
    """A field of seats: takes them as a ``queryset`` of :func:`choosable`, or many by :meth:`offer`."""

    def offer(self, seats, **scope):
        """Let those of ``seats`` be chosen that lie in the scope; ``seats`` are at most those in sight."""
        self.queryset = choosable(finding.within(seats, scope, finding.PARTS))
        self.widget.scope = scope


class SeatField(Offering, forms.ModelChoiceField):
    """One deputy."""

    widget = SeatSelect


class SeatsField(Offering, forms.ModelMultipleChoiceField):
    """Several deputies."""

    widget = SeatSelectMultiple


class DeputySelect(SeatSearch, forms.Select):
    """The same for persons."""

    finder = "deputies:deputy_find"

    @staticmethod
    def person_of(deputy):
        return deputy


class DeputyField(Searched, forms.ModelChoiceField):
    """One person, of those that :meth:`offer` lets be chosen."""

    widget = DeputySelect

    def offer(self, people, **scope):
        """Let those of ``people`` be chosen that lie in the scope; ``people`` are at most those in sight."""
        self.queryset = choosable_people(finding.within(people, scope, finding.PEOPLE_PARTS))
        self.widget.scope = scope

    def label_from_instance(self, deputy):
        return told_apart(deputy)


def choosable(seats):
    """The seats in stroke order, with what their names need; homonyms differ by constituency."""
    return seats.select_related(*naming()).in_stroke_order()


def choosable_people(people):
    """The persons in stroke order, with what :func:`told_apart` reads."""
    seats = Prefetch("seats", queryset=Seat.objects.select_related(*naming()))
    return people.prefetch_related(seats, "higher_seats").in_stroke_order()


def told_apart(deputy):
    """The name with congress and constituency; who never sat in a congress here, by what he is elsewhere."""
    if deputy.seats.all():
        return deputy.placed
    told = [str(seat) for seat in deputy.higher_seats.all()] or [deputy.position]
    return f"{deputy.name}（{'、'.join(told)}）" if any(told) else deputy.name
