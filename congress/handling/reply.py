"""What a unit writes when it has handled its part of a matter."""

from pathlib import Path

from django.db import models

from congress.models.unit import ResultClass


class WrittenReply(models.Model):
    """A unit's letter: its words, the class of its result, and what it promises until it enters the ledger.

    A concrete reply adds the foreign key to its part, who signed it and when, and its paper ``attachment``.
    """

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
    promised = models.TextField("承诺事项", blank=True)
    promise_due_on = models.DateField("承诺完成时限", null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def paper_name(self):
        """What the paper is called when it is downloaded: from the record, not by who uploaded it."""
        number = f"（{self.document_number}）" if self.document_number else ""
        return f"{self}{number}{Path(self.attachment.name).suffix}"
