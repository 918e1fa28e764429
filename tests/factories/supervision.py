"""Key supervision and what was found on the spot, entered by real steps."""

from congress import clock
from proposals.enums import InspectionKind, KeyReason
from proposals.workflow import supervision


def chosen(proposal, who, **fields):
    """The year of key supervision that the chairs chose the proposal for."""
    told = {
        "reason": KeyReason.LIVELIHOOD,
        "chosen_by": "第三十二次主任会议",
        "chosen_on": clock.today(),
        "leader_name": "钟主任",
        "committee": "城建环资工委",
        "chief": "李局长",
        **fields,
    }
    supervision.choose_key(proposal, by=who.office, **told)
    return proposal.key_supervisions.get(year=told["chosen_on"].year)


def inspected(proposal, who, **fields):
    told = {
        "kind": InspectionKind.SPOT,
        "held_on": clock.today(),
        "place": "坎上社区",
        "attendees": "钟主任、5名代表",
        "findings": "路灯还没有更换。",
        "demands": "月底前完成。",
        **fields,
    }
    supervision.inspect(proposal, by=who.office, **told)
    return proposal.inspections.first()


def _result(proposal, who):
    held = inspected(proposal, who)
    supervision.inspect_result(proposal, by=who.office, inspection=held, result="已全部更换。")


# As WALK of proposals.
WALK = {"key": chosen, "inspect": inspected, "inspect_result": _result}
KEY_WALK = {
    "adjust": lambda key, who: supervision.adjust_key(
        key, by=who.office, leader_name="汤主任", committee="监察司法工委"
    ),
    "conclude": lambda key, who: supervision.conclude_key(key, by=who.office, result="已全部更换。"),
    "carry_on": lambda key, who: supervision.carry_on(key, by=who.office, note="二期明年实施"),
}


def supervised_for_everybody(proposal, who):
    return {"key_ongoing": chosen(proposal, who), "inspection": inspected(proposal, who)}
