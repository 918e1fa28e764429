"""The deputy's answer to the voter, and the voter's opinion of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from congress.enums import Satisfaction
from deputies.models import Seat
from reception.enums import AnswerMode
from reception.models.opinion import Opinion


class Answer(models.Model):
    """What the voter was told, by whom and how (B18, B32)."""

    opinion = models.ForeignKey(
        Opinion, verbose_name="意见", on_delete=models.PROTECT, related_name="answers"
    )
    round = models.PositiveSmallIntegerField("办理轮次", default=1)
    seat = models.ForeignKey(
        Seat,
        verbose_name="答复代表",
        on_delete=models.PROTECT,
        related_name="answers",
        null=True,
        blank=True,
        help_text="由工委答复的不填。",
    )
    mode = models.CharField("答复方式", max_length=10, choices=AnswerMode)
    answered_on = models.DateField("答复日期")
    text = models.TextField("答复内容")
    reaction = models.CharField("选民反应", max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="登记人", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "答复选民"
        verbose_name_plural = "答复选民"
        ordering = ["round", "pk"]

    def __str__(self):
        return f"{self.answered_on:%Y-%m-%d} {self.get_mode_display()}"


class Survey(models.Model):
    """Two questions to the voter: the handling, and the deputy's part (B33, finding 4)."""

    opinion = models.ForeignKey(
        Opinion, verbose_name="意见", on_delete=models.PROTECT, related_name="surveys"
    )
    round = models.PositiveSmallIntegerField("办理轮次", default=1)
    handling_rating = models.CharField("对办理情况", max_length=20, choices=Satisfaction)
    deputy_rating = models.CharField(
        "对代表作用",
        max_length=20,
        choices=Satisfaction,
        blank=True,
        help_text="登记表没有这一栏的，补录时为空。",
    )
    reason = models.CharField("不满意的原因", max_length=200, blank=True)
    surveyed_on = models.DateField("测评日期")

    class Meta:
        verbose_name = "满意度测评"
        verbose_name_plural = "满意度测评"
        ordering = ["round", "pk"]
        # The figures ask of each matter how its voter rated last; all that they read stands in the index.
        indexes = [
            models.Index(
                fields=["opinion", "-round", "surveyed_on", "handling_rating"], name="survey_last_of_opinion"
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["opinion", "round"],
                name="survey_once_a_round",
                violation_error_message="这一轮已经测评过。",
            ),
            models.CheckConstraint(
                condition=~Q(handling_rating=Satisfaction.DISSATISFIED) | ~Q(reason=""),
                name="survey_dissatisfied_has_reason",
                violation_error_message="不满意的，请写明原因。",
            ),
        ]

    def __str__(self):
        return f"{self.surveyed_on:%Y-%m-%d} {self.get_handling_rating_display()}"
