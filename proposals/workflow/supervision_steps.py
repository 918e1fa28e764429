"""The steps of a proposal that supervision takes, and the table of a year of key supervision."""

from congress.workflow import Step, Workflow
from proposals import rules
from proposals.enums import KeyStatus
from proposals.enums import ProposalStatus as S


# Whatever is with units, or answered and not at its end.
SUPERVISED = frozenset(
    S(value)
    for value in (*S.with_unit, *S.answered, S.UNIT_RETURNED)
    if value not in ("implemented", "not_feasible")
)
SUPERVISION_STEPS = (
    Step("key", "列为重点督办", SUPERVISED, None, rules.can_review),
    Step("inspect", "登记督办活动", SUPERVISED, None, rules.can_review),
    Step("inspect_result", "登记整改结果", SUPERVISED, None, rules.can_review),
)

ONGOING = frozenset({KeyStatus.ONGOING})
key_supervisions = Workflow(
    "重点督办",
    KeyStatus,
    Step("adjust", "调整督办分工", ONGOING, None, rules.can_supervise),
    Step("conclude", "督办结束", ONGOING, KeyStatus.CONCLUDED, rules.can_supervise, done="督办已结束"),
    Step("carry_on", "转下一年继续督办", ONGOING, KeyStatus.CARRIED, rules.can_supervise, done="已转下一年"),
    initial=KeyStatus.ONGOING,
    related=["proposal__jurisdiction__parent"],
)
