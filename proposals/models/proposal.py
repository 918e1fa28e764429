"""A deputy's motion or suggestion: the matter that units handle and reply to."""

import re

import cn2an
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from congress import clock
from congress.enums import Role, Satisfaction
from congress.models import Event, Jurisdiction, Session, Term
from congress.models.jurisdiction import SharedQuerySet, SightQuerySet
from proposals.enums import ProposalKind, ProposalStatus, PublicationStatus, RecallPost, SponsorStatus
from proposals.models.publication import Publishable, published


# 九, 十四, 二十, 二十一; 十十 is no number
_ORDINAL = "(?=[一二三四五六七八九十])[二三四五六七八九]?十?[一二三四五六七八九]?"
# 第九届四次会议第12号, 九届四次会议12号, 12号, 12
_NUMBER = re.compile(
    rf"(?:第?(?P<term>{_ORDINAL})届)?"
    rf"(?:第?(?P<session>{_ORDINAL})次(?:会议)?)?\s*第?(?P<serial>\d{{1,6}})号?"
)


def numbered(words):
    """The condition of the number that ``words`` are, whole or short; of nothing when they are none."""
    number = _NUMBER.fullmatch(words.strip())
    if number is None:
        return Q(pk__in=[])
    here = Q(serial=int(number["serial"])) | Q(motion_serial=int(number["serial"]))
    for part, field in (("term", "term__number"), ("session", "session__number")):
        if number[part]:
            here &= Q(**{field: cn2an.cn2an(number[part], "smart")})
    return here


class ProposalCategory(models.Model):
    """A category in two levels: the groups of session statistics (domain.md F), and what lies in each."""

    name = models.CharField("名称", max_length=30, unique=True)
    parent = models.ForeignKey(
        "self",
        verbose_name="所属大类",
        on_delete=models.PROTECT,
        related_name="parts",
        null=True,
        blank=True,
        limit_choices_to={"parent__isnull": True},
        help_text="大类本身不填。",
    )
    active = models.BooleanField("在用", default=True)
    order = models.PositiveSmallIntegerField("排序", default=0)

    objects = SharedQuerySet.as_manager()

    class Meta:
        verbose_name = "议案建议类别"
        verbose_name_plural = "议案建议类别"
        ordering = ["order", "pk"]

    def __str__(self):
        return self.name

    def clean(self):
        """Two levels and no more."""
        if self.parent_id and (self.parent_id == self.pk or self.parent.parent_id):
            raise ValidationError({"parent": "只分两级，请选择一个大类。"})
        if self.parent_id and self.pk and self.parts.exists():
            raise ValidationError({"parent": "这个大类下面还有类别，不能再归入别的大类。"})


class ProposalQuerySet(SightQuerySet):
    def open(self):
        return self.exclude(status__in=ProposalStatus.final)

    def registered(self):
        """Those with a number."""
        return self.filter(serial__isnull=False)

    def overdue(self, on):
        """With a unit that has not replied by its due date."""
        first = Q(replied_on__isnull=True, due_on__lt=on)
        return self.filter(first | Q(redo_due_on__lt=on), status__in=ProposalStatus.with_unit)

    def to_assign(self):
        """What waits for units: suggestions and adopted motions; before that they are the presidium's."""
        waiting = Q(status=ProposalStatus.ACCEPTED, kind=ProposalKind.SUGGESTION)
        waiting |= Q(status__in=ProposalStatus.decided, kind=ProposalKind.MOTION, adopted=True)
        return self.filter(waiting | Q(status=ProposalStatus.UNIT_RETURNED))

    def published_for(self, user):
        """What was published where the user is; ``visible_to`` has no say in it."""
        return self.filter(published(user))

    def search(self, words):
        """By title, text, the names of who signed, and the number, whole or short."""
        from proposals.models.sponsorship import Sponsorship

        signed = Sponsorship.objects.filter(
            status=SponsorStatus.CONFIRMED, seat__deputy__name__icontains=words
        )
        found = Q(title__icontains=words) | Q(text__icontains=words) | Q(grounds__icontains=words)
        found |= Q(plan__icontains=words) | Q(subject__icontains=words) | Q(organ__icontains=words)
        found |= Q(pk__in=signed.values("proposal"))
        return self.filter(found | numbered(words))

    def _seen_by(self, user):
        """Whose they are; before they are handed in nobody sees them but who signs and who writes.

        Staff and leaders see those of their area and what their office wrote; deputies those that they sign
        or are asked to sign; units those assigned to them, or merged into these; the government office what
        was accepted, but for what is put to the government or against its members. What deputies want kept
        secret (D2) is not for who only assists.
        """
        from proposals.models.sponsorship import Sponsorship

        if user.role == Role.UNIT_CLERK:
            mine = Q(assignments__unit=user.unit_id) | Q(merged_into__assignments__unit=user.unit_id)
            return self.filter(mine).distinct()
        if user.role == Role.DEPUTY:
            signing = Sponsorship.objects.filter(
                proposal=OuterRef("pk"), seat__deputy__user=user, status__in=SponsorStatus.standing
            )
            return self.filter(Exists(signing))
        area = Q(jurisdiction__in=Jurisdiction.objects.within(user.jurisdiction).values("pk"))
        if user.role == Role.LIAISON:
            area &= Q(secret=False)
        if user.role == Role.GOV_OFFICE:
            return self.filter(area, serial__isnull=False, kind__in=ProposalKind.handled)
        handed_in = Q(submitted_on__isnull=False)
        if user.is_office:
            own = Q(drafted_by__role__in=Role.offices, drafted_by__jurisdiction=user.jurisdiction_id)
            return self.filter(area & handed_in | own)
        return self.filter(area & handed_in)


class Proposal(Publishable):
    """One motion or suggestion of one congress. State changes go through ``proposals.workflow``.

    What each kind tells, in which field, says ``proposals.kinds.PARTS``: a motion 案由, 案据 and 方案
    (``subject``, ``grounds``, ``plan``; 代表法第十五条), an interpellation the organ, the question and its
    content (代表法第二十条), a recall whom, from which post and why (代表法第二十一条), a suggestion its
    ``text``. ``adopted`` is the outcome of the ballot, or of the standing committee's decision;
    ``motion_serial`` the number that a suggestion had as a motion.

    The first round's days stand (``assigned_on``, ``due_on``, ``replied_on``); those of the last round in
    which it was handled again are ``redo_due_on`` and ``replied_again_on``. ``attitude_rating`` and
    ``result_rating`` are the worst of what the deputies who signed rated, each of them last.
    """

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="所属人大", on_delete=models.PROTECT, related_name="proposals"
    )
    term = models.ForeignKey(Term, verbose_name="届", on_delete=models.PROTECT, related_name="proposals")
    session = models.ForeignKey(
        Session,
        verbose_name="会次",
        on_delete=models.PROTECT,
        related_name="proposals",
        null=True,
        blank=True,
        editable=False,
    )
    in_session = models.BooleanField("会议期间提出", null=True, blank=True, editable=False)
    kind = models.CharField("种类", max_length=20, choices=ProposalKind, default=ProposalKind.SUGGESTION)
    serial = models.PositiveIntegerField("编号", null=True, blank=True, editable=False)
    motion_serial = models.PositiveIntegerField("原议案编号", null=True, blank=True, editable=False)

    title = models.CharField("标题", max_length=80, help_text="如“关于……的建议”。")
    text = models.TextField("建议内容", blank=True)
    subject = models.CharField("案由", max_length=200, blank=True)
    grounds = models.TextField("案据", blank=True)
    plan = models.TextField("方案", blank=True)
    organ = models.CharField("质询、询问的机关", max_length=100, blank=True)
    person = models.CharField("被提出罢免的人", max_length=60, blank=True)
    post = models.CharField("职务类别", max_length=20, choices=RecallPost, blank=True)
    category = models.ForeignKey(
        ProposalCategory,
        verbose_name="类别",
        on_delete=models.PROTECT,
        related_name="proposals",
        null=True,
        blank=True,
    )
    secret = models.BooleanField("代表要求不公开", default=False)
    resubmission_of = models.ForeignKey(
        "self",
        verbose_name="再次提出",
        on_delete=models.PROTECT,
        related_name="resubmissions",
        null=True,
        blank=True,
    )
    merged_into = models.ForeignKey(
        "self",
        verbose_name="并入",
        on_delete=models.PROTECT,
        related_name="merged",
        null=True,
        blank=True,
        editable=False,
    )
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="起草人", on_delete=models.PROTECT, related_name="+"
    )

    status = models.CharField(
        "状态", max_length=30, choices=ProposalStatus, default=ProposalStatus.DRAFT, editable=False
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)
    round = models.PositiveSmallIntegerField("办理轮次", default=1, editable=False)
    checks = models.JSONField("提交前核对", default=list, blank=True, editable=False)
    withdrawal_note = models.TextField("撤回申请", blank=True, editable=False)
    decision_note = models.TextField("审查意见", blank=True, editable=False)
    adopted = models.BooleanField("通过", null=True, blank=True, editable=False)
    withdrawal_asked_on = models.DateField("要求撤回日期", null=True, blank=True, editable=False)
    submitted_on = models.DateField("提交日期", null=True, blank=True, editable=False)
    accepted_on = models.DateField("受理日期", null=True, blank=True, editable=False)
    assigned_on = models.DateField("交办日期", null=True, blank=True, editable=False)
    due_on = models.DateField("答复期限", null=True, blank=True, editable=False)
    replied_on = models.DateField("答复日期", null=True, blank=True, editable=False)
    redo_due_on = models.DateField("再次答复期限", null=True, blank=True, editable=False)
    replied_again_on = models.DateField("再次答复日期", null=True, blank=True, editable=False)
    attitude_rating = models.CharField(
        "对办理态度", max_length=20, choices=Satisfaction, blank=True, editable=False
    )
    result_rating = models.CharField(
        "对办理结果", max_length=20, choices=Satisfaction, blank=True, editable=False
    )
    closed_on = models.DateField("办结日期", null=True, blank=True, editable=False)
    step_due_on = models.DateField("本步期限", null=True, blank=True, editable=False)
    step_due_sentence = models.CharField("本步期限说明", max_length=300, blank=True, editable=False)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "议案建议"
        verbose_name_plural = "议案建议"
        ordering = ["-submitted_on", "-pk"]
        indexes = [
            models.Index(fields=["jurisdiction", "status"], name="proposal_place_status"),
            models.Index(fields=["status", "due_on"], name="proposal_status_due"),
            models.Index(fields=["publication", "jurisdiction"], name="proposal_publication"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "kind", "serial"],
                name="proposal_number_unique",
                violation_error_message="编号重复，请再试一次。",
            ),
            models.UniqueConstraint(
                fields=["session", "motion_serial"],
                name="proposal_motion_number_unique",
                violation_error_message="原议案编号重复，请再试一次。",
            ),
            models.CheckConstraint(
                condition=Q(publication=PublicationStatus.PUBLISHED, published_on__isnull=False)
                | (~Q(publication=PublicationStatus.PUBLISHED) & Q(published_on__isnull=True)),
                name="proposal_published_has_date",
                violation_error_message="公开状态与公开日期不一致。",
            ),
            models.CheckConstraint(
                condition=~Q(publication__in=["withheld", "taken_down"]) | ~Q(publication_reason=""),
                name="proposal_withheld_has_reason",
                violation_error_message="不公开的必须写明理由。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=ProposalStatus.values),
                name="proposal_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=Q(serial__isnull=True) | Q(session__isnull=False, accepted_on__isnull=False),
                name="proposal_number_has_session",
                violation_error_message="编号的议案建议要有会次和受理日期。",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=ProposalStatus.with_unit) | Q(due_on__isnull=False),
                name="proposal_with_unit_has_due_date",
                violation_error_message="交办的议案建议必须有答复期限。",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=ProposalStatus.decided) | Q(adopted__isnull=False),
                name="proposal_decided_has_outcome",
                violation_error_message="表决、决定了的要有结果。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=ProposalStatus.filed, closed_on__isnull=False)
                | (~Q(status__in=ProposalStatus.filed) & Q(closed_on__isnull=True)),
                name="proposal_closed_has_date",
                violation_error_message="办结状态与办结日期不一致。",
            ),
            models.CheckConstraint(
                condition=~Q(status=ProposalStatus.MERGED) | Q(merged_into__isnull=False),
                name="proposal_merged_knows_into_what",
                violation_error_message="并案办理的要写明并入哪一件。",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def copied_to(self):
        """Whom every reply to it is copied to (D3): the congress's office and the government's."""
        return f"{self.jurisdiction.office_name}，{self.jurisdiction.name}人民政府办公室"

    def get_absolute_url(self):
        return reverse("proposals:proposal_detail", args=[self.pk])

    @property
    def is_motion(self):
        return self.kind == ProposalKind.MOTION

    @property
    def word(self):
        """建议, 议案: the word for it in a sentence."""
        return ProposalKind(self.kind).word

    @property
    def number(self):
        """第九届四次会议第12号; before it is accepted there is none."""
        return "未编号" if self.serial is None else self.number_as(self.serial)

    @property
    def motion_number(self):
        """What it was numbered while it was a motion; "" for what never was."""
        return "" if self.motion_serial is None else f"{self.number_as(self.motion_serial)}议案"

    def number_as(self, serial):
        """As :attr:`number`, with a serial that is about to be given."""
        term = self.term.ordinal
        return f"{term}{cn2an.an2cn(self.session.number)}次会议第{serial}号"

    @property
    def called(self):
        """How a sentence elsewhere names it: the number as far as there is one, and the title."""
        number = "" if self.serial is None else f"{self.number}{self.word}"
        return f"{number}“{self.title}”"

    @property
    def has_result(self):
        """Whether there is something to tell: a reply, a decision, or an end without one."""
        return self.status in ProposalStatus.with_result()

    @property
    def is_written(self):
        """Whether it can still be written at."""
        return self.status in ProposalStatus.writing


class ProposalEvent(Event):
    """A line in the history of a proposal."""

    record = models.ForeignKey(
        Proposal, verbose_name="议案建议", on_delete=models.PROTECT, related_name="events"
    )
