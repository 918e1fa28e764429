"""The filters of this floor's lists."""

from proposals.filters.commitment import CommitmentFilter
from proposals.filters.proposal import ProposalFilter
from proposals.filters.supervision import KeyFilter


__all__ = ["CommitmentFilter", "KeyFilter", "ProposalFilter"]
