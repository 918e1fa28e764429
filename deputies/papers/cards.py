"""Sheets of deputies' cards (代表证, 代表法第四十九条), ten on a page, to be cut and laminated."""

import base64

from django.db.models import F, Value
from django.db.models.functions import NullIf

from congress import names, pdf
from deputies.models import Seat


A_SHEET, A_PRINT = 10, 100  # more than a hundred at once would keep people waiting


def prints_of(count):
    """The cards that are printed at once, by their places: [(1, 100), (101, 197)]."""
    return [(first, min(first + A_PRINT - 1, count)) for first in range(1, count + 1, A_PRINT)]


def cards_pdf(term, on, *, first=1):
    """The cards of the seats of ``term`` in office on ``on``, by card number, as the bytes of a PDF.

    Who has no number yet comes last, in stroke order.

    Up to a hundred, from the ``first`` on, which is counted from 1.
    """
    seats = Seat.objects.filter(term=term).in_office(on).select_related("deputy", "constituency")
    ordered = seats.alias(card=NullIf("card_number", Value(""))).order_by(
        F("card").asc(nulls_last=True), "deputy__stroke_key", "pk"
    )[first - 1 : first - 1 + A_PRINT]
    cards = [
        {"seat": seat, "name": names.spaced(seat.deputy.name), "photo": photo_address(seat.deputy)}
        for seat in ordered
    ]
    sheets = [cards[place : place + A_SHEET] for place in range(0, len(cards), A_SHEET)]
    return pdf.render("deputies/pdf/cards.html", {"term": term, "sheets": sheets})


def photo_address(deputy):
    """The photo as a ``data:`` address, for nothing else is fetched while printing; "" without one."""
    if not deputy.photo:
        return ""
    with deputy.photo.open("rb") as photo:
        return f"data:image/jpeg;base64,{base64.b64encode(photo.read()).decode()}"
