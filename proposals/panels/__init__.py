"""What a proposal's page shows beside its words: each part registers itself, floors above in their own."""

from proposals.panels import (  # noqa: F401, I001 -- what they declare is registered
    commitment,
    proceeding,
    rating,
    review,
    supervision,
)
from proposals.panels.base import Panel, panels_of, register


__all__ = ["Panel", "panels_of", "register"]
