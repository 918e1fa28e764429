from deputies.models.activity import (
    Activity,
    ActivityEvent,
    ActivityKind,
    Participation,
    ParticipationEvent,
    ParticipationPhoto,
)
from deputies.models.attendance import Attendance
from deputies.models.briefing import Briefing, BriefingEvent, BriefingFile, BriefingReceipt
from deputies.models.credentials import CredentialsCase, CredentialsCaseEvent
from deputies.models.deputy import Deputy
from deputies.models.employment import Employment
from deputies.models.higher_seat import HigherSeat
from deputies.models.honour import Honour
from deputies.models.inspection import CardInspection, CardInspectionEvent
from deputies.models.leave import Leave, LeaveEvent
from deputies.models.liberty import LibertyCase, LibertyCaseEvent, LibertyLook
from deputies.models.membership import GroupMembership
from deputies.models.retaliation import RetaliationCase, RetaliationCaseEvent, RetaliationLook
from deputies.models.seat import Seat, SeatEvent
from deputies.models.speech import Speech
from deputies.models.station import Loan, PostedRule, Station, StationAsset
from deputies.models.structure import Constituency, Delegation, DeputyGroup
from deputies.models.subsidy import SubsidyPayment
from deputies.models.tenure import SeatPost, Suspension, Vacancy, VacancyEvent


__all__ = [
    "Activity",
    "ActivityEvent",
    "ActivityKind",
    "Attendance",
    "Briefing",
    "BriefingEvent",
    "BriefingFile",
    "BriefingReceipt",
    "CardInspection",
    "CardInspectionEvent",
    "Constituency",
    "CredentialsCase",
    "CredentialsCaseEvent",
    "Delegation",
    "Deputy",
    "DeputyGroup",
    "Employment",
    "GroupMembership",
    "HigherSeat",
    "Honour",
    "Leave",
    "LeaveEvent",
    "LibertyCase",
    "LibertyCaseEvent",
    "LibertyLook",
    "Loan",
    "Participation",
    "ParticipationEvent",
    "ParticipationPhoto",
    "PostedRule",
    "RetaliationCase",
    "RetaliationCaseEvent",
    "RetaliationLook",
    "Seat",
    "SeatEvent",
    "SeatPost",
    "Speech",
    "Station",
    "SubsidyPayment",
    "Suspension",
    "Vacancy",
    "VacancyEvent",
    "StationAsset",
]
