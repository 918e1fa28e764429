"""Terms of a congress."""

import cn2an
from django.db import models

from congress.models.jurisdiction import Jurisdiction, PlacedQuerySet


class TermQuerySet(PlacedQuerySet):
    def current(self, on):
        """The latest term of each congress that had begun by ``on``; one with an unknown start counts."""
        begun = models.Q(starts_on__isnull=True) | models.Q(starts_on__lte=on)
        not_over = models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=on)
        return self.filter(begun & not_over)


class Term(models.Model):
    """A term (届): five years, from its first session to the next term's first (代表法 2)."""

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="所属人大", on_delete=models.PROTECT, related_name="terms"
    )
    number = models.PositiveSmallIntegerField(
        "届次", null=True, blank=True, help_text="登记表没有写明届次的，接收后在此补上。"
    )
    starts_on = models.DateField("任期起", null=True, blank=True, help_text="本届第一次会议之日。")
    ends_on = models.DateField("任期止", null=True, blank=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = "届"
        verbose_name_plural = "届"
        ordering = ["jurisdiction__order", "jurisdiction", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "number"],
                name="term_number_unique",
                violation_error_message="该人大已有这一届。",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(starts_on__isnull=True)
                | models.Q(ends_on__gt=models.F("starts_on")),
                name="term_ends_after_start",
                violation_error_message="任期止日应晚于任期起日。",
            ),
        ]

    def __str__(self):
        return f"{self.jurisdiction}{self.ordinal}"

    @property
    def ordinal(self):
        """第九届; 本届 where the registers did not tell the number."""
        return f"第{cn2an.an2cn(self.number)}届" if self.number else "本届"
