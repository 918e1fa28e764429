from deputies.models.activity import (
    Activity,
    ActivityEvent,
    ActivityKind,
    Participation,
    ParticipationEvent,
    ParticipationPhoto,
)
from deputies.models.attendance import Attendance
from deputies.models.deputy import Deputy
from deputies.models.leave import Leave, LeaveEvent
from deputies.models.seat import Seat, SeatEvent
from deputies.models.structure import Constituency, Delegation, DeputyGroup, Station


__all__ = [
    "Activity",
    "ActivityEvent",
    "ActivityKind",
    "Attendance",
    "Constituency",
    "Delegation",
    "Deputy",
    "DeputyGroup",
    "Leave",
    "LeaveEvent",
    "Participation",
    "ParticipationEvent",
    "ParticipationPhoto",
    "Seat",
    "SeatEvent",
    "Station",
]
