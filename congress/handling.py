"""What the handling of a matter by a unit has in common, be the matter an opinion or a suggestion."""

from django.db import models

from congress.models.unit import Unit


class UnitRole(models.TextChoices):
    """How a unit takes part: it leads, it joins, or each answers its own part."""

    LEAD = "lead", "主办"
    CO = "co", "会办"
    SPLIT = "split", "分办"


class HandlingStatus(models.TextChoices):
    ISSUED = "issued", "待签收"
    ACCEPTED = "accepted", "办理中"
    RETURN_REQUESTED = "return_requested", "申请退回"
    RETURNED = "returned", "已退回"
    REPLIED = "replied", "已答复"
    CANCELLED = "cancelled", "已撤销"


class HandlingQuerySet(models.QuerySet):
    def standing(self):
        """What a unit still holds: neither returned nor cancelled."""
        return self.exclude(status__in=[HandlingStatus.RETURNED, HandlingStatus.CANCELLED])

    def unanswered(self):
        return self.filter(
            status__in=[HandlingStatus.ISSUED, HandlingStatus.ACCEPTED, HandlingStatus.RETURN_REQUESTED]
        )


class Handling(models.Model):
    """One unit's part in a matter, with its clock: issued, accepted or returned, extended, replied.

    A concrete handling adds the foreign key to its matter.
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
    due_on = models.DateField("答复期限")
    due_sentence = models.TextField("期限说明")
    accepted_on = models.DateField("签收日期", null=True, blank=True)
    return_reason = models.TextField("退回理由", blank=True)
    extension_reason = models.TextField("延期理由", blank=True)
    extension_until = models.DateField("申请延至", null=True, blank=True)
    extended = models.BooleanField("已延期", default=False)
    replied_on = models.DateField("答复日期", null=True, blank=True)

    objects = HandlingQuerySet.as_manager()

    class Meta:
        abstract = True
