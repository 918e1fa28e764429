"""The rows of the tables that end with a reply: a proposal's, an assignment's, a letter's own (E2)."""

from congress.handling import HandlingStatus as H
from congress.workflow import Step, Workflow
from proposals import rules
from proposals.enums import ProposalStatus as S
from proposals.enums import ReplyStatus


IN_HAND = frozenset({S.HANDLING, S.CO_OPINION_DONE})
IN_WORK = IN_HAND | {S.REHANDLING}
CHECKED = frozenset({S.REPLY_REVIEW})
WORKING = frozenset({H.ACCEPTED, H.EXTENSION_REQUESTED})

REPLY_STEPS = (
    Step("pass_reply", "答复通过", CHECKED, S.REPLIED, rules.can_pass_first, done="答复已送代表"),
    Step("pass_again", "再次答复通过", CHECKED, S.REPLIED_AGAIN, rules.can_pass_again, done="答复已送代表"),
    Step("send_back", "退回答复", CHECKED, S.HANDLING, rules.can_pass_first),
    Step("send_back_again", "退回再次答复", CHECKED, S.REHANDLING, rules.can_pass_again),
    # What follows from an assignment's step.
    Step("gather", "会办意见已齐", frozenset({S.HANDLING}), S.CO_OPINION_DONE, rules.follows),
    Step("reply", "单位答复", IN_HAND, S.REPLIED, rules.follows),
    Step("reply_again", "单位再次答复", IN_WORK, S.REPLIED_AGAIN, rules.follows),
    Step("reply_for_review", "单位送审答复", IN_WORK, S.REPLY_REVIEW, rules.follows),
)
FOLLOWING_REPLY = frozenset({"gather", "reply", "reply_again", "reply_for_review"})

PART_STEPS = (
    Step("draft_reply", "起草答复", WORKING, None, rules.can_handle),
    Step("contact", "登记联系代表", WORKING | {H.REPLIED}, None, rules.can_contact),
    Step("declare_absent", "记为未交会办意见", WORKING | {H.ISSUED}, H.ABSENT, rules.can_decide),
    # What follows from the reply's being sent back.
    Step("rewrite", "退回修改答复", frozenset({H.REPLIED}), H.ACCEPTED, rules.can_decide),
)
FOLLOWING_REWRITE = frozenset({"rewrite"})

replies = Workflow(
    "答复",
    ReplyStatus,
    Step("revise", "修改草稿", frozenset({ReplyStatus.DRAFT}), None, rules.can_write_reply),
    Step("sign", "签发送审", frozenset({ReplyStatus.DRAFT}), ReplyStatus.REVIEW, rules.can_write_reply),
    Step("issue", "签发送出", frozenset({ReplyStatus.DRAFT}), ReplyStatus.SENT, rules.can_write_reply),
    Step("pass", "审核通过", frozenset({ReplyStatus.REVIEW}), ReplyStatus.SENT, rules.can_check_reply),
    Step(
        "send_back", "退回修改", frozenset({ReplyStatus.REVIEW}), ReplyStatus.SENT_BACK, rules.can_check_reply
    ),
    initial=ReplyStatus.DRAFT,
    related=["assignment__unit", "assignment__proposal__jurisdiction__parent"],
)
