"""Notices of reception days, a version each time that something is announced (domain.md B6-B8, B24, E3)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from congress import clock
from congress.calendar import chinese_date
from congress.enums import Role
from congress.models import Event
from congress.models.jurisdiction import SightQuerySet
from reception.enums import NoticeKind, NoticeStatus
from reception.models.day import ReceptionDay


class NoticeQuerySet(SightQuerySet):
    blind = Role.business_blind

    def published(self):
        return self.filter(status=NoticeStatus.PUBLISHED)

    def unpublished(self):
        return self.exclude(status=NoticeStatus.PUBLISHED)

    def _seen_by(self, user):
        """With the day that they announce; deputies see what is published."""
        seen = self.filter(day__in=ReceptionDay.objects.visible_to(user).values("pk"))
        return seen.published() if user.role == Role.DEPUTY else seen


class Notice(models.Model):
    """What is posted about a day. A published one stays as it was posted."""

    day = models.ForeignKey(
        ReceptionDay, verbose_name="接待日", on_delete=models.PROTECT, related_name="notices"
    )
    kind = models.CharField("种类", max_length=10, choices=NoticeKind)
    title = models.CharField("标题", max_length=100)
    text = models.TextField("正文", help_text="一项一行，如“时间：……”“地点：……”。")
    publisher = models.CharField("发布单位", max_length=60)
    where = models.CharField("在哪里发布", max_length=200, blank=True)
    published_on = models.DateField("发布日期", null=True, blank=True)
    status = models.CharField(
        "状态", max_length=20, choices=NoticeStatus, default=NoticeStatus.DRAFT, editable=False
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = "接待日公告"
        verbose_name_plural = "接待日公告"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["day"],
                condition=~Q(status=NoticeStatus.PUBLISHED),
                name="notice_one_draft",
                violation_error_message="这个接待日已有公告稿，请打开它。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=NoticeStatus.values),
                name="notice_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=Q(status=NoticeStatus.PUBLISHED, published_on__isnull=False)
                | ~Q(status=NoticeStatus.PUBLISHED) & Q(published_on__isnull=True),
                name="notice_published_has_date",
                violation_error_message="已发布的公告要有发布日期。",
            ),
        ]

    def __str__(self):
        return f"{self.day}{self.get_kind_display()}"

    def get_absolute_url(self):
        return reverse("reception:notice_detail", args=[self.pk])

    @property
    def whole_text(self):
        """All of it, to be posted elsewhere."""
        on = chinese_date(self.published_on) if self.published_on else ""
        return "\n".join(filter(None, [self.title, self.text, self.publisher, on]))

    @property
    def jurisdiction(self):
        return self.day.jurisdiction


class NoticeEvent(Event):
    """A line in the history of a notice."""

    record = models.ForeignKey(
        Notice, verbose_name="接待日公告", on_delete=models.PROTECT, related_name="events"
    )
