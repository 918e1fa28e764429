"""What the office decides about what was handed in: back to the deputy, refused, accepted."""

from congress import clock
from congress.calendar import short_date
from congress.models import Session
from congress.workflow import whole
from proposals.clocks import NO_CLOCK
from proposals.enums import ProposalKind, RejectReason, ReturnReason
from proposals.workflow.listeners import tell_result
from proposals.workflow.numbering import next_serial
from proposals.workflow.steps import proposals, require


@whole
def begin_review(proposal, *, by, note=""):
    """The office has taken it up: the deputy sees that it is looked at."""
    return proposals.take("begin_review", proposal, by=by, note=note)


@whole
def return_to_deputy(proposal, *, by, reason, note):
    """Back to the deputy, to be corrected and handed in again."""
    step = proposals.prepare("return", proposal, by=by)
    require(note, "请写明要补正什么。")
    told = f"{ReturnReason(reason).label}：{note}"
    return proposals.take(step, proposal, by=by, note=told, decision_note=told, **NO_CLOCK)


@whole
def reject(proposal, *, by, reason, note):
    """Not to be handled as a deputy's proposal (domain.md D2, exclusions)."""
    step = proposals.prepare("reject", proposal, by=by)
    require(note, "请写明不予受理的理由，以及可以怎么办。")
    told = f"{RejectReason(reason).label}：{note}"
    event = proposals.take(step, proposal, by=by, note=told, decision_note=told, **NO_CLOCK)
    tell_result(proposal, by=by)
    return event


@whole
def accept(proposal, *, by, category=None, serial=None, note=""):
    """Register it: 第九届四次会议第12号, counted apart for each kind, without gaps or doubles.

    ``serial`` is the number that a register tells.
    """
    step = proposals.prepare("accept", proposal, by=by)
    # The lock makes those who accept at once take their numbers one after the other.
    Session.objects.select_for_update().get(pk=proposal.session_id)
    if serial is None:
        serial = next_serial(proposal.session_id, proposal.kind)
    timed = proposal.step_due_on and proposal.kind == ProposalKind.SUGGESTION
    due = f"，应于{short_date(proposal.step_due_on)}前交办" if timed else ""
    return proposals.take(
        step,
        proposal,
        by=by,
        note=f"编为{proposal.number_as(serial)}{proposal.word}{due}。{note}",
        serial=serial,
        category=category,
        accepted_on=clock.today(),
    )
