"""When a congress sits: terms, sessions, meetings."""

import cn2an
from django.db import models
from django.urls import reverse

from congress.calendar import chinese_date
from congress.enums import DayPart, MeetingKind, SessionBody, SessionKind
from congress.models.jurisdiction import Jurisdiction, PlacedQuerySet


class TermQuerySet(PlacedQuerySet):
    def current(self, on):
        """Terms that had begun and were not over on the day ``on``; an unknown start or end is open."""
        begun = models.Q(starts_on__isnull=True) | models.Q(starts_on__lte=on)
        not_over = models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=on)
        return self.filter(begun & not_over)


class SittingQuerySet(PlacedQuerySet):
    """When a congress sits is no secret: people see the sessions of the congress above theirs, too."""

    def _seen_by(self, user):
        above = models.Q(**{self.place: user.jurisdiction.parent_id})
        return self.filter(
            above | models.Q(**{f"{self.place}__in": Jurisdiction.objects.within(user.jurisdiction)})
        )


class SessionQuerySet(SittingQuerySet):
    place = "term__jurisdiction"

    def of_congress(self):
        return self.filter(body=SessionBody.CONGRESS)


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
    population = models.PositiveIntegerField(
        "核定名额的人口数", null=True, blank=True, help_text="确定代表名额时的人口数（选举法第十二条）。"
    )
    minority_bonus = models.BooleanField(
        "名额另加百分之五", default=False, help_text="经省级人大常委会决定的（选举法第十二条第三款）。"
    )
    seat_quota = models.PositiveSmallIntegerField(
        "代表总名额", null=True, blank=True, help_text="经确定的总名额，确定后不再变动（选举法第十四条）。"
    )

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

    def get_absolute_url(self):
        return reverse("deputies:term_detail", args=[self.pk])

    @property
    def ordinal(self):
        """第九届; 本届 where the registers did not tell the number."""
        return f"第{cn2an.an2cn(self.number)}届" if self.number else "本届"

    @property
    def congress_name(self):
        """云渚区第九届人民代表大会."""
        return f"{self}人民代表大会"


class OfSessionQuerySet(SittingQuerySet):
    place = "session__term__jurisdiction"


class Session(models.Model):
    """A session (次会议) of a congress, its standing committee or its presidium."""

    term = models.ForeignKey(Term, verbose_name="届", on_delete=models.PROTECT, related_name="sessions")
    body = models.CharField("机构", max_length=20, choices=SessionBody, default=SessionBody.CONGRESS)
    number = models.PositiveSmallIntegerField("次", help_text="本届的第几次会议。")
    kind = models.CharField("类型", max_length=20, choices=SessionKind, default=SessionKind.REGULAR)
    starts_on = models.DateField("开始日期")
    ends_on = models.DateField("结束日期", null=True, blank=True)
    motions_until = models.DateTimeField(
        "议案截止时间",
        null=True,
        blank=True,
        help_text="人民代表大会会议填写，由主席团决定；过后提出的作为建议、批评和意见。",
    )
    place = models.CharField("地点", max_length=100, blank=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = "次会议"
        verbose_name_plural = "次会议"
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "body", "number"],
                name="session_number_unique",
                violation_error_message="本届已有这次会议。",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=models.F("starts_on")),
                name="session_ends_after_start",
                violation_error_message="结束日期不能早于开始日期。",
            ),
        ]

    def __str__(self):
        """云渚区第九届人民代表大会第四次会议; 云渚区第九届人大常委会第二十三次会议."""
        return f"{self.term}{self.get_body_display()}{self.ordinal}会议"

    def get_absolute_url(self):
        return reverse("deputies:session_detail", args=[self.pk])

    @property
    def ordinal(self):
        """第四次."""
        return f"第{cn2an.an2cn(self.number)}次"

    @property
    def short_name(self):
        """九届四次会议, as people say."""
        term = cn2an.an2cn(self.term.number) if self.term.number else "本"
        return f"{term}届{cn2an.an2cn(self.number)}次会议"

    @property
    def is_of_congress(self):
        return self.body == SessionBody.CONGRESS


class Meeting(models.Model):
    """One meeting of a session, on one day."""

    session = models.ForeignKey(
        Session, verbose_name="次会议", on_delete=models.PROTECT, related_name="meetings"
    )
    kind = models.CharField("类型", max_length=20, choices=MeetingKind, default=MeetingKind.FULL)
    name = models.CharField("名称", max_length=50, help_text="如第一次全体会议、分团审议。")
    on = models.DateField("日期")
    part = models.CharField("时段", max_length=1, choices=DayPart, default=DayPart.MORNING)
    starts_at = models.TimeField("开始时间", null=True, blank=True)
    ends_at = models.TimeField("结束时间", null=True, blank=True)
    place = models.CharField("地点", max_length=100, blank=True)
    order = models.PositiveSmallIntegerField("排序", default=0)

    objects = OfSessionQuerySet.as_manager()

    class Meta:
        verbose_name = "会议"
        verbose_name_plural = "会议"
        ordering = ["on", "part", "order", "pk"]
        indexes = [models.Index(fields=["on"], name="meeting_on")]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "on", "part", "name"],
                name="meeting_unique",
                violation_error_message="这次会议已经登记过同一时间的同名会议。",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__isnull=True)
                | models.Q(starts_at__isnull=True)
                | models.Q(ends_at__gt=models.F("starts_at")),
                name="meeting_ends_after_start",
                violation_error_message="结束时间应晚于开始时间。",
            ),
        ]

    def __str__(self):
        return f"{chinese_date(self.on)}{self.when}{self.name}"

    def get_absolute_url(self):
        return reverse("deputies:meeting_detail", args=[self.pk])

    @property
    def when(self):
        """上午, 下午, 晚上; nothing for a whole day."""
        return "" if self.part == DayPart.WHOLE else self.get_part_display()


class AgendaItem(models.Model):
    """An item of a session's agenda, with what came of it."""

    session = models.ForeignKey(
        Session, verbose_name="次会议", on_delete=models.CASCADE, related_name="agenda"
    )
    meeting = models.ForeignKey(
        Meeting,
        verbose_name="会议",
        on_delete=models.PROTECT,
        related_name="agenda",
        null=True,
        blank=True,
    )
    order = models.PositiveSmallIntegerField("排序", default=0)
    title = models.CharField("议题", max_length=200)
    result = models.TextField("结果", blank=True, help_text="如通过的决议、表决情况。")

    objects = OfSessionQuerySet.as_manager()

    class Meta:
        verbose_name = "议程"
        verbose_name_plural = "议程"
        ordering = ["session", "order", "pk"]

    def __str__(self):
        return self.title
