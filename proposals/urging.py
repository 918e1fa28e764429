"""Urging the units that handle a proposal, and their receipts (domain.md B17, B30)."""

from congress import clock
from congress.calendar import Calendar, short_date
from congress.models.office_rules import rules_for
from congress.workflow import whole
from proposals.workflow import assignments, proposals, require


@whole
def urge(assignment, *, by, note):
    """Urge the unit: it owes a receipt within the office's workdays."""
    assignments.prepare("urge", assignment, by=by)
    require(note, "请写明催办的要求。")
    count = rules_for(assignment.proposal.jurisdiction).receipt_workdays
    answer = Calendar().due_in_workdays(clock.today(), count)
    event = assignments.urge(assignment, by=by, note=note, answer=answer)
    told = f"催办{assignment.unit}，应于{short_date(answer.day)}前回执：{note}"
    _mention(event, assignment, by=by, note=told)
    return event


@whole
def receipt(assignment, *, by, note):
    """The unit has read it, and says how far it is."""
    event = assignments.receipt(assignment, by=by, note=note)
    _mention(event, assignment, by=by, note=f"{assignment.unit}：{note}")
    return event


def _mention(event, assignment, *, by, note):
    proposals.take("unit_act", assignment.proposal, by=by, note=note, label=event.label)
