"""Choosing deputies in a form."""

from django import forms
from django.db.models import Prefetch

from deputies.models import Seat
from deputies.models.seat import naming


class SeatSearch:
    """A select that is searched by characters, full pinyin or initials: options carry the search text."""

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if value:
            option["attrs"]["data-search"] = value.instance.deputy.search_text
        return option


class SeatSelect(SeatSearch, forms.Select):
    pass


class SeatSelectMultiple(SeatSearch, forms.SelectMultiple):
    pass


class SeatField(forms.ModelChoiceField):
    """One deputy; takes its choices from :func:`choosable`."""

    widget = SeatSelect


class SeatsField(forms.ModelMultipleChoiceField):
    """Several deputies; take its choices from :func:`choosable`."""

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
