"""Handing an opinion to units, or to the district (B28), and taking it from them again."""

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef

from congress.calendar import short_date
from congress.handling import UnitRole
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
