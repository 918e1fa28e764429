"""The voter's opinion from its registration to its end (domain.md E1), and the table of its referrals.

What units do stands in ``reception.referral_workflow``, what follows their reply in
``reception.answer_workflow``; all of them take the steps of the two tables below.
"""

from django.core.exceptions import ValidationError
from django.db.models import Max

from congress.calendar import short_date
from congress.handling import HandlingStatus, HandlingWorkflow, UnitRole
from congress.models import Jurisdiction
from congress.workflow import Step, Workflow, whole
from reception import rules
from reception.clocks import NO_CLOCK, in_days, in_workdays, referral_clock, step_clock
from reception.enums import Competence, Nature, Outcome, Urgency
from reception.enums import OpinionStatus as S
from reception.models import Opinion, Referral


def _from(*statuses):
    return frozenset(statuses)


UNREFERRED = _from(S.TRIAGED, S.RETURNED, S.ESCALATED, S.REOPENED)
WITH_UNIT = _from(*(S(value) for value in S.with_unit))
IN_HAND = WITH_UNIT - {S.REFERRED, S.REDO}
AFTER_REPLY = _from(S.REPLIED, S.COPIED, S.ANSWERED, S.SURVEYED)
NOT_MAIN = _from(S.DRAFT, S.MERGED, S.WITHDRAWN, S.CLOSED)

opinions = Workflow(
    "群众意见",
    S,
    Step("register", "登记", _from(S.DRAFT), S.REGISTERED, rules.can_register),
    Step("triage", "分类", _from(S.REGISTERED, S.RETURNED, S.REOPENED), S.TRIAGED, rules.can_dispose),
    Step("explain", "当场解释", _from(S.TRIAGED, S.ESCALATED), S.EXPLAINED, rules.can_dispose),
    Step("refer", "转办", UNREFERRED, S.REFERRED, rules.can_steer),
    Step(
        "not_accept",
        "不予受理",
        _from(S.TRIAGED, S.ESCALATED),
        S.NOT_ACCEPTED,
        rules.can_dispose,
        done="已决定不予受理",
    ),
    Step("convert", "转为议案建议", _from(S.TRIAGED, S.ESCALATED), S.CONVERTED, rules.can_dispose),
    Step("urge", "催办", WITH_UNIT | {S.RETURNED, S.ESCALATED}, None, rules.can_urge),
    Step("coordinate", "协调对接", WITH_UNIT | {S.RETURNED, S.ESCALATED}, None, rules.can_urge),
    Step(
        "escalate",
        "报区协调",
        (UNREFERRED - {S.ESCALATED}) | WITH_UNIT | AFTER_REPLY | {S.EXPLAINED},
        S.ESCALATED,
        rules.can_escalate,
    ),
    Step("merge", "并入他件", UNREFERRED | {S.REGISTERED}, S.MERGED, rules.can_manage),
    # What follows from a referral's step; the referral's page offers it, never the opinion's.
    Step("accept", "单位签收", _from(S.REFERRED, S.REDO), S.ACCEPTED, rules.takes_part),
    Step("return", "单位退回", _from(S.REFERRED, S.REDO), S.RETURNED, rules.can_steer),
    Step("plan", "定办理方案", IN_HAND, S.PLAN_MADE, rules.takes_part),
    Step("extend", "同意延期", _from(S.ACCEPTED, S.PLAN_MADE), S.EXTENDED, rules.can_steer),
    Step("unit_act", "单位进展", WITH_UNIT, None, rules.takes_part),
    Step("reply", "单位答复", IN_HAND, S.REPLIED, rules.takes_part),
    Step("copy", "抄送代表", _from(S.REPLIED), S.COPIED, rules.can_manage),
    Step("hear", "主件答复", _from(S.MERGED), None, rules.can_manage),
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
    related=["jurisdiction__parent"],
)
FOLLOWING_STEPS = _from("accept", "return", "plan", "extend", "unit_act", "reply", "hear")

referrals = HandlingWorkflow(
    "转办",
    Step(
        "plan",
        "定办理方案",
        _from(HandlingStatus.ACCEPTED, HandlingStatus.EXTENSION_REQUESTED),
        None,
        rules.can_handle,
    ),
    unit=rules.can_handle,
    office=rules.can_decide,
    related=["unit", "opinion__jurisdiction__parent"],
)


def offered(opinion, user):
    """The steps that the opinion's page offers.

    Without those that follow from a referral's step, and without the referral of what is to be escalated.
    """
    steps = [step for step in opinions.available(opinion, user) if step.name not in FOLLOWING_STEPS]
    if opinion.status in UNREFERRED and rules.must_escalate(user, opinion):
        return [step for step in steps if step.name != "refer"]
    return steps


@whole
def register(opinion, *, by, note=""):
    """Give the opinion its number (石坎〔2025〕12号), without gaps or doubles, and start the triage clock."""
    step = opinions.prepare("register", opinion, by=by)
    # The lock makes those who register at once in one place take their numbers one after the other.
    Jurisdiction.objects.select_for_update().get(pk=opinion.jurisdiction_id)
    year = opinion.received_on.year
    taken = Opinion.objects.filter(jurisdiction=opinion.jurisdiction_id, year=year)
    serial = (taken.aggregate(last=Max("serial"))["last"] or 0) + 1
    timing = in_workdays(opinion, "triage_workdays")
    due = short_date(timing["step_due_on"])
    return opinions.take(
        step,
        opinion,
        by=by,
        note=f"登记为{opinion.number_as(year, serial)}，应于{due}前分类。{note}",
        year=year,
        serial=serial,
        **timing,
    )


def triage(opinion, *, by, category, nature, competence, urgency, note=""):
    """Say what kind of matter it is and in whose power it lies (B28)."""
    found = [str(category), Nature(nature).label, Competence(competence).label]
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


def convert(opinion, *, by, note):
    """To become a suggestion or a motion (B14), as the voter is told; ``note`` is its intended title."""
    require(note, "请写拟提出的议案或者建议的标题。")
    timing = in_workdays(opinion, "answer_workdays")
    return _decide("convert", opinion, Outcome.CONVERTED, by=by, note=note, **timing)


@whole
def _decide(name, opinion, outcome, *, by, note, **changes):
    event = opinions.take(name, opinion, by=by, note=note, outcome=outcome, outcome_note=note, **changes)
    tell_merged(opinion, by=by)
    return event


@whole
def refer(opinion, *, by, lead, co_units=(), note=""):
    """Hand the matter to a leading unit and to those that join it, with their clocks."""
    step = opinions.prepare("refer", opinion, by=by)
    co_units = [unit for unit in co_units if unit != lead]
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
    allowed = rules.units_for(by, opinion).filter(pk__in=[unit.pk for unit in units])
    if strangers := [str(unit) for unit in units if unit not in set(allowed)]:
        raise ValidationError(
            f"不能转办给{'、'.join(strangers)}：不在您可以转办的单位之列；超出镇街权限的，请报区协调。"
        )


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
    """Write the referrals of the opinion's round: ``parts`` are pairs (unit, role)."""
    for unit, role in parts:
        referral = Referral(opinion=opinion, unit=unit, role=role, round=opinion.round)
        days = f"应于{short_date(timing.accept.day)}前签收，{short_date(timing.reply.day)}前答复"
        sentence = f"转办给{unit}{UnitRole(role).label}，{days}。{note}"
        referrals.issue(referral, by=by, timing=timing, note=sentence)


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


def urge(opinion, *, by, note):
    """A deputy urges timely handling (B30)."""
    require(note, "请写明催办的情况。")
    return opinions.take("urge", opinion, by=by, note=note)


def coordinate(opinion, *, by, note):
    """A deputy helps the unit to meet the voter (B30)."""
    require(note, "请写明协调的情况。")
    return opinions.take("coordinate", opinion, by=by, note=note)


@whole
def merge(opinion, *, by, into, note=""):
    """Handle the matter together with ``into``, of the same place; its voter is answered all the same."""
    lock_in_order(opinion, into)
    step = opinions.prepare("merge", opinion, by=by)
    into.refresh_from_db()
    if into.pk == opinion.pk or into.jurisdiction_id != opinion.jurisdiction_id:
        raise ValidationError({"into": "请选择本镇街的另一件意见。"})
    if into.status in NOT_MAIN:
        raise ValidationError({"into": f"{into.number}是“{into.get_status_display()}”，不能作主件。"})
    if opinion.merged.exists():
        raise ValidationError("已有他件并入本件，本件应作主件，不能再并入别件。")
    timing = in_workdays(opinion, "answer_workdays") if has_result(into) else NO_CLOCK
    note = f"并入{into.number}“{into.title}”。{note}"
    return opinions.take(step, opinion, by=by, note=note, merged_into=into, **timing)


def lock_in_order(*found):
    """Lock the rows of several opinions by key, so that two people cannot wait for each other."""
    keys = [opinion.pk for opinion in found]
    list(Opinion.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))


def has_result(opinion):
    """Whether there is something to tell the voter: a unit's reply, or a decision without one."""
    return opinion.replied_on is not None or opinion.outcome in Outcome.without_unit


def tell_merged(opinion, *, by):
    """Let the voters of merged matters be answered; every step that gives a result or an end calls it.

    Who was told before and has not answered yet keeps his clock.
    """
    told = f"主件{opinion.number}现为“{opinion.get_status_display()}”，请答复选民。"
    timing = in_workdays(opinion, "answer_workdays")
    for merged in opinion.merged.filter(status=S.MERGED):
        opinions.take("hear", merged, by=by, note=told, **({} if merged.step_due_on else timing))


@whole
def withdraw(opinion, *, by, note):
    """The voter takes the matter back."""
    step = opinions.prepare("withdraw", opinion, by=by)
    require(note, "请写明撤回的原因。")
    if opinion.merged.exists():
        raise ValidationError("已有他件并入本件，那些选民还等着答复，不能撤回。")
    cancel_unanswered(opinion, by=by, note="意见已撤回")
    return opinions.take(step, opinion, by=by, note=note, **NO_CLOCK)


def require(note, sentence):
    """Refuse an empty ``note`` with a sentence that says what to write."""
    if not note.strip():
        raise ValidationError({"note": sentence})
