"""The tables of steps: a proposal's (domain.md E2), its signatures', its assignments'."""

from dataclasses import replace

from django.core.exceptions import ValidationError

from congress import clock
from congress.enums import Satisfaction
from congress.handling import HandlingStatus, HandlingWorkflow
from congress.workflow import Step, Workflow
from proposals import road_rules, rules
from proposals.enums import Consent, SponsorStatus
from proposals.enums import ProposalStatus as S
from proposals.workflow.commitment_steps import FOLLOWING, commitment_steps
from proposals.workflow.publication_steps import PUBLICATION_STEPS
from proposals.workflow.rating_steps import RATING_STEPS, TO_RATE, dissatisfied_again
from proposals.workflow.reply_steps import (
    FOLLOWING_REPLY,
    FOLLOWING_REWRITE,
    PART_STEPS,
    REPLY_STEPS,
)
from proposals.workflow.review_steps import (
    CONSENT_STEPS,
    CONSENTING,
    FOLLOWING_CONSENT,
    FOLLOWING_REVIEW,
    HANDED_IN,
    LEAVING,
    REVIEW_STEPS,
)
from proposals.workflow.road_steps import BEFORE_AGENDA, FOLLOWING_ROAD, ROAD_STEPS
from proposals.workflow.supervision_steps import SUPERVISION_STEPS


def _from(*statuses):
    return frozenset(statuses)


WRITING = _from(*(S(value) for value in S.writing))
WITH_UNIT = _from(*(S(value) for value in S.with_unit))
TO_REVIEW = _from(S.SUBMITTED, S.UNDER_REVIEW)
CLOSING = TO_RATE | {S.COMMITTEE_REVIEW}
# A unit may still meet the deputies, or a joining one be late, when the reply is out.
AFTER_REPLY = TO_RATE | {S.REPLY_REVIEW, S.COMMITTEE_REVIEW}

proposals = Workflow(
    "议案建议",
    S,
    Step("edit", "修改", WRITING, None, rules.can_write),
    Step("invite", "邀请联名", WRITING, S.COSIGNING, rules.can_write),
    Step("hand_over", "改由他人领衔", WRITING, None, rules.can_hand_over, done="已改由他人领衔"),
    Step("submit", "提交", WRITING, S.SUBMITTED, rules.can_hand_in),
    Step("accept", "受理", TO_REVIEW, S.ACCEPTED, rules.can_review),
    Step("return", "退回代表", TO_REVIEW, S.RETURNED, rules.can_review),
    Step("reject", "不予受理", TO_REVIEW, S.REJECTED, rules.can_review, done="已决定不予受理"),
    Step(
        "assign",
        "交办",
        _from(S.ACCEPTED, S.UNIT_RETURNED, S.VOTED, S.COMMITTEE_DECISION),
        S.ASSIGNED,
        road_rules.may_be_assigned,
    ),
    *ROAD_STEPS,
    *REPLY_STEPS,
    *RATING_STEPS,
    Step("withdraw", "撤回", WRITING | HANDED_IN - BEFORE_AGENDA, S.WITHDRAWN, rules.can_withdraw),
    *commitment_steps(CLOSING),
    *REVIEW_STEPS,
    *SUPERVISION_STEPS,
    *PUBLICATION_STEPS,
    # What follows from a signature's or an assignment's step; no page offers it.
    Step("sign", "联名", WRITING, None, rules.takes_part),
    Step("take_on", "单位签收", _from(S.ASSIGNED), S.HANDLING, rules.follows),
    Step("give_back", "单位退回", _from(S.ASSIGNED, S.REHANDLING), S.UNIT_RETURNED, rules.follows),
    Step("unit_act", "单位进展", WITH_UNIT | AFTER_REPLY, None, rules.follows),
    *FOLLOWING_REVIEW,
    *FOLLOWING_ROAD,
    initial=S.DRAFT,
    related=["jurisdiction__parent", "drafted_by", "session", "term"],
)
FOLLOWING_STEPS = (
    _from("sign", "take_on", "give_back", "unit_act")
    | FOLLOWING_REPLY
    | FOLLOWING
    | {step.name for step in (*FOLLOWING_REVIEW, *FOLLOWING_ROAD)}
)

ASKED = _from(SponsorStatus.INVITED)
SIGNED = _from(SponsorStatus.CONFIRMED)
sponsorships = Workflow(
    "联名",
    SponsorStatus,
    Step("confirm", "确认联名", ASKED, SponsorStatus.CONFIRMED, rules.can_sign),
    Step("decline", "不联名", ASKED, SponsorStatus.DECLINED, rules.can_sign, done="已回复不联名"),
    Step("leave", "退出联名", SIGNED, SponsorStatus.WITHDRAWN, rules.can_sign),
    *CONSENT_STEPS,
    # What follows from the proposal's steps: written anew, handed in, asked once more.
    Step("ask_again", "重新征求", frozenset(SponsorStatus), SponsorStatus.INVITED, rules.can_ask_again),
    Step(
        "step_down",
        "不再领衔",
        frozenset(SponsorStatus) - SIGNED,
        SponsorStatus.WITHDRAWN,
        rules.can_ask_again,
        done="已换领衔代表",
    ),
    Step("expire", "逾期未确认", ASKED, SponsorStatus.EXPIRED, rules.can_let_expire),
    *FOLLOWING_CONSENT,
    initial=SponsorStatus.INVITED,
    related=["seat__deputy", "proposal__drafted_by", "proposal__jurisdiction__parent"],
)
FOLLOWING_SIGNATURES = _from("ask_again", "step_down", "expire", *(step.name for step in FOLLOWING_CONSENT))

# What a joining unit does, who writes to the leading unit and not to the deputies.
JOINING = {"draft_reply": "起草会办意见", "reply": "提交会办意见"}


class AssignmentWorkflow(HandlingWorkflow):
    """A unit's part: what the leading units call a reply is of a joining one an opinion (会办意见)."""

    def worded(self, step, assignment):
        if assignment.leads or step.name not in JOINING:
            return step
        return replace(step, label=JOINING[step.name])


assignments = AssignmentWorkflow(
    "交办",
    # What follows from the proposal's steps.
    Step(
        "answer_merged", "并案答复", _from(HandlingStatus.ISSUED), HandlingStatus.REPLIED, rules.follows_part
    ),
    Step(
        "stop",
        "停止办理",
        frozenset(HandlingStatus) - {HandlingStatus(value) for value in HandlingStatus.over},
        HandlingStatus.CANCELLED,
        rules.can_stop,
    ),
    *PART_STEPS,
    matter="proposal",
    unit=rules.can_handle,
    office=rules.can_decide,
    urging=rules.can_urge_unit,
    related=["unit", "proposal__jurisdiction__parent", "proposal__drafted_by"],
)
FOLLOWING_PARTS = _from("stop", "answer_merged") | FOLLOWING_REWRITE


def offered(proposal, user):
    """The steps that the proposal's page offers: without those that follow from other steps.

    A second answer is offered when enough of those who put the interpellation are not satisfied.
    """
    hidden = FOLLOWING_STEPS | _not_yet(proposal)
    found = [step for step in proposals.available(proposal, user) if step.name not in hidden]
    return [step for step in found if step.name != "demand_again" or road_rules.is_enough(proposal)]


def _not_yet(proposal):
    """The steps for which something is missing: a rating, the days that deputies have, an inspection."""
    hidden = set()
    dissatisfied = proposal.result_rating == Satisfaction.DISSATISFIED
    if not dissatisfied or (proposal.round > 1 and proposal.status != S.COMMITTEE_REVIEW):
        hidden.add("redo")
    if proposal.status == S.REPLIED_AGAIN and not (dissatisfied and dissatisfied_again(proposal)):
        hidden.add("refer_to_committee")
    if proposal.step_due_on is None:
        hidden.add("urge_rating")
    elif clock.today() <= proposal.step_due_on:
        hidden.add("close")
    if proposal.assigned_on is None or all(held.result for held in proposal.inspections.all()):
        hidden.add("inspect_result")
    return hidden


def offered_to_sign(sponsorship, user):
    """The steps that the proposal's page offers to who is asked to sign, or to agree that it is taken back.

    Who leads does not leave: he takes the proposal back.
    """
    proposal = sponsorship.proposal
    hidden = {*FOLLOWING_SIGNATURES}
    if sponsorship.leads or not (proposal.is_written or proposal.status in LEAVING):
        hidden.add("leave")
    if not proposal.is_written:
        hidden |= {"confirm", "decline"}
    if sponsorship.withdrawal != Consent.ASKED or proposal.status not in CONSENTING:
        hidden |= {"agree", "refuse"}
    steps = [step for step in sponsorships.steps.values() if step.name not in hidden]
    return [step for step in steps if sponsorships.can_take(step.name, sponsorship, user)]


def require(note, sentence, *, field="note"):
    """Refuse an empty ``note`` with a sentence that says what to write."""
    if not note.strip():
        raise ValidationError({field: sentence})
