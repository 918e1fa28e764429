"""What this floor shows on a proposal's page: the voters' matters behind it."""

from proposals import hints, panels
from proposals.panels import Panel
from reception import earlier
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


@hints.register
def matters_alike(user, place, *, title, words, proposal):
    """The voters' matters that became the draft, and those of its place about the same subject."""
    linked = (
        Opinion.objects.visible_to(user).filter(proposal=proposal) if proposal else Opinion.objects.none()
    )
    linked = list(linked.select_related("jurisdiction").defer("words", "outcome_note").order_by("pk"))
    known = {one.pk for one in linked}
    alike = earlier.of_same_subject(user, place, title=title, words=words)
    # Once it is handed in, its page tells of them by itself.
    told = {
        "linked": linked if proposal and proposal.is_written else [],
        "alike": [one for one in alike if one.pk not in known],
    }
    return Panel("reception/_matters_alike.html", told) if any(told.values()) else None
