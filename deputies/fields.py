"""Choosing deputies in a form."""

from django import forms


class SeatSelectMultiple(forms.SelectMultiple):
    """A select that is searched by characters, full pinyin or initials: options carry the search text."""

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        option["attrs"]["data-search"] = value.instance.deputy.search_text
        return option


class SeatsField(forms.ModelMultipleChoiceField):
    """Several deputies; take its choices from :func:`choosable`."""

    widget = SeatSelectMultiple


def choosable(seats):
    """The seats in stroke order, with what their names need; homonyms differ by constituency."""
    return seats.select_related("deputy", "constituency", "term__jurisdiction").in_stroke_order()
