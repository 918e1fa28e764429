"""What every concrete handling of a matter by a unit is made of."""

from django.db import models

from congress.handling.enums import HandlingStatus, UnitRole
from congress.models.unit import Unit


class HandlingQuerySet(models.QuerySet):
    def standing(self):
        """What a unit still holds: neither returned nor cancelled."""
        return self.exclude(status__in=HandlingStatus.given_up)

    def unanswered(self):
        return self.exclude(status__in=HandlingStatus.over)

    def owing_receipt(self):
        """Urged units that have not answered that."""
        urged = self.filter(urged_on__isnull=False, receipt_on__isnull=True)
        return urged.exclude(status__in=HandlingStatus.over)

    def with_step_due(self):
        """Annotate ``step_due_on``: until when the unit accepts, then replies; None when it is done."""
        return self.annotate(
            step_due_on=models.Case(
                models.When(status__in=HandlingStatus.before_acceptance, then="accept_by"),
                models.When(status__in=HandlingStatus.over, then=None),
                default="due_on",
            )
        )


class Handling(models.Model):
    """One unit's part in a matter, with its clock: issued, accepted or returned, extended, replied.

    A concrete handling adds the foreign key to its matter. State changes go through its
    :class:`HandlingWorkflow`.
    """

    unit = models.ForeignKey(Unit, verbose_name="承办单位", on_delete=models.PROTECT, related_name="+")
    role = models.CharField("承办方式", max_length=10, choices=UnitRole, default=UnitRole.LEAD)
    round = models.PositiveSmallIntegerField("办理轮次", default=1)
    status = models.CharField(
        "状态", max_length=20, choices=HandlingStatus, default=HandlingStatus.ISSUED, editable=False
    )
    status_since = models.DateTimeField("状态起始", editable=False)
    issued_on = models.DateField("交办日期")
    accept_by = models.DateField("签收或退回期限")
    accept_sentence = models.TextField("签收期限说明")
    due_on = models.DateField("答复期限")
    due_sentence = models.TextField("期限说明")
    accepted_on = models.DateField("签收日期", null=True, blank=True)
    return_reason = models.TextField("退回理由", blank=True)
    extension_reason = models.TextField("延期理由", blank=True)
    extension_until = models.DateField("申请延至", null=True, blank=True)
    extended = models.BooleanField("已延期", default=False)
    replied_on = models.DateField("答复日期", null=True, blank=True)
    urged_on = models.DateField("催办日期", null=True, blank=True)
    urge_note = models.TextField("催办要求", blank=True)
    receipt_by = models.DateField("回执期限", null=True, blank=True)
    receipt_on = models.DateField("回执日期", null=True, blank=True)
    receipt_note = models.TextField("回执", blank=True)

    objects = HandlingQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def step_due(self):
        """The day by which the unit's next step is due, and how it was reckoned; (None, "") when done."""
        if self.status in HandlingStatus.over:
            return None, ""
        if self.status in HandlingStatus.before_acceptance:
            return self.accept_by, self.accept_sentence
        return self.due_on, self.due_sentence

    @property
    def owes_receipt(self):
        """Whether the unit was urged, and has neither answered that nor done its part."""
        urged = self.urged_on is not None and self.receipt_on is None
        return urged and self.status not in HandlingStatus.over

    @property
    def leads(self):
        """Whether the matter's own status follows this unit's steps."""
        return self.role != UnitRole.CO

    @property
    def splits(self):
        """Whether the unit answers its own part, as others do theirs (分办)."""
        return self.role == UnitRole.SPLIT
