"""Duty activities and who took part in them."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import OuterRef, Q
from django.urls import reverse

from congress import clock
from congress.enums import Role
from congress.models import Event, Jurisdiction
from congress.models.jurisdiction import SharedQuerySet, SightQuerySet
from deputies.counting import count_of
from deputies.enums import ActivityStatus, ParticipationStatus
from deputies.models.deputy import Deputy
from deputies.models.seat import Seat
from deputies.models.structure import Constituency


class ActivityKind(models.Model):
    """A kind of duty activity (视察, 专题调研 …), as data."""

    OF_GROUPS = "group"  # the code of 小组活动
    INSPECTION = "inspection"  # the code of 视察

    code = models.SlugField("代号", max_length=30, unique=True)
    name = models.CharField("名称", max_length=30, unique=True)
    self_logged = models.BooleanField("代表可自行登记", default=True)
    active = models.BooleanField("在用", default=True)
    order = models.PositiveSmallIntegerField("排序", default=0)

    objects = SharedQuerySet.as_manager()

    class Meta:
        verbose_name = "活动类型"
        verbose_name_plural = "活动类型"
        ordering = ["order", "pk"]

    def __str__(self):
        return self.name


class ActivityQuerySet(SightQuerySet):
    blind = Role.business_blind

    def _seen_by(self, user):
        """Staff see their area's activities and those of its deputies; a deputy those he is listed in."""
        entries = Q(pk__in=Participation.objects.visible_to(user).values("activity"))
        if user.role == Role.DEPUTY:
            return self.filter(entries)
        return self.filter(Q(jurisdiction__in=Jurisdiction.objects.within(user.jurisdiction)) | entries)

    def with_counts(self):
        """Annotate how many take part: ``invited_count``, ``logged_count`` … ``excused_count``."""
        return self.annotate(
            invited_count=_entries(ParticipationStatus.INVITED),
            logged_count=_entries(ParticipationStatus.LOGGED),
            verified_count=_entries(ParticipationStatus.VERIFIED),
            excused_count=_entries(ParticipationStatus.EXCUSED),
        )

    def attendance_unknown(self, on):
        """Activities over by ``on`` of which it is not yet known who of the invited came."""
        invited = Participation.objects.filter(status=ParticipationStatus.INVITED)
        return self.filter(ends_on__lt=on, pk__in=invited.values("activity"))


def _entries(status):
    return count_of(Participation.objects.filter(activity=OuterRef("pk"), status=status), "activity")


class Activity(models.Model):
    """One activity of one or more days, whoever took part in it."""

    kind = models.ForeignKey(
        ActivityKind, verbose_name="类型", on_delete=models.PROTECT, related_name="activities"
    )
    jurisdiction = models.ForeignKey(
        Jurisdiction,
        verbose_name="主办方",
        on_delete=models.PROTECT,
        related_name="activities",
        help_text="区本级或者镇街。",
    )
    title = models.CharField("主题", max_length=100)
    starts_on = models.DateField("开始日期")
    ends_on = models.DateField("结束日期")
    days = models.DecimalField("天数", max_digits=4, decimal_places=1, null=True, blank=True)
    place = models.CharField("地点", max_length=100, blank=True)
    constituency = models.ForeignKey(
        Constituency,
        verbose_name="在哪个选区",
        on_delete=models.PROTECT,
        related_name="activities",
        null=True,
        blank=True,
        help_text="在某一选区开展的选上；不在选区居住也不工作的代表，任期内至少到原选区参加一次。",
    )
    task = models.TextField("任务", blank=True, help_text="活动前交待的任务。")
    minutes = models.TextField("记录", blank=True, help_text="活动中的记录整理。")
    feedback = models.TextField("结果反馈", blank=True, help_text="活动后的结果反馈。")
    status = models.CharField(
        "状态", max_length=20, choices=ActivityStatus, default=ActivityStatus.PLANNED, editable=False
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="登记人", on_delete=models.PROTECT, related_name="+"
    )

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = "履职活动"
        verbose_name_plural = "履职活动"
        ordering = ["-starts_on", "-pk"]
        indexes = [models.Index(fields=["starts_on"], name="activity_starts_on")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")),
                name="activity_ends_after_start",
                violation_error_message="结束日期不能早于开始日期。",
            ),
            models.CheckConstraint(
                condition=Q(days__isnull=True) | Q(days__gt=0),
                name="activity_days_positive",
                violation_error_message="天数应大于0，半天填0.5。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=ActivityStatus.values),
                name="activity_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("deputies:activity_detail", args=[self.pk])

    def clean(self):
        """Nobody spends more days on an activity than it lasts, nor none."""
        if self.days is not None and self.days <= 0:
            raise ValidationError({"days": "天数应大于0，半天填0.5。"})
        if not self.starts_on or not self.ends_on:
            return
        span = (self.ends_on - self.starts_on).days + 1
        if span < 1:
            raise ValidationError({"ends_on": "最后一天早于第一天，请改正。"})
        if self.days and self.days > span:
            sentence = f"起止日期一共{span}天，用的天数不能比它多；做了几天的，请填最后一天。"
            raise ValidationError({"days": sentence})

    @property
    def is_cancelled(self):
        return self.status == ActivityStatus.CANCELLED

    @property
    def cancelled_reason(self):
        """Why the activity was cancelled, if it was."""
        return self.events.filter(new_status=self.status).latest("at", "pk").note if self.is_cancelled else ""

    @property
    def taken_part(self):
        """Whether anybody has logged a part in it."""
        return self.participations.exclude(status__in=ParticipationStatus.idle).exists()

    @property
    def is_counted(self):
        """Whether anybody's part in it is verified, so that figures count it."""
        return self.participations.verified().exists()


class ActivityEvent(Event):
    """A line in the history of an activity."""

    record = models.ForeignKey(Activity, verbose_name="活动", on_delete=models.PROTECT, related_name="events")


class ParticipationQuerySet(SightQuerySet):
    blind = Role.business_blind

    def verified(self):
        """What counts in figures and reports."""
        return self.filter(status=ParticipationStatus.VERIFIED)

    def _seen_by(self, user):
        """A deputy sees his own entries; staff those of their activities and of the seats they look after."""
        if user.role == Role.DEPUTY:
            return self.filter(seat__deputy__user=user)
        return self.filter(
            Q(activity__jurisdiction__in=Jurisdiction.objects.within(user.jurisdiction))
            | Q(seat__in=Seat.objects.working_in(user.jurisdiction).values("pk"))
        )

    def listed(self):
        """Who is on the list and neither stayed away, with leave or without, nor was taken off it."""
        return self.exclude(status__in=ParticipationStatus.away)

    def waiting_for(self, user):
        """What the user is to verify; staff may verify all that they see."""
        if user.role not in Role.staff:
            return self.none()
        return self.visible_to(user).filter(status=ParticipationStatus.LOGGED)

    def with_places(self):
        """Load what pages show and rules ask of each entry."""
        return self.select_related(
            "activity__kind",
            "activity__jurisdiction__parent",
            "seat__deputy",
            "seat__term__jurisdiction__parent",
            "seat__constituency__town__parent",
        )

    def of_deputy(self, query):
        """Entries of the deputies found by characters, full pinyin or initials."""
        return self.filter(seat__deputy__in=Deputy.objects.search(query).values("pk"))

    def about(self, words):
        """Entries in whose sentence, or in the title of whose activity, the words stand."""
        return self.filter(Q(activity__title__icontains=words) | Q(sentence__icontains=words))

    def with_photo_count(self):
        photos = ParticipationPhoto.objects.filter(participation=OuterRef("pk"))
        return self.annotate(photo_count=count_of(photos, "participation"))


class Participation(models.Model):
    """A deputy's part in an activity, as he logged it and the office verified it."""

    # Whether the deputy is told by the messages of something else to which the entry belongs.
    quiet = False

    activity = models.ForeignKey(
        Activity, verbose_name="活动", on_delete=models.PROTECT, related_name="participations"
    )
    seat = models.ForeignKey(
        Seat, verbose_name="代表", on_delete=models.PROTECT, related_name="participations"
    )
    status = models.CharField(
        "状态",
        max_length=20,
        choices=ParticipationStatus,
        default=ParticipationStatus.INVITED,
        editable=False,
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)
    sentence = models.CharField("做了什么", max_length=200, blank=True, help_text="一句话说明。")
    people = models.PositiveIntegerField("接触群众人数", null=True, blank=True)
    households = models.PositiveIntegerField("走访户数", null=True, blank=True)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = "活动参加记录"
        verbose_name_plural = "活动参加记录"
        ordering = ["-activity__starts_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "seat"],
                name="participation_unique",
                violation_error_message="这名代表已在参加名单中。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=ParticipationStatus.values),
                name="participation_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
        ]

    def __str__(self):
        return f"{self.seat.called}：{self.activity.title}"

    def get_absolute_url(self):
        return reverse("deputies:participation_detail", args=[self.pk])

    @property
    def return_note(self):
        """Why the entry was returned, while it is."""
        if self.status != ParticipationStatus.RETURNED:
            return ""
        return self.events.filter(new_status=self.status).latest("at", "pk").note

    @property
    def is_self_logged(self):
        """Whether the deputy entered the activity himself, rather than an office that planned it."""
        return self.activity.created_by_id == self.seat.deputy.user_id


class ParticipationPhoto(models.Model):
    """A photograph of the activity, shrunk and without its location."""

    participation = models.ForeignKey(
        Participation, verbose_name="参加记录", on_delete=models.CASCADE, related_name="photos"
    )
    image = models.ImageField("照片", upload_to="activities/%Y/%m/")

    class Meta:
        verbose_name = "活动照片"
        verbose_name_plural = "活动照片"
        ordering = ["pk"]

    def __str__(self):
        return f"照片{self.pk}"


class ParticipationEvent(Event):
    """A line in the history of a participation."""

    record = models.ForeignKey(
        Participation, verbose_name="参加记录", on_delete=models.PROTECT, related_name="events"
    )
