"""What units promised, on the page of the proposal."""

from proposals.models import Commitment
from proposals.panels.base import Panel, register


@register
def promises_made(proposal, user):
    """All of them, each with whether it is kept; a clerk sees his own unit's."""
    made = Commitment.objects.visible_to(user).filter(proposal=proposal)
    made = list(made.select_related("unit"))
    if not made:
        return None
    return Panel("congress/_promises.html", {"made": made})
