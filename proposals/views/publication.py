"""What is published of proposals and replies, for everybody here; what the office has yet to decide."""

from django.db.models import Count, F, Prefetch, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from congress.figures import Rate
from congress.lists import FilteredList
from congress.models import Jurisdiction
from deputies.models.seat import naming
from proposals import rules
from proposals.enums import ProposalStatus, PublicationStatus, SponsorStatus
from proposals.models import Assignment, Proposal, Sponsorship
from proposals.publication_filters import PendingFilter, PublicationFilter


def _shown(rows):
    """With who leads it and which units have it."""
    leads = Sponsorship.objects.filter(role="lead").select_related(*naming("seat__"))
    parts = Assignment.objects.standing().filter(round=F("proposal__round")).select_related("unit")
    signed = Count("sponsorships", filter=Q(sponsorships__status=SponsorStatus.CONFIRMED))
    return (
        rows.select_related("jurisdiction", "term", "session", "category")
        .defer("text", "grounds", "plan", "decision_note")
        .annotate(signers=signed)
        .prefetch_related(
            Prefetch("sponsorships", leads, to_attr="leads"), Prefetch("assignments", parts, to_attr="parts")
        )
    )


# What can be asked for of what is not published.
STATES = (PublicationStatus.PENDING, PublicationStatus.WITHHELD, PublicationStatus.TAKEN_DOWN)
RATE = Rate(
    "publication", "公开率", "已公开÷已答复×100，保留1位小数。", (PublicationStatus.PUBLISHED,), "all"
)


class PublicationList(FilteredList):
    """What was published here, the latest first."""

    filterset_class = PublicationFilter
    template_name = "proposals/publication_list.html"

    def get_queryset(self):
        found = Proposal.objects.published_for(self.request.user)
        return _shown(found).order_by("-published_on", "-pk")

    def get_context_data(self, **kwargs):
        user = self.request.user
        counted = counted_for(user) if rules.can_decide_publication(user) else None
        return super().get_context_data(counted=counted, **kwargs)


class PendingList(FilteredList):
    """Replied to and not published: undecided, withheld or taken down."""

    filterset_class = PendingFilter
    template_name = "proposals/publication_pending.html"
    open_to = staticmethod(rules.can_decide_publication)

    def get_queryset(self):
        state = self.kwargs["state"]
        if state not in STATES:
            raise Http404
        found = answered_for(self.request.user).filter(publication=state)
        return _shown(found).order_by("publication_decided_on", "replied_on", "pk")

    def get_context_data(self, **kwargs):
        state = PublicationStatus(self.kwargs["state"])
        return super().get_context_data(state=state, counted=counted_for(self.request.user), **kwargs)


def answered_for(user):
    """The proposals with a reply that the user's office decides about."""
    places = Jurisdiction.objects.within(user.jurisdiction).values("pk")
    found = Proposal.objects.visible_to(user).filter(status__in=ProposalStatus.answered)
    return found.filter(jurisdiction__in=places)


def counted_for(user):
    """How many are in each state: {state: number}; all of them as ``all``, the share as ``rate``."""
    rows = answered_for(user).order_by().values_list("publication").annotate(Count("pk"))
    counted = dict.fromkeys(PublicationStatus.values, 0) | dict(rows)
    counted["all"] = sum(counted.values())
    return counted | {"rate": RATE.value(counted)}


def publication_detail(request, pk):
    user = request.user
    proposal = get_object_or_404(_shown(Proposal.objects.published_for(user)), pk=pk)
    page = {
        "proposal": proposal,
        "lead": proposal.leads[0].seat if proposal.leads else None,
        "may_follow": Proposal.objects.visible_to(user).filter(pk=pk).exists(),
        "may_copy": rules.can_review(user, proposal),
        "result_class": _class_of(proposal),
    }
    return render(request, "proposals/publication_detail.html", page)


def _class_of(proposal):
    """The class of the last reply of a leading unit."""
    reply = (
        proposal.assignments.standing()
        .filter(replies__result_class__isnull=False)
        .exclude(role="co")
        .order_by("-round", "-replies__replied_on")
        .values_list("replies__result_class__label", flat=True)
    )
    return reply.first() or ""
