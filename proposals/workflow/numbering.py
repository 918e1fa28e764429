"""The numbers of a session, counted apart for each kind."""

from django.db.models import Max

from proposals.enums import ProposalKind
from proposals.models import Proposal


def next_serial(session, kind):
    """The next number of ``kind`` in the session with the key ``session``, whose row the caller has locked.

    What was a motion keeps its number taken after it became a suggestion.
    """
    found = Proposal.objects.filter(session=session)
    used = [found.filter(kind=kind).aggregate(last=Max("serial"))["last"]]
    if kind == ProposalKind.MOTION:
        used.append(found.aggregate(last=Max("motion_serial"))["last"])
    return max(number or 0 for number in used) + 1
