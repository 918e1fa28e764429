"""Handing a proposal to units with their clocks (domain.md D2), and taking it from them again."""

from django.core.exceptions import ValidationError

from congress import clock
from congress.calendar import short_date
from congress.handling import UnitRole
from congress.workflow import whole
from proposals import rules
from proposals.clocks import handling_clocks, step_clock
from proposals.enums import ProposalStatus
from proposals.models import Assignment
from proposals.workflow.steps import assignments, proposals


@whole
def assign(proposal, *, by, lead, co_units=(), difficult=False, due=None, note=""):
    """Give it to a leading unit and to those that join it.

    ``difficult``: it concerns many or is hard to do, and the law gives more months (代表法第五十一条).
    ``due`` is the DueDate of the leading unit that a register tells.
    """
    step = proposals.prepare("assign", proposal, by=by)
    co_units = [unit for unit in dict.fromkeys(co_units) if unit != lead]
    units = [lead, *co_units]
    open_to = set(rules.units_for(by, proposal).filter(pk__in=[unit.pk for unit in units]))
    if strangers := [str(unit) for unit in units if unit not in open_to]:
        raise ValidationError(f"不能交办给{'、'.join(strangers)}：不在可以交办的单位之列。")
    clocks = handling_clocks(proposal, difficult=difficult, due=due)
    timing = clocks[UnitRole.LEAD]
    joined = f"，会办{'、'.join(map(str, co_units))}" if co_units else ""
    again = proposal.status == ProposalStatus.UNIT_RETURNED
    event = proposals.take(
        step,
        proposal,
        by=by,
        label="重新交办" if again else "",
        note=f"主办{lead}{joined}，应于{short_date(timing.reply.day)}前答复代表。{note}",
        assigned_on=clock.today(),
        due_on=timing.reply.day,
        **step_clock(timing.accept),
    )
    _issue(proposal, [lead], UnitRole.LEAD, timing, by=by, note=note)
    _issue(proposal, co_units, UnitRole.CO, clocks[UnitRole.CO], by=by, note=note)
    return event


def _issue(proposal, units, role, timing, *, by, note):
    days = f"应于{short_date(timing.accept.day)}前签收，{short_date(timing.reply.day)}前答复"
    assignments.issue_all(
        [Assignment(proposal=proposal, unit=unit, role=role, round=proposal.round) for unit in units],
        by=by,
        timing=timing,
        note=lambda assignment: f"交{assignment.unit}{assignment.get_role_display()}，{days}。{note}",
    )


def stop_unanswered(proposal, *, by, note=""):
    """Take the proposal from the units that have not replied yet."""
    for assignment in proposal.assignments.unanswered():
        assignments.take("stop", assignment, by=by, note=note)
