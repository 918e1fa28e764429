"""That a matter was told before, by the same voter or as the same subject."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from congress import clock
from congress.models import AppendOnly
from reception.enums import EarlierKind
from reception.models.opinion import Opinion


class EarlierMatter(AppendOnly):
    """A link from a matter to an earlier one of its place; each goes its own way, nothing is merged by it."""

    opinion = models.ForeignKey(
        Opinion, verbose_name="意见", on_delete=models.PROTECT, related_name="earlier_links"
    )
    earlier = models.ForeignKey(
        Opinion, verbose_name="先前的意见", on_delete=models.PROTECT, related_name="later_links"
    )
    kind = models.CharField("关系", max_length=10, choices=EarlierKind)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="登记人", on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField("时间", default=clock.now, editable=False)

    class Meta:
        verbose_name = "先前的意见"
        verbose_name_plural = "先前的意见"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["opinion", "earlier"],
                name="earlier_matter_once",
                violation_error_message="这两件已经关联。",
            ),
            models.CheckConstraint(
                condition=~Q(opinion=F("earlier")),
                name="earlier_matter_is_another",
                violation_error_message="不能与自己关联。",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}：{self.earlier}"
