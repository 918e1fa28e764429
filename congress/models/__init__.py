from congress.models.event import AppendOnly, Event
from congress.models.holiday import Holiday
from congress.models.jurisdiction import Jurisdiction
from congress.models.office_rules import OfficeRules
from congress.models.sitting import Term
from congress.models.takeover import HeadingMapping, Takeover, TakeoverFile
from congress.models.unit import FormerName, ResultClass, Unit
from congress.models.user import User


__all__ = [
    "AppendOnly",
    "Event",
    "FormerName",
    "HeadingMapping",
    "Holiday",
    "Jurisdiction",
    "OfficeRules",
    "ResultClass",
    "Takeover",
    "TakeoverFile",
    "Term",
    "Unit",
    "User",
]
