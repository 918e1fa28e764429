"""Handing a proposal to units with their clocks (domain.md D2), and taking it from them again."""

from django.core.exceptions import ValidationError

from congress import clock
from congress.calendar import short_date
from congress.handling import UnitRole
from congress.workflow import whole
from proposals import rules
from proposals.clocks import contact_clock, handling_clocks, step_clock
from proposals.enums import ProposalStatus
from proposals.models import Assignment
from proposals.workflow.steps import assignments, proposals


@whole
def assign(proposal, *, by, lead=None, co_units=(), split_units=(), difficult=False, due=None, note=""):
    """Give it to a leading unit and to those that join it, or to several of which each answers its part.

    ``difficult``: it concerns many or is hard to do, and the law gives more months (代表法第五十一条).
    ``due`` is the DueDate of the leading unit that a register tells.
    """
    step = proposals.prepare("assign", proposal, by=by)
    parts = _parts(lead, co_units, split_units)
    check_units(proposal, [unit for units in parts.values() for unit in units], by=by)
    clocks = handling_clocks(proposal, difficult=difficult, due=due)
    timing = clocks[UnitRole.LEAD]
    again = proposal.status == ProposalStatus.UNIT_RETURNED
    days = {"redo_due_on": timing.reply.day}
    if proposal.round == 1:
        days = {"assigned_on": clock.today(), "due_on": timing.reply.day}
    event = proposals.take(
        step,
        proposal,
        by=by,
        label="重新交办" if again else "",
        note=f"{_told(parts)}，应于{short_date(timing.reply.day)}前答复代表。{note}",
        **days,
        **step_clock(timing.accept),
    )
    for role, units in parts.items():
        _issue(proposal, units, role, clocks[role], by=by, note=note)
    return event


@whole
def add_units(proposal, *, by, co_units=(), split_units=(), note=""):
    """Give it to more units while others handle it: to join the leading one, or with a part of their own."""
    step = proposals.prepare("add_units", proposal, by=by)
    led = proposal.assignments.standing().filter(round=proposal.round, role=UnitRole.LEAD).exists()
    if led and split_units:
        raise ValidationError({"split_units": "已有主办单位，不再分办；请选会办单位。"})
    if not led and co_units:
        raise ValidationError({"co_units": "这一件是分办，不设会办；请选分办单位。"})
    parts = {role: list(dict.fromkeys(units)) for role, units in _roles(co_units, split_units) if units}
    if not parts:
        raise ValidationError("请选择要增加的单位。")
    units = [unit for some in parts.values() for unit in some]
    check_units(proposal, units, by=by)
    held = proposal.assignments.standing().filter(round=proposal.round, unit__in=units)
    if doubled := [str(part.unit) for part in held.select_related("unit")]:
        raise ValidationError(f"{'、'.join(doubled)}已经在办这一件，不用再加。")
    clocks = handling_clocks(proposal)
    event = proposals.take(
        step, proposal, by=by, note=f"增加{_told(parts)}。{note}", **_later_due(proposal, parts, clocks)
    )
    for role, some in parts.items():
        _issue(proposal, some, role, clocks[role], by=by, note=note)
    return event


def _later_due(proposal, parts, clocks):
    """A unit that gets its part later has its own time in full: the whole is due when the last one is."""
    if UnitRole.SPLIT not in parts:
        return {}
    return {"due_on": max(proposal.due_on, clocks[UnitRole.SPLIT].reply.day)}


def _roles(co_units, split_units):
    return (UnitRole.CO, co_units), (UnitRole.SPLIT, split_units)


def _parts(lead, co_units, split_units):
    """{role: units}, each unit once. Raises ``ValidationError`` for what is neither led nor shared out."""
    split = list(dict.fromkeys(split_units))
    if lead and split:
        raise ValidationError({"split_units": "有主办单位的不再分办：或者一家主办、别家会办，或者几家分办。"})
    if not lead and not split:
        raise ValidationError({"lead": "请选择主办单位；几家各办一部分的，选两家以上分办单位。"})
    if split:
        if len(split) < 2:
            raise ValidationError({"split_units": "分办要有两家以上单位；只有一家的，请作为主办单位。"})
        if co_units:
            raise ValidationError({"co_units": "分办的各答各的，不设会办单位。"})
        return {UnitRole.SPLIT: split}
    joining = [unit for unit in dict.fromkeys(co_units) if unit != lead]
    return {UnitRole.LEAD: [lead]} | ({UnitRole.CO: joining} if joining else {})


def _told(parts):
    """主办住建局，会办水利局."""
    return "，".join(f"{role.label}{'、'.join(map(str, units))}" for role, units in parts.items())


def check_units(proposal, units, *, by):
    """Refuse units to which ``by`` cannot give the proposal."""
    open_to = set(rules.units_for(by, proposal).filter(pk__in=[unit.pk for unit in units]))
    if strangers := [str(unit) for unit in units if unit not in open_to]:
        raise ValidationError(f"不能交办给{'、'.join(strangers)}：不在可以交办的单位之列。")


@whole
def issue_again(proposal, units, *, step, by, note):
    """Take the prepared ``step`` into a new round for ``units``, pairs (unit, role); return the event."""
    proposal.round += 1
    clocks = handling_clocks(proposal)
    timing = clocks[UnitRole.LEAD]
    leads = "、".join(str(unit) for unit, role in units if role != UnitRole.CO)
    event = proposals.take(
        step,
        proposal,
        by=by,
        note=f"由{leads}重新办理，应于{short_date(timing.reply.day)}前再次答复代表。{note}",
        round=proposal.round,
        redo_due_on=timing.reply.day,
        **step_clock(timing.accept),
    )
    for role in UnitRole:
        same = [unit for unit, own in units if own == role]
        own_clock = clocks[UnitRole.CO] if role == UnitRole.CO else timing
        _issue(proposal, same, role, own_clock, by=by, note=note)
    return event


def _issue(proposal, units, role, timing, *, by, note):
    days = f"应于{short_date(timing.accept.day)}前签收，{short_date(timing.reply.day)}前答复"
    contact = contact_clock(proposal) if units and role != UnitRole.CO else {}
    parts = [
        Assignment(proposal=proposal, unit=unit, role=role, round=proposal.round, **contact) for unit in units
    ]
    assignments.issue_all(
        parts,
        by=by,
        timing=timing,
        note=lambda assignment: f"交{assignment.unit}{assignment.get_role_display()}，{days}。{note}",
    )


def stop_unanswered(proposal, *, by, note=""):
    """Take the proposal from the units that have not replied yet."""
    for assignment in proposal.assignments.unanswered():
        assignments.take("stop", assignment, by=by, note=note)
