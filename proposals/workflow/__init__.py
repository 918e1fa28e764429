"""A proposal from its first draft to its end (domain.md E2): the tables of steps, a file a noun.

What units do stands in ``proposals.handling_workflow``; it takes the steps of the same tables.
"""

from proposals.workflow.answering import answer, demand_again, judge, order_answer
from proposals.workflow.assigning import add_units, assign, stop_unanswered
from proposals.workflow.commitment import (
    confirm_kept,
    give_up_promise,
    promise,
    resume_promise,
)
from proposals.workflow.commitment_steps import commitments
from proposals.workflow.listeners import on_result, tell_result
from proposals.workflow.merging import merge, unmerge
from proposals.workflow.proceedings import (
    ask_presidium,
    conclude,
    consent_withdrawal,
    convert,
    decide,
    defend,
    present,
    put_on_agenda,
    refuse_withdrawal,
    report,
    send_to_committee,
    vote,
)
from proposals.workflow.proposing_units import assign_all, propose_units
from proposals.workflow.rating import (
    close,
    rate,
    redo,
    refer_to_committee,
    urge_rating,
    waited_for,
)
from proposals.workflow.reply_steps import replies
from proposals.workflow.replying import declare_absent, draft_reply, must_be_checked, pass_reply, send_back
from proposals.workflow.reviewing import accept, begin_review, reject, return_to_deputy
from proposals.workflow.steps import (
    FOLLOWING_PARTS,
    FOLLOWING_SIGNATURES,
    FOLLOWING_STEPS,
    assignments,
    offered,
    offered_to_sign,
    proposals,
    require,
    sponsorships,
)
from proposals.workflow.taking_over import write_down
from proposals.workflow.withdrawing import agree, ask_withdrawal, leave, refuse, withdraw
from proposals.workflow.writing import (
    UNCHECKED,
    as_suggestion_of,
    confirm,
    decline,
    draft,
    edit,
    expire_invitations,
    hand_over,
    invite,
    submit,
    why_not,
)


__all__ = [
    "FOLLOWING_PARTS",
    "FOLLOWING_SIGNATURES",
    "FOLLOWING_STEPS",
    "UNCHECKED",
    "as_suggestion_of",
    "accept",
    "add_units",
    "agree",
    "answer",
    "ask_presidium",
    "ask_withdrawal",
    "assign",
    "assign_all",
    "assignments",
    "begin_review",
    "close",
    "commitments",
    "conclude",
    "confirm",
    "confirm_kept",
    "consent_withdrawal",
    "convert",
    "decide",
    "decline",
    "defend",
    "demand_again",
    "declare_absent",
    "draft",
    "draft_reply",
    "edit",
    "expire_invitations",
    "give_up_promise",
    "hand_over",
    "invite",
    "judge",
    "leave",
    "merge",
    "offered",
    "offered_to_sign",
    "on_result",
    "order_answer",
    "present",
    "promise",
    "must_be_checked",
    "pass_reply",
    "proposals",
    "propose_units",
    "put_on_agenda",
    "refuse",
    "refuse_withdrawal",
    "reject",
    "report",
    "rate",
    "redo",
    "refer_to_committee",
    "reject",
    "replies",
    "require",
    "resume_promise",
    "return_to_deputy",
    "send_to_committee",
    "send_back",
    "sponsorships",
    "stop_unanswered",
    "submit",
    "tell_result",
    "unmerge",
    "vote",
    "why_not",
    "urge_rating",
    "waited_for",
    "withdraw",
    "write_down",
]
