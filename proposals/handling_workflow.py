"""What units do with the proposals assigned to them, and what is decided about it (domain.md D2, E2).

Each step of a unit leaves a line in the proposal's history as well; where the unit leads, the proposal's own
status follows.
"""

from django.core.exceptions import ValidationError

from congress.calendar import short_date
from congress.handling import HandlingStatus, check_promise
from congress.validation import validate_new
from congress.workflow import whole
from proposals.clocks import extension_days, handling_clocks, in_workdays, step_clock
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
    hidden = FOLLOWING_PARTS | {"cancel"} if assignment.leads else FOLLOWING_PARTS
    hidden |= set() if assignment.owes_receipt else {"receipt"}
    return [step for step in assignments.available(assignment, user) if step.name not in hidden]


@whole
def accept(assignment, *, by, note=""):
    """The unit takes it on."""
    event = assignments.accept(assignment, by=by, note=note)
    sentence = f"{assignment.unit}签收，应于{short_date(assignment.due_on)}前答复。{note}"
    if assignment.leads:
        _follow("take_on", assignment, by=by, note=sentence, **_reply_clock(assignment))
    else:
        _mention(event, assignment, by=by, note=sentence)
    return event


@whole
def request_return(assignment, *, by, reason):
    """The unit says that it is not its own: once; it is decided within the days of a new assignment."""
    decide = _accept_clock(assignment)
    event = assignments.request_return(assignment, by=by, reason=reason, decide=decide)
    timing = step_clock(decide) if assignment.leads else {}
    _mention(event, assignment, by=by, note=f"{assignment.unit}申请退回：{reason}", **timing)
    return event


@whole
def confirm_return(assignment, *, by, note=""):
    """It is taken back; where the unit led, it is to be assigned anew."""
    event = assignments.confirm_return(assignment, by=by, note=note)
    proposal, sentence = assignment.proposal, f"同意{assignment.unit}退回。{note}"
    if assignment.leads:
        stop_unanswered(proposal, by=by, note="主办单位已退回")
        timing = in_workdays(proposal, "reassign_workdays")
        _follow("give_back", assignment, by=by, note=sentence, **timing)
    else:
        _conclude(event, assignment, by=by, note=sentence)
    return event


@whole
def refuse_return(assignment, *, by, note=""):
    """The unit has to accept, within the days of a new assignment."""
    accept_by = _accept_clock(assignment)
    event = assignments.refuse_return(assignment, by=by, accept=accept_by, note=note)
    timing = step_clock(accept_by) if assignment.leads else {}
    _mention(event, assignment, by=by, note=f"不同意{assignment.unit}退回。{note}", **timing)
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
    timing = {"due_on": assignment.due_on, **_reply_clock(assignment)} if assignment.leads else {}
    _mention(event, assignment, by=by, note=sentence, **timing)
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
    """Go on without a unit that was to join; the leading unit's part is not cancelled."""
    require(note, "请写明撤销的理由。")
    if assignment.leads:
        raise ValidationError("主办单位不能撤销；要换单位的，请单位申请退回。")
    event = assignments.cancel(assignment, by=by, note=note)
    _mention(event, assignment, by=by, note=f"不再由{assignment.unit}会办：{note}")
    return event


@whole
def _conclude(event, assignment, *, by, note):
    """The proposal is replied to when the leading unit has; a joining unit's step is told of."""
    if not assignment.leads or assignment.status != HandlingStatus.REPLIED:
        return _mention(event, assignment, by=by, note=note)
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


def _reply_clock(assignment):
    return {"step_due_on": assignment.due_on, "step_due_sentence": assignment.due_sentence}


def _accept_clock(assignment):
    return handling_clocks(assignment.proposal)[assignment.role].accept
