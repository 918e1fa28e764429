"""Seats: a person's part in one congress for one term."""

from deputies.models.seat.days import held_during, held_on, kept_by, naming, within_days
from deputies.models.seat.record import Seat, SeatEvent
from deputies.models.seat.rows import SeatQuerySet


__all__ = [
    "Seat",
    "SeatEvent",
    "SeatQuerySet",
    "held_during",
    "held_on",
    "kept_by",
    "naming",
    "within_days",
]
