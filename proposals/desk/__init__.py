"""What waits for a person on this floor, and its places in the navigation."""

from congress import navigation
from congress.enums import Role
from proposals.desk import assignment, proposal  # noqa: F401 -- what they declare is registered


navigation.register(40, "议案建议", "proposals:proposal_list", "journal-text", set(Role) - {*Role.keepers})
