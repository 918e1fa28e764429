"""How the deputies got and rated the reply, and how the units kept in touch with them."""

from congress.desk import amber_days_for
from proposals.models import Contact, Letter, Rating, RatingUrge
from proposals.panels.base import Panel, register


@register
def contacts_kept(proposal, user):
    """Visits, calls, forums and letters; that nobody met the deputies yet is said as well."""
    parts = [part for part in proposal.assignments.all() if part.contact_by]
    if not parts:
        return None
    contacts = Contact.objects.filter(assignment__proposal=proposal).select_related("assignment__unit")
    kept = list(contacts.prefetch_related("sponsorships"))
    waiting = [part for part in parts if part.contacted_on is None and part.status != "returned"]
    told = {"contacts": kept, "waiting": waiting, "amber_days": amber_days_for(user)}
    return Panel("proposals/_contacts.html", told)


@register
def ratings_given(proposal, user):
    """Each deputy who signed: whether the letter reached him, whether he was urged, what he said."""
    if proposal.replied_on is None:
        return None
    signers = [row for row in proposal.sponsorships.all() if row.status == "confirmed"]
    rows = {row.pk: {"signer": row, "ratings": [], "urges": [], "letters": []} for row in signers}
    for group, model in (("ratings", Rating), ("urges", RatingUrge), ("letters", Letter)):
        for found in model.objects.filter(sponsorship__in=signers).order_by("pk"):
            rows[found.sponsorship_id][group].append(found)
    told = {"rows": list(rows.values()), "proposal": proposal, "amber_days": amber_days_for(user)}
    return Panel("proposals/_ratings.html", told)
