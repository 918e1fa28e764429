"""Opinions that walk to a status by their real steps."""

from datetime import date, timedelta

from factory.django import DjangoModelFactory

from congress import clock
from congress.enums import Satisfaction
from proposals.enums import ProposalKind
from proposals.workflow import withdraw
from reception import answer_workflow, referral_workflow, workflow
from reception.enums import AnswerMode, Competence, Nature, OpinionStatus, Urgency
from reception.models import OpinionCategory
from tests.factories.reception.people import people
from tests.factories.reception.visits import visit_of


class OpinionCategoryFactory(DjangoModelFactory):
    class Meta:
        model = OpinionCategory
        django_get_or_create = ("name",)

    name = "交通出行"


def referral_of(opinion, unit=None):
    """The opinion's latest referral: the leading unit's, or that of ``unit``."""
    found = opinion.referrals.order_by("pk")
    return found.filter(unit=unit).last() if unit else next(r for r in reversed(found) if r.leads)


def take(name, opinion, who):
    """Take the step ``name`` of an opinion as the person whose task it is."""
    WALK[name](opinion, who)
    opinion.refresh_from_db()
    return opinion


def triaged_as(competence, who):
    """An opinion that was classified as lying within this competence."""
    opinion = opinion_at(OpinionStatus.REGISTERED, who)
    _triage(opinion, who, competence)
    return opinion


def _triage(opinion, who, competence=Competence.LOCAL):
    workflow.triage(
        opinion,
        by=who.office,
        category=OpinionCategoryFactory(),
        nature=Nature.DEMAND,
        competence=competence,
        urgency=Urgency.NORMAL,
    )


def _refer(opinion, who):
    workflow.refer(opinion, by=who.in_charge(opinion), lead=who.unit)


def _return(opinion, who):
    referral = referral_of(opinion)
    referral_workflow.return_referral(referral, by=who.clerk, reason="不属本单位职责")
    referral_workflow.confirm_return(referral, by=who.office)


def _plan(opinion, who):
    referral_workflow.make_plan(
        referral_of(opinion), by=who.clerk, meeting_on=clock.today(), measures="更换路灯", finish_by=None
    )


def _extend(opinion, who):
    referral = referral_of(opinion)
    until = date.fromordinal(referral.due_on.toordinal() + 10)
    referral_workflow.request_extension(referral, by=who.clerk, until=until, reason="等配件")
    referral_workflow.grant_extension(referral, by=who.office)


def _reply(opinion, who):
    referral_workflow.reply(referral_of(opinion), by=who.clerk, text="已修好。", signatory="李局长")


def _convert(opinion, who):
    """Into a draft that the receiving deputy is asked to lead."""
    workflow.convert_all(
        [opinion],
        by=who.in_charge(opinion),
        kind=ProposalKind.SUGGESTION,
        lead=who.seat,
        title="关于路灯的建议",
        text="请更换路灯。",
    )


def settle(opinion):
    """Bring what the matter became to an end, so that its voter can be answered."""
    if opinion.awaits_proposal:
        withdraw(opinion.proposal, by=opinion.proposal.drafted_by, note="另行提出")


def _answer(opinion, who):
    settle(opinion)
    answer_workflow.answer(opinion, by=who.deputy, mode=AnswerMode.ORAL, text="路灯已修好。")


def _close(opinion, who):
    settle(opinion)
    answer_workflow.close(opinion, by=who.office, note="已了结")


def _merge(opinion, who):
    main = opinion_at(OpinionStatus.COPIED, who)
    by = who.district_office if opinion.status == OpinionStatus.ESCALATED else who.office
    workflow.merge(opinion, by=by, into=main)


def _survey(opinion, who):
    answer_workflow.survey(
        opinion,
        by=who.liaison,
        handling_rating=Satisfaction.DISSATISFIED,
        deputy_rating=Satisfaction.SATISFIED,
        reason="又坏了",
    )


def _reassign(opinion, who):
    other = who.unit if referral_of(opinion).unit == who.co_unit else who.co_unit
    workflow.reassign(opinion, by=who.in_charge(opinion), lead=other, note="职责调整")


def _promise(opinion, who):
    until = clock.today() + timedelta(days=200)
    workflow.promise(opinion, by=who.office, part=referral_of(opinion), text="更换路灯", due_on=until)


WALK = {
    "register": lambda opinion, who: workflow.register(opinion, by=who.liaison),
    "triage": _triage,
    "explain": lambda opinion, who: workflow.explain(opinion, by=who.in_charge(opinion), note="已经说明"),
    "refer": _refer,
    "reassign": _reassign,
    "not_accept": lambda opinion, who: workflow.not_accept(
        opinion, by=who.in_charge(opinion), note="涉诉，请到法院"
    ),
    "convert": _convert,
    "inform": lambda opinion, who: answer_workflow.inform(
        opinion, by=who.deputy, mode=AnswerMode.ORAL, text="已转为建议。"
    ),
    "escalate": lambda opinion, who: workflow.escalate(opinion, by=who.office, note="超出权限"),
    "merge": _merge,
    "promise": _promise,
    "accept": lambda opinion, who: referral_workflow.accept(referral_of(opinion), by=who.clerk),
    "return": _return,
    "plan": _plan,
    "extend": _extend,
    "reply": _reply,
    "urge": lambda opinion, who: workflow.urge(opinion, by=who.deputy, note="请抓紧"),
    "coordinate": lambda opinion, who: workflow.coordinate(opinion, by=who.deputy, note="约好周三见面"),
    "copy": lambda opinion, who: answer_workflow.copy_to_deputies(opinion, by=who.office),
    "answer": _answer,
    "survey": _survey,
    "redo": lambda opinion, who: answer_workflow.redo(opinion, by=who.in_charge(opinion), note="又坏了"),
    "close": _close,
    "reopen": lambda opinion, who: answer_workflow.reopen(opinion, by=who.office, note="又有新情况"),
    "withdraw": lambda opinion, who: workflow.withdraw(
        opinion, by=who.in_charge(opinion), note="选民不再要求"
    ),
}
# How each status is reached: (the status before, the step).
PATHS = {
    OpinionStatus.REGISTERED: (OpinionStatus.DRAFT, "register"),
    OpinionStatus.TRIAGED: (OpinionStatus.REGISTERED, "triage"),
    OpinionStatus.EXPLAINED: (OpinionStatus.TRIAGED, "explain"),
    OpinionStatus.NOT_ACCEPTED: (OpinionStatus.TRIAGED, "not_accept"),
    OpinionStatus.CONVERTED: (OpinionStatus.TRIAGED, "convert"),
    OpinionStatus.REFERRED: (OpinionStatus.TRIAGED, "refer"),
    OpinionStatus.RETURNED: (OpinionStatus.REFERRED, "return"),
    OpinionStatus.ACCEPTED: (OpinionStatus.REFERRED, "accept"),
    OpinionStatus.PLAN_MADE: (OpinionStatus.ACCEPTED, "plan"),
    OpinionStatus.EXTENDED: (OpinionStatus.ACCEPTED, "extend"),
    OpinionStatus.REPLIED: (OpinionStatus.ACCEPTED, "reply"),
    OpinionStatus.COPIED: (OpinionStatus.REPLIED, "copy"),
    OpinionStatus.ANSWERED: (OpinionStatus.COPIED, "answer"),
    OpinionStatus.SURVEYED: (OpinionStatus.ANSWERED, "survey"),
    OpinionStatus.REDO: (OpinionStatus.SURVEYED, "redo"),
    OpinionStatus.ESCALATED: (OpinionStatus.TRIAGED, "escalate"),
    OpinionStatus.CLOSED: (OpinionStatus.SURVEYED, "close"),
    OpinionStatus.REOPENED: (OpinionStatus.CLOSED, "reopen"),
    OpinionStatus.MERGED: (OpinionStatus.TRIAGED, "merge"),
    OpinionStatus.WITHDRAWN: (OpinionStatus.REGISTERED, "withdraw"),
}


def opinion_at(status, who=None, **visit):
    """An opinion that walked to ``status`` among the people ``who``; ``visit`` goes to :func:`visit_of`."""
    who = who or people()
    if status == OpinionStatus.DRAFT:
        return visit_of(who, draft=True, **visit).opinions.get()
    before, step = PATHS[status]
    return take(step, opinion_at(before, who, **visit), who)
