"""Promises to deputies on the desks."""

from django.db.models import Q

from congress import desk
from congress.enums import Role
from congress.handling.promise_desk import promises_due
from congress.models import Jurisdiction
from proposals.models import Commitment


@desk.register
def promises_waiting(user):
    """Units tell, the offices of the congress confirm; governments and leaders watch over the late ones."""
    if user.role not in (Role.UNIT_CLERK, *Role.offices, Role.GOV_OFFICE, Role.LEADER):
        return
    made = Commitment.objects.select_related("proposal__term", "proposal__session")
    here = Q(proposal__jurisdiction=user.jurisdiction_id)
    if user.role == Role.LEADER:
        area = Jurisdiction.objects.within(user.jurisdiction).values("pk")
        here = Q(proposal__jurisdiction__in=area)
    office = here if user.is_office else None
    yield from promises_due(user, made, office=office, watching=here)
