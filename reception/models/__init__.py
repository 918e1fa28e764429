from reception.models.answer import Answer, Survey
from reception.models.day import ReceptionDay, ReceptionDayEvent, RotaSlot
from reception.models.opinion import Opinion, OpinionCategory, OpinionEvent
from reception.models.referral import Referral, ReferralEvent, ReplyCopy, UnitReply
from reception.models.visit import Disclosure, Visit, Visitor


__all__ = [
    "Answer",
    "Disclosure",
    "Opinion",
    "OpinionCategory",
    "OpinionEvent",
    "ReceptionDay",
    "ReceptionDayEvent",
    "Referral",
    "ReferralEvent",
    "ReplyCopy",
    "RotaSlot",
    "Survey",
    "UnitReply",
    "Visit",
    "Visitor",
]
