"""Motions, suggestions and the like: who signs them, what is decided, which units handle and reply."""

from proposals.models.assignment import Assignment, AssignmentEvent
from proposals.models.commitment import Commitment, CommitmentEvent
from proposals.models.contact import Contact
from proposals.models.handling_report import HandlingReport
from proposals.models.proceeding import Proceeding
from proposals.models.proposal import Proposal, ProposalCategory, ProposalEvent
from proposals.models.proposed_unit import ProposedUnit
from proposals.models.rating import Rating, RatingUrge
from proposals.models.reply import Letter, Reply, ReplyEvent
from proposals.models.sponsorship import Sponsorship, SponsorshipEvent
from proposals.models.supervision import Inspection, KeyEvent, KeySupervision
from proposals.models.verdict import Verdict


__all__ = [
    "Assignment",
    "AssignmentEvent",
    "Commitment",
    "CommitmentEvent",
    "Proceeding",
    "Contact",
    "HandlingReport",
    "Letter",
    "Inspection",
    "KeyEvent",
    "KeySupervision",
    "Proposal",
    "ProposalCategory",
    "ProposalEvent",
    "ProposedUnit",
    "Rating",
    "RatingUrge",
    "Reply",
    "ReplyEvent",
    "Sponsorship",
    "SponsorshipEvent",
    "Verdict",
]
