"""What was paid to deputies without a fixed wage (代表法第四十一条; domain.md B56)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from congress import clock
from congress.enums import Role
from congress.models import Jurisdiction
from congress.models.event import AppendOnly
from congress.models.jurisdiction import SightQuerySet
from deputies.models.seat import Seat


class SubsidyPaymentQuerySet(SightQuerySet):
    blind = frozenset(Role) - {*Role.offices, Role.DEPUTY}

    def _seen_by(self, user):
        """A deputy sees his own; offices those of their own congress and of the congresses below."""
        if user.role == Role.DEPUTY:
            return self.filter(seat__deputy__user=user)
        return self.filter(seat__term__jurisdiction__in=Jurisdiction.objects.within(user.jurisdiction))


class SubsidyPayment(AppendOnly):
    """Days of a year that were paid for, at the rate of that day. A wrong one is struck by its opposite."""

    seat = models.ForeignKey(
        Seat, verbose_name="代表", on_delete=models.PROTECT, related_name="subsidy_payments"
    )
    year = models.PositiveSmallIntegerField("年度")
    days = models.DecimalField("天数", max_digits=5, decimal_places=1)
    rate = models.PositiveSmallIntegerField("标准（元/天）")
    amount = models.DecimalField("金额（元）", max_digits=9, decimal_places=2)
    decision = models.CharField("标准的文号", max_length=60)
    paid_on = models.DateField("发放日期")
    note = models.CharField("说明", max_length=100, blank=True)
    reverses = models.OneToOneField(
        "self",
        verbose_name="冲销哪一笔",
        on_delete=models.PROTECT,
        related_name="reversal",
        null=True,
        blank=True,
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="登记人", on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField("登记时间", default=clock.now, editable=False)

    objects = SubsidyPaymentQuerySet.as_manager()

    class Meta:
        verbose_name = "误工补贴发放"
        verbose_name_plural = "误工补贴发放"
        ordering = ["paid_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reverses__isnull=True, days__gt=0) | Q(reverses__isnull=False, days__lt=0),
                name="subsidy_payment_days_not_zero",
                violation_error_message="发放的天数应大于0，冲销的应小于0。",
            ),
        ]

    def __str__(self):
        return f"{self.seat.called}{self.year}年误工补贴"
