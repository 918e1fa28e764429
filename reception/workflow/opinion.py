"""What becomes of an opinion without a unit: registered, sorted, decided on, followed, taken back."""

from django.core.exceptions import ValidationError
from django.db.models import Max

from congress.calendar import short_date
from congress.models import Jurisdiction
from congress.workflow import whole
from reception.clocks import NO_CLOCK, due_in_workdays, in_days, in_workdays
from reception.enums import Competence, Nature, Outcome, Urgency
from reception.models import Opinion
from reception.workflow.merging import tell_merged
from reception.workflow.referring import cancel_unanswered
from reception.workflow.steps import opinions, referrals, require


@whole
def register(opinion, *, by, note=""):
    """Give the opinion its number (石坎〔2025〕12号), without gaps or doubles, and start the triage clock."""
    [event] = register_all([opinion], by=by, note=note)
    return event


@whole
def register_all(found, *, by, note=""):
    """Register the opinions of one visit in their order, asking once for what they share."""
    for opinion in found:
        step = opinions.prepare("register", opinion, by=by)
    place, year = found[0].jurisdiction_id, found[0].received_on.year
    # The lock makes those who register at once in one place take their numbers one after the other.
    Jurisdiction.objects.select_for_update().get(pk=place)
    last = Opinion.objects.filter(jurisdiction=place, year=year).aggregate(last=Max("serial"))["last"] or 0
    timing = in_workdays(found[0], "triage_workdays")
    due = short_date(timing["step_due_on"])
    return [
        opinions.take(
            step,
            opinion,
            by=by,
            note=f"登记为{opinion.number_as(year, serial)}，应于{due}前分类。{note}",
            year=year,
            serial=serial,
            **timing,
        )
        for serial, opinion in enumerate(found, last + 1)
    ]


def triage(opinion, *, by, category, nature, competence, urgency, note=""):
    """Say what kind of matter it is and in whose power it lies (B28)."""
    found = [str(category or "未定类别"), Nature(nature).label, Competence(competence).label]
    if urgency == Urgency.URGENT:
        found.append(Urgency.URGENT.label)
    return opinions.take(
        "triage",
        opinion,
        by=by,
        note=f"分类为{'，'.join(found)}。{note}",
        category=category,
        nature=nature,
        competence=competence,
        urgency=urgency,
    )


def explain(opinion, *, by, note, outcome=Outcome.EXPLAINED):
    """Explained, or settled, on the spot (B11, B12); ``note`` says what the voter was told."""
    require(note, "请写明怎样解释或者解决的。")
    timing = in_days(opinion, "survey_days")
    return _decide("explain", opinion, outcome, by=by, note=note, label=Outcome(outcome).label, **timing)


def not_accept(opinion, *, by, note):
    """Not a matter for deputies: ``note`` says why and where to go (litigation, arbitration …, D6).

    The voter is told (D1).
    """
    require(note, "请写明不予受理的理由，以及应向哪里反映。")
    timing = in_workdays(opinion, "answer_workdays")
    return _decide("not_accept", opinion, Outcome.NOT_ACCEPTED, by=by, note=note, **timing)


@whole
def _decide(name, opinion, outcome, *, by, note, **changes):
    event = opinions.take(name, opinion, by=by, note=note, outcome=outcome, outcome_note=note, **changes)
    tell_merged(opinion, by=by)
    return event


@whole
def urge(opinion, *, by, note):
    """A deputy urges timely handling (B30): the units that have not replied owe a receipt."""
    require(note, "请写明催办的情况。")
    event = opinions.take("urge", opinion, by=by, note=note)
    pending = list(opinion.referrals.unanswered().filter(round=opinion.round).select_related("unit"))
    if pending:
        answer = due_in_workdays(opinion, "receipt_workdays")
        for referral in pending:
            referrals.urge(referral, by=by, note=note, answer=answer)
    return event


def coordinate(opinion, *, by, note):
    """A deputy helps the unit to meet the voter (B30)."""
    require(note, "请写明协调的情况。")
    return opinions.take("coordinate", opinion, by=by, note=note)


@whole
def withdraw(opinion, *, by, note):
    """The voter takes the matter back."""
    step = opinions.prepare("withdraw", opinion, by=by)
    require(note, "请写明撤回的原因。")
    if opinion.merged.exists():
        raise ValidationError("已有他件并入本件，那些选民还等着答复，不能撤回。")
    cancel_unanswered(opinion, by=by, note="意见已撤回")
    return opinions.take(step, opinion, by=by, note=note, **NO_CLOCK)
