"""What units promise with their replies, and whether it is kept; closed is not kept (domain.md B37, D2)."""

from django.core.exceptions import ValidationError

from congress.handling import PromiseStatus
from congress.handling.promise import check_due
from congress.workflow import whole
from proposals.enums import ProposalStatus
from proposals.models import Commitment, Reply
from proposals.workflow.commitment_steps import commitments
from proposals.workflow.listeners import on_result
from proposals.workflow.steps import proposals


@on_result
def enter_promises(proposal, *, by):
    """Put what the replies of the round promise into the ledger, once the deputies have them.

    What the same units promised in an earlier round is replaced.
    """
    if proposal.status not in ProposalStatus.answered:
        return
    replies = Reply.objects.sent().filter(assignment__proposal=proposal, assignment__round=proposal.round)
    replies = replies.exclude(promised="")
    known = set(proposal.commitments.filter(assignment__round=proposal.round).values_list("text", flat=True))
    for reply in replies.select_related("assignment__unit").order_by("pk"):
        if reply.promised in known:
            continue
        part = reply.assignment
        earlier = proposal.commitments.going().filter(unit=part.unit, assignment__round__lt=part.round)
        for former in earlier:
            commitments.take("replace", former, by=by, note="再次答复另作承诺。")
        _enter(proposal, part, by=by, text=reply.promised, due_on=reply.promise_due_on)


def _enter(proposal, part, *, by, text, due_on):
    made = Commitment(proposal=proposal, assignment=part, unit=part.unit, text=text, due_on=due_on)
    return commitments.enter(made, by=by)


@whole
def promise(proposal, *, by, part, text, due_on, note=""):
    """Enter a promise that no reply carried: made at a meeting, or found when it was read anew."""
    step = proposals.prepare("promise", proposal, by=by)
    if part.proposal_id != proposal.pk:
        raise ValidationError({"part": "请选择承办这件建议的单位。"})
    if by.is_unit_clerk and part.unit_id != by.unit_id:
        raise ValidationError({"part": "只能登记本单位的承诺。"})
    check_due(due_on)
    entered = _enter(proposal, part, by=by, text=text, due_on=due_on)
    event = proposals.take(step, proposal, by=by, note=f"{entered.unit}：{text}。{note}")
    _follow_up(proposal, by=by)
    return event


def filing_step(proposal):
    """The name of the step by which it is filed: promises are followed up after that."""
    states = set(proposal.commitments.counted().values_list("status", flat=True))
    if states & {*PromiseStatus.going}:
        return "track"
    if PromiseStatus.NOT_FEASIBLE in states:
        return "end_unkept"
    return "implement" if states else "close"


@whole
def confirm_kept(commitment, *, by, note=""):
    """It is kept; when nothing is left to keep, so is the proposal."""
    event = commitments.confirm(commitment, by=by, note=note)
    _settle(commitment.proposal, by=by)
    return event


@whole
def give_up_promise(commitment, *, by, note):
    event = commitments.give_up(commitment, by=by, note=note)
    _settle(commitment.proposal, by=by)
    return event


@whole
def resume_promise(commitment, *, by, due_on, note):
    event = commitments.resume(commitment, by=by, due_on=due_on, note=note)
    _follow_up(commitment.proposal, by=by)
    return event


def _settle(proposal, *, by):
    """The proposal is at its end when its last promise is."""
    proposal.refresh_from_db()
    if proposal.status == ProposalStatus.TRACKING and (step := filing_step(proposal)) != "track":
        proposals.take(step, proposal, by=by)


def _follow_up(proposal, *, by):
    """What was filed already is followed up once more."""
    proposal.refresh_from_db()
    if proposal.status in ProposalStatus.filed and proposal.status != ProposalStatus.TRACKING:
        proposals.take("follow_up", proposal, by=by)
