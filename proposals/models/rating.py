"""How each deputy who signed rates a reply: the attitude and the result, each for itself (D2)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from congress import clock
from congress.enums import Satisfaction
from proposals.enums import RatingState
from proposals.models.sponsorship import Sponsorship


class RatingQuerySet(models.QuerySet):
    def rated(self):
        """Those that count: who did not rate after being urged is left out of every rate (D2, 重庆)."""
        return self.filter(state=RatingState.RATED)


class Rating(models.Model):
    """One deputy's answer to one round's reply; or that he gave none although he was urged.

    A register tells of a second round its result alone: then ``attitude`` is blank.
    """

    sponsorship = models.ForeignKey(
        Sponsorship, verbose_name="代表", on_delete=models.PROTECT, related_name="ratings"
    )
    round = models.PositiveSmallIntegerField("办理轮次", default=1)
    state = models.CharField(
        "评价情况", max_length=20, choices=RatingState, default=RatingState.RATED, editable=False
    )
    attitude = models.CharField("对办理态度", max_length=20, choices=Satisfaction, blank=True)
    result = models.CharField("对办理结果", max_length=20, choices=Satisfaction, blank=True)
    reason = models.CharField("不满意的原因", max_length=500, blank=True)
    rated_on = models.DateField("评价日期")
    on_paper = models.BooleanField("凭纸质征询意见表登记", default=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="登记人", on_delete=models.PROTECT, related_name="+"
    )

    objects = RatingQuerySet.as_manager()

    class Meta:
        verbose_name = "代表评价"
        verbose_name_plural = "代表评价"
        ordering = ["round", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sponsorship", "round"],
                name="rating_once_a_round",
                violation_error_message="这一轮已经评价过。",
            ),
            models.CheckConstraint(
                condition=(Q(state=RatingState.RATED) & ~Q(result=""))
                | Q(state=RatingState.NOT_RATED, result="", attitude=""),
                name="rating_state_tells_result",
                violation_error_message="请选择对办理结果是否满意。",
            ),
            models.CheckConstraint(
                condition=(~Q(attitude=Satisfaction.DISSATISFIED) & ~Q(result=Satisfaction.DISSATISFIED))
                | ~Q(reason=""),
                name="rating_dissatisfied_has_reason",
                violation_error_message="不满意的，请写明原因。",
            ),
        ]

    def __str__(self):
        return self.told

    @property
    def told(self):
        """态度满意、结果基本满意; 未评价."""
        if self.state == RatingState.NOT_RATED:
            return self.get_state_display()
        attitude = f"态度{self.get_attitude_display()}、" if self.attitude else ""
        return f"{attitude}结果{self.get_result_display()}"


class RatingUrge(models.Model):
    """A deputy is asked once more to rate; he confirms that he has read it (催办, 签收)."""

    sponsorship = models.ForeignKey(
        Sponsorship, verbose_name="代表", on_delete=models.PROTECT, related_name="urges"
    )
    round = models.PositiveSmallIntegerField("办理轮次", default=1)
    urged_on = models.DateField("催办日期")
    note = models.CharField("催办内容", max_length=500, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="催办人", on_delete=models.PROTECT, related_name="+"
    )
    read_at = models.DateTimeField("签收时间", null=True, blank=True)
    at = models.DateTimeField("登记时间", default=clock.now, editable=False)

    class Meta:
        verbose_name = "催请评价"
        verbose_name_plural = "催请评价"
        ordering = ["round", "pk"]

    def __str__(self):
        return f"{self.urged_on:%Y-%m-%d} 催请{self.sponsorship.seat.called}评价"
