"""The steps of a proposal that promises bring with them, and the table of the promises' own."""

from congress.handling import PromiseWorkflow
from congress.workflow import Step
from proposals import rules
from proposals.enums import ProposalStatus as S


ANSWERED = frozenset(S(value) for value in S.answered)


def commitment_steps(closing):
    """``closing`` are the statuses from which a proposal is filed."""
    tracking, filed = frozenset({S.TRACKING}), frozenset(S(value) for value in S.filed)
    return (
        Step("promise", "登记承诺", ANSWERED, None, rules.can_promise),
        # What follows: filed while promises are open, and then whether they are kept.
        Step("track", "办结并跟踪落实", closing, S.TRACKING, rules.can_review, done="已办结，承诺继续跟踪"),
        Step("implement", "承诺已落实", closing | tracking, S.IMPLEMENTED, rules.can_review),
        Step("end_unkept", "承诺不能落实", closing | tracking, S.NOT_FEASIBLE, rules.can_review),
        Step("follow_up", "恢复跟踪", filed - tracking, S.TRACKING, rules.can_promise),
    )


FOLLOWING = frozenset({"track", "implement", "end_unkept", "follow_up"})

commitments = PromiseWorkflow(
    "承诺事项",
    matter="proposal",
    unit=rules.can_keep,
    office=rules.can_judge,
    follows=rules.takes_part_in_keeping,
    related=["unit", "proposal__jurisdiction__parent", "proposal__drafted_by"],
)
