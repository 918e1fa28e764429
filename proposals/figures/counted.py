"""Which proposals are counted, and the conditions that all figures of this floor share.

A year that is over must not change when a matter is handled again later: replies, classes and ratings are
those until the period's end. What the first round's reply was due for is written into the record.
"""

from django.db.models import Case, CharField, Exists, F, FilteredRelation, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from congress import figures
from congress.enums import Satisfaction
from congress.handling import UnitRole
from proposals.enums import ProposalKind, ProposalStatus, SponsorRole, SponsorStatus
from proposals.models import Assignment, Proposal, Rating, Reply


MOTION, SUGGESTION = Q(kind=ProposalKind.MOTION), ~Q(kind=ProposalKind.MOTION)
# Whose ratings of a reply count, the worst first: one dissatisfied deputy makes it a dissatisfied one.
WORST_FIRST = (Satisfaction.DISSATISFIED, Satisfaction.BASICALLY, Satisfaction.SATISFIED)
SIGNED = Q(sponsorships__status=SponsorStatus.CONFIRMED)


def counted(period):
    """The proposals assigned in the period, each with what was known of it at the period's end.

    ``led`` and ``joined`` are the signatures of who leads and of who co-signs; ``group`` its category
    in the first of the two levels, ``code`` the class of its last reply.
    """
    return (
        Proposal.objects.filter(assigned_on__range=period.days)
        .exclude(status=ProposalStatus.WITHDRAWN)
        .alias(
            led=FilteredRelation("sponsorships", condition=SIGNED & Q(sponsorships__role=SponsorRole.LEAD)),
            joined=FilteredRelation("sponsorships", condition=SIGNED & Q(sponsorships__role=SponsorRole.CO)),
            attitude_rated=_worst("attitude", period),
            result_rated=_worst("result", period),
            first_dissatisfied=Exists(
                _ratings("result", period).filter(round=1, result=Satisfaction.DISSATISFIED)
            ),
            rehandled=Exists(_again(period)),
            replied_again=Exists(_replies(period).filter(assignment__round__gt=1)),
        )
        .annotate(
            group=Coalesce("category__parent", "category"),
            code=Subquery(
                _replies(period)
                .filter(result_class__isnull=False)
                .order_by("-assignment__round", "-replied_on", "-pk")
                .values("result_class__code")[:1]
            ),
        )
    )


def _again(period):
    """The parts of an outer query's proposal in which it was handled again."""
    return Assignment.objects.standing().filter(
        proposal=OuterRef("pk"), round__gt=1, issued_on__lte=period.end
    )


def _replies(period):
    """The letters to the deputies about an outer query's proposal."""
    letters = Reply.objects.sent().filter(assignment__proposal=OuterRef("pk"), replied_on__lte=period.end)
    return letters.exclude(assignment__role=UnitRole.CO)


def _ratings(field, period):
    """What deputies rated of an outer query's proposal."""
    rated = Rating.objects.rated().filter(sponsorship__proposal=OuterRef("pk"), rated_on__lte=period.end)
    return rated.exclude(**{field: ""})


def _worst(field, period):
    """The worst of what the deputies rated, each of them last; "" where nobody did."""
    later = Rating.objects.rated().filter(
        sponsorship=OuterRef("sponsorship"), round__gt=OuterRef("round"), rated_on__lte=period.end
    )
    last = _ratings(field, period).filter(~Exists(later.exclude(**{field: ""})))
    found = [When(Exists(last.filter(**{field: value})), then=Value(value)) for value in WORST_FIRST]
    return Case(*found, default=Value(""), output_field=CharField())


def replied(period):
    """A letter reached the deputies, not before the assignment, by the period's end."""
    return Q(replied_on__gte=F("assigned_on"), replied_on__lte=period.end)


def replied_in_time(period):
    return replied(period) & Q(replied_on__lte=F("due_on"))


def closed(period):
    """Replied to, and nobody was dissatisfied with the result at last; not rated counts as content."""
    return replied(period) & ~Q(result_rated=Satisfaction.DISSATISFIED)


def classed(period):
    return replied(period) & Q(code__isnull=False)


RELATED = ("term", "session", "jurisdiction", "category")
proposals = figures.Source(
    "proposals",
    rows=counted,
    template="proposals/_proposal_evidence.html",
    seat="led__seat",
    place="jurisdiction",
    related=RELATED,
    told=lambda proposal: (proposal.number, proposal.assigned_on),
)
cosigned = figures.Source(
    "proposals_cosigned",
    rows=counted,
    template="proposals/_proposal_evidence.html",
    seat="joined__seat",
    related=RELATED,
    told=lambda proposal: (proposal.number, proposal.assigned_on),
)
