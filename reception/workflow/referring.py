"""Handing an opinion to units, or to the district (B28), and taking it from them again."""

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef

from congress.calendar import short_date
from congress.handling import HandlingStatus, UnitRole
from congress.workflow import whole
from reception import rules
from reception.clocks import in_workdays, referral_clock, step_clock
from reception.enums import Outcome
from reception.models import Referral
from reception.workflow.steps import AFTER_REPLY, opinions, referrals, require


@whole
def refer(opinion, *, by, lead, co_units=(), note=""):
    """Hand the matter to a leading unit and to those that join it, with their clocks."""
    step = opinions.prepare("refer", opinion, by=by)
    co_units = [unit for unit in dict.fromkeys(co_units) if unit != lead]
    _check_units(opinion, [lead, *co_units], by=by)
    timing = referral_clock(opinion)
    joined = f"，会办{'、'.join(map(str, co_units))}" if co_units else ""
    sentence = f"转办给{lead}{joined}，应于{short_date(timing.reply.day)}前答复。{note}"
    changes = referred(opinion, timing)
    event = opinions.take(step, opinion, by=by, note=sentence, outcome=Outcome.REFERRED, **changes)
    parts = [(lead, UnitRole.LEAD), *((unit, UnitRole.CO) for unit in co_units)]
    issue_referrals(opinion, parts, timing, by=by, note=note)
    return event


@whole
def reassign(opinion, *, by, lead, note):
    """Give the leading unit's part to another unit, in the same round; units that join keep theirs.

    The first unit's part stays in the history as cancelled; the new one has its full time.
    """
    step = opinions.prepare("reassign", opinion, by=by)
    require(note, "请写明为什么改派。")
    parts = opinion.referrals.standing().filter(round=opinion.round).select_related("unit")
    former = next(part for part in parts if part.leads)
    if former.status == HandlingStatus.REPLIED:
        raise ValidationError(f"主办单位{former.unit}已经答复，不能再改派。")
    if former.unit == lead:
        raise ValidationError({"lead": f"{lead}已是主办单位，请选择另一个单位。"})
    for part in parts:
        if part == former or part.unit == lead:
            referrals.cancel(part, by=by, note=f"改由{lead}主办：{note}")
    _check_units(opinion, [lead], by=by)
    timing = referral_clock(opinion, "opinion_redo_days" if _redone(opinion) else "opinion_reply_days")
    sentence = f"改派：由{former.unit}改为{lead}主办，应于{short_date(timing.reply.day)}前答复。{note}"
    event = opinions.take(step, opinion, by=by, note=sentence, **referred(opinion, timing))
    issue_referrals(opinion, [(lead, UnitRole.LEAD)], timing, by=by, note=note)
    return event


def _redone(opinion):
    """Whether the round that stands is one of handling again."""
    return (
        opinion.events.filter(step__in=("redo", "reopen", "escalate")).values_list("step", flat=True).last()
        == "redo"
    )


def refusal_of_referral(opinion, user):
    """The sentence for a place that would hand to its own units what is beyond its power (B28), or None."""
    if not rules.must_escalate(user, opinion):
        return None
    return f"这件意见的权限是“{opinion.get_competence_display()}”，不能转给本镇街的单位，请报区协调。"


def _check_units(opinion, units, *, by):
    if refusal := refusal_of_referral(opinion, by):
        raise ValidationError({"lead": refusal})
    here = opinion.referrals.standing().filter(round=opinion.round, unit=OuterRef("pk"))
    allowed = rules.units_for(by, opinion).filter(pk__in=[unit.pk for unit in units])
    holds = {unit: unit.holds for unit in allowed.annotate(holds=Exists(here))}
    if strangers := [str(unit) for unit in units if unit not in holds]:
        raise ValidationError(
            f"不能转办给{'、'.join(strangers)}：不在您可以转办的单位之列；超出镇街权限的，请报区协调。"
        )
    if any(holds.values()):
        raise ValidationError("这一轮已经转给该单位。")


def referred(opinion, timing):
    """The opinion's clock after it was referred with ``timing``.

    Until a unit has replied the last referral's day stands: day, limit and first reply belong together.
    """
    return {
        "referred_on": opinion.referred_on if opinion.replied_on else timing.issued_on,
        "due_on": timing.reply.day,
        **step_clock(timing.accept),
    }


def issue_referrals(opinion, parts, timing, *, by, note=""):
    """Write the referrals of the opinion's round: ``parts`` are pairs (unit, role).

    That none of the units has a part in the round already, its caller knows.
    """
    days = f"应于{short_date(timing.accept.day)}前签收，{short_date(timing.reply.day)}前答复"
    referrals.issue_all(
        [Referral(opinion=opinion, unit=unit, role=role, round=opinion.round) for unit, role in parts],
        by=by,
        timing=timing,
        note=lambda referral: f"转办给{referral.unit}{referral.get_role_display()}，{days}。{note}",
    )


def cancel_unanswered(opinion, *, by, note=""):
    """Take the matter from the units that have not replied yet."""
    for referral in opinion.referrals.unanswered():
        referrals.cancel(referral, by=by, note=note)


@whole
def escalate(opinion, *, by, note):
    """Ask the district to coordinate what the place cannot solve (B28); its offices then refer."""
    step = opinions.prepare("escalate", opinion, by=by)
    require(note, "请写明为什么要报区协调。")
    cancel_unanswered(opinion, by=by, note="报区协调")
    return opinions.take(
        step,
        opinion,
        by=by,
        note=note,
        escalated=True,
        round=opinion.round + (opinion.status in AFTER_REPLY),
        **undecided(opinion),
        **in_workdays(opinion, "triage_workdays"),
    )


def undecided(opinion):
    """What is open again when a matter that went to no unit is taken up once more; else nothing."""
    return {"outcome": "", "outcome_note": ""} if opinion.outcome in Outcome.without_unit else {}
