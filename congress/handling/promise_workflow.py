"""The steps of a promise: what its unit tells, and what the office decides (domain.md B37, D2)."""

from django.core.exceptions import ValidationError

from congress import clock
from congress.calendar import chinese_date
from congress.handling.part import PartWorkflow
from congress.handling.promise import PromiseStatus, check_due, next_report, quarter_end
from congress.workflow import Step, whole


class PromiseWorkflow(PartWorkflow):
    """What a unit tells of its promises, and what the office decides about them.

    ``matter`` as of :class:`PartWorkflow`; ``unit(user, promise)`` and ``office(user, promise)`` as of
    :class:`congress.handling.HandlingWorkflow`; ``follows`` says who may end one by another. A concrete
    workflow may add ``steps`` of its own.
    """

    def __init__(self, name, *steps, matter, unit, office, follows, related=()):
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
            *steps,
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


def told_to_unit():
    """What the unit is told of the steps of its promises: the table of :func:`congress.messages.table`."""
    return {
        "start": lambda made, event: f"已记入承诺事项台账：{event.note}",
        "confirm": lambda made, event: f"你单位的承诺已核实落实：{made}",
        "send_back": lambda made, event: f"你单位的承诺还没有落实：{event.note}",
        "move": lambda made, event: f"你单位的承诺改了时限：{event.note}",
        "give_up": lambda made, event: f"你单位的承诺认定不能落实：{event.note}",
        "resume": lambda made, event: f"你单位的承诺恢复跟踪：{event.note}",
    }
