"""The rows of a proposal's table after the reply: rated, urged, handled again, closed (E2)."""

from congress.enums import Satisfaction
from congress.workflow import Step
from proposals import rules
from proposals.enums import ProposalStatus as S
from proposals.models import Rating


TO_RATE = frozenset(S(value) for value in S.to_rate)


def dissatisfied_again(proposal):
    """Whether a deputy rated the present round's result, and is still dissatisfied with it."""
    return Rating.objects.filter(
        sponsorship__proposal=proposal, round=proposal.round, result=Satisfaction.DISSATISFIED
    ).exists()


RATING_STEPS = (
    Step("rate", "评价", frozenset({S.REPLIED, S.FEEDBACK}), S.FEEDBACK, rules.can_rate),
    Step("rate_again", "再次评价", frozenset({S.REPLIED_AGAIN}), None, rules.can_rate),
    Step("urge_rating", "催请评价", TO_RATE, None, rules.can_review),
    Step(
        "redo",
        "重新办理",
        frozenset({S.REPLIED, S.FEEDBACK, S.COMMITTEE_REVIEW}),
        S.REHANDLING,
        rules.can_assign,
        done="已交办重新办理",
    ),
    Step(
        "refer_to_committee",
        "交专门委员会督办",
        frozenset({S.REPLIED_AGAIN}),
        S.COMMITTEE_REVIEW,
        rules.can_review,
        done="已交专门委员会",
    ),
    Step("close", "办结", TO_RATE | {S.COMMITTEE_REVIEW}, S.CLOSED, rules.can_review),
)
