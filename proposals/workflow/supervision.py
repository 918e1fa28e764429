"""Key supervision by the chairs, supervision meetings and looks on the spot (domain.md D2, B39)."""

from django.core.exceptions import ValidationError

from congress import clock
from congress.calendar import chinese_date
from congress.plausible import check_day
from congress.validation import validate_new
from congress.workflow import whole
from proposals.models import Inspection, KeySupervision
from proposals.workflow.steps import proposals, require
from proposals.workflow.supervision_steps import key_supervisions


DIVISION = ("leader", "leader_name", "committee", "chief", "demand")


def _named(told):
    """The leader's name, of his account where he has one."""
    name = told.get("leader_name") or (told["leader"].name if told.get("leader") else "")
    if not name:
        raise ValidationError({"leader_name": "请填领衔督办的领导，或者选他的账号。"})
    return {**told, "leader_name": name}


@whole
def choose_key(proposal, *, by, reason, chosen_on, chosen_by, note="", **told):
    """Enter that the chairs chose it for key supervision this year."""
    step = proposals.prepare("key", proposal, by=by)
    check_day("chosen_on", "选定日期", chosen_on)
    key = KeySupervision(
        proposal=proposal,
        year=chosen_on.year,
        reason=reason,
        chosen_on=chosen_on,
        chosen_by=chosen_by,
        **_named(told),
    )
    told = f"{chosen_by}选定为{key.year}年重点督办，{key.leader_name}领衔，{key.committee}负责。{note}"
    event = proposals.take(step, proposal, by=by, note=told)
    key_supervisions.start(key, by=by, label="选定", note=told)
    return event


@whole
def inspect(proposal, *, by, kind, held_on, place="", attendees, findings, demands="", note=""):
    """Enter a supervision meeting or a look on the spot."""
    step = proposals.prepare("inspect", proposal, by=by)
    check_day("held_on", "日期", held_on)
    held = Inspection(
        proposal=proposal,
        kind=kind,
        held_on=held_on,
        place=place,
        attendees=attendees,
        findings=findings,
        demands=demands,
        recorded_by=by,
    )
    validate_new(held)
    held.save()
    asked = f"要求：{demands}" if demands else ""
    told = f"{chinese_date(held_on)}{held.get_kind_display()}：{findings}{asked}"
    return proposals.take(step, proposal, by=by, note=told)


@whole
def inspect_result(proposal, *, by, inspection, result, note=""):
    """What came of what was asked."""
    step = proposals.prepare("inspect_result", proposal, by=by)
    require(result, "请写明整改结果。")
    if inspection.proposal_id != proposal.pk:
        raise ValidationError({"inspection": "请选择这件建议的督办活动。"})
    inspection.result = result
    inspection.save(update_fields=["result"])
    held = f"{chinese_date(inspection.held_on)}{inspection.get_kind_display()}"
    return proposals.take(step, proposal, by=by, note=f"{held}的整改结果：{result}")


def adjust_key(key, *, by, note="", **told):
    """Another leader, committee or chief."""
    return key_supervisions.take("adjust", key, by=by, note=note, **_named(told))


def conclude_key(key, *, by, result):
    return key_supervisions.take("conclude", key, by=by, note=result, result=result, ended_on=clock.today())


@whole
def carry_on(key, *, by, note):
    """The next year's supervision follows this one, with the same division of work."""
    step = key_supervisions.prepare("carry_on", key, by=by)
    require(note, "请写明办到哪一步、为什么继续督办。")
    event = key_supervisions.take(step, key, by=by, note=note, result=note, ended_on=clock.today())
    same = {name: getattr(key, name) for name in (*DIVISION, "reason", "chosen_by", "proposal")}
    following = KeySupervision(year=key.year + 1, chosen_on=clock.today(), follows=key, **same)
    key_supervisions.start(following, by=by, label="转入", note=f"由{key.year}年转入：{note}")
    return event
