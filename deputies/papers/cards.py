"""Sheets of deputies' cards (代表证, 代表法第四十九条), ten on a page, to be cut and laminated."""

import base64

from django.db.models import F, Value
from django.db.models.functions import NullIf

from congress import names, pdf
from deputies.models import Seat


A_SHEET = 10


def cards_pdf(term, on):
    """The cards of the seats of ``term`` in office on ``on``, by card number, as the bytes of a PDF.

    Who has no number yet comes last, in stroke order.
    """
    seats = Seat.objects.filter(term=term).in_office(on).select_related("deputy", "constituency")
    ordered = seats.alias(card=NullIf("card_number", Value(""))).order_by(
        F("card").asc(nulls_last=True), "deputy__stroke_key", "pk"
    )
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
