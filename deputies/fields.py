"""Choosing deputies in a form."""

from django import forms
from django.db.models import Prefetch
from django.urls import reverse

from deputies import finding
from deputies.models import Seat
from deputies.models.seat import naming


# A form that offers more seats than this holds those chosen alone: the rest are asked for.
MOST_OFFERED = 100


class SeatSearch:
    """A select that is searched by characters, full pinyin or initials: options carry the search text.

    With a ``scope`` (``deputies/finding.py``) a long one is not written out; the page's script asks for the
    seats that match. Without script an office with few deputies loses nothing.
    """

    scope = None

    def get_context(self, name, value, attrs):
        if self.scope is None:
            return super().get_context(name, value, attrs)
        offered = self.choices
        rows = list(offered.queryset[: MOST_OFFERED + 1])
        if len(rows) > MOST_OFFERED:
            attrs = {**(attrs or {}), "data-find": reverse("deputies:seat_find", query=self.scope)}
            chosen = [key for key in self.format_value(value) if key.isdecimal()]
            rows = offered.queryset.filter(pk__in=chosen)
        nobody = offered.field.empty_label
        self.choices = [*([("", nobody)] if nobody else []), *map(offered.choice, rows)]
        try:
            return super().get_context(name, value, attrs)
        finally:
            self.choices = offered

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if value:
            option["attrs"]["data-search"] = value.instance.deputy.search_text
        return option


class SeatSelect(SeatSearch, forms.Select):
    pass


class SeatSelectMultiple(SeatSearch, forms.SelectMultiple):
    pass


class Offering:
    """A field of seats: takes them as a ``queryset`` of :func:`choosable`, or many by :meth:`offer`."""

    def offer(self, seats, **scope):
        """Let those of ``seats`` be chosen that lie in the scope; ``seats`` are at most those in sight."""
        self.queryset = choosable(finding.within(seats, scope))
        self.widget.scope = scope


class SeatField(Offering, forms.ModelChoiceField):
    """One deputy."""

    widget = SeatSelect


class SeatsField(Offering, forms.ModelMultipleChoiceField):
    """Several deputies."""

    widget = SeatSelectMultiple


class DeputySelect(forms.Select):
    """A select that is searched as :class:`SeatSelectMultiple`."""

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if value:
            option["attrs"]["data-search"] = value.instance.search_text
        return option


class DeputyField(forms.ModelChoiceField):
    """One person; homonyms differ by congress and constituency."""

    widget = DeputySelect

    def _set_queryset(self, queryset):
        seats = Seat.objects.select_related("term__jurisdiction", "constituency")
        people = queryset.prefetch_related(Prefetch("seats", queryset=seats))
        super()._set_queryset(people.in_stroke_order())

    queryset = property(forms.ModelChoiceField._get_queryset, _set_queryset)

    def label_from_instance(self, deputy):
        return deputy.placed


def choosable(seats):
    """The seats in stroke order, with what their names need; homonyms differ by constituency."""
    return seats.select_related(*naming()).in_stroke_order()
