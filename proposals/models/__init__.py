"""Motions, suggestions and the like: who signs them, what is decided, which units handle and reply."""

from proposals.models.assignment import Assignment, AssignmentEvent, Reply
from proposals.models.commitment import Commitment, CommitmentEvent
from proposals.models.proceeding import Proceeding
from proposals.models.proposal import Proposal, ProposalCategory, ProposalEvent
from proposals.models.proposed_unit import ProposedUnit
from proposals.models.sponsorship import Sponsorship, SponsorshipEvent
from proposals.models.verdict import Verdict


__all__ = [
    "Assignment",
    "AssignmentEvent",
    "Commitment",
    "CommitmentEvent",
    "Proceeding",
    "Proposal",
    "ProposalCategory",
    "ProposalEvent",
    "ProposedUnit",
    "Reply",
    "Sponsorship",
    "SponsorshipEvent",
    "Verdict",
]
