"""Interpellations and questions: how they are answered, and whether that satisfies (domain.md E2)."""

from django.core.exceptions import ValidationError

from congress import clock
from congress.calendar import short_date
from congress.workflow import whole
from proposals import road_rules
from proposals.clocks import NO_CLOCK, session_clock
from proposals.enums import Act, Body, Mode, ProposalKind
from proposals.models import Verdict
from proposals.workflow.listeners import tell_result
from proposals.workflow.proceedings import minute, where
from proposals.workflow.steps import proposals, require


@whole
def order_answer(proposal, *, by, held_on, mode, body="", note="", paper=None):
    """The presidium decides that the organ answers at a meeting or in writing (地方组织法第二十四条)."""
    step = proposals.prepare("order_answer", proposal, by=by)
    at = where(mode, body, Body.for_answers)
    minute(proposal, Act.ORDER, mode=mode, body=Body.PRESIDIUM, held_on=held_on, text=note, paper=paper)
    how = "书面答复" if mode == Mode.WRITTEN else f"在{Body(at).label}上口头答复"
    told = f"主席团{short_date(held_on)}决定由{proposal.organ}{how}。{note}"
    return proposals.take(step, proposal, by=by, note=told, **session_clock(proposal.session))


@whole
def answer(proposal, *, by, held_on, mode, body="", speaker, text, document_number="", paper=None):
    """The organ's answer: given by its head at a meeting, or signed by him (地方组织法第二十四条); to a
    question by a person in charge (代表法第十九条)."""
    step = proposals.prepare("answer", proposal, by=by)
    asked = proposal.kind == ProposalKind.INQUIRY
    require(speaker, "请写明到会答复或者签署答复的负责人。", field="speaker")
    require(text, "请写明答复的内容。", field="text")
    body = where(mode, body, (*Body.for_answers, Body.DELEGATION) if asked else Body.for_answers)
    row = minute(
        proposal,
        Act.ANSWER,
        mode=mode,
        body=body,
        speaker=speaker,
        held_on=held_on,
        text=text,
        document_number=document_number,
        paper=paper,
    )
    how = "书面" if mode == Mode.WRITTEN else f"在{Body(body).label}上"
    told = f"{proposal.organ}{speaker}{short_date(held_on)}{how}{row.called}。"
    event = proposals.take(
        step, proposal, by=by, label=f"登记{row.called}", note=told, replied_on=held_on, **NO_CLOCK
    )
    tell_result(proposal, by=by)
    return event


@whole
def judge(proposal, *, by, satisfied, signatures=None, note=""):
    """Say for oneself whether the answer satisfies; the office for deputies without accounts.

    ``signatures`` are those about which the office heard; a deputy's are his own.
    """
    step = proposals.prepare("judge", proposal, by=by)
    own = road_rules.signatures_to_judge(by, proposal)
    chosen = own if by.is_deputy else list(signatures or ())
    if not chosen:
        raise ValidationError({"signatures": "请选择哪些代表表了态。"})
    if strangers := [row.seat.called for row in chosen if row not in own]:
        raise ValidationError({"signatures": f"{'、'.join(strangers)}由本人在自己的账号里表态。"})
    for row in chosen:
        Verdict.objects.update_or_create(
            sponsorship=row,
            round=proposal.round,
            defaults={"satisfied": satisfied, "told_at": clock.now()},
        )
    names = "、".join(row.seat.called for row in chosen)
    word = "满意" if satisfied else "不满意"
    return proposals.take(step, proposal, by=by, note=f"{names}对答复{word}。{note}")


@whole
def demand_again(proposal, *, by, note=""):
    """Half of those who put it, or more, are not satisfied: the organ answers again (代表法第二十条)."""
    step = proposals.prepare("demand_again", proposal, by=by)
    signed, unsatisfied, _ = road_rules.opinions_of(proposal)
    if not road_rules.is_enough(proposal):
        raise ValidationError(
            f"提出质询案的代表{signed}名，不满意的{unsatisfied}名，不到半数，不能要求再作答复（代表法第二十条）。"
        )
    told = f"提出质询案的代表{signed}名，{unsatisfied}名不满意，要求{proposal.organ}再作答复。{note}"
    return proposals.take(
        step,
        proposal,
        by=by,
        note=told,
        round=proposal.round + 1,
        **session_clock(proposal.session),
    )
