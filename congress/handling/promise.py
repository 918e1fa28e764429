"""What a unit promises in its reply, and whether it is kept: closed is not kept (domain.md B37, D2).

Each quarter the unit tells how far it is, until it says, with its proof, that it is kept, and the office
confirms it.
"""

from calendar import monthrange
from datetime import date, timedelta
from enum import nonmember
from pathlib import Path
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce, Least
from django.urls import reverse

from congress import clock
from congress.calendar import chinese_date
from congress.enums import Status, Tone
from congress.models.unit import Unit
from congress.plausible import check_near


# No promise is made for longer: a term of the congress.
MOST_YEARS = 5


class PromiseStatus(Status):
    OPEN = "open", "落实中"
    REPORTED = "reported", "待核实"
    KEPT = "kept", "已落实"
    NOT_FEASIBLE = "not_feasible", "不能落实"
    REPLACED = "replaced", "已更替"

    going = nonmember(("open", "reported"))
    settled = nonmember(("kept", "not_feasible"))
    tones = nonmember(
        {
            Tone.GOING: ("open",),
            Tone.WAIT: ("reported",),
            Tone.DONE: ("kept",),
            Tone.ASIDE: ("not_feasible", "replaced"),
        }
    )


def quarter_end(day):
    """The last day of the quarter in which ``day`` lies."""
    month = (day.month + 2) // 3 * 3
    return date(day.year, month, monthrange(day.year, month)[1])


def next_report(due_on, told_on):
    """Until when the next progress is due after one told on ``told_on``, when one was due by ``due_on``.

    A late one is of the quarter that has ended; a second one within a quarter moves nothing.
    """
    if told_on > due_on:
        return quarter_end(told_on)
    if quarter_end(told_on) == due_on:
        return quarter_end(due_on + timedelta(days=1))
    return due_on


def proof_path(promise, filename):
    """Where the proof of a promise is kept, under a name that tells nothing."""
    return f"promises/{clock.today():%Y/%m}/{uuid4()}{Path(filename).suffix.lower()}"


def check_promise(result_class, promised, due_on):
    """Refuse a reply whose class promises without saying what by when, and a promise that is half said.

    A register tells of classes and of no promises.
    """
    if result_class and result_class.promises and not promised and not clock.is_taken_over():
        raise ValidationError({"promised": f"{result_class}要写明承诺事项。"})
    if promised and due_on is None:
        raise ValidationError({"promise_due_on": "请填承诺的完成时限。"})
    if due_on is not None and not promised:
        raise ValidationError({"promised": "填了完成时限，请写明承诺事项。"})
    if due_on is not None:
        check_due(due_on, "promise_due_on")


def check_due(due_on, field="due_on"):
    """Refuse a day that nobody can promise."""
    if due_on < clock.today():
        raise ValidationError({field: f"完成时限不能早于今天（{chinese_date(clock.today())}）。"})
    check_near(field, "完成时限", due_on, years=MOST_YEARS)


class PromiseQuerySet(models.QuerySet):
    def going(self):
        """Neither settled nor replaced."""
        return self.filter(status__in=PromiseStatus.going)

    def counted(self):
        """Those that are counted: all but what another promise replaced."""
        return self.exclude(status=PromiseStatus.REPLACED)

    def late(self, on):
        """Not kept by the day that was promised."""
        return self.filter(status=PromiseStatus.OPEN, due_on__lt=on)

    def untold(self, on):
        """Whose progress was not told by the end of its quarter."""
        return self.filter(status=PromiseStatus.OPEN, progress_due_on__lt=on)

    def of_year(self, year):
        """The ledger of a year: what was promised in it, and what was rolled over into it."""
        standing = Q(settled_on__isnull=True) | Q(settled_on__year__gte=year)
        return self.filter(standing, promised_on__year__lte=year)

    def with_going_due(self):
        """Annotate ``going_due_on``: the promised day as long as it is waited for."""
        going = models.When(status__in=PromiseStatus.going, then="due_on")
        return self.annotate(going_due_on=models.Case(going, default=None, output_field=models.DateField()))

    def with_step_due(self):
        """Annotate ``step_due_on``: until when the unit has to do or to tell something; None when settled."""
        earlier = Least(Coalesce("progress_due_on", "due_on"), "due_on")
        return self.annotate(
            step_due_on=models.Case(
                models.When(status=PromiseStatus.OPEN, then=earlier),
                default=None,
                output_field=models.DateField(),
            )
        )


class Promise(models.Model):
    """What a unit promised to do by when. State changes go through its :class:`PromiseWorkflow`.

    A concrete promise adds the foreign key to its matter, whose name is ``matter_field``; its ``pages`` are
    what the names of its addresses begin with (``congress/handling/promise_pages.py``). ``outcome`` is what
    the unit replied once it was kept, or why it cannot be.
    """

    matter_field = ""
    pages = ""

    unit = models.ForeignKey(Unit, verbose_name="承诺单位", on_delete=models.PROTECT, related_name="+")
    text = models.TextField("承诺事项")
    promised_on = models.DateField("承诺日期")
    first_due_on = models.DateField("原定完成时限")
    due_on = models.DateField("完成时限")
    progress_due_on = models.DateField("下次报告进展", null=True, blank=True)
    progress_on = models.DateField("最近报告进展", null=True, blank=True)
    progress = models.TextField("最近进展", blank=True)
    outcome = models.TextField("落实情况", blank=True)
    proof = models.FileField("佐证材料", upload_to=proof_path, blank=True)
    settled_on = models.DateField("落实或者认定日期", null=True, blank=True)
    status = models.CharField(
        "状态", max_length=20, choices=PromiseStatus, default=PromiseStatus.OPEN, editable=False
    )
    status_since = models.DateTimeField("状态起始", default=clock.now, editable=False)

    objects = PromiseQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["unit", "status"], name="%(class)s_unit_status"),
            models.Index(fields=["status", "due_on"], name="%(class)s_status_due"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=PromiseStatus.values),
                name="%(class)s_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=PromiseStatus.settled, settled_on__isnull=False)
                | (~Q(status__in=PromiseStatus.settled) & Q(settled_on__isnull=True)),
                name="%(class)s_settled_has_date",
                violation_error_message="落实状态与日期不一致。",
            ),
        ]

    def __str__(self):
        return self.text if len(self.text) <= 40 else f"{self.text[:39]}…"

    def get_absolute_url(self):
        return reverse(f"{self.pages}_detail", args=[self.pk])

    @property
    def proof_url(self):
        return reverse(f"{self.pages}_proof", args=[self.pk])

    @property
    def matter(self):
        """What the reply was about that promised it."""
        return getattr(self, self.matter_field)

    @property
    def is_going(self):
        return self.status in PromiseStatus.going

    @property
    def is_late(self):
        """The promised day has passed."""
        return self.status == PromiseStatus.OPEN and self.due_on < clock.today()

    @property
    def progress_is_late(self):
        """The quarter has passed and nothing was told."""
        return self.status == PromiseStatus.OPEN and (self.progress_due_on or self.due_on) < clock.today()

    @property
    def rolled_over(self):
        """The years into whose ledgers it was rolled over, the year of the promise apart."""
        last = (self.settled_on or clock.today()).year
        return list(range(self.promised_on.year + 1, last + 1))

    @property
    def proof_name(self):
        """What the proof is called when it is downloaded."""
        return f"{self.unit}落实佐证{Path(self.proof.name).suffix}"
