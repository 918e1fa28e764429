"""What this floor shows on a proposal's page: the voters' matters behind it."""

from proposals import panels
from proposals.panels import Panel
from reception.models import Opinion


@panels.register
def matters_behind(proposal, user):
    """Those that the reader may see with their pages, the others as a number; units read the words alone."""
    if user.is_unit_clerk:
        return None
    behind = Opinion.objects.filter(proposal=proposal)
    count = behind.count()
    if not count:
        return None
    seen = behind.visible_to(user).select_related("jurisdiction").defer("words", "outcome_note")
    shown = list(seen.order_by("received_on", "pk"))
    told = {"opinions": shown, "count": count, "hidden": count - len(shown)}
    return Panel("reception/_proposal_matters.html", told)
