"""How deputies rate replies, and what follows, walked by real steps."""

from congress import clock
from congress.enums import Satisfaction
from congress.models import OfficeRules
from proposals import handling_workflow, workflow
from proposals.enums import ProposalStatus as S
from proposals.enums import SendBackReason


REPLY = {"text": "已更换。", "signatory": "李镇长"}
CONTENT = {"attitude": Satisfaction.SATISFIED, "result": Satisfaction.SATISFIED}
DISCONTENT = {
    "attitude": Satisfaction.BASICALLY,
    "result": Satisfaction.DISSATISFIED,
    "note": "只换了两盏。",
}


def leading(proposal):
    """The part of the unit that leads now."""
    return next(part for part in proposal.assignments.order_by("-pk") if part.leads)


def checked(proposal):
    """Let who assigned read replies before the deputies do."""
    OfficeRules.objects.update_or_create(jurisdiction=proposal.jurisdiction, defaults={"reply_check": True})


def replied(proposal, who, **fields):
    """The leading unit accepts what it has not yet, and replies."""
    part = leading(proposal)
    if part.status == "issued":
        handling_workflow.accept(part, by=who.clerk)
    told = {**REPLY, "replied_on": clock.today(), **fields}
    handling_workflow.reply(part, by=who.clerk, **told)
    proposal.refresh_from_db()
    return proposal


def met(proposal, who, **fields):
    """The leading unit has visited everybody who signed."""
    told = {"mode": "visit", "held_on": clock.today(), "note": "一起看了现场。", **fields}
    signers = list(proposal.sponsorships.confirmed())
    handling_workflow.record_contact(leading(proposal), by=who.clerk, sponsorships=signers, **told)


def rated(proposal, who, **told):
    """Everybody who signed and has not rated does; who has no account, by the office."""
    for row in workflow.waited_for(proposal):
        account = row.seat.deputy.user
        by = account or who.office
        workflow.rate(proposal, by=by, sponsorship=row, **(told or CONTENT))
    proposal.refresh_from_db()
    return proposal


def filed(proposal, who):
    """Rated by everybody and closed, whatever they said."""
    proposal.refresh_from_db()
    if proposal.status in S.to_rate:
        rated(proposal, who)
    workflow.close(proposal, by=who.office, note="代表知悉。")
    return proposal


def under_check(second, first, who):
    """Replies that who assigned has to read: of a ``first`` round, and of a ``second``."""
    for proposal in (first, second):
        _reply_for_review(proposal, who)
    return {"proposal_checked": first, "proposal_checked_again": second}


def _reply_for_review(proposal, who):
    checked(proposal)
    replied(proposal, who)


def _discontent(proposal, who):
    """Dissatisfied, if nobody has rated yet."""
    if proposal.status in (S.REPLIED, S.REPLIED_AGAIN):
        rated(proposal, who, **DISCONTENT)


def _rate(proposal, who):
    workflow.rate(proposal, by=who.deputy, **DISCONTENT)


def _redo(proposal, who):
    _discontent(proposal, who)
    workflow.redo(proposal, by=who.office, note="请逐盏检查。")


def _refer(proposal, who):
    _discontent(proposal, who)
    workflow.refer_to_committee(proposal, by=who.office, committee="城建环保委员会")


def _gather(proposal, who):
    """A joining unit gives its opinion."""
    workflow.add_units(proposal, by=who.office, co_units=[who.co_unit])
    joined = proposal.assignments.get(unit=who.co_unit)
    handling_workflow.accept(joined, by=who.co_clerk)
    told = {**REPLY, "replied_on": clock.today()}
    handling_workflow.reply(joined, by=who.co_clerk, **told)


SEND_BACK = {"reason": SendBackReason.BESIDE, "note": "没有回答何时更换。"}

# As WALK and PATHS of proposals.
WALK = {
    "pass_reply": lambda proposal, who: workflow.pass_reply(proposal, by=who.office),
    "pass_again": lambda proposal, who: workflow.pass_reply(proposal, by=who.office),
    "send_back": lambda proposal, who: workflow.send_back(proposal, by=who.office, **SEND_BACK),
    "send_back_again": lambda proposal, who: workflow.send_back(proposal, by=who.office, **SEND_BACK),
    "gather": _gather,
    "reply": replied,
    "reply_again": replied,
    "reply_for_review": _reply_for_review,
    "rate": _rate,
    "rate_again": _rate,
    "urge_rating": lambda proposal, who: workflow.urge_rating(proposal, by=who.office),
    "redo": _redo,
    "refer_to_committee": _refer,
    "close": filed,
}
PATHS = {
    S.CO_OPINION_DONE: (S.HANDLING, "gather"),
    S.REPLY_REVIEW: (S.HANDLING, "reply_for_review"),
    S.REPLIED: (S.HANDLING, "reply"),
    S.FEEDBACK: (S.REPLIED, "rate"),
    S.REHANDLING: (S.FEEDBACK, "redo"),
    S.REPLIED_AGAIN: (S.REHANDLING, "reply_again"),
    S.COMMITTEE_REVIEW: (S.REPLIED_AGAIN, "refer_to_committee"),
    S.CLOSED: (S.REPLIED, "close"),
}
