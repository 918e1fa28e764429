"""What units promise voters in their replies: the ledger of 承诺事项 of voters' matters (domain.md B37)."""

from django.db import models
from django.db.models import F, Q

from congress.enums import Role
from congress.handling import Promise, PromiseQuerySet, PromiseStatus
from congress.models import Event
from reception.models.opinion import Opinion
from reception.models.referral import Referral


class UndertakingQuerySet(PromiseQuerySet):
    def visible_to(self, user):
        """A clerk sees his own unit's; everybody else those of the opinions he sees."""
        if user.role == Role.UNIT_CLERK:
            return self.filter(unit=user.unit_id)
        return self.filter(opinion__in=Opinion.objects.visible_to(user).values("pk"))

    def to_tell(self):
        """What came of them, the voter has not been told since."""
        untold = Q(told_on__isnull=True) | Q(told_on__lt=F("settled_on"))
        return self.filter(untold, status__in=PromiseStatus.settled)


class Undertaking(Promise):
    """A unit's promise to a voter; kept, or not, apart from whether his matter is closed."""

    matter_field = "opinion"
    pages = "reception:undertaking"

    opinion = models.ForeignKey(
        Opinion, verbose_name="意见", on_delete=models.PROTECT, related_name="undertakings"
    )
    referral = models.ForeignKey(
        Referral, verbose_name="转办", on_delete=models.PROTECT, related_name="undertakings"
    )
    told_on = models.DateField("告知选民日期", null=True, blank=True)

    objects = UndertakingQuerySet.as_manager()

    class Meta(Promise.Meta):
        verbose_name = "意见承诺事项"
        verbose_name_plural = "意见承诺事项"

    @property
    def waits_for_voter(self):
        """Whether the voter is still to be told what came of it."""
        return self.settled_on is not None and (self.told_on is None or self.told_on < self.settled_on)


class UndertakingEvent(Event):
    """A line in the history of an undertaking: each quarter's progress among them."""

    record = models.ForeignKey(
        Undertaking, verbose_name="意见承诺事项", on_delete=models.PROTECT, related_name="events"
    )
