"""What a unit writes: the letter to the deputies (答复函), the opinion to the leading unit (会办意见)."""

from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from congress import clock
from congress.enums import Role
from congress.handling import WrittenReply
from congress.models import Event
from proposals.enums import ReplyStatus, SendBackReason
from proposals.models.assignment import Assignment
from proposals.models.proposal import Proposal
from proposals.models.sponsorship import Sponsorship


def paper_path(reply, filename):
    """Where a reply's paper is kept, under a name that tells nothing."""
    return f"proposals/{clock.today():%Y/%m}/{uuid4()}{Path(filename).suffix.lower()}"


class ReplyQuerySet(models.QuerySet):
    def sent(self):
        """What has reached those to whom it is written."""
        return self.filter(status=ReplyStatus.SENT)

    def visible_to(self, user):
        """What was sent, to who sees the proposal; what is not, to its unit and to those who check it.

        A draft is the unit's own until it is signed.
        """
        seen = self.filter(assignment__proposal__in=Proposal.objects.visible_to(user).values("pk"))
        if user.role == Role.UNIT_CLERK:
            return seen.filter(Q(assignment__unit=user.unit_id) | Q(status=ReplyStatus.SENT))
        if user.is_office or user.role == Role.GOV_OFFICE:
            own = Q(status=ReplyStatus.DRAFT, drafted_by=user.pk)
            return seen.filter(~Q(status=ReplyStatus.DRAFT) | own)
        return seen.filter(status=ReplyStatus.SENT)


class Reply(WrittenReply):
    """One version of what a unit wrote in one round. State changes go through ``proposals.workflow``.

    A version that was sent back stays, with the reason; the next one is a new row.
    """

    assignment = models.ForeignKey(
        Assignment, verbose_name="交办", on_delete=models.PROTECT, related_name="replies"
    )
    version = models.PositiveSmallIntegerField("稿次", default=1, editable=False)
    status = models.CharField(
        "状态", max_length=20, choices=ReplyStatus, default=ReplyStatus.DRAFT, editable=False
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)
    signatory = models.CharField("签发人", max_length=50, blank=True)
    contact_person = models.CharField("联系人", max_length=50, blank=True)
    contact_phone = models.CharField("联系电话", max_length=30, blank=True)
    open = models.BooleanField("可以公开", default=True)
    closed_reason = models.CharField("不公开的理由", max_length=200, blank=True)
    replied_on = models.DateField("答复日期", null=True, blank=True)
    copied_to = models.CharField("抄送", max_length=200, blank=True, editable=False)
    copied_on = models.DateField("抄送日期", null=True, blank=True, editable=False)
    attachment = models.FileField("附件", upload_to=paper_path, blank=True)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="起草人",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
    )
    send_back_reason = models.CharField("退回原因", max_length=20, choices=SendBackReason, blank=True)
    send_back_note = models.TextField("退回意见", blank=True)

    objects = ReplyQuerySet.as_manager()

    class Meta:
        verbose_name = "答复"
        verbose_name_plural = "答复"
        ordering = ["assignment", "version", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "version"],
                name="reply_version_unique",
                violation_error_message="这一稿已经有了，请看最新情况。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=ReplyStatus.values),
                name="reply_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=Q(status=ReplyStatus.DRAFT) | (Q(replied_on__isnull=False) & ~Q(signatory="")),
                name="reply_out_of_draft_is_signed",
                violation_error_message="送出的答复要有签发人和答复日期。",
            ),
            models.CheckConstraint(
                condition=Q(open=True) | ~Q(closed_reason=""),
                name="reply_not_open_has_reason",
                violation_error_message="不公开的，请写明理由。",
            ),
            models.CheckConstraint(
                condition=Q(status=ReplyStatus.SENT_BACK, send_back_reason__in=SendBackReason.values)
                | (~Q(status=ReplyStatus.SENT_BACK) & Q(send_back_reason="")),
                name="reply_sent_back_has_reason",
                violation_error_message="退回答复要选原因。",
            ),
        ]

    def __str__(self):
        return f"{self.assignment.unit}{self.kind}"

    def get_absolute_url(self):
        return reverse("proposals:reply_attachment", args=[self.pk])

    @property
    def kind(self):
        """答复 to the deputies, 会办意见 to the leading unit."""
        return "答复" if self.assignment.leads else "会办意见"


class ReplyEvent(Event):
    """A line in the history of a version of a reply."""

    record = models.ForeignKey(Reply, verbose_name="答复", on_delete=models.PROTECT, related_name="events")


class Letter(models.Model):
    """A reply on its way to one deputy: one letter each, or one to the leading deputy (D2)."""

    reply = models.ForeignKey(Reply, verbose_name="答复", on_delete=models.PROTECT, related_name="letters")
    sponsorship = models.ForeignKey(
        Sponsorship, verbose_name="收件代表", on_delete=models.PROTECT, related_name="letters"
    )
    sent_on = models.DateField("送出日期")
    read_at = models.DateTimeField("阅读时间", null=True, blank=True)

    class Meta:
        verbose_name = "答复函送达"
        verbose_name_plural = "答复函送达"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["reply", "sponsorship"],
                name="letter_once_a_deputy",
                violation_error_message="已经送给这名代表。",
            ),
        ]

    def __str__(self):
        return f"{self.reply} → {self.sponsorship.seat.called}"
