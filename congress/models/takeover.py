"""Taking over an office's files: what was uploaded, what it would do, what headings and marks mean."""

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from congress import clock
from congress.calendar import chinese_date
from congress.enums import DayPart, MeetingKind
from congress.models.jurisdiction import Jurisdiction, PlacedQuerySet


KEPT = timedelta(days=7)


class MappingQuerySet(PlacedQuerySet):
    def binding(self, office):
        """What the import of an office goes by, its district's first: what comes later goes before it.

        ``office`` is a jurisdiction. What a town sets binds neither its district nor other towns.
        """
        found = self.filter(jurisdiction__in=[office.district, office])
        return sorted(found, key=lambda mapping: mapping.jurisdiction_id == office.pk)


class HeadingMapping(models.Model):
    """What an office's own heading means, set by hand once; a blank key leaves the column out.

    The key MEETING says that the heading stands for a meeting; which one, for each session, its ``meetings``.
    """

    MEETING = "*"

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="所属区划", on_delete=models.CASCADE, related_name="heading_mappings"
    )
    kind = models.CharField("登记表", max_length=30)
    heading = models.CharField("表头", max_length=200)
    key = models.CharField("栏目", max_length=30, blank=True)

    objects = MappingQuerySet.as_manager()

    class Meta:
        verbose_name = "表头对应"
        verbose_name_plural = "表头对应"
        ordering = ["kind", "heading"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "kind", "heading"],
                name="heading_mapping_unique",
                violation_error_message="这个表头已经指定过栏目。",
            ),
        ]

    def __str__(self):
        meaning = {self.MEETING: "→一场会议", "": "→不导入"}.get(self.key, "")
        return f"“{self.heading}”{meaning}"


class MeetingMappingQuerySet(PlacedQuerySet):
    place = "heading__jurisdiction"


class MeetingMapping(models.Model):
    """Which meeting of one session a heading stands for. The next session's sheet asks for the day only.

    ``session`` is the session's name; blank until a sheet has told it.
    """

    heading = models.ForeignKey(
        HeadingMapping, verbose_name="表头", on_delete=models.CASCADE, related_name="meetings"
    )
    session = models.CharField("次会议", max_length=100, blank=True)
    on = models.DateField("日期")
    part = models.CharField("时段", max_length=1, choices=DayPart, default=DayPart.WHOLE)
    kind = models.CharField("类型", max_length=20, choices=MeetingKind, default=MeetingKind.FULL)
    name = models.CharField("名称", max_length=50)

    objects = MeetingMappingQuerySet.as_manager()

    class Meta:
        verbose_name = "表头指定的会议"
        verbose_name_plural = "表头指定的会议"
        ordering = ["on", "part", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["heading", "session"],
                name="meeting_mapping_unique",
                violation_error_message="这个表头在这次会议中已经指定过会议。",
            ),
        ]

    def __str__(self):
        when = "" if self.part == DayPart.WHOLE else self.get_part_display()
        return f"{chinese_date(self.on)}{when}{self.name}"


class MarkMapping(models.Model):
    """What a mark of an office's own (○, △) means, set by hand once; a blank meaning does not count it."""

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="所属区划", on_delete=models.CASCADE, related_name="mark_mappings"
    )
    kind = models.CharField("登记表", max_length=30)
    writing = models.CharField("写法", max_length=20)
    meaning = models.CharField("意思", max_length=30, blank=True)

    objects = MappingQuerySet.as_manager()

    class Meta:
        verbose_name = "标记对应"
        verbose_name_plural = "标记对应"
        ordering = ["kind", "writing"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "kind", "writing"],
                name="mark_mapping_unique",
                violation_error_message="这个标记已经指定过意思。",
            ),
        ]

    def __str__(self):
        return f"“{self.writing}”" if self.meaning else f"“{self.writing}”→不计"


class TakeoverQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A takeover is seen by who began it."""
        return self.filter(by=user)

    def abandoned(self):
        """Neither confirmed nor discarded for a week, and not at work."""
        week_ago = clock.now() - KEPT
        is_idle = Q(asked_at=None) | Q(asked_at__lt=week_ago)
        return self.filter(is_idle, done_at=None, at__lt=week_ago)


class Takeover(models.Model):
    """Files that somebody uploaded, and what they would do; nothing else is stored before he confirms.

    ``preview`` holds what the registers' importers tell of each row, never the data of voters; it is emptied,
    and the files are deleted, when it is done or discarded. The worker previews it, and takes it over once
    it is confirmed: work is asked for at ``asked_at``, taken up at ``started_at``, and over when
    ``asked_at`` is empty again; ``failure`` then says what went wrong, if anything did.
    """

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="所属区划", on_delete=models.CASCADE, related_name="takeovers"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="经办人", on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField("上传时间", default=clock.now, editable=False)
    preview = models.JSONField("预览", default=dict, blank=True)
    asked_at = models.DateTimeField("交给后台的时间", null=True, blank=True)
    started_at = models.DateTimeField("后台开始的时间", null=True, blank=True)
    confirmed_at = models.DateTimeField("确认时间", null=True, blank=True)
    failure = models.TextField("失败原因", blank=True)
    done_at = models.DateTimeField("导入时间", null=True, blank=True)

    objects = TakeoverQuerySet.as_manager()

    class Meta:
        verbose_name = "登记表导入"
        verbose_name_plural = "登记表导入"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return "、".join(file.name for file in self.files.all())

    @property
    def is_ready(self):
        """Whether its preview can be looked at, and confirmed."""
        return not (self.asked_at or self.failure or self.done_at)


def private_path(file, name):
    """A path that tells nothing of the file's content."""
    return f"takeover/{uuid4().hex}"


class TakeoverFile(models.Model):
    """An uploaded file, kept out of reach until it is taken over."""

    takeover = models.ForeignKey(
        Takeover, verbose_name="登记表导入", on_delete=models.CASCADE, related_name="files"
    )
    name = models.CharField("文件名", max_length=200)
    content = models.FileField("文件", upload_to=private_path)

    class Meta:
        verbose_name = "导入文件"
        verbose_name_plural = "导入文件"
        ordering = ["pk"]

    def __str__(self):
        return self.name
