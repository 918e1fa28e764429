"""What a proposal's page shows beside its words: each part registers itself, floors above in their own."""

from proposals.panels import commitment, proceeding, rating, review  # noqa: F401, I001 -- they register
from proposals.panels.base import Panel, panels_of, register


__all__ = ["Panel", "panels_of", "register"]
