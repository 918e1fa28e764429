"""What units do with the proposals assigned to them, and what is decided about it (domain.md D2, E2).

Each step of a unit leaves a line in the proposal's history as well; where the unit leads, the proposal's own
status follows. Of several that each answer their own part (分办), the first to accept begins the handling and
the last to reply ends it.
"""

from django.core.exceptions import ValidationError

from congress.calendar import short_date
from congress.handling import HandlingStatus, UnitRole, check_promise
from congress.validation import validate_new
from congress.workflow import whole
from proposals.clocks import extension_days, handling_clocks, in_workdays
from proposals.enums import ProposalStatus
from proposals.models import Reply
from proposals.workflow import (
    FOLLOWING_PARTS,
    assignments,
    commitments,
    proposals,
    require,
    sponsorships,
    stop_unanswered,
    tell_result,
)


__all__ = ["assignments", "commitments", "proposals", "sponsorships"]


def offered(assignment, user):
    """The steps that the proposal's page offers for a part; the leading unit's is not cancelled."""
    hidden = FOLLOWING_PARTS | {"cancel"} if assignment.role == UnitRole.LEAD else FOLLOWING_PARTS
    hidden |= set() if assignment.owes_receipt else {"receipt"}
    return [step for step in assignments.available(assignment, user) if step.name not in hidden]


@whole
def accept(assignment, *, by, note=""):
    """The unit takes it on."""
    event = assignments.accept(assignment, by=by, note=note)
    sentence = f"{assignment.unit}签收，应于{short_date(assignment.due_on)}前答复。{note}"
    if assignment.leads and assignment.proposal.status == ProposalStatus.ASSIGNED:
        _follow("take_on", assignment, by=by, note=sentence, **_leading_clock(assignment))
    else:
        _mention(event, assignment, by=by, note=sentence, **_leading_clock(assignment))
    return event


@whole
def request_return(assignment, *, by, reason):
    """The unit says that it is not its own: once; it is decided within the days of a new assignment."""
    decide = _accept_clock(assignment)
    event = assignments.request_return(assignment, by=by, reason=reason, decide=decide)
    told = f"{assignment.unit}申请退回：{reason}"
    _mention(event, assignment, by=by, note=told, **_leading_clock(assignment))
    return event


@whole
def confirm_return(assignment, *, by, note=""):
    """It is taken back; where the unit led alone, it is to be assigned anew."""
    event = assignments.confirm_return(assignment, by=by, note=note)
    proposal, sentence = assignment.proposal, f"同意{assignment.unit}退回。{note}"
    if _leads_with_others(assignment):
        _mention(event, assignment, by=by, note=sentence, **_leading_clock(assignment))
    elif assignment.leads:
        stop_unanswered(proposal, by=by, note="主办单位已退回")
        timing = in_workdays(proposal, "reassign_workdays")
        _follow("give_back", assignment, by=by, note=sentence, **timing)
    else:
        _mention(event, assignment, by=by, note=sentence)
    return event


@whole
def refuse_return(assignment, *, by, note=""):
    """The unit has to accept, within the days of a new assignment."""
    accept_by = _accept_clock(assignment)
    event = assignments.refuse_return(assignment, by=by, accept=accept_by, note=note)
    told = f"不同意{assignment.unit}退回。{note}"
    _mention(event, assignment, by=by, note=told, **_leading_clock(assignment))
    return event


@whole
def request_extension(assignment, *, by, until, reason):
    """The unit asks for time, within what the law gives (代表法第五十一条)."""
    ceiling = extension_days(assignment)
    event = assignments.request_extension(assignment, by=by, until=until, reason=reason, ceiling=ceiling)
    _mention(event, assignment, by=by, note=f"{assignment.unit}申请延至{short_date(until)}：{reason}")
    return event


@whole
def grant_extension(assignment, *, by, until=None, note=""):
    """The time that was asked for, or less."""
    ceiling = extension_days(assignment)
    event = assignments.grant_extension(assignment, by=by, until=until, note=note, ceiling=ceiling)
    sentence = f"同意{assignment.unit}延至{short_date(assignment.due_on)}答复。{note}"
    _mention(event, assignment, by=by, note=sentence, **_leading_clock(assignment, extended=True))
    return event


@whole
def refuse_extension(assignment, *, by, note=""):
    """The unit has to reply in time."""
    event = assignments.refuse_extension(assignment, by=by, note=note)
    _mention(event, assignment, by=by, note=f"不同意{assignment.unit}延期。{note}")
    return event


@whole
def reply(
    assignment,
    *,
    by,
    text,
    signatory,
    replied_on,
    document_number="",
    result_class=None,
    attachment=None,
    promised="",
    promise_due_on=None,
    note="",
):
    """The leading unit's reply to the deputies, or a joining unit's opinion to the leading one; signed.

    The leading unit replies when the joining ones have given theirs, or are waited for no longer.
    """
    check_promise(result_class, promised, promise_due_on)
    event = assignments.reply(assignment, by=by, replied_on=replied_on, note=note)
    _check_joined(assignment)
    written = Reply(
        assignment=assignment,
        text=text,
        signatory=signatory,
        document_number=document_number,
        result_class=result_class,
        replied_on=replied_on,
        attachment=attachment or "",
        promised=promised,
        promise_due_on=promise_due_on,
    )
    validate_new(written)
    written.save()
    number = f"（{document_number}）" if document_number else ""
    _conclude(event, assignment, by=by, note=f"{written}{number}。{note}")
    return event


def _check_joined(assignment):
    if not assignment.leads:
        return
    parts = assignment.proposal.assignments.filter(round=assignment.round).select_related("unit")
    waited = [str(part.unit) for part in parts if not part.leads and part.status not in HandlingStatus.over]
    if waited:
        raise ValidationError(
            f"{'、'.join(waited)}还没有交会办意见，收到后再答复；不用再等的，请交办机关撤销会办。"
        )


@whole
def cancel(assignment, *, by, note):
    """Go on without a unit that was to join, or that had a part; the leading unit's is not cancelled."""
    require(note, "请写明撤销的理由。")
    if assignment.role == UnitRole.LEAD:
        raise ValidationError("主办单位不能撤销；要换单位的，请单位申请退回。")
    event = assignments.cancel(assignment, by=by, note=note)
    if assignment.leads and not _leads_with_others(assignment):
        raise ValidationError("只剩这一个分办单位，不能撤销；要换单位的，请单位申请退回。")
    told = f"不再由{assignment.unit}{assignment.get_role_display()}：{note}"
    _mention(event, assignment, by=by, note=told, **_leading_clock(assignment))
    return event


@whole
def _conclude(event, assignment, *, by, note):
    """The proposal is replied to when who leads has, each of several; other steps are told of."""
    if not assignment.leads or _waits_for(assignment):
        return _mention(event, assignment, by=by, note=note, **_leading_clock(assignment))
    proposal = assignment.proposal
    timing = in_workdays(proposal, "feedback_workdays")
    told = _follow("reply", assignment, by=by, note=note, replied_on=assignment.replied_on, **timing)
    tell_result(proposal, by=by)
    return told


def _follow(name, assignment, *, by, note, **changes):
    return proposals.take(name, assignment.proposal, by=by, note=note, **changes)


def _mention(event, assignment, *, by, note, **changes):
    """Tell of the assignment's ``event``, under its own name, in the history of the proposal."""
    return proposals.take("unit_act", assignment.proposal, by=by, note=note, label=event.label, **changes)


def _leading(assignment):
    """The units that lead in the same round, one or those that share it out, as they stand now."""
    parts = assignment.proposal.assignments.standing().filter(round=assignment.round)
    return [part for part in parts.select_related("unit") if part.leads]


def _waits_for(assignment):
    """The leading units that have not replied yet."""
    return [part for part in _leading(assignment) if part.status != HandlingStatus.REPLIED]


def _leads_with_others(assignment):
    """Whether one of several that share it out has gone while others go on.

    Raises ``ValidationError`` where the others have all replied: nobody would be left to end it.
    """
    others = [part for part in _leading(assignment) if part.pk != assignment.pk]
    if not assignment.leads or not others:
        return False
    if all(part.status == HandlingStatus.REPLIED for part in others):
        raise ValidationError(
            "其他分办单位都已答复，这一部分没有单位办了；请先“增加承办单位”，再退回或者撤销。"
        )
    return True


def _leading_clock(assignment, *, extended=False):
    """The proposal's clock after a step of ``assignment``: that of the leading unit which is due first."""
    waited = _waits_for(assignment) if assignment.leads else []
    if not waited:
        return {}
    day, sentence = min((part.step_due for part in waited), key=lambda due: due[0])
    timing = {"step_due_on": day, "step_due_sentence": sentence}
    return timing | {"due_on": max(part.due_on for part in _leading(assignment))} if extended else timing


def _accept_clock(assignment):
    return handling_clocks(assignment.proposal)[assignment.role].accept
