"""Promises on the desks: what units tell each quarter, what the office confirms, what is late."""

from datetime import timedelta

from django.db.models import Q
from django.urls import reverse

from congress import clock
from congress.desk import WaitingItem, amber_days_for, first_lines, light_of
from congress.enums import Role
from congress.handling.promise import PromiseStatus


def promises_due(user, promises, *, office, watching):
    """A unit's that are due soon; an office's to confirm; the late ones for who watches over them.

    ``promises`` are read with what the number of their matter asks for; ``office`` is the condition on those
    that ``user`` decides about, ``watching`` on those that he watches over; None where he has none.
    """
    if user.role == Role.UNIT_CLERK:
        soon = clock.today() + timedelta(days=amber_days_for(user))
        mine = Q(unit=user.unit_id, status=PromiseStatus.OPEN, step_due_on__lte=soon)
    else:
        late = Q(status=PromiseStatus.OPEN, step_due_on__lt=clock.today())
        mine = Q(pk__in=[])
        if office is not None:
            mine |= office & (Q(status=PromiseStatus.REPORTED) | late)
        if watching is not None:
            mine |= watching & late
    found = promises.with_step_due().filter(mine)
    yield from promise_lines(user, found, lambda made: _action(made, user))


def promise_lines(user, found, action):
    """A line each of the promises ``found``, with what is to be done: ``action(promise)``."""
    amber_days = amber_days_for(user)

    def item(made):
        return WaitingItem(
            title=f"{action(made)}：{made}",
            about=f"{made.matter.number}，{made.unit}承诺",
            action=action(made),
            url=made.get_absolute_url(),
            due_on=made.step_due_on,
            light=light_of(made.step_due_on, amber_days),
        )

    ordered = found.select_related("unit").order_by("step_due_on", "pk")
    yield first_lines(ordered, item, url=reverse(f"{found.model.pages}_list"), due_field="step_due_on")


def _action(made, user):
    if made.status == PromiseStatus.REPORTED:
        return "核实承诺"
    return "报告承诺进展" if user.is_unit_clerk else "查看承诺"
