from reception.models.answer import Answer, Survey
from reception.models.appointment import Appointment, AppointmentEvent
from reception.models.day import DayLeader, ReceptionDay, ReceptionDayEvent, RotaSlot
from reception.models.earlier import EarlierMatter
from reception.models.hint import Guidance, WordHint
from reception.models.notice import Notice, NoticeEvent
from reception.models.opinion import Opinion, OpinionCategory, OpinionEvent
from reception.models.plan import PlanAdjustment, ReceptionPlan, ReceptionPlanEvent, ReceptionRule
from reception.models.referral import Referral, ReferralEvent, ReplyCopy, UnitReply
from reception.models.turn import Away, TurnRequest, TurnRequestEvent
from reception.models.undertaking import Undertaking, UndertakingEvent
from reception.models.visit import DataChange, Disclosure, Visit, Visitor


__all__ = [
    "Answer",
    "Appointment",
    "AppointmentEvent",
    "Away",
    "DataChange",
    "DayLeader",
    "Disclosure",
    "EarlierMatter",
    "Guidance",
    "Notice",
    "NoticeEvent",
    "Opinion",
    "OpinionCategory",
    "OpinionEvent",
    "PlanAdjustment",
    "ReceptionDay",
    "ReceptionDayEvent",
    "ReceptionPlan",
    "ReceptionPlanEvent",
    "ReceptionRule",
    "Referral",
    "ReferralEvent",
    "ReplyCopy",
    "RotaSlot",
    "Survey",
    "TurnRequest",
    "TurnRequestEvent",
    "Undertaking",
    "UndertakingEvent",
    "UnitReply",
    "Visit",
    "Visitor",
    "WordHint",
]
