"""What units do with the opinions referred to them, and what the office decides about it (domain.md E1).

Each step of a unit leaves a line in the opinion's history as well; where the unit leads, the opinion's own
status follows.
"""

from django.core.exceptions import ValidationError
from django.db.models import Min

from congress import clock
from congress.calendar import short_date
from congress.handling import HandlingStatus, check_promise
from congress.models.office_rules import rules_for
from congress.plausible import check_day, check_near
from congress.validation import validate_new
from congress.workflow import whole
from reception.clocks import in_workdays, referral_clock, step_clock
from reception.models import UnitReply
from reception.workflow import (
    FOLLOWING_PARTS,
    cancel_unanswered,
    enter_undertaking,
    opinions,
    referrals,
    require,
)


def offered(referral, user):
    """The steps that a referral's page offers; the leading unit's part is not cancelled."""
    hidden = FOLLOWING_PARTS | ({"cancel"} if referral.leads else set())
    hidden |= set() if referral.owes_receipt else {"receipt"}
    return [step for step in referrals.available(referral, user) if step.name not in hidden]


@whole
def accept(referral, *, by, note=""):
    """The unit takes the matter on."""
    event = referrals.accept(referral, by=by, note=note)
    sentence = f"{referral.unit}签收，应于{short_date(referral.due_on)}前答复。{note}"
    if referral.leads:
        _follow("accept", referral, by=by, note=sentence, **_reply_clock(referral))
    else:
        _mention(event, referral, by=by, note=sentence)
    return event


@whole
def return_referral(referral, *, by, reason):
    """The unit says that the matter is not its own: once; the office decides within as many workdays."""
    decide = referral_clock(referral.opinion).accept
    event = referrals.request_return(referral, by=by, reason=reason, decide=decide)
    timing = step_clock(decide) if referral.leads else {}
    _mention(event, referral, by=by, note=f"{referral.unit}申请退回：{reason}", **timing)
    return event


@whole
def confirm_return(referral, *, by, note=""):
    """The office takes the matter back; where the unit led, it is to be referred anew."""
    event = referrals.confirm_return(referral, by=by, note=note)
    opinion, sentence = referral.opinion, f"同意{referral.unit}退回。{note}"
    if referral.leads:
        cancel_unanswered(opinion, by=by, note="主办单位已退回")
        _follow("return", referral, by=by, note=sentence, **in_workdays(opinion, "triage_workdays"))
    else:
        _conclude(event, referral, by=by, note=sentence)
    return event


@whole
def refuse_return(referral, *, by, note=""):
    """The unit has to accept, within the days of a new referral."""
    accept = referral_clock(referral.opinion).accept
    event = referrals.refuse_return(referral, by=by, accept=accept, note=note)
    timing = step_clock(accept) if referral.leads else {}
    _mention(event, referral, by=by, note=f"不同意{referral.unit}退回。{note}", **timing)
    return event


@whole
def make_plan(referral, *, by, meeting_on, measures, finish_by, note=""):
    """The unit met and decided what to do by when (B31)."""
    step = referrals.prepare("plan", referral, by=by)
    if meeting_on is not None:
        check_day("meeting_on", "会议日期", meeting_on, not_before=referral.issued_on, start="交办日期")
    if finish_by is not None and finish_by < referral.issued_on:
        raise ValidationError({"finish_by": "计划完成日期不能早于交办日期。"})
    if finish_by is not None:
        check_near("finish_by", "计划完成日期", finish_by, years=2)
    event = referrals.take(
        step,
        referral,
        by=by,
        note=note,
        plan_meeting_on=meeting_on,
        plan_measures=measures,
        plan_finish_by=finish_by,
    )
    planned = f"，计划{short_date(finish_by)}前完成" if finish_by else ""
    sentence = f"{referral.unit}定了办理方案{planned}：{measures}"
    if referral.leads:
        _follow("plan", referral, by=by, note=sentence)
    else:
        _mention(event, referral, by=by, note=sentence)
    return event


def extension_days(referral):
    """By how many days at most the office lets a unit's time be extended."""
    return rules_for(referral.opinion.jurisdiction).opinion_extension_days


@whole
def request_extension(referral, *, by, until, reason):
    """The unit asks for time, within the office's ceiling (信访工作条例第三十四条)."""
    event = referrals.request_extension(
        referral, by=by, until=until, reason=reason, ceiling=extension_days(referral)
    )
    _mention(event, referral, by=by, note=f"{referral.unit}申请延至{short_date(until)}：{reason}")
    return event


@whole
def grant_extension(referral, *, by, until=None, note=""):
    """The office grants the time that was asked for, or less."""
    event = referrals.grant_extension(
        referral, by=by, until=until, note=note, ceiling=extension_days(referral)
    )
    sentence = f"同意{referral.unit}延至{short_date(referral.due_on)}答复。{note}"
    if referral.leads:
        _follow("extend", referral, by=by, note=sentence, due_on=referral.due_on, **_reply_clock(referral))
    else:
        _mention(event, referral, by=by, note=sentence)
    return event


@whole
def refuse_extension(referral, *, by, note=""):
    """The unit has to reply in time."""
    event = referrals.refuse_extension(referral, by=by, note=note)
    _mention(event, referral, by=by, note=f"不同意{referral.unit}延期。{note}")
    return event


@whole
def reply(
    referral,
    *,
    by,
    text,
    signatory,
    document_number="",
    result_class=None,
    replied_on=None,
    attachment=None,
    promised="",
    promise_due_on=None,
    note="",
):
    """The unit's written reply, signed by its head; the opinion is replied to when all units have."""
    check_promise(result_class, promised, promise_due_on)
    replied_on = replied_on or clock.today()
    event = referrals.reply(referral, by=by, replied_on=replied_on, note=note)
    written = UnitReply(
        referral=referral,
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
    if promised:
        enter_undertaking(written, by=by)
    number = f"（{document_number}）" if document_number else ""
    _conclude(event, referral, by=by, note=f"{referral.unit}书面答复{number}。{note}")
    return event


@whole
def receipt(referral, *, by, note):
    """The unit answers that it was urged."""
    event = referrals.receipt(referral, by=by, note=note)
    _mention(event, referral, by=by, note=f"{referral.unit}：{note}")
    return event


@whole
def cancel_referral(referral, *, by, note):
    """The office goes on without a unit that was to join; the leading unit's part is not cancelled."""
    require(note, "请写明撤销的理由。")
    if referral.leads:
        raise ValidationError("主办单位的转办不能撤销；要换单位的，请改派，或者报区协调。")
    event = referrals.cancel(referral, by=by, note=note)
    _conclude(event, referral, by=by, note=f"不再由{referral.unit}会办：{note}")
    return event


@whole
def _conclude(event, referral, *, by, note):
    """Take the opinion's reply when the leading unit has replied and nobody else is waited for."""
    opinion = referral.opinion
    parts = list(opinion.referrals.filter(round=opinion.round).select_related("unit"))
    lead = next((part for part in parts if part.leads and part.status == HandlingStatus.REPLIED), None)
    waited = [str(part.unit) for part in parts if part.status not in HandlingStatus.over]
    if lead is None or waited:
        pending = f"尚待{'、'.join(waited)}答复。" if waited else ""
        return _mention(event, referral, by=by, note=f"{note}{pending}")
    changes = in_workdays(opinion, "copy_workdays")
    if opinion.replied_on is None:
        changes |= {"replied_on": lead.replied_on, "replied_in_time": lead.replied_on <= lead.due_on}
        changes |= {"told_on": _told_already(opinion, lead.replied_on)}
    return _follow("reply", referral, by=by, note=note, **changes)


def _told_already(opinion, replied_on):
    """What the voter was told on or after the day of the reply, where he was answered before it came in."""
    if opinion.answered_on is None:
        return None
    later = opinion.answers.filter(answered_on__gte=replied_on)
    return later.aggregate(first=Min("answered_on"))["first"]


def _follow(name, referral, *, by, note, **changes):
    return opinions.take(name, referral.opinion, by=by, note=note, **changes)


def _mention(event, referral, *, by, note, **changes):
    """Tell of the referral's ``event``, under its own name, in the history of the opinion."""
    return opinions.take("unit_act", referral.opinion, by=by, note=note, label=event.label, **changes)


def _reply_clock(referral):
    return {"step_due_on": referral.due_on, "step_due_sentence": referral.due_sentence}
