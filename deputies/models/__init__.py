from deputies.models.activity import (
    Activity,
    ActivityEvent,
    ActivityKind,
    Participation,
    ParticipationEvent,
    ParticipationPhoto,
)
from deputies.models.deputy import Deputy, Seat
from deputies.models.structure import Constituency, Delegation, DeputyGroup, Station


__all__ = [
    "Activity",
    "ActivityEvent",
    "ActivityKind",
    "Constituency",
    "Delegation",
    "Deputy",
    "DeputyGroup",
    "Participation",
    "ParticipationEvent",
    "ParticipationPhoto",
    "Seat",
    "Station",
]
