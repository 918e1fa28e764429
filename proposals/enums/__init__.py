"""Choices of the proposals' floor."""

from proposals.enums.proceeding import (
    Act,
    Body,
    Mode,
    RecallPost,
)
from proposals.enums.proposal import (
    Check,
    ProposalKind,
    ProposalStatus,
    RejectReason,
    ReturnReason,
)
from proposals.enums.publication import (
    PublicationStatus,
    WithholdReason,
)
from proposals.enums.reply import (
    ContactMode,
    RatingState,
    ReplyStatus,
    SendBackReason,
)
from proposals.enums.sponsorship import (
    Consent,
    SponsorRole,
    SponsorStatus,
)
from proposals.enums.supervision import (
    InspectionKind,
    KeyReason,
    KeyStatus,
)


__all__ = [
    "Act",
    "Body",
    "Check",
    "Consent",
    "ContactMode",
    "InspectionKind",
    "KeyReason",
    "KeyStatus",
    "Mode",
    "ProposalKind",
    "ProposalStatus",
    "PublicationStatus",
    "RatingState",
    "RecallPost",
    "RejectReason",
    "ReplyStatus",
    "ReturnReason",
    "SendBackReason",
    "SponsorRole",
    "SponsorStatus",
    "WithholdReason",
]
