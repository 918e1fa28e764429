"""Proposals about the same subject, shown while one is written and while one is reviewed.

Offered is what the person sees anyway and, of the own congress, what was registered and may be public: the
deputies of a congress are told what was put forward in it and what came of it (代表法第五十一条).
"""

import re

from django.db.models import F, Q

from congress.likeness import points_for, terms_of
from proposals.enums import ProposalStatus
from proposals.models import Proposal


MOST = 5
LOOKED_AT = 5_000  # the latest ones
FIRST_WORDS = 40  # characters of the text that stand for a title that is not written yet
ENOUGH = 4  # points: two pairs of characters of a title
IDLE = re.compile(
    "的|关于|建议|意见|议案|批评|解决|问题|加强|进一步|进一|一步|推进|完善|加快|我区|全区|我镇|我县|提升|工作|有关|相关|强化|提高|促进"
)


def similar_to(user, place, *, title, words="", without=None):
    """The proposals most like it, the best first, each with ``seen``; three queries.

    ``place`` is the jurisdiction of the congress, ``without`` the proposal that is written itself.
    """
    terms = terms_of(title or words[:FIRST_WORDS], idle=IDLE)
    if not terms:
        return []
    mine = Proposal.objects.visible_to(user).exclude(status__in=ProposalStatus.writing)
    public = Q(jurisdiction=place, serial__isnull=False, secret=False)
    latest = Proposal.objects.filter(public | Q(pk__in=mine.values("pk"))).exclude(pk=without and without.pk)
    keys = list(latest.order_by("-pk").values_list("pk", flat=True)[:LOOKED_AT])
    if not keys:
        return []
    found = Proposal.objects.filter(pk__gte=keys[-1], pk__in=latest.values("pk"))
    found = found.annotate(points=points_for(terms, title="title")).filter(points__gte=ENOUGH)
    found = found.select_related("term", "session", "jurisdiction").prefetch_related("assignments__unit")
    best = list(found.defer("text", "grounds", "plan").order_by(F("points").desc(), "-pk")[:MOST])
    seen = set(mine.filter(pk__in=[one.pk for one in best]).values_list("pk", flat=True))
    for one in best:
        one.seen = one.pk in seen
    return best
