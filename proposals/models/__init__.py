"""Motions and suggestions: who signs them, which units handle them, what these reply."""

from proposals.models.assignment import Assignment, AssignmentEvent, Reply
from proposals.models.commitment import Commitment, CommitmentEvent
from proposals.models.proposal import Proposal, ProposalCategory, ProposalEvent
from proposals.models.proposed_unit import ProposedUnit
from proposals.models.sponsorship import Sponsorship, SponsorshipEvent


__all__ = [
    "Assignment",
    "AssignmentEvent",
    "Commitment",
    "CommitmentEvent",
    "Proposal",
    "ProposalCategory",
    "ProposalEvent",
    "ProposedUnit",
    "Reply",
    "Sponsorship",
    "SponsorshipEvent",
]
