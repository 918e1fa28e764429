"""The steps of review, merging, joint withdrawal and more units, for the table of steps."""

from congress.workflow import Step
from proposals import rules
from proposals.enums import ProposalStatus as S
from proposals.enums import SponsorStatus
from proposals.workflow.road_steps import BEFORE_AGENDA


# What was handed in and no unit has replied to can be taken back.
HANDED_IN = frozenset(
    {
        S.SUBMITTED,
        S.UNDER_REVIEW,
        S.ACCEPTED,
        S.MERGED,
        S.UNIT_RETURNED,
        S.ASSIGNED,
        S.HANDLING,
        S.CO_OPINION_DONE,
    }
    | BEFORE_AGENDA
)
# Once on the agenda the presidium consents as well (代表法第十五条).
CONSENTING = HANDED_IN | {S.ON_AGENDA}
# As long as no unit has it and nothing is decided, a signer may take his name off; where too few are left, it
# ends, on the agenda with the presidium's consent (domain.md E2; 代表法第十五条).
ENDING = frozenset({S.SUBMITTED, S.UNDER_REVIEW, S.ACCEPTED}) | BEFORE_AGENDA
LEAVING = ENDING | {S.ON_AGENDA}
TO_MERGE = frozenset({S.ACCEPTED})
MERGED = frozenset({S.MERGED})
TO_TAKE_IN = frozenset({S.ACCEPTED, S.UNIT_RETURNED, S.ASSIGNED, S.HANDLING, S.CO_OPINION_DONE})

REVIEW_STEPS = (
    Step("begin_review", "开始审查", frozenset({S.SUBMITTED}), S.UNDER_REVIEW, rules.can_review),
    Step("merge", "并案办理", TO_MERGE, S.MERGED, rules.can_merge, done="已决定并案办理"),
    Step("unmerge", "解除并案", MERGED, S.ACCEPTED, rules.can_review),
    Step("add_units", "增加承办单位", frozenset({S.ASSIGNED, S.HANDLING}), None, rules.can_assign),
    Step(
        "ask_withdrawal",
        "申请撤回",
        CONSENTING,
        None,
        rules.can_ask_withdrawal,
        done="已请联名代表各自确认是否同意撤回",
    ),
)
# What follows from a signature's step, or from the end of what it was merged into.
FOLLOWING_REVIEW = (
    Step("consent", "联名代表回复", CONSENTING, None, rules.takes_part),
    Step("withdraw_together", "共同撤回", HANDED_IN, S.WITHDRAWN, rules.takes_part),
    Step("sign_off", "退出联名", LEAVING, None, rules.takes_part),
    Step("end", "联名不足终止", ENDING, S.ENDED, rules.takes_part),
    Step("take_in", "收入并案", TO_TAKE_IN, None, rules.can_review),
    Step("answer_merged", "并案答复", MERGED, S.REPLIED, rules.follows_main),
    Step("set_free", "恢复单独办理", MERGED, S.ACCEPTED, rules.follows_main),
)

SIGNED = frozenset({SponsorStatus.CONFIRMED})
CONSENT_STEPS = (
    Step("agree", "同意撤回", SIGNED, None, rules.can_sign, done="已同意撤回"),
    Step("refuse", "不同意撤回", SIGNED, None, rules.can_sign, done="已回复不同意撤回"),
)
FOLLOWING_CONSENT = (
    Step("ask_consent", "征求撤回意见", SIGNED, None, rules.can_ask_consent),
    Step(
        "ask_no_more",
        "不再征求撤回意见",
        SIGNED,
        None,
        rules.can_see_consent,
        done="撤回不再征求意见",
    ),
)
