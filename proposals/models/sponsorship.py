"""Who signs a proposal: each deputy for himself."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery

from congress import clock
from congress.enums import Satisfaction
from congress.models import Event, Session
from deputies.models import Seat
from proposals.enums import Consent, ProposalKind, ProposalStatus, SponsorRole, SponsorStatus
from proposals.models.proposal import Proposal


class SponsorshipQuerySet(models.QuerySet):
    def standing(self):
        """Who signed or may still sign."""
        return self.filter(status__in=SponsorStatus.standing)

    def confirmed(self):
        return self.filter(status=SponsorStatus.CONFIRMED)

    def unrated(self):
        """Who signed and has still to rate the latest reply: again where he was dissatisfied (D2)."""
        ratings = apps.get_model("proposals.Rating").objects.filter(sponsorship=OuterRef("pk"))
        now = ratings.filter(round=OuterRef("proposal__round"))
        content = ratings.rated().exclude(result=Satisfaction.DISSATISFIED)
        waiting = self.confirmed().filter(proposal__status__in=ProposalStatus.to_rate)
        return waiting.filter(~Exists(now), ~Exists(content))

    def overtaken(self, now):
        """Invitations to sign motions that a cut-off of the congress's session (``cutoff``) has overtaken.

        Who was asked after it is asked for the next session.
        """
        cutoffs = Session.objects.of_congress().filter(
            term=OuterRef("proposal__term"), motions_until__gt=OuterRef("status_since"), motions_until__lt=now
        )
        asked = self.filter(
            status=SponsorStatus.INVITED, role=SponsorRole.CO, proposal__kind=ProposalKind.MOTION
        )
        asked = asked.filter(proposal__status__in=ProposalStatus.writing)
        latest = cutoffs.order_by("-motions_until").values("motions_until")[:1]
        return asked.annotate(cutoff=Subquery(latest)).filter(cutoff__isnull=False)

    def visible_to(self, user):
        """The signatures under the proposals that the user sees, and what he himself was asked."""
        return self.filter(
            Q(proposal__in=Proposal.objects.visible_to(user).values("pk")) | Q(seat__deputy__user=user)
        )


class SponsorshipManager(models.Manager.from_queryset(SponsorshipQuerySet)):
    def get_queryset(self):
        """With who signs: a signature without its deputy says nothing."""
        return super().get_queryset().select_related("seat__deputy")


class Sponsorship(models.Model):
    """A deputy's signature under a proposal: asked for, given, declined or taken back by himself."""

    proposal = models.ForeignKey(
        Proposal, verbose_name="议案建议", on_delete=models.PROTECT, related_name="sponsorships"
    )
    seat = models.ForeignKey(Seat, verbose_name="代表", on_delete=models.PROTECT, related_name="sponsorships")
    role = models.CharField("身份", max_length=10, choices=SponsorRole, default=SponsorRole.CO)
    status = models.CharField(
        "状态", max_length=20, choices=SponsorStatus, default=SponsorStatus.INVITED, editable=False
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)

    withdrawal = models.CharField("对撤回的意见", max_length=10, choices=Consent, blank=True, editable=False)

    objects = SponsorshipManager()

    class Meta:
        verbose_name = "提出代表"
        verbose_name_plural = "提出代表"
        # "lead" sorts after "co".
        ordering = ["-role", "seat__deputy__stroke_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "seat"],
                name="sponsorship_unique",
                violation_error_message="已经邀请过这名代表。",
            ),
            models.UniqueConstraint(
                fields=["proposal"],
                condition=Q(role=SponsorRole.LEAD),
                name="sponsorship_one_lead",
                violation_error_message="领衔代表只有一名。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=SponsorStatus.values),
                name="sponsorship_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
        ]

    def __str__(self):
        return f"{self.proposal}（{self.seat.called}）"

    def get_absolute_url(self):
        return self.proposal.get_absolute_url()

    @property
    def leads(self):
        return self.role == SponsorRole.LEAD


class SponsorshipEvent(Event):
    """A line in the history of a signature."""

    record = models.ForeignKey(
        Sponsorship, verbose_name="联名", on_delete=models.PROTECT, related_name="events"
    )
