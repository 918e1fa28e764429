"""The filters of this floor's lists."""

from proposals.filters.commitment import CommitmentFilter
from proposals.filters.proposal import ProposalFilter


__all__ = ["CommitmentFilter", "ProposalFilter"]
