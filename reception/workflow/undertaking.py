"""What units promise voters, and whether it is kept; closed is not kept (domain.md B37)."""

from django.core.exceptions import ValidationError

from congress import clock
from congress.calendar import short_date
from congress.handling import PromiseStatus, PromiseWorkflow
from congress.handling.promise import check_due
from congress.plausible import check_day
from congress.workflow import Step, whole
from reception import rules
from reception.models import Undertaking
from reception.workflow.steps import opinions


undertakings = PromiseWorkflow(
    "意见承诺事项",
    Step(
        "tell",
        "告知选民",
        frozenset(PromiseStatus(value) for value in PromiseStatus.settled),
        None,
        rules.can_tell_voter,
    ),
    matter="opinion",
    unit=rules.can_keep,
    office=rules.can_judge,
    follows=rules.takes_part_in_keeping,
    related=["unit", "referral__unit", "opinion__jurisdiction__parent"],
)


def offered_to_keep(undertaking, user):
    """The steps that its page offers: the voter is told once of what came of it."""
    steps = undertakings.offered(undertaking, user)
    return [step for step in steps if step.name != "tell" or undertaking.waits_for_voter]


@whole
def enter_undertaking(reply, *, by):
    """Put what a unit's ``reply`` promises into the ledger, in place of what it promised earlier."""
    part = reply.referral
    for former in part.opinion.undertakings.going().filter(unit=part.unit, referral__round__lt=part.round):
        undertakings.take("replace", former, by=by, note="再次答复另作承诺。")
    return _enter(part, by=by, text=reply.promised, due_on=reply.promise_due_on)


def _enter(part, *, by, text, due_on):
    made = Undertaking(opinion=part.opinion, referral=part, unit=part.unit, text=text, due_on=due_on)
    return undertakings.enter(made, by=by)


@whole
def promise(opinion, *, by, part, text, due_on):
    """Enter a promise that no reply carried: made at a meeting, or found when the reply was read anew."""
    step = opinions.prepare("promise", opinion, by=by)
    if part.opinion_id != opinion.pk:
        raise ValidationError({"part": "请选择承办这件意见的单位。"})
    check_due(due_on)
    _enter(part, by=by, text=text, due_on=due_on)
    return opinions.take(step, opinion, by=by, note=f"{part.unit}承诺于{short_date(due_on)}前：{text}")


@whole
def tell_voter(undertaking, *, by, note, told_on=None):
    """The voter is told that it is kept, or why it cannot be: the second answer that B37 asks for."""
    step = undertakings.prepare("tell", undertaking, by=by)
    told_on = told_on or clock.today()
    start = f"{undertaking.get_status_display()}日期"
    check_day("told_on", "告知日期", told_on, not_before=undertaking.settled_on, start=start)
    sentence = f"{short_date(told_on)}告知选民：{note}"
    return undertakings.take(step, undertaking, by=by, note=sentence, told_on=told_on)
