"""What is written once: rows that are never changed, among them the lines of a record's history."""

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Subquery

from congress import clock


class AppendOnly(models.Model):
    """A row that is added and read, never corrected or taken back."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if self.pk is not None:
            raise TypeError(f"{type(self).__name__} is append-only: a row is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError(f"{type(self).__name__} is append-only: a row is never deleted")


class Event(AppendOnly):
    """A step that somebody took. Append-only: history is added to, never corrected.

    A concrete event adds ``record``, a protected foreign key with ``related_name="events"``.
    """

    # Whether the auditor's trail tells of it (``congress/audit.py``).
    in_trail = True

    step = models.CharField("步骤", max_length=40)
    label = models.CharField("动作", max_length=40)
    old_status = models.CharField("原状态", max_length=30, blank=True)
    new_status = models.CharField("新状态", max_length=30)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="经办人",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    at = models.DateTimeField("时间", default=clock.now, editable=False, db_index=True)
    note = models.TextField("说明", blank=True)
    taken_over = models.BooleanField("补录", default=clock.is_taken_over, editable=False)

    class Meta:
        abstract = True
        verbose_name = "办理记录"
        verbose_name_plural = "办理记录"
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.at:%Y-%m-%d} {self.label}"

    @property
    def tells_itself(self):
        """Whether the note is a sentence that goes on from who did it, the label its first word."""
        return self.note.startswith(self.label)

    @classmethod
    def taken_over_last(cls):
        """For a queryset of the records: whether the last line of each history comes from a register."""
        lines = cls.objects.filter(record=OuterRef("pk")).order_by("-at", "-pk")
        return Subquery(lines.values("taken_over")[:1])
