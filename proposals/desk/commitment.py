"""Promises on the desks: what units tell each quarter, what the office confirms, what is late."""

from datetime import timedelta

from django.db.models import Q
from django.urls import reverse

from congress import clock, desk
from congress.desk import WaitingItem, amber_days_for, first_lines, light_of
from congress.enums import Role
from congress.handling import PromiseStatus
from congress.models import Jurisdiction
from proposals.models import Commitment


@desk.register
def promises_waiting(user):
    """A unit's that are due soon; an office's to confirm; the late ones for who watches over them."""
    if user.role not in WAITING:
        return
    amber_days = amber_days_for(user)
    soon = clock.today() + timedelta(days=amber_days)
    found = Commitment.objects.with_step_due().filter(WAITING[user.role](user, soon))

    def item(made):
        action = _action(made, user)
        return WaitingItem(
            title=f"{action}：{made}",
            about=f"{made.proposal.number}，{made.unit}承诺",
            action=action,
            url=made.get_absolute_url(),
            due_on=made.step_due_on,
            light=light_of(made.step_due_on, amber_days),
        )

    found = found.select_related("unit", "proposal__term", "proposal__session").order_by("step_due_on", "pk")
    yield from first_lines(found, item, url=reverse("proposals:commitment_list"), due_field="step_due_on")


def _action(made, user):
    if made.status == PromiseStatus.REPORTED:
        return "核实承诺"
    return "报告承诺进展" if user.is_unit_clerk else "查看承诺"


def _late():
    return Q(status=PromiseStatus.OPEN, step_due_on__lt=clock.today())


def _of_unit(user, soon):
    return Q(unit=user.unit_id, status=PromiseStatus.OPEN, step_due_on__lte=soon)


def _of_office(user, soon):
    return Q(proposal__jurisdiction=user.jurisdiction_id) & (Q(status=PromiseStatus.REPORTED) | _late())


def _of_government(user, soon):
    return Q(proposal__jurisdiction=user.jurisdiction_id) & _late()


def _of_leader(user, soon):
    area = Jurisdiction.objects.within(user.jurisdiction).values("pk")
    return Q(proposal__jurisdiction__in=area) & _late()


WAITING = {
    Role.UNIT_CLERK: _of_unit,
    Role.DISTRICT_OFFICE: _of_office,
    Role.LOCAL_OFFICE: _of_office,
    Role.GOV_OFFICE: _of_government,
    Role.LEADER: _of_leader,
}
