"""Supervision on the page of the proposal: key or not, meetings and looks on the spot."""

from proposals.panels.base import Panel, register


@register
def supervision(proposal, user):
    if proposal.assigned_on is None:
        return None
    keys, held = list(proposal.key_supervisions.all()), list(proposal.inspections.all())
    if not keys and not held:
        return None
    return Panel("proposals/_supervision.html", {"keys": keys, "held": held})
