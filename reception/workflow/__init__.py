"""The voter's opinion from its registration to its end (domain.md E1): the tables of steps, a file a noun.

What units do stands in ``reception.referral_workflow``, what follows their reply in
``reception.answer_workflow``; all of them take the steps of the two tables.
"""

from reception.workflow.converting import convert, convert_all, suggested_text, suggested_title
from reception.workflow.merging import has_result, lock_in_order, merge, tell_merged
from reception.workflow.opinion import (
    coordinate,
    explain,
    not_accept,
    register,
    register_all,
    triage,
    urge,
    withdraw,
)
from reception.workflow.referring import (
    cancel_unanswered,
    escalate,
    issue_referrals,
    reassign,
    refer,
    referred,
    refusal_of_referral,
    undecided,
)
from reception.workflow.steps import FOLLOWING_PARTS, FOLLOWING_STEPS, offered, opinions, referrals, require
from reception.workflow.undertaking import (
    enter_undertaking,
    offered_to_keep,
    promise,
    tell_voter,
    undertakings,
)


__all__ = [
    "FOLLOWING_PARTS",
    "FOLLOWING_STEPS",
    "cancel_unanswered",
    "convert",
    "convert_all",
    "coordinate",
    "enter_undertaking",
    "escalate",
    "explain",
    "has_result",
    "issue_referrals",
    "lock_in_order",
    "merge",
    "not_accept",
    "offered",
    "offered_to_keep",
    "opinions",
    "promise",
    "reassign",
    "refer",
    "referrals",
    "referred",
    "refusal_of_referral",
    "register",
    "register_all",
    "require",
    "suggested_text",
    "suggested_title",
    "tell_merged",
    "tell_voter",
    "triage",
    "undecided",
    "undertakings",
    "urge",
    "withdraw",
]
