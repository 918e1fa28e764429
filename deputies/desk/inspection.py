"""Inspections by card: what the deputy, the office and the inspected unit are to do next."""

from django.db.models import Q
from django.urls import reverse

from congress import clock, desk
from congress.desk import WaitingItem, amber_days_for, first_lines, light_of
from congress.enums import Role
from deputies import rules
from deputies.enums import InspectionStatus
from deputies.models import CardInspection


Status = InspectionStatus
ACTIONS = {
    Status.RECORDED: "核实",
    Status.RETURNED: "修改",
    Status.HANDED: "汇报",
    Status.REPORTED: "报告整改",
    Status.IMPROVED: "办结",
}


@desk.register
def inspections(user):
    if not rules.can_list_inspections(user) or user.role in (Role.LEADER, Role.LIAISON):
        return
    rows = CardInspection.objects.visible_to(user).filter(_next(user)).with_places()
    ordered = rows.order_by("report_due_on", "pk")
    amber_days = amber_days_for(user)

    def line(inspection):
        due_on = inspection.due_on
        late = user.is_office and due_on is not None
        return WaitingItem(
            title=str(inspection),
            about="单位没有按期答复" if late else f"{inspection.get_status_display()}，持证视察",
            action="催办" if late else _action(inspection),
            url=inspection.get_absolute_url(),
            due_on=due_on,
            light=light_of(due_on, amber_days) if due_on else None,
        )

    yield first_lines(ordered, line, url=reverse("deputies:inspection_list"))


def _action(inspection):
    """Where the unit has nothing to mend, the office looks at its report."""
    if inspection.status == Status.REPORTED and inspection.improve_by is None:
        return "办结"
    return ACTIONS[inspection.status]


def _next(user):
    """The condition that it is the user's turn."""
    if user.role == Role.DEPUTY:
        return Q(status=Status.RETURNED)
    if user.role == Role.UNIT_CLERK:
        return Q(status=Status.HANDED) | Q(status=Status.REPORTED, improve_by__isnull=False)
    today = clock.today()
    return (
        Q(status__in=Status.with_office)
        | Q(status=Status.REPORTED, improve_by__isnull=True)
        | Q(status=Status.HANDED, report_due_on__lt=today)
        | Q(status=Status.REPORTED, improve_by__lt=today)
    )
