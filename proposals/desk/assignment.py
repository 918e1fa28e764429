"""Assignments on the desks: what units accept and answer, what is decided about their requests."""

from django.urls import reverse

from congress import desk
from congress.desk import WaitingItem, amber_days_for, first_lines, light_of
from congress.enums import Role
from congress.handling.desk import REQUEST_ACTIONS, UNIT_ACTIONS
from proposals.models import Assignment


@desk.register
def assignments_waiting(user):
    """What a unit has to accept or to answer."""
    if user.role == Role.UNIT_CLERK:
        waiting = Assignment.objects.filter(unit=user.unit_id, status__in=UNIT_ACTIONS)
        yield from _items(waiting, UNIT_ACTIONS, user)


@desk.register
def requests_waiting(user):
    """Units' requests to return or to extend, for who assigned."""
    if user.role in (*Role.offices, Role.GOV_OFFICE):
        here = {"proposal__jurisdiction": user.jurisdiction_id}
        yield from _items(
            Assignment.objects.filter(**here, status__in=REQUEST_ACTIONS), REQUEST_ACTIONS, user
        )


def _items(assignments, actions, user):
    amber_days = amber_days_for(user)

    def item(part):
        action, proposal = actions[part.status], part.proposal
        if action == "答复" and not part.leads:
            action = "交会办意见"
        return WaitingItem(
            title=f"{action}：{proposal}",
            about=f"{proposal.number}，{proposal.word}，{part.unit}{part.get_role_display()}",
            action=action,
            url=part.get_absolute_url(),
            due_on=part.step_due_on,
            light=light_of(part.step_due_on, amber_days),
        )

    ordered = assignments.select_related("proposal__term", "proposal__session", "unit").with_step_due()
    ordered = ordered.order_by("step_due_on", "pk")
    yield first_lines(ordered, item, url=reverse("proposals:proposal_list"), due_field="step_due_on")
