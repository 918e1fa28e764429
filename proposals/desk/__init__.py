"""What waits for a person on this floor, and its places in the navigation."""

from congress import navigation
from congress.enums import Role
from proposals import rules
from proposals.desk import (  # noqa: F401 -- what they declare is registered
    assignment,
    commitment,
    proposal,
    rating,
    supervision,
    urging,
)


READERS = set(Role) - {*Role.keepers, Role.DEPUTY}
navigation.register(40, "议案建议", "proposals:proposal_list", "journal-text", READERS)
# A phone has no more than four tabs: a deputy finds his proposals beside his matters.
navigation.register_room(30, 10, "我的事项", "reception:opinion_list", {Role.DEPUTY})
navigation.register_room(40, 10, "议案建议", "proposals:proposal_list", READERS)
navigation.register_room(40, 20, "承诺事项", "proposals:commitment_list", READERS)
navigation.register_room(40, 30, "重点督办", "proposals:key_list", READERS)
navigation.register_room(
    40, 40, "超期清单", "proposals:overdue", {*Role.staff, Role.LEADER, Role.GOV_OFFICE, Role.UNIT_CLERK}
)
navigation.register_room(30, 40, "答应我的事", "proposals:commitment_list", {Role.DEPUTY})
navigation.register_room(30, 30, "议案建议", "proposals:proposal_list", {Role.DEPUTY})
navigation.register_room(30, 35, "公开的建议", "proposals:publication_list", {Role.DEPUTY})
navigation.register_room(40, 80, "公开", "proposals:publication_list", READERS)
navigation.register_room(
    40,
    95,
    "办理报告",
    "proposals:report_list",
    READERS,
    rule=rules.can_read_reports,
)
navigation.register_room(
    40, 90, "统计", "proposals:statistics", {*Role.staff, Role.LEADER, Role.GOV_OFFICE, Role.UNIT_CLERK}
)
