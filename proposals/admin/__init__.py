"""The proposals' workbench: what is told and decided on other pages is looked up here."""

from proposals.admin import followed_up, proposal  # noqa: F401 -- what they declare is registered
