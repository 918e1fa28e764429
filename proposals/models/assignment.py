"""Assignment of a proposal to units, and what they reply."""

from pathlib import Path
from uuid import uuid4

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.functional import cached_property

from congress import clock
from congress.enums import Role
from congress.handling import Handling, HandlingQuerySet, HandlingStatus, PromisingReply
from congress.models import Event, ResultClass
from congress.models.unit import unit_clerks
from proposals.models.proposal import Proposal


class AssignmentQuerySet(HandlingQuerySet):
    def visible_to(self, user):
        """A clerk sees his own unit's; everybody else those of the proposals he sees."""
        if user.role == Role.UNIT_CLERK:
            return self.filter(unit=user.unit_id)
        return self.filter(proposal__in=Proposal.objects.visible_to(user).values("pk"))

    def with_clerks(self):
        """Annotate ``unit_has_clerks``, in the query of a list instead of one a record."""
        return self.annotate(unit_has_clerks=Exists(unit_clerks(OuterRef("unit"))))


class Assignment(Handling):
    """One unit's part in a proposal (交办), in one round."""

    proposal = models.ForeignKey(
        Proposal, verbose_name="议案建议", on_delete=models.PROTECT, related_name="assignments"
    )

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = "交办"
        verbose_name_plural = "交办"
        ordering = ["round", "-role", "pk"]
        indexes = [models.Index(fields=["unit", "status"], name="assignment_unit_status")]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "unit", "round"],
                condition=~Q(status__in=HandlingStatus.given_up),
                name="assignment_unit_once_a_round",
                violation_error_message="这一轮已经交给该单位。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=HandlingStatus.values),
                name="assignment_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
        ]

    def __str__(self):
        return f"{self.proposal.title}（{self.unit}）"

    @cached_property
    def unit_has_clerks(self):
        """Whether somebody acts for the unit here; otherwise the office does on its paper replies."""
        return unit_clerks(self.unit).exists()

    def get_absolute_url(self):
        return self.proposal.get_absolute_url()


class AssignmentEvent(Event):
    """A line in the history of an assignment."""

    record = models.ForeignKey(
        Assignment, verbose_name="交办件", on_delete=models.PROTECT, related_name="events"
    )


def paper_path(reply, filename):
    """Where a reply's paper is kept, under a name that tells nothing."""
    return f"proposals/{clock.today():%Y/%m}/{uuid4()}{Path(filename).suffix.lower()}"


class Reply(PromisingReply):
    """What a unit wrote: the leading unit's reply (答复函), a joining unit's opinion (会办意见)."""

    assignment = models.ForeignKey(
        Assignment, verbose_name="交办", on_delete=models.PROTECT, related_name="replies"
    )
    document_number = models.CharField("文号", max_length=50, blank=True)
    text = models.TextField("答复内容")
    result_class = models.ForeignKey(
        ResultClass,
        verbose_name="结果类别",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    signatory = models.CharField("签发人", max_length=50)
    replied_on = models.DateField("答复日期")
    attachment = models.FileField("附件", upload_to=paper_path, blank=True)

    class Meta:
        verbose_name = "答复"
        verbose_name_plural = "答复"
        ordering = ["replied_on", "pk"]

    def __str__(self):
        return f"{self.assignment.unit}{'答复' if self.assignment.leads else '会办意见'}"

    def get_absolute_url(self):
        return reverse("proposals:reply_attachment", args=[self.pk])

    @property
    def paper_name(self):
        """What the paper is called when it is downloaded: from the record, not by who uploaded it."""
        number = f"（{self.document_number}）" if self.document_number else ""
        return f"{self}{number}{Path(self.attachment.name).suffix}"
