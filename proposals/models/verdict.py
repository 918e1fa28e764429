"""Whether who put an interpellation is satisfied with its answer (代表法第二十条)."""

from django.db import models

from congress import clock
from proposals.models.sponsorship import Sponsorship


class Verdict(models.Model):
    """One deputy's opinion of one answer; he may change it until it is gone on from."""

    sponsorship = models.ForeignKey(
        Sponsorship, verbose_name="提出代表", on_delete=models.PROTECT, related_name="verdicts"
    )
    round = models.PositiveSmallIntegerField("第几次答复", default=1)
    satisfied = models.BooleanField("满意")
    told_at = models.DateTimeField("表态时间", default=clock.now, editable=False)

    class Meta:
        verbose_name = "对答复的意见"
        verbose_name_plural = "对答复的意见"
        ordering = ["round", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sponsorship", "round"],
                name="verdict_once_a_round",
                violation_error_message="这名代表对这次答复已经表过态。",
            ),
        ]

    def __str__(self):
        return f"{self.sponsorship.seat.called}：{'满意' if self.satisfied else '不满意'}"
