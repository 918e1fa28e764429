"""What units promised, on the page of the proposal."""

from congress.handling.promise_pages import promises_of
from proposals.models import Commitment
from proposals.panels.base import Panel, register


@register
def promises_made(proposal, user):
    """All of them, each with whether it is kept."""
    made = promises_of(Commitment, proposal, user)
    return Panel("congress/_promises.html", made) if made["made"] else None
