"""The table of an opinion's steps (domain.md E1), and the table of its referrals."""

from django.core.exceptions import ValidationError

from congress.handling import HandlingStatus, HandlingWorkflow
from congress.workflow import Step, Workflow
from reception import rules
from reception.enums import OpinionStatus as S


def _from(*statuses):
    return frozenset(statuses)


UNREFERRED = _from(S.TRIAGED, S.RETURNED, S.ESCALATED, S.REOPENED)
WITH_UNIT = _from(*(S(value) for value in S.with_unit))
IN_HAND = WITH_UNIT - {S.REFERRED, S.REDO}
AFTER_REPLY = _from(S.REPLIED, S.COPIED, S.ANSWERED, S.SURVEYED)


class OpinionWorkflow(Workflow):
    """Its events keep until when they were due: the clock on the opinion is already the next step's."""

    def kept(self, record):
        return {"due_on": record.step_due_on, "due_sentence": record.step_due_sentence}


opinions = OpinionWorkflow(
    "群众意见",
    S,
    Step("register", "登记", _from(S.DRAFT), S.REGISTERED, rules.can_register),
    Step("triage", "分类", _from(S.REGISTERED, S.RETURNED, S.REOPENED), S.TRIAGED, rules.can_dispose),
    Step("explain", "当场解释", _from(S.TRIAGED, S.ESCALATED), S.EXPLAINED, rules.can_dispose),
    Step("refer", "转办", UNREFERRED, S.REFERRED, rules.can_steer),
    Step("reassign", "改派", WITH_UNIT, S.REFERRED, rules.can_steer),
    Step(
        "not_accept",
        "不予受理",
        _from(S.TRIAGED, S.ESCALATED),
        S.NOT_ACCEPTED,
        rules.can_dispose,
        done="已决定不予受理",
    ),
    Step("convert", "转为议案建议", _from(S.TRIAGED, S.ESCALATED), S.CONVERTED, rules.can_convert),
    Step("urge", "催办", WITH_UNIT | {S.RETURNED, S.ESCALATED}, None, rules.can_urge),
    Step("coordinate", "协调对接", WITH_UNIT | {S.RETURNED, S.ESCALATED}, None, rules.can_urge),
    Step(
        "escalate",
        "报区协调",
        (UNREFERRED - {S.ESCALATED}) | WITH_UNIT | AFTER_REPLY | {S.EXPLAINED},
        S.ESCALATED,
        rules.can_escalate,
    ),
    Step("merge", "并入他件", UNREFERRED | {S.REGISTERED}, S.MERGED, rules.can_dispose),
    # What follows from a referral's step; the referral's page offers it, never the opinion's.
    Step("accept", "单位签收", _from(S.REFERRED, S.REDO), S.ACCEPTED, rules.takes_part),
    Step("return", "单位退回", _from(S.REFERRED, S.REDO), S.RETURNED, rules.can_steer),
    Step("plan", "定办理方案", IN_HAND, S.PLAN_MADE, rules.takes_part),
    Step("extend", "同意延期", _from(S.ACCEPTED, S.PLAN_MADE), S.EXTENDED, rules.can_steer),
    Step("unit_act", "单位进展", WITH_UNIT, None, rules.takes_part),
    Step("reply", "单位答复", IN_HAND, S.REPLIED, rules.takes_part),
    Step("copy", "抄送代表", _from(S.REPLIED), S.COPIED, rules.can_manage),
    Step("hear", "主件答复", _from(S.MERGED), None, rules.can_pass_on),
    Step("learn", "议案建议有结果", _from(S.CONVERTED), None, rules.can_hear_of_proposal),
    Step("inform", "告知选民已转", _from(S.CONVERTED), None, rules.can_answer, done="已告知选民"),
    Step(
        "answer",
        "答复选民",
        _from(S.COPIED, S.MERGED, S.NOT_ACCEPTED, S.CONVERTED),
        S.ANSWERED,
        rules.can_answer,
    ),
    Step(
        "survey",
        "满意度测评",
        _from(S.ANSWERED, S.EXPLAINED),
        S.SURVEYED,
        rules.can_survey,
        done="满意度测评已完成",
    ),
    Step("promise", "登记承诺", AFTER_REPLY | {S.CLOSED}, None, rules.can_promise),
    Step("redo", "重新办理", _from(S.SURVEYED), S.REDO, rules.can_dispose),
    Step(
        "close",
        "办结",
        AFTER_REPLY | {S.EXPLAINED, S.NOT_ACCEPTED, S.CONVERTED},
        S.CLOSED,
        rules.can_manage,
    ),
    Step("reopen", "重新打开", _from(S.CLOSED), S.REOPENED, rules.can_manage),
    Step(
        "withdraw",
        "撤回",
        UNREFERRED | WITH_UNIT | {S.DRAFT, S.REGISTERED},
        S.WITHDRAWN,
        rules.can_withdraw,
    ),
    initial=S.DRAFT,
    related=["jurisdiction__parent", "proposal"],
)
FOLLOWING_STEPS = _from("accept", "return", "plan", "extend", "unit_act", "reply", "hear", "learn")

referrals = HandlingWorkflow(
    "转办",
    Step(
        "plan",
        "定办理方案",
        _from(HandlingStatus.ACCEPTED, HandlingStatus.EXTENSION_REQUESTED),
        None,
        rules.can_handle,
    ),
    matter="opinion",
    unit=rules.can_handle,
    office=rules.can_decide,
    later=(HandlingStatus.ABSENT,),
    urging=rules.can_urge_unit,
    related=["unit", "opinion__jurisdiction__parent"],
)
# What follows from the matter's steps: all its units are urged.
FOLLOWING_PARTS = _from("urge")


def offered(opinion, user):
    """The steps that the opinion's page offers.

    Without those that follow from a referral's step, without the referral of what is to be escalated, and
    without a promise where no unit could make one.
    While a proposal goes its way the voter is told no more than that.
    """
    steps = [step for step in opinions.available(opinion, user) if step.name not in FOLLOWING_STEPS]
    hidden = {"answer", "close"} if opinion.awaits_proposal else {"inform"}
    if opinion.awaits_proposal and opinion.step_due_on is None:
        hidden |= {"inform"}
    if opinion.status in UNREFERRED and rules.must_escalate(user, opinion):
        hidden |= {"refer"}
    if not opinion.referrals.all():
        hidden |= {"promise"}
    return [step for step in steps if step.name not in hidden]


def require(note, sentence):
    """Refuse an empty ``note`` with a sentence that says what to write."""
    if not note.strip():
        raise ValidationError({"note": sentence})
