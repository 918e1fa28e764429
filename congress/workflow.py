"""The workflow engine: one table of steps per workflow, one way to take a step.

Nothing else sets ``status``. A record that walks a workflow has the fields ``status`` and ``status_since``
and the reverse relation ``events`` of an :class:`congress.models.Event`.
"""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.db import transaction

from congress import clock, messages
from congress.batch import create_all, naming, renew, update_all
from congress.validation import validate_alone, validate_changes, validate_fields, validate_new


_in_verb = ContextVar("in_verb", default=False)


def whole(verb):
    """All of a verb happens, or nothing; a decorator for each function that takes steps.

    A verb that another one calls shares its transaction without a savepoint of its own: what it raises,
    nobody catches on the way out.
    """

    @wraps(verb)
    def run(*args, **kwargs):
        with transaction.atomic(savepoint=not _in_verb.get()):
            token = _in_verb.set(True)
            try:
                return verb(*args, **kwargs)
            finally:
                _in_verb.reset(token)

    return run


class StepNotAvailable(Exception):
    """The record's status, or a condition of the step, does not allow it; the message is for people."""


@dataclass(frozen=True)
class Step:
    """A row of a workflow's table.

    ``sources`` are the statuses from which it may be taken, ``target`` the one it leads to (None: the status
    stays), ``allowed(user, record)`` says whether the person may. ``done`` says that it was taken
    where 已 and the label would read oddly.
    """

    name: str
    label: str
    sources: frozenset
    target: str | None
    allowed: Callable
    done: str = ""

    @property
    def told(self):
        """What the person who took the step is told."""
        return self.done or f"已{self.label}"


class Workflow:
    """The steps that a kind of record can take.

    ``related`` are the relations of the record that its rules ask for, read with its row.
    """

    def __init__(self, name, statuses, *steps, initial, related=()):
        self.name = name
        self.related = related
        self.statuses = statuses
        self.steps = {step.name: step for step in steps}
        self.initial = initial

    def available(self, record, user):
        """The steps that ``user`` may take with ``record`` now, in the order of the table."""
        return [
            self.worded(step, record)
            for step in self.steps.values()
            if record.status in step.sources and step.allowed(user, record)
        ]

    def can_take(self, name, record, user):
        step = self.steps[name]
        return record.status in step.sources and step.allowed(user, record)

    def worded(self, step, record):
        """The step as it is called of ``record``; of most workflows as the table calls it."""
        return step

    def kept(self, record):
        """Field values of the event that tell of ``record`` as it was before the step; none unless told."""
        return {}

    @staticmethod
    def refusal(step, record):
        """The sentence for a person who comes too late."""
        return f"现在不能{step.label}：已是“{record.get_status_display()}”，可能刚有人办理过，请看最新情况。"

    @whole
    def start(self, record, *, by, label, note=""):
        """Save a new record in the initial status and write its first event; return the record."""
        record.status, record.status_since = self.initial, clock.now()
        validate_new(record)
        record.save()
        self._write_event(record, step="start", label=label, before={"old_status": ""}, by=by, note=note)
        return record

    @whole
    def start_all(self, records, *, by, label, note=""):
        """Save many new records at once, in as many queries as two; return them with their keys.

        ``note`` is the sentence of all of them, or ``note(record)`` that of each. Raises ``ValidationError``
        as :meth:`start` does, except for what the database alone knows.
        """
        for record in records:
            record.status, record.status_since = self.initial, clock.now()
            validate_alone(record)
        if not records:
            return []
        saved = create_all(records, type(records[0]), by=by)
        begun = [(record, {"old_status": ""}) for record in saved]
        self._write_events(begun, step="start", label=label, by=by, note=note)
        return saved

    def prepare(self, name, record, *, by):
        """Lock the row, read it anew and check status and person; return the step.

        Verbs with conditions of their own call it first, so that they judge what stands in the database, and
        hand the step to :meth:`take`. Needs a transaction. Raises as :meth:`take` does.
        """
        step = self.worded(self.steps[name], record)
        rows = type(record)._base_manager.select_for_update(of=("self",))
        record.refresh_from_db(from_queryset=rows.select_related(*self.related) if self.related else rows)
        if record.status not in step.sources:
            raise StepNotAvailable(self.refusal(step, record))
        if not step.allowed(by, record):
            raise PermissionDenied(f"您不能对此{step.label}。")
        return step

    @whole
    def take(self, step, record, *, by, note="", label="", **changes):
        """Take a step with ``record``, setting ``changes``; return the event.

        ``step`` is its name or, where the verb has called :meth:`prepare`, what that returned: then the row
        is locked already. ``label`` is what the history calls it where the step's own label says too little.

        Unsaved changes on the instance are discarded: values come as keywords. Raises
        :class:`StepNotAvailable` when the status does not allow the step (somebody was faster),
        ``PermissionDenied`` when the person may not, ``ValidationError`` when the result is not valid; then
        nothing has changed.
        """
        if not isinstance(step, Step):
            step = self.prepare(step, record, by=by)
        before = {"old_status": record.status, **self.kept(record)}
        if step.target is not None:
            record.status, record.status_since = step.target, clock.now()
        for field, value in changes.items():
            setattr(record, field, value)
        validate_changes(record, {"status", *changes})
        record.save(update_fields=["status", "status_since", *changes])
        return self._write_event(
            record,
            step=step.name,
            label=label or step.label,
            before=before,
            by=by,
            note=note,
            changed=changes,
        )

    @whole
    def take_all(self, name, records, *, by, note="", label="", **changes):
        """Take one step with many records, each given once, all or none, in as many queries as for one.

        ``note`` is the sentence of all of them, or ``note(record)`` that of each; ``changes`` are the same
        for all. Locks their rows and nothing beside them. Raises as :meth:`take` does, naming the record;
        returns the events.
        """
        if not records:
            return []
        step = self._prepare_all(name, records, by=by)
        before = [{"old_status": record.status, **self.kept(record)} for record in records]
        if step.target is not None:
            changes = {"status": step.target, "status_since": clock.now(), **changes}
        for record in records:
            for field, value in changes.items():
                setattr(record, field, value)
            with naming(record):
                validate_fields(record, changes.keys())
        update_all(records, changes, by=by)
        begun = list(zip(records, before, strict=True))
        return self._write_events(begun, step=step.name, label=label or step.label, by=by, note=note)

    def _prepare_all(self, name, records, *, by):
        """As :meth:`prepare` for many, in the order of their keys: two people never wait for each other."""
        step, model = self.steps[name], type(records[0])
        rows = model._base_manager.select_for_update(of=("self",)).select_related(*self.related)
        rows = rows.order_by("pk").in_bulk([record.pk for record in records])
        for record in records:
            renew(record, rows[record.pk])
            if record.status not in step.sources:
                raise StepNotAvailable(f"“{record}”{self.refusal(step, record)}")
            if not step.allowed(by, record):
                raise PermissionDenied(f"您不能对“{record}”{step.label}。")
        return step

    def _write_event(self, record, *, step, label, before, by, note, changed=()):
        event = record.events.create(
            step=step,
            label=label,
            **before,
            new_status=record.status,
            by=by,
            note=note,
            at=clock.now(),
        )
        event.changed = frozenset(changed)
        messages.tell_all(self, [event])
        return event

    def _write_events(self, records, *, step, label, by, note):
        """The events of pairs (record, its fields before); ``note`` is a sentence, or makes each record's."""
        at = clock.now()
        model = type(records[0][0])._meta.get_field("events").related_model
        events = model.objects.bulk_create(
            model(
                record=record,
                step=step,
                label=label,
                **before,
                new_status=record.status,
                by=by,
                note=note(record) if callable(note) else note,
                at=at,
            )
            for record, before in records
        )
        messages.tell_all(self, events)
        return events
