"""Receipts that units owe."""

from congress import desk
from congress.handling.desk import receipts_owed
from proposals.models import Assignment


@desk.register
def receipts_waiting(user):
    parts = Assignment.objects.select_related("proposal__term", "proposal__session")
    step, rest = "proposals:assignment_step", "proposals:proposal_list"
    yield from receipts_owed(user, parts, matter="proposal", step=step, rest=rest)
