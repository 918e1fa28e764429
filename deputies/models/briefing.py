"""What offices tell deputies so that they know, and who has read it (代表法第四十六条; domain.md B63)."""

from pathlib import Path
from uuid import uuid4

from django.db import models
from django.db.models import OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from congress import clock
from congress.enums import Role
from congress.models import Event, Jurisdiction
from congress.models.jurisdiction import SightQuerySet
from deputies.counting import count_of
from deputies.enums import BriefingKind, BriefingStatus
from deputies.models.seat import Seat


class BriefingQuerySet(SightQuerySet):
    blind = Role.business_blind

    def _seen_by(self, user):
        """A deputy sees what was sent to him, staff and leaders what the offices of their area sent."""
        if user.role == Role.DEPUTY:
            own = BriefingReceipt.objects.filter(seat__deputy__user=user)
            return self.filter(pk__in=own.values("briefing"))
        return self.filter(jurisdiction__in=Jurisdiction.objects.within(user.jurisdiction))

    def unread_by(self, user):
        """What stands and the deputy has not opened yet."""
        unread = BriefingReceipt.objects.filter(seat__deputy__user=user, read_at=None, told_on=None)
        return self.filter(status=BriefingStatus.SENT, pk__in=unread.values("briefing"))

    def with_counts(self):
        """Annotate ``sent_count``, ``read_count`` and ``told_count``."""
        receipts = BriefingReceipt.objects.filter(briefing=OuterRef("pk"))
        return self.annotate(
            sent_count=count_of(receipts, "briefing"),
            read_count=count_of(receipts.filter(read_at__isnull=False), "briefing"),
            told_count=count_of(receipts.filter(read_at=None, told_on__isnull=False), "briefing"),
        )


class Briefing(models.Model):
    """A text with papers, sent once to the deputies whom its receipts name; never changed, only withdrawn."""

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="发出单位", on_delete=models.PROTECT, related_name="briefings"
    )
    kind = models.CharField("类别", max_length=10, choices=BriefingKind, default=BriefingKind.REPORT)
    title = models.CharField("标题", max_length=100)
    text = models.TextField("内容")
    audience = models.CharField("发给", max_length=200)
    sent_at = models.DateTimeField("发出时间", default=clock.now, editable=False)
    status = models.CharField(
        "状态", max_length=20, choices=BriefingStatus, default=BriefingStatus.SENT, editable=False
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)

    objects = BriefingQuerySet.as_manager()

    class Meta:
        verbose_name = "知情知政通报"
        verbose_name_plural = "知情知政通报"
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=BriefingStatus.values),
                name="briefing_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=BriefingKind.values),
                name="briefing_kind_known",
                violation_error_message="类别不在可选范围内。",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("deputies:briefing_detail", args=[self.pk])

    @property
    def unread_count(self):
        """How many neither read it nor were told, of a row with counts."""
        return self.sent_count - self.read_count - self.told_count

    @property
    def sent_on(self):
        """The day on which it was sent."""
        return timezone.localdate(self.sent_at)

    @property
    def is_withdrawn(self):
        return self.status == BriefingStatus.WITHDRAWN

    @property
    def withdrawn_reason(self):
        if not self.is_withdrawn:
            return ""
        return self.events.filter(new_status=self.status).latest("at", "pk").note


class BriefingEvent(Event):
    """A line in the history of a briefing."""

    record = models.ForeignKey(
        Briefing, verbose_name="知情知政通报", on_delete=models.PROTECT, related_name="events"
    )


def paper_path(paper, filename):
    """Where a paper is kept: not under the name that somebody gave it."""
    return f"briefings/{clock.today():%Y/%m}/{uuid4()}{Path(filename).suffix.lower()}"


class BriefingFile(models.Model):
    """A paper that goes with a briefing."""

    briefing = models.ForeignKey(
        Briefing, verbose_name="知情知政通报", on_delete=models.CASCADE, related_name="files"
    )
    file = models.FileField("附件", upload_to=paper_path)
    name = models.CharField("文件名", max_length=150)

    class Meta:
        verbose_name = "通报附件"
        verbose_name_plural = "通报附件"
        ordering = ["pk"]

    def __str__(self):
        return self.name


class BriefingReceiptQuerySet(models.QuerySet):
    def unread(self):
        """Who has neither opened it nor been told in another way."""
        return self.filter(read_at=None, told_on=None)

    def with_names(self):
        return self.select_related(
            "seat__deputy__user", "seat__term__jurisdiction", "seat__constituency", "seat__delegation"
        )


class BriefingReceipt(models.Model):
    """That a briefing was sent to a deputy, and when he read it or how else he was told."""

    briefing = models.ForeignKey(
        Briefing, verbose_name="知情知政通报", on_delete=models.CASCADE, related_name="receipts"
    )
    seat = models.ForeignKey(
        Seat, verbose_name="代表", on_delete=models.PROTECT, related_name="briefing_receipts"
    )
    read_at = models.DateTimeField("阅读时间", null=True, blank=True)
    told_on = models.DateField("另行告知日期", null=True, blank=True)
    told_how = models.CharField("告知方式", max_length=30, blank=True)

    objects = BriefingReceiptQuerySet.as_manager()

    class Meta:
        verbose_name = "通报回执"
        verbose_name_plural = "通报回执"
        ordering = ["seat__deputy__stroke_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["briefing", "seat"],
                name="briefing_receipt_unique",
                violation_error_message="这名代表已在名单中。",
            ),
            models.CheckConstraint(
                condition=Q(told_on__isnull=True, told_how="") | Q(told_on__isnull=False) & ~Q(told_how=""),
                name="briefing_receipt_told_how",
                violation_error_message="另行告知的，要有日期和方式。",
            ),
        ]

    def __str__(self):
        return f"{self.seat.called}：{self.briefing}"

    @property
    def has_account(self):
        """Whether he can read it here at all."""
        user = self.seat.deputy.user
        return user is not None and user.is_active
