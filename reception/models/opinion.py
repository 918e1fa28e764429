"""The voter's opinion: the matter that is carried from complaint to report."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, ExpressionWrapper, OuterRef, Q
from django.urls import reverse

from congress import clock
from congress.enums import Role, Satisfaction
from congress.handling import UnitRole
from congress.models import Event, Jurisdiction, Unit
from congress.models.jurisdiction import SharedQuerySet, SightQuerySet
from deputies.models import Constituency
from proposals.models import Proposal
from reception.enums import Competence, Nature, OpinionStatus, Outcome, Urgency
from reception.models.visit import Visit


# 石坎〔2025〕12号, 石坎镇[2025]12, 2025-12, 12号, 12
NUMBER = re.compile(
    r"(?P<place>[^\d〔［\[(（]*)(?:[〔［\[(（]?(?P<year>20\d\d)(?:年第?|[〕］\])）\-]))?\s*(?P<serial>\d{1,6})号?"
)


class OpinionCategory(models.Model):
    """A category of opinions (domain.md F), as data."""

    name = models.CharField("名称", max_length=30, unique=True)
    examples = models.CharField(
        "举例", max_length=200, blank=True, help_text="用顿号隔开，登记时据此推荐类别。"
    )
    active = models.BooleanField("在用", default=True)
    order = models.PositiveSmallIntegerField("排序", default=0)

    objects = SharedQuerySet.as_manager()

    class Meta:
        verbose_name = "意见类别"
        verbose_name_plural = "意见类别"
        ordering = ["order", "pk"]

    def __str__(self):
        return self.name


class OpinionQuerySet(SightQuerySet):
    def open(self):
        return self.exclude(status__in=OpinionStatus.final)

    def registered(self):
        """Those with a number; a draft has none, nor has one that was withdrawn as a draft."""
        return self.filter(serial__isnull=False)

    def overdue(self, on):
        """With a unit that has not replied by its due date."""
        return self.filter(status__in=OpinionStatus.with_unit, due_on__lt=on)

    def search(self, words):
        """By title, the voter's words and the number, whole or short; never by a visitor's data (D10)."""
        found = Q(title__icontains=words) | Q(words__icontains=words)
        if number := NUMBER.fullmatch(words.strip()):
            here = Q(serial=int(number["serial"]), jurisdiction__name__startswith=number["place"].strip())
            found |= here & (Q(year=number["year"]) if number["year"] else Q())
        return self.filter(found)

    def with_redoable(self):
        """Annotate ``redoable``: the voter is dissatisfied and the units of the round may go at it again.

        A place has one second try (E1); once escalated the district has as many as it needs.
        """
        from reception.models.referral import Referral

        redone = OpinionEvent.objects.filter(record=OuterRef("pk"), step="redo")
        parts = Referral.objects.standing().filter(opinion=OuterRef("pk"), round=OuterRef("round"))
        handled = parts.exclude(role=UnitRole.CO)
        second_try = Q(escalated=True) | ~Exists(redone)
        dissatisfied = Q(handling_rating=Satisfaction.DISSATISFIED)
        return self.annotate(
            redoable=ExpressionWrapper(
                dissatisfied & second_try & Exists(handled), output_field=models.BooleanField()
            )
        )

    def _seen_by(self, user):
        """Staff see their area's, deputies those they took, units those referred to them.

        The government office sees what was escalated to the district.
        """
        if user.role == Role.UNIT_CLERK:
            return self.filter(pk__in=self._referred_to(user.unit_id))
        if user.role == Role.DEPUTY:
            mine = Visit.objects.filter(Q(deputies__deputy__user=user) | Q(recorded_by=user))
            return self.filter(visit__in=mine.values("pk"))
        area = self.filter(jurisdiction__in=Jurisdiction.objects.within(user.jurisdiction))
        return area.filter(escalated=True) if user.role == Role.GOV_OFFICE else area

    @staticmethod
    def _referred_to(unit_id):
        """A unit that gave a matter back, or whose part was cancelled, keeps its own part and its history:

        it has to show that it did so in time, and why. Of the visitor it reads no more than the masked data
        (``reception.rules.can_reveal``), of what others do afterwards nothing.
        """
        from reception.models.referral import Referral

        return Referral.objects.filter(unit=unit_id).values("opinion")


class Opinion(models.Model):
    """One matter of one visit, in the voter's own words. State changes go through ``reception.workflow``."""

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="镇街", on_delete=models.PROTECT, related_name="opinions"
    )
    visit = models.ForeignKey(Visit, verbose_name="来访", on_delete=models.PROTECT, related_name="opinions")
    constituency = models.ForeignKey(
        Constituency,
        verbose_name="选区",
        on_delete=models.PROTECT,
        related_name="opinions",
        null=True,
        blank=True,
    )
    year = models.PositiveSmallIntegerField("年份", null=True, blank=True, editable=False)
    serial = models.PositiveIntegerField("编号", null=True, blank=True, editable=False)

    title = models.CharField("事由", max_length=60, help_text="一句话概括，不写来访人姓名、电话。")
    words = models.TextField("选民原话", help_text="保持原话和原意；登记后不能修改。")
    wish = models.CharField("希望的结果", max_length=200, blank=True)
    category = models.ForeignKey(
        OpinionCategory,
        verbose_name="类别",
        on_delete=models.PROTECT,
        related_name="opinions",
        null=True,
        blank=True,
    )
    nature = models.CharField("性质", max_length=20, choices=Nature, blank=True)
    competence = models.CharField("权限", max_length=20, choices=Competence, blank=True)
    urgency = models.CharField("缓急", max_length=10, choices=Urgency, default=Urgency.NORMAL)

    status = models.CharField(
        "状态", max_length=20, choices=OpinionStatus, default=OpinionStatus.DRAFT, editable=False
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)
    outcome = models.CharField("处理方式", max_length=20, choices=Outcome, blank=True, editable=False)
    outcome_note = models.TextField("处理说明", blank=True, editable=False)
    # What whoever took the matter down thinks should become of it; the office decides.
    proposed_outcome = models.CharField("拟办", max_length=20, choices=Outcome, blank=True, editable=False)
    proposed_unit = models.ForeignKey(
        Unit,
        verbose_name="拟办单位",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
    )
    proposed_note = models.TextField("拟办说明", blank=True, editable=False)
    merged_into = models.ForeignKey(
        "self",
        verbose_name="并入",
        on_delete=models.PROTECT,
        related_name="merged",
        null=True,
        blank=True,
        editable=False,
    )
    proposal = models.ForeignKey(
        Proposal,
        verbose_name="转成的议案建议",
        on_delete=models.PROTECT,
        related_name="opinions",
        null=True,
        blank=True,
        editable=False,
    )
    escalated = models.BooleanField("报区协调", default=False, editable=False)
    round = models.PositiveSmallIntegerField("办理轮次", default=1, editable=False)

    received_on = models.DateField("收到日期")
    referred_on = models.DateField("转办日期", null=True, blank=True, editable=False)
    due_on = models.DateField("答复期限", null=True, blank=True, editable=False)
    replied_on = models.DateField("单位答复日期", null=True, blank=True, editable=False)
    replied_in_time = models.BooleanField("按期答复", null=True, blank=True, editable=False)
    answered_on = models.DateField("答复选民日期", null=True, blank=True, editable=False)
    # The earliest answer that is not before the unit's reply; the figures ask of each matter for it.
    told_on = models.DateField("首次有效答复选民日期", null=True, blank=True, editable=False)
    handling_rating = models.CharField(
        "对办理", max_length=20, choices=Satisfaction, blank=True, editable=False
    )
    deputy_rating = models.CharField(
        "对代表作用", max_length=20, choices=Satisfaction, blank=True, editable=False
    )
    closed_on = models.DateField("办结日期", null=True, blank=True, editable=False)
    step_due_on = models.DateField("本步期限", null=True, blank=True, editable=False)
    step_due_sentence = models.CharField("本步期限说明", max_length=300, blank=True, editable=False)

    objects = OpinionQuerySet.as_manager()

    # What people call a matter of this kind.
    word = "意见"

    class Meta:
        verbose_name = "群众意见"
        verbose_name_plural = "群众意见"
        ordering = ["-received_on", "-pk"]
        indexes = [
            models.Index(fields=["jurisdiction", "status"], name="opinion_place_status"),
            models.Index(fields=["-received_on", "-id"], name="opinion_received"),
            models.Index(fields=["status", "due_on"], name="opinion_status_due"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "year", "serial"],
                name="opinion_number_unique",
                violation_error_message="编号重复，请再试一次。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=OpinionStatus.values),
                name="opinion_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=OpinionStatus.with_unit) | Q(due_on__isnull=False),
                name="opinion_with_unit_has_due_date",
                violation_error_message="转办的意见必须有答复期限。",
            ),
            models.CheckConstraint(
                condition=Q(status=OpinionStatus.CLOSED, closed_on__isnull=False)
                | (~Q(status=OpinionStatus.CLOSED) & Q(closed_on__isnull=True)),
                name="opinion_closed_has_date",
                violation_error_message="办结状态与办结日期不一致。",
            ),
            models.CheckConstraint(
                condition=~Q(status=OpinionStatus.MERGED) | Q(merged_into__isnull=False),
                name="opinion_merged_has_target",
                violation_error_message="请选择并入哪一件。",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("reception:opinion_detail", args=[self.pk])

    @property
    def number(self):
        """石坎〔2025〕12号; a draft has none."""
        return "未编号" if self.serial is None else self.number_as(self.year, self.serial)

    def number_as(self, year, serial):
        return f"{self.jurisdiction.short_name}〔{year}〕{serial}号"

    @property
    def awaits_proposal(self):
        """Whether it became a proposal that nobody has replied to yet, and that has not ended otherwise."""
        converted = self.status == OpinionStatus.CONVERTED and self.proposal_id is not None
        return converted and not self.proposal.has_result

    def clean(self):
        """The voter's words are never changed once registered (E1)."""
        if self.pk and self.status != OpinionStatus.DRAFT:
            stored = type(self).objects.filter(pk=self.pk).values_list("words", flat=True).first()
            if stored is not None and stored != self.words:
                raise ValidationError({"words": "选民原话登记后不能修改。"})


class OpinionEvent(Event):
    """A line in the history of an opinion, with the clock that ran for it until then."""

    record = models.ForeignKey(Opinion, verbose_name="意见", on_delete=models.PROTECT, related_name="events")
    due_on = models.DateField("当时的期限", null=True, blank=True, editable=False)
    due_sentence = models.CharField("当时的期限说明", max_length=300, blank=True, editable=False)
