"""What a unit's step means for the proposal: its status follows, or its history mentions it."""

from django.core.exceptions import ValidationError

from congress.handling import HandlingStatus, UnitRole
from proposals.enums import ProposalStatus
from proposals.workflow.steps import proposals


# Joining units that nobody waits for, with an opinion or without one.
_DONE = (HandlingStatus.REPLIED, HandlingStatus.ABSENT)


def follow(name, assignment, *, by, note, **changes):
    """The proposal takes the step ``name``, as it follows from the assignment's."""
    return proposals.take(name, assignment.proposal, by=by, note=note, **changes)


def mention(event, assignment, *, by, note, **changes):
    """Tell of the assignment's ``event``, under its own name, in the history of the proposal."""
    return proposals.take("unit_act", assignment.proposal, by=by, note=note, label=event.label, **changes)


def leading(assignment):
    """The units that lead in the same round, one or those that share it out, as they stand now."""
    parts = assignment.proposal.assignments.standing().filter(round=assignment.round)
    return [part for part in parts.select_related("unit") if part.leads]


def waits_for(assignment):
    """The leading units that have not replied yet."""
    return [part for part in leading(assignment) if part.status != HandlingStatus.REPLIED]


def leads_with_others(assignment):
    """Whether one of several that share it out has gone while others go on.

    Raises ``ValidationError`` where the others have all replied: nobody would be left to end it.
    """
    others = [part for part in leading(assignment) if part.pk != assignment.pk]
    if not assignment.leads or not others:
        return False
    if all(part.status == HandlingStatus.REPLIED for part in others):
        raise ValidationError(
            "其他分办单位都已答复，这一部分没有单位办了；请先“增加承办单位”，再退回或者撤销。"
        )
    return True


def leading_clock(assignment, *, extended=False):
    """The proposal's clock after a step of ``assignment``: that of the leading unit which is due first."""
    waited = waits_for(assignment) if assignment.leads else []
    if not waited:
        return {}
    day, sentence = min((part.step_due for part in waited), key=lambda due: due[0])
    timing = {"step_due_on": day, "step_due_sentence": sentence}
    if not extended:
        return timing
    # In a later round the law's day stands.
    field = "redo_due_on" if assignment.round > 1 else "due_on"
    return timing | {field: max(part.due_on for part in leading(assignment))}


def gather(proposal, *, by):
    """Say that the joining units' opinions are all there or declared absent, once they are (E2)."""
    if proposal.status != ProposalStatus.HANDLING:
        return
    joining = list(
        proposal.assignments.standing()
        .filter(round=proposal.round, role=UnitRole.CO)
        .values_list("status", flat=True)
    )
    if joining and all(status in _DONE for status in joining):
        absent = joining.count(HandlingStatus.ABSENT)
        note = f"其中{absent}个单位未交会办意见。" if absent else ""
        proposals.take("gather", proposal, by=by, note=note)
