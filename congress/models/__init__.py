from congress.models.event import AppendOnly, Event
from congress.models.holiday import Holiday
from congress.models.jurisdiction import Jurisdiction
from congress.models.message import Message
from congress.models.office_rules import OfficeRules
from congress.models.profile import Profile
from congress.models.sitting import AgendaItem, Meeting, Session, Term
from congress.models.takeover import (
    HeadingMapping,
    MarkMapping,
    MeetingMapping,
    Takeover,
    TakeoverFile,
)
from congress.models.unit import FormerName, ResultClass, Unit
from congress.models.user import User


__all__ = [
    "AgendaItem",
    "AppendOnly",
    "Event",
    "FormerName",
    "HeadingMapping",
    "Holiday",
    "Jurisdiction",
    "MarkMapping",
    "Meeting",
    "MeetingMapping",
    "Message",
    "OfficeRules",
    "Profile",
    "ResultClass",
    "Session",
    "Takeover",
    "TakeoverFile",
    "Term",
    "Unit",
    "User",
]
