"""A sheet of deputies' cards (代表证, 代表法第四十九条), ten on a page, to be cut and laminated."""

import base64

from congress import names, pdf
from deputies.models import Seat


def cards_pdf(term, on):
    """The cards of the seats of ``term`` in office on ``on``, by card number, as the bytes of a PDF."""
    seats = Seat.objects.filter(term=term).in_office(on).select_related("deputy", "constituency")
    ordered = seats.order_by("card_number", "deputy__stroke_key", "pk")
    cards = [
        {"seat": seat, "name": names.spaced(seat.deputy.name), "photo": photo_address(seat.deputy)}
        for seat in ordered
    ]
    return pdf.render("deputies/pdf/cards.html", {"term": term, "cards": cards})


def photo_address(deputy):
    """The photo as a ``data:`` address, for nothing else is fetched while printing; "" without one."""
    if not deputy.photo:
        return ""
    with deputy.photo.open("rb") as photo:
        return f"data:image/jpeg;base64,{base64.b64encode(photo.read()).decode()}"
