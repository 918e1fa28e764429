"""The steps of what the presidium decides on: motions, interpellations, recalls; and of questions (E2)."""

from congress.workflow import Step
from proposals import road_rules as rules
from proposals.enums import ProposalStatus as S
from proposals.rules import takes_part


# Still before the agenda: what is there may be withdrawn without the presidium (地方组织法第二十二条).
BEFORE_AGENDA = frozenset({S.PRESIDIUM_DECISION, S.TO_COMMITTEE, S.REPORTED, S.TO_ANSWER})
OVER = frozenset({S.VOTED, S.COMMITTEE_DECISION, S.ANSWERED})

ROAD_STEPS = (
    Step("present", "提请主席团", frozenset({S.ACCEPTED}), S.PRESIDIUM_DECISION, rules.can_present),
    Step(
        "put_on_agenda",
        "列入会议议程",
        frozenset({S.PRESIDIUM_DECISION, S.REPORTED}),
        S.ON_AGENDA,
        rules.can_put_on_agenda,
    ),
    Step(
        "send_to_committee",
        "交委员会审议",
        frozenset({S.ACCEPTED, S.PRESIDIUM_DECISION, S.ON_AGENDA}),
        S.TO_COMMITTEE,
        rules.can_send_to_committee,
    ),
    Step(
        "report",
        "登记审议报告",
        frozenset({S.TO_COMMITTEE}),
        S.REPORTED,
        rules.can_report,
    ),
    Step("decide", "登记常委会决定", frozenset({S.REPORTED}), S.COMMITTEE_DECISION, rules.can_decide),
    Step(
        "convert",
        "转为建议",
        frozenset({S.ACCEPTED, S.PRESIDIUM_DECISION, S.REPORTED}),
        S.ACCEPTED,
        rules.can_convert,
    ),
    Step("vote", "登记表决", frozenset({S.ON_AGENDA}), S.VOTED, rules.can_record_vote),
    Step(
        "defend",
        "登记申辩",
        frozenset({S.PRESIDIUM_DECISION, S.ON_AGENDA, S.TO_COMMITTEE, S.REPORTED}),
        None,
        rules.can_record_defence,
    ),
    Step(
        "consent_withdrawal", "同意撤回", frozenset({S.ON_AGENDA}), S.WITHDRAWN, rules.can_decide_withdrawal
    ),
    Step(
        "refuse_withdrawal",
        "不同意撤回",
        frozenset({S.ON_AGENDA}),
        None,
        rules.can_decide_withdrawal,
        done="已决定不同意撤回",
    ),
    Step("order_answer", "交由答复", frozenset({S.PRESIDIUM_DECISION}), S.TO_ANSWER, rules.can_order_answer),
    Step("answer", "登记答复", frozenset({S.ACCEPTED, S.TO_ANSWER}), S.ANSWERED, rules.can_record_answer),
    Step("judge", "对答复表态", frozenset({S.ANSWERED}), None, rules.can_judge),
    Step("demand_again", "要求再作答复", frozenset({S.ANSWERED}), S.TO_ANSWER, rules.can_demand_again),
    Step("conclude", "结案", OVER, S.CLOSED, rules.can_conclude),
)
# What follows when all who signed a matter on the agenda agree to take it back.
FOLLOWING_ROAD = (Step("ask_presidium", "请主席团同意撤回", frozenset({S.ON_AGENDA}), None, takes_part),)
