"""Who may decide whether a proposal and its reply are published."""

from proposals.enums import PublicationStatus
from proposals.rules.proposal import can_review


def can_publish(user, proposal):
    """The office of the congress, what is not published."""
    return can_review(user, proposal) and proposal.publication != PublicationStatus.PUBLISHED


def can_withhold(user, proposal):
    """The office of the congress, as long as nothing is decided."""
    return can_review(user, proposal) and proposal.publication == PublicationStatus.PENDING


def can_unpublish(user, proposal):
    """The office of the congress, what is published."""
    return can_review(user, proposal) and proposal.publication == PublicationStatus.PUBLISHED


def can_decide_publication(user):
    """Offices see what waits for a decision, and how much of all is published."""
    return user.is_office
