"""The filters of the lists: one row of fields, each saying what it is set to."""

from deputies.filters.activity import ActivityFilter, ParticipationFilter, QueueFilter
from deputies.filters.briefing import BriefingFilter, ReceiptFilter
from deputies.filters.case import LibertyFilter, RetaliationFilter
from deputies.filters.choices import PLAIN, places, years
from deputies.filters.inspection import InspectionFilter
from deputies.filters.leave import LeaveFilter
from deputies.filters.person import HigherSeatFilter, HonourFilter
from deputies.filters.seat import SeatFilter


__all__ = [
    "ActivityFilter",
    "BriefingFilter",
    "ReceiptFilter",
    "HigherSeatFilter",
    "HonourFilter",
    "InspectionFilter",
    "LeaveFilter",
    "LibertyFilter",
    "PLAIN",
    "ParticipationFilter",
    "QueueFilter",
    "RetaliationFilter",
    "SeatFilter",
    "places",
    "years",
]
