"""What units do with the proposals assigned to them, and what is decided about it (domain.md D2, E2).

Each step of a unit leaves a line in the proposal's history as well; where the unit leads, the proposal's own
status follows. Of several that each answer their own part (分办), the first to accept begins the handling and
the last to reply ends it.
"""

from django.core.exceptions import ValidationError

from congress.calendar import short_date
from congress.handling import UnitRole
from congress.workflow import whole
from proposals.clocks import extension_days, handling_clocks, in_workdays
from proposals.enums import ProposalStatus
from proposals.workflow import (
    FOLLOWING_PARTS,
    assignments,
    commitments,
    declare_absent,
    draft_reply,
    proposals,
    require,
    sponsorships,
    stop_unanswered,
)
from proposals.workflow.contacting import record_contact
from proposals.workflow.following import follow, gather, leading_clock, leads_with_others, mention
from proposals.workflow.replying import may_be_declared_absent, reply
from proposals.workflow.supervision_steps import key_supervisions


__all__ = [
    "assignments",
    "commitments",
    "key_supervisions",
    "declare_absent",
    "draft_reply",
    "proposals",
    "record_contact",
    "reply",
    "sponsorships",
]


def offered(assignment, user):
    """The steps that the proposal's page offers for a part; the leading unit's is not cancelled."""
    hidden = FOLLOWING_PARTS | {"cancel"} if assignment.role == UnitRole.LEAD else FOLLOWING_PARTS
    hidden |= set() if may_be_declared_absent(assignment) else {"declare_absent"}
    hidden |= set() if assignment.owes_receipt else {"receipt"}
    return [step for step in assignments.available(assignment, user) if step.name not in hidden]


@whole
def accept(assignment, *, by, note=""):
    """The unit takes it on."""
    event = assignments.accept(assignment, by=by, note=note)
    sentence = f"{assignment.unit}签收，应于{short_date(assignment.due_on)}前答复。{note}"
    if assignment.leads and assignment.proposal.status == ProposalStatus.ASSIGNED:
        follow("take_on", assignment, by=by, note=sentence, **leading_clock(assignment))
        gather(assignment.proposal, by=by)
    else:
        mention(event, assignment, by=by, note=sentence, **leading_clock(assignment))
    return event


@whole
def request_return(assignment, *, by, reason):
    """The unit says that it is not its own: once; it is decided within the days of a new assignment."""
    decide = _accept_clock(assignment)
    event = assignments.request_return(assignment, by=by, reason=reason, decide=decide)
    told = f"{assignment.unit}申请退回：{reason}"
    mention(event, assignment, by=by, note=told, **leading_clock(assignment))
    return event


@whole
def confirm_return(assignment, *, by, note=""):
    """It is taken back; where the unit led alone, it is to be assigned anew."""
    event = assignments.confirm_return(assignment, by=by, note=note)
    proposal, sentence = assignment.proposal, f"同意{assignment.unit}退回。{note}"
    if leads_with_others(assignment):
        mention(event, assignment, by=by, note=sentence, **leading_clock(assignment))
    elif assignment.leads:
        stop_unanswered(proposal, by=by, note="主办单位已退回")
        timing = in_workdays(proposal, "reassign_workdays")
        follow("give_back", assignment, by=by, note=sentence, **timing)
    else:
        mention(event, assignment, by=by, note=sentence)
        gather(proposal, by=by)
    return event


@whole
def refuse_return(assignment, *, by, note=""):
    """The unit has to accept, within the days of a new assignment."""
    accept_by = _accept_clock(assignment)
    event = assignments.refuse_return(assignment, by=by, accept=accept_by, note=note)
    told = f"不同意{assignment.unit}退回。{note}"
    mention(event, assignment, by=by, note=told, **leading_clock(assignment))
    return event


@whole
def request_extension(assignment, *, by, until, reason):
    """The unit asks for time, within what the law gives (代表法第五十一条)."""
    ceiling = extension_days(assignment)
    event = assignments.request_extension(assignment, by=by, until=until, reason=reason, ceiling=ceiling)
    mention(event, assignment, by=by, note=f"{assignment.unit}申请延至{short_date(until)}：{reason}")
    return event


@whole
def grant_extension(assignment, *, by, until=None, note=""):
    """The time that was asked for, or less."""
    ceiling = extension_days(assignment)
    event = assignments.grant_extension(assignment, by=by, until=until, note=note, ceiling=ceiling)
    sentence = f"同意{assignment.unit}延至{short_date(assignment.due_on)}答复。{note}"
    mention(event, assignment, by=by, note=sentence, **leading_clock(assignment, extended=True))
    return event


@whole
def refuse_extension(assignment, *, by, note=""):
    """The unit has to reply in time."""
    event = assignments.refuse_extension(assignment, by=by, note=note)
    mention(event, assignment, by=by, note=f"不同意{assignment.unit}延期。{note}")
    return event


@whole
def cancel(assignment, *, by, note):
    """Go on without a unit that was to join, or that had a part; the leading unit's is not cancelled."""
    require(note, "请写明撤销的理由。")
    if assignment.role == UnitRole.LEAD:
        raise ValidationError("主办单位不能撤销；要换单位的，请单位申请退回。")
    event = assignments.cancel(assignment, by=by, note=note)
    if assignment.leads and not leads_with_others(assignment):
        raise ValidationError("只剩这一个分办单位，不能撤销；要换单位的，请单位申请退回。")
    told = f"不再由{assignment.unit}{assignment.get_role_display()}：{note}"
    mention(event, assignment, by=by, note=told, **leading_clock(assignment))
    gather(assignment.proposal, by=by)
    return event


def _accept_clock(assignment):
    return handling_clocks(assignment.proposal)[UnitRole.CO if not assignment.leads else UnitRole.LEAD].accept
