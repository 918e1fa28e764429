"""What was decided, reported, voted and answered on the road of a motion, an interpellation or a recall."""

from pathlib import Path
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.urls import reverse

from congress import clock
from proposals.enums import Act, Body, Mode
from proposals.models.proposal import Proposal


COUNTS = ("in_favour", "against", "abstained", "present", "all_deputies", "adopted")


def paper_path(proceeding, filename):
    """Where a paper is kept, under a name that tells nothing."""
    return f"proceedings/{clock.today():%Y/%m}/{uuid4()}{Path(filename).suffix.lower()}"


class ProceedingQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of the proposals that the user sees."""
        return self.filter(proposal__in=Proposal.objects.visible_to(user).values("pk"))


class Proceeding(models.Model):
    """One act: who decided or told what, on which day, with its paper and, of a ballot, its counts.

    ``adopted`` is computed from the counts (地方组织法第二十五条), or what the standing committee decided;
    None of any other act.
    """

    proposal = models.ForeignKey(
        Proposal, verbose_name="议案建议", on_delete=models.PROTECT, related_name="proceedings"
    )
    act = models.CharField("事项", max_length=20, choices=Act)
    body = models.CharField("机构", max_length=20, choices=Body, blank=True)
    committee = models.CharField("委员会名称", max_length=60, blank=True)
    held_on = models.DateField("日期")
    mode = models.CharField("方式", max_length=10, choices=Mode, blank=True)
    speaker = models.CharField("到会答复、签署或者申辩的人", max_length=60, blank=True)
    text = models.TextField("内容", blank=True)
    document_number = models.CharField("文号", max_length=50, blank=True)
    round = models.PositiveSmallIntegerField("第几次", default=1)
    in_favour = models.PositiveSmallIntegerField("赞成", null=True, blank=True)
    against = models.PositiveSmallIntegerField("反对", null=True, blank=True)
    abstained = models.PositiveSmallIntegerField("弃权", null=True, blank=True)
    present = models.PositiveSmallIntegerField("出席代表", null=True, blank=True)
    all_deputies = models.PositiveSmallIntegerField("全体代表", null=True, blank=True)
    adopted = models.BooleanField("通过", null=True, blank=True)
    paper = models.FileField("附件", upload_to=paper_path, blank=True)

    objects = ProceedingQuerySet.as_manager()

    class Meta:
        verbose_name = "审议经过"
        verbose_name_plural = "审议经过"
        ordering = ["held_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(act__in=Act.values),
                name="proceeding_act_known",
                violation_error_message="事项不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=Q(act=Act.VOTE, **{f"{name}__isnull": False for name in COUNTS})
                | (~Q(act=Act.VOTE) & Q(**{f"{name}__isnull": True for name in COUNTS[:-1]})),
                name="proceeding_vote_has_counts",
                violation_error_message="表决要有赞成、反对、弃权和出席人数。",
            ),
        ]

    def __str__(self):
        return f"{self.proposal}（{self.get_act_display()}）"

    def get_absolute_url(self):
        return reverse("proposals:proceeding_paper", args=[self.pk])

    @property
    def where(self):
        """城建环资委, 主席团会议: the body that acted, by its own name where it has one."""
        return self.committee or self.get_body_display()

    @property
    def called(self):
        """答复, 再次答复: the act in a heading."""
        again = "再次" if self.round > 1 and self.act in (Act.ANSWER, Act.ORDER) else ""
        return f"{again}{self.get_act_display()}"

    @property
    def not_voted(self):
        """Deputies present who pressed no button."""
        return self.present - self.in_favour - self.against - self.abstained

    @property
    def paper_name(self):
        """What the paper is called when it is downloaded: from the record, not by who uploaded it."""
        number = f"（{self.document_number}）" if self.document_number else ""
        return f"{self.get_act_display()}{number}{Path(self.paper.name).suffix}"
