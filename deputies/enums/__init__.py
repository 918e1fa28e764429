"""Choices of the deputies' floor."""

from deputies.enums.activity import ActivityStatus, InspectionStatus, ParticipationStatus
from deputies.enums.briefing import BriefingKind, BriefingStatus
from deputies.enums.case import CredentialsStatus, LibertyBody, LibertyKind, LibertyStatus, RetaliationStatus
from deputies.enums.person import HigherLevel, HonourKind, HonourLevel, Sector, Sex
from deputies.enums.seat import EndGround, Post, SeatStatus, StartGround, SuspensionGround, Tie, VacancyStatus
from deputies.enums.sitting import (
    LeaveApprover,
    LeaveChannel,
    LeaveReason,
    LeaveStatus,
    Mark,
    MarkedBy,
    SpeechKind,
)
from deputies.enums.structure import GroupKind, GroupPost, StationKind


__all__ = [
    "ActivityStatus",
    "BriefingKind",
    "BriefingStatus",
    "CredentialsStatus",
    "EndGround",
    "GroupKind",
    "GroupPost",
    "HigherLevel",
    "HonourKind",
    "HonourLevel",
    "InspectionStatus",
    "LeaveApprover",
    "LeaveChannel",
    "LeaveReason",
    "LeaveStatus",
    "LibertyBody",
    "LibertyKind",
    "LibertyStatus",
    "Mark",
    "MarkedBy",
    "ParticipationStatus",
    "Post",
    "RetaliationStatus",
    "SeatStatus",
    "Sector",
    "Sex",
    "SpeechKind",
    "StartGround",
    "StationKind",
    "SuspensionGround",
    "Tie",
    "VacancyStatus",
]
