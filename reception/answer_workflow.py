"""From the unit's reply to the end of the matter: copies, answer, survey, closing, redoing (domain.md E1)."""

from django.core.exceptions import ValidationError

from congress import clock
from congress.calendar import short_date
from congress.enums import Satisfaction
from congress.plausible import check_day
from congress.validation import validate_new
from congress.workflow import whole
from deputies.models import Seat
from deputies.models.seat import naming
from reception.clocks import NO_CLOCK, in_days, in_workdays, referral_clock
from reception.enums import OpinionStatus as S
from reception.models import Answer, ReplyCopy, Survey, UnitReply
from reception.workflow import (
    has_result,
    issue_referrals,
    opinions,
    referred,
    require,
    tell_merged,
    undecided,
)


UNSURVEYED = {
    S.ANSWERED: "已经答复选民，还没有测评",
    S.EXPLAINED: "已经当场解释，还没有测评",
}


@whole
def copy_to_deputies(opinion, *, by, seats=None, note=""):
    """Copy the round's replies, item by item, to the deputies who received the voters (B29, B32).

    ``seats`` defaults to all of them, those of merged opinions included. Where no deputy received the
    voter, the office answers.
    """
    step = opinions.prepare("copy", opinion, by=by)
    seats = list(receivers(opinion) if seats is None else seats)
    if not seats and receivers(opinion).in_office(clock.today()).exists():
        raise ValidationError({"seats": "有代表接待过来访人，请至少选一名，由代表答复选民。"})
    replies = UnitReply.objects.filter(referral__opinion=opinion, referral__round=opinion.round)
    copies = [ReplyCopy(reply=reply, seat=seat) for reply in replies for seat in seats]
    names, office = "、".join(seat.called for seat in seats), opinion.jurisdiction.office_name
    told = f"抄送{names}代表，请答复选民。" if names else f"没有在任的接待代表，由{office}答复选民。"
    timing = in_workdays(opinion, "answer_workdays")
    event = opinions.take(step, opinion, by=by, note=f"{told}{note}", **timing)
    ReplyCopy.objects.bulk_create(copies)
    tell_merged(opinion, by=by)
    return event


def receivers(opinion):
    """The seats of the deputies who received the voter, or a voter whose matter was merged into this."""
    return (
        Seat.objects.filter(visits__opinions__in=[opinion, *opinion.merged.all()])
        .select_related(*naming())
        .in_stroke_order()
        .distinct()
    )


@whole
def answer(opinion, *, by, mode, text, answered_on=None, reaction="", seat=None, note=""):
    """Tell the voter what has become of his matter; ``seat`` is the deputy who does (B18, B32)."""
    step = opinions.prepare("answer", opinion, by=by)
    answered_on = answered_on or clock.today()
    if opinion.awaits_proposal:
        raise ValidationError(f"{opinion.proposal.called}还没有结果，请等有了结果再答复选民。")
    untold = opinion.status == S.MERGED and opinion.step_due_on is None
    if untold and not has_result(opinion.merged_into):
        raise ValidationError(f"主件{opinion.merged_into.number}还没有答复，请等答复后再告诉选民。")
    told = {"mode": mode, "text": text, "answered_on": answered_on, "reaction": reaction, "seat": seat}
    return opinions.take(
        step,
        opinion,
        by=by,
        note=f"{_tell(opinion, by=by, **told)}{note}",
        answered_on=answered_on,
        told_on=_first_told(opinion, answered_on),
        **in_days(opinion, "survey_days"),
    )


@whole
def inform(opinion, *, by, mode, text, answered_on=None, reaction="", seat=None):
    """Tell the voter that his matter became a proposal; what comes of that he is answered later."""
    step = opinions.prepare("inform", opinion, by=by)
    if not opinion.awaits_proposal:
        raise ValidationError("转成的议案建议已经有了结果，请直接答复选民。")
    answered_on = answered_on or clock.today()
    told = {"mode": mode, "text": text, "answered_on": answered_on, "reaction": reaction}
    note = _tell(opinion, by=by, seat=seat, **told)
    first = _first_told(opinion, answered_on)
    return opinions.take(step, opinion, by=by, note=note, told_on=first, **NO_CLOCK)


def _first_told(opinion, answered_on):
    """The earliest day on which the voter was told what the unit replied; None before it has."""
    if opinion.replied_on is None:
        return None
    return min(answered_on, opinion.told_on or answered_on)


def _tell(opinion, *, by, mode, text, answered_on, reaction, seat):
    """Write down what the voter was told; return the sentence about it."""
    check_day(
        "answered_on",
        "答复选民日期",
        answered_on,
        not_before=opinion.replied_on or opinion.received_on,
        start="单位答复日期" if opinion.replied_on else "收到日期",
    )
    record = Answer(
        opinion=opinion,
        round=opinion.round,
        seat=seat or _own_seat(opinion, by),
        mode=mode,
        answered_on=answered_on,
        text=text,
        reaction=reaction,
        by=by,
    )
    validate_new(record)
    record.save()
    who = f"{record.seat.called}代表" if record.seat else by.jurisdiction.office_name
    return f"{who}于{short_date(answered_on)}{record.get_mode_display()}选民。"


def _own_seat(opinion, user):
    """The receiving deputy's own seat when he answers himself."""
    return Seat.objects.filter(visits=opinion.visit_id, deputy__user=user).first()


@whole
def survey(opinion, *, by, handling_rating, deputy_rating, reason="", surveyed_on=None, note=""):
    """Two questions to the voter: the handling, and the deputy's part (B33)."""
    step = opinions.prepare("survey", opinion, by=by)
    surveyed_on = surveyed_on or clock.today()
    check_day(
        "surveyed_on",
        "测评日期",
        surveyed_on,
        not_before=opinion.answered_on or opinion.received_on,
        start="答复选民日期" if opinion.answered_on else "收到日期",
    )
    record = Survey(
        opinion=opinion,
        round=opinion.round,
        handling_rating=handling_rating,
        deputy_rating=deputy_rating,
        reason=reason,
        surveyed_on=surveyed_on,
    )
    validate_new(record)
    record.save()
    of_deputy = record.get_deputy_rating_display() or "作用未评价"
    ratings = f"对办理{record.get_handling_rating_display()}，对代表{of_deputy}。"
    return opinions.take(
        step,
        opinion,
        by=by,
        note=f"{ratings}{note}",
        handling_rating=handling_rating,
        deputy_rating=deputy_rating,
        **NO_CLOCK,
    )


@whole
def redo(opinion, *, by, note):
    """The voter is dissatisfied: the same units handle it once more; a second time it is escalated.

    The district, to which it was, may have it handled again as often as it needs.
    """
    step = opinions.prepare("redo", opinion, by=by)
    require(note, "请写明选民对什么不满意、要重办什么。")
    parts = list(opinion.referrals.standing().filter(round=opinion.round).select_related("unit"))
    _check_redo(opinion, parts)
    timing = referral_clock(opinion, "opinion_redo_days")
    lead = next(part.unit for part in parts if part.leads)
    sentence = f"由{lead}重新办理，应于{short_date(timing.reply.day)}前答复。{note}"
    event = opinions.take(
        step, opinion, by=by, note=sentence, round=opinion.round + 1, **referred(opinion, timing)
    )
    issue_referrals(opinion, [(part.unit, part.role) for part in parts], timing, by=by, note=note)
    return event


def _check_redo(opinion, parts):
    if opinion.handling_rating != Satisfaction.DISSATISFIED:
        raise ValidationError("选民没有表示对办理不满意，不必重新办理。")
    if not opinion.escalated and opinion.events.filter(step="redo").exists():
        raise ValidationError("已经重新办理过一次；选民仍不满意的，请报区协调。")
    if not any(part.leads for part in parts):
        otherwise = "请写明理由办结" if opinion.escalated else "请报区协调，或者写明理由办结"
        raise ValidationError(f"没有主办单位办过这件意见，不能重新办理；{otherwise}。")


def after_survey(opinion):
    """Name of the step that is due once the voter was asked, of an opinion annotated ``redoable``."""
    if opinion.handling_rating != Satisfaction.DISSATISFIED:
        return "close"
    if opinion.redoable:
        return "redo"
    return "close" if opinion.escalated else "escalate"


@whole
def close(opinion, *, by, note=""):
    """End the matter; a reason is needed without answer or survey, and while the voter is dissatisfied."""
    step = opinions.prepare("close", opinion, by=by)
    if opinion.awaits_proposal:
        raise ValidationError(f"{opinion.proposal.called}还没有结果，请等有了结果、答复选民以后再办结。")
    if opinion.status != S.SURVEYED:
        done = UNSURVEYED.get(opinion.status, "还没有答复选民并测评")
        require(note, f"{done}，直接办结的，请写明理由。")
    elif opinion.handling_rating == Satisfaction.DISSATISFIED:
        ways = "重新办理" if opinion.escalated else "重新办理或者报区协调"
        require(note, f"选民不满意，应当{ways}；确需办结的，请写明理由。")
    event = opinions.take(step, opinion, by=by, note=note, closed_on=clock.today(), **NO_CLOCK)
    tell_merged(opinion, by=by)
    return event


@whole
def reopen(opinion, *, by, note):
    """Take up a closed matter again, in a new round."""
    step = opinions.prepare("reopen", opinion, by=by)
    require(note, "请写明重新打开的理由。")
    return opinions.take(
        step,
        opinion,
        by=by,
        note=note,
        closed_on=None,
        round=opinion.round + 1,
        **undecided(opinion),
        **in_workdays(opinion, "triage_workdays"),
    )
