"""The steps by which the office publishes a proposal with its reply, or says why not (domain.md D2)."""

from congress.workflow import Step
from proposals import rules
from proposals.enums import ProposalStatus as S


#: What is wrong or secret does not wait for the end of a redo to be taken down.
_AGAIN = frozenset({S.HANDLING, S.REHANDLING, S.COMMITTEE_REVIEW})
ANSWERED = frozenset(S(value) for value in S.answered) - _AGAIN
ONCE_ANSWERED = ANSWERED | _AGAIN

PUBLICATION_STEPS = (
    Step("publish", "公开", ANSWERED, None, rules.can_publish),
    Step("withhold", "不公开", ANSWERED, None, rules.can_withhold, done="已决定不公开"),
    Step("unpublish", "撤下公开", ONCE_ANSWERED, None, rules.can_unpublish, done="已撤下"),
)
