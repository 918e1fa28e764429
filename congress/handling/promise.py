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

from congress import clock
from congress.calendar import chinese_date
from congress.enums import Status, Tone
from congress.handling.part import PartWorkflow
from congress.models.unit import Unit
from congress.plausible import check_near
from congress.workflow import Step, whole


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


class PromisingReply(models.Model):
    """What a unit's reply promises, until it is entered into the ledger."""

    promised = models.TextField("承诺事项", blank=True)
    promise_due_on = models.DateField("承诺完成时限", null=True, blank=True)

    class Meta:
        abstract = True


def check_promise(result_class, promised, due_on):
    """Refuse a reply whose class promises without saying what by when, and a promise that is half said."""
    if result_class and result_class.promises and not promised:
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

    A concrete promise adds the foreign key to its matter. ``outcome`` is what the unit replied once it was
    kept, or why it cannot be.
    """

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

    def __str__(self):
        return self.text if len(self.text) <= 40 else f"{self.text[:39]}…"

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


class PromiseWorkflow(PartWorkflow):
    """What a unit tells of its promises, and what the office decides about them.

    ``matter`` as of :class:`PartWorkflow`; ``unit(user, promise)`` and ``office(user, promise)`` as of
    :class:`congress.handling.HandlingWorkflow`; ``follows`` says who may end one by another.
    """

    def __init__(self, name, *, matter, unit, office, follows, related=()):
        going, reported = frozenset({PromiseStatus.OPEN}), frozenset({PromiseStatus.REPORTED})
        settled = frozenset(PromiseStatus(value) for value in PromiseStatus.settled)
        super().__init__(
            name,
            PromiseStatus,
            Step("progress", "报告进展", going, None, unit),
            Step("report_kept", "报告已落实", going, PromiseStatus.REPORTED, unit, done="已报告，等待核实"),
            Step("confirm", "确认落实", reported, PromiseStatus.KEPT, office),
            Step("send_back", "退回继续落实", reported, PromiseStatus.OPEN, office),
            Step("move", "调整时限", going, None, office),
            Step(
                "give_up",
                "认定不能落实",
                going | reported,
                PromiseStatus.NOT_FEASIBLE,
                office,
                done="已认定不能落实",
            ),
            Step("resume", "恢复跟踪", settled, PromiseStatus.OPEN, office),
            # What follows from another promise about the same.
            Step("replace", "由新承诺更替", going | reported, PromiseStatus.REPLACED, follows),
            matter=matter,
            initial=PromiseStatus.OPEN,
            related=related,
        )

    def offered(self, promise, user):
        """The steps that the promise's page offers."""
        return [step for step in self.available(promise, user) if step.name != "replace"]

    def enter(self, promise, *, by):
        """Put a new promise, with its text, unit and due date, into the ledger; return it."""
        promise.promised_on = promise.promised_on or clock.today()
        promise.first_due_on = promise.due_on
        promise.progress_due_on = quarter_end(promise.promised_on)
        return self.start(
            promise,
            by=by,
            label="承诺",
            note=f"{promise.unit}承诺于{chinese_date(promise.due_on)}前：{promise.text}",
        )

    @whole
    def tell_progress(self, promise, *, by, note):
        """How far it is, each quarter."""
        step = self.prepare("progress", promise, by=by)
        today = clock.today()
        return self.take(
            step,
            promise,
            by=by,
            note=note,
            progress=note,
            progress_on=today,
            progress_due_on=next_report(promise.progress_due_on, today),
        )

    def report_kept(self, promise, *, by, outcome, proof=None):
        """The unit says that it is done, and replies once more; the office confirms it."""
        changes = {"proof": proof} if proof else {}
        return self.take("report_kept", promise, by=by, note=outcome, outcome=outcome, **changes)

    def confirm(self, promise, *, by, note=""):
        return self.take("confirm", promise, by=by, note=note, settled_on=clock.today())

    def send_back(self, promise, *, by, note):
        return self.take("send_back", promise, by=by, note=note)

    @whole
    def move(self, promise, *, by, due_on, note):
        """Another day, with the reason; the first one is kept."""
        step = self.prepare("move", promise, by=by)
        check_due(due_on)
        if due_on == promise.due_on:
            raise ValidationError({"due_on": "与现在的时限相同，请另填。"})
        moved = f"由{chinese_date(promise.due_on)}改为{chinese_date(due_on)}：{note}"
        return self.take(step, promise, by=by, note=moved, due_on=due_on)

    def give_up(self, promise, *, by, note):
        """It cannot be kept: the office says why."""
        return self.take("give_up", promise, by=by, note=note, outcome=note, settled_on=clock.today())

    @whole
    def resume(self, promise, *, by, due_on, note):
        """It did not hold, or can be done after all: followed up again, with a new due date."""
        step = self.prepare("resume", promise, by=by)
        check_due(due_on)
        return self.take(
            step,
            promise,
            by=by,
            note=f"应于{chinese_date(due_on)}前落实：{note}",
            due_on=due_on,
            progress_due_on=quarter_end(clock.today()),
            settled_on=None,
        )
