"""A proposal from its first draft to its end (domain.md E2): the tables of steps, a file a noun.

What units do stands in ``proposals.handling_workflow``; it takes the steps of the same tables.
"""

from proposals.workflow.assigning import add_units, assign, stop_unanswered
from proposals.workflow.commitment import (
    confirm_kept,
    give_up_promise,
    move_promise,
    progress,
    promise,
    report_kept,
    resume_promise,
    send_back_promise,
)
from proposals.workflow.commitment_steps import commitments
from proposals.workflow.listeners import on_result, tell_result
from proposals.workflow.merging import merge, unmerge
from proposals.workflow.reviewing import accept, begin_review, close, reject, return_to_deputy
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
    PARTS,
    confirm,
    decline,
    draft,
    edit,
    expire_invitations,
    hand_over,
    invite,
    submit,
    why_no_motion,
)


__all__ = [
    "FOLLOWING_PARTS",
    "FOLLOWING_SIGNATURES",
    "FOLLOWING_STEPS",
    "PARTS",
    "send_back_promise",
    "resume_promise",
    "report_kept",
    "promise",
    "progress",
    "move_promise",
    "give_up_promise",
    "confirm_kept",
    "commitments",
    "accept",
    "add_units",
    "agree",
    "ask_withdrawal",
    "assign",
    "assignments",
    "begin_review",
    "close",
    "confirm",
    "decline",
    "draft",
    "edit",
    "expire_invitations",
    "hand_over",
    "invite",
    "leave",
    "merge",
    "offered",
    "offered_to_sign",
    "on_result",
    "proposals",
    "refuse",
    "reject",
    "require",
    "return_to_deputy",
    "sponsorships",
    "stop_unanswered",
    "submit",
    "tell_result",
    "unmerge",
    "why_no_motion",
    "withdraw",
    "write_down",
]
