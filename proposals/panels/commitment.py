"""What units promised, on the page of the proposal."""

from congress.desk import amber_days_for
from proposals.models import Commitment
from proposals.panels.base import Panel, register


@register
def promises_made(proposal, user):
    """All of them, each with whether it is kept; a clerk sees his own unit's."""
    made = Commitment.objects.visible_to(user).filter(proposal=proposal)
    made = list(made.select_related("unit").with_step_due())
    if not made:
        return None
    return Panel("proposals/_commitments.html", {"made": made, "amber_days": amber_days_for(user)})
