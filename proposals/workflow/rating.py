"""After the reply: each deputy who signed rates it, is urged to, and it is handled again (domain.md D2)."""

from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.calendar import short_date
from congress.enums import Satisfaction
from congress.handling import UnitRole
from congress.plausible import check_day
from congress.workflow import whole
from proposals import rules
from proposals.clocks import NO_CLOCK, in_workdays
from proposals.enums import ProposalStatus as S
from proposals.enums import RatingState
from proposals.models import Rating, RatingUrge
from proposals.workflow.assigning import issue_again
from proposals.workflow.commitment import filing_step
from proposals.workflow.rating_steps import dissatisfied_again
from proposals.workflow.steps import proposals, require


_WORST_FIRST = (Satisfaction.DISSATISFIED, Satisfaction.BASICALLY, Satisfaction.SATISFIED)


@whole
def rate(proposal, *, by, result, attitude="", sponsorship=None, note="", rated_on=None):
    """A deputy who signed says how content he is: with the attitude, and with the result (D2).

    ``sponsorship`` is whose answer it is: by default the user's own. Until the office has gone on he may
    change it. A register may tell of the result alone.
    """
    proposal.refresh_from_db(fields=["status"])
    step = proposals.prepare(_rating_step(proposal), proposal, by=by)
    signer = sponsorship or next(
        row for row in proposal.sponsorships.all() if row.seat.deputy.user_id == by.pk
    )
    if not rules.can_rate_for(by, signer):
        raise PermissionDenied("每名代表只评价自己的一份；没有账号的，由代表工委凭征询意见表登记。")
    rated_on = rated_on or clock.today()
    start = proposal.replied_again_on or proposal.replied_on
    check_day("rated_on", "评价日期", rated_on, not_before=start, start="答复日期")
    if not attitude and not clock.is_taken_over():
        raise ValidationError({"attitude": "请选择对办理态度是否满意。"})
    if Satisfaction.DISSATISFIED in (attitude, result) and not note.strip():
        raise ValidationError({"note": "不满意的，请写明原因，单位好改进。"})
    told = {"attitude": attitude, "result": result, "reason": note, "rated_on": rated_on}
    record = _record(proposal, signer, by=by, **told)
    changes = _overall(proposal)
    if not waited_for(proposal):
        changes |= NO_CLOCK
    on_paper = "（凭征询意见表登记）" if record.on_paper else ""
    return proposals.take(
        step,
        proposal,
        by=by,
        note=f"{signer.seat.called}代表评价：{record.told}{on_paper}。{note}",
        **changes,
    )


def _rating_step(proposal):
    return "rate_again" if proposal.status == S.REPLIED_AGAIN else "rate"


def _record(proposal, signer, *, by, **told):
    record = Rating.objects.filter(sponsorship=signer, round=proposal.round).first()
    record = record or Rating(sponsorship=signer, round=proposal.round)
    for field, value in told.items():
        setattr(record, field, value)
    record.by, record.on_paper = by, not by.is_deputy and not clock.is_taken_over()
    record.full_clean()
    record.save()
    return record


def _overall(proposal):
    """The worst of what the deputies rated, each of them last; attitude and result apart."""
    last = {}
    for row in Rating.objects.rated().filter(sponsorship__proposal=proposal).order_by("round", "pk"):
        attitude = row.attitude or last.get(row.sponsorship_id, ("", ""))[0]
        last[row.sponsorship_id] = (attitude, row.result)
    attitudes, results = ({pair[place] for pair in last.values()} for place in (0, 1))
    return {"attitude_rating": _worst(attitudes), "result_rating": _worst(results)}


def _worst(values):
    return next((value for value in _WORST_FIRST if value in values), "")


def waited_for(proposal):
    """The signatures of the deputies who have not rated yet.

    In a later round only those who had not rated, or were dissatisfied with the result, are asked again.
    """
    signers = list(proposal.sponsorships.confirmed())
    last = {}
    for row in Rating.objects.filter(sponsorship__in=signers).order_by("round", "pk"):
        last[row.sponsorship_id] = row
    return [row for row in signers if _is_waited_for(last.get(row.pk), proposal.round)]


def _is_waited_for(rating, round):
    if rating is None:
        return True
    content = rating.state == RatingState.RATED and rating.result != Satisfaction.DISSATISFIED
    return rating.round < round and not content


@whole
def urge_rating(proposal, *, by, note=""):
    """Ask those who have not rated once more; they have some days more (D2)."""
    step = proposals.prepare("urge_rating", proposal, by=by)
    waiting = waited_for(proposal)
    if not waiting:
        raise ValidationError("提出代表都已经评价，不用再催。")
    today = clock.today()
    for row in waiting:
        RatingUrge.objects.create(
            sponsorship=row, round=proposal.round, urged_on=today, note=note, by=by, at=clock.now()
        )
    names = "、".join(row.seat.called for row in waiting)
    timing = in_workdays(proposal, "rating_urge_workdays")
    if proposal.step_due_on and proposal.step_due_on >= timing["step_due_on"]:
        timing = {}
    return proposals.take(step, proposal, by=by, note=f"催请{names}代表评价。{note}", **timing)


@whole
def redo(proposal, *, by, note, lead=None, co_units=None):
    """A deputy is dissatisfied with the result: it is handled again, in a new round (D2).

    By the same units, unless ``lead`` and ``co_units`` say otherwise. A second time the committee decides.
    """
    step = proposals.prepare("redo", proposal, by=by)
    require(note, "请写明代表对什么不满意、要重办什么。")
    if not clock.is_taken_over():
        _check_redo(proposal)
    parts = list(
        proposal.assignments.standing().filter(round=proposal.round).select_related("unit").order_by("pk")
    )
    units = _units_again(parts, lead, co_units)
    return issue_again(proposal, units, step=step, by=by, note=note)


def _units_again(parts, lead, co_units):
    """Who handles it again: pairs (unit, role)."""
    if lead is None:
        pairs = [(part.unit, part.role) for part in parts if part.leads]
    else:
        pairs = [(lead, UnitRole.LEAD)]
    if co_units is None:
        co_units = [part.unit for part in parts if not part.leads]
    leading = {unit.pk for unit, _ in pairs}
    return [*pairs, *((unit, UnitRole.CO) for unit in dict.fromkeys(co_units) if unit.pk not in leading)]


def _check_redo(proposal):
    if proposal.result_rating != Satisfaction.DISSATISFIED:
        raise ValidationError("没有代表对办理结果不满意，不必重新办理。")
    if proposal.round > 1 and proposal.status != S.COMMITTEE_REVIEW:
        raise ValidationError("已经重新办理过一次；代表仍不满意的，请交专门委员会督办。")


@whole
def refer_to_committee(proposal, *, by, committee, note=""):
    """Dissatisfied a second time: the committee in charge convenes those concerned (D2, 重庆)."""
    step = proposals.prepare("refer_to_committee", proposal, by=by)
    if not dissatisfied_again(proposal) and not clock.is_taken_over():
        raise ValidationError("重新办理以后没有代表表示对结果不满意，不必交专门委员会。")
    return proposals.take(step, proposal, by=by, note=f"交{committee}督办。{note}", **NO_CLOCK)


@whole
def close(proposal, *, by, note=""):
    """File it: every deputy who signed has rated, or has let pass the days after he was urged (D2).

    What was promised to them is followed up until it is kept.
    """
    proposals.prepare("close", proposal, by=by)
    waiting = []
    if not clock.is_taken_over():
        waiting = _check_close(proposal, note)
    for row in waiting:
        Rating.objects.create(
            sponsorship=row,
            round=proposal.round,
            state=RatingState.NOT_RATED,
            rated_on=clock.today(),
            by=by,
        )
    left_out = "、".join(row.seat.called for row in waiting)
    told = f"{left_out}代表经催请未评价。{note}" if waiting else note
    step = proposals.steps[filing_step(proposal)]
    return proposals.take(step, proposal, by=by, note=told, closed_on=clock.today(), **NO_CLOCK)


def _check_close(proposal, note):
    """The signatures of those who were urged and have not rated. Refuses what is not ready to be filed."""
    if proposal.status == S.COMMITTEE_REVIEW:
        require(note, "请写明专门委员会的意见。")
        return waited_for(proposal)
    waiting = waited_for(proposal)
    urged = RatingUrge.objects.filter(sponsorship__in=waiting, round=proposal.round)
    asked = set(urged.values_list("sponsorship", flat=True))
    if unasked := [row.seat.called for row in waiting if row.pk not in asked]:
        raise ValidationError(f"{'、'.join(unasked)}代表还没有评价；过了期限仍不评价的，请先催请。")
    if waiting and proposal.step_due_on and clock.today() <= proposal.step_due_on:
        names, day = "、".join(row.seat.called for row in waiting), short_date(proposal.step_due_on)
        raise ValidationError(f"已经催请{names}代表评价，请等到{day}；仍不评价的，再办结。")
    if proposal.result_rating == Satisfaction.DISSATISFIED:
        way = "交专门委员会督办" if proposal.round > 1 else "重新办理"
        require(note, f"有代表对办理结果不满意，应当{way}；确需办结的，请写明理由。")
    return waiting
