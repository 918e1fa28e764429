"""The auditor's trail: who took which step with which record, and who changed which fields of whose data.

It names records by their numbers and changes by their fields; never the words, notes or values in them (D9).
"""

import math
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

from django.db.models import F, IntegerField, Q, Value
from django.utils import timezone

from congress.models import Event


_numbers: dict[type, tuple[Callable, tuple]] = {}
_histories: list[type] = []


@dataclass(frozen=True)
class Trace:
    """One line of the trail; ``fields`` are names of fields, empty for a step."""

    at: datetime
    by: object
    kind: str
    record: str
    action: str
    fields: tuple = ()


class Position(NamedTuple):
    """A line's place in the trail, by which the next page goes on; pages are counted nowhere.

    ``table`` is the number of the line's table, ``key`` its row. Written into an address by :meth:`text`.
    """

    at: datetime
    table: float
    key: int

    @classmethod
    def of(cls, row):
        return cls(row["happened_at"], row["in_table"], row["key"])

    @classmethod
    def after_day(cls, day):
        """Before all that happened on the day, after all that came later."""
        midnight = datetime.combine(day + timedelta(days=1), time(), timezone.get_default_timezone())
        return cls(midnight, math.inf, 0)

    @classmethod
    def read(cls, text):
        """The position written so; None where the text is none."""
        at, *rest = text.split("_")
        try:
            table, key = map(int, rest)
            return cls(datetime.fromisoformat(at).replace(tzinfo=UTC), table, key)
        except ValueError:
            return None

    @property
    def text(self):
        return f"{self.at.astimezone(UTC).replace(tzinfo=None).isoformat()}_{self.table}_{self.key}"


def number_by(event_model, number, *related):
    """Name the records of ``event_model`` by ``number(event)``, which reads the relations ``related``."""
    _numbers[event_model] = number, related


def include_changes(model):
    """Put the changes of a model with history into the trail."""
    _histories.append(model)


def trail(since=None):
    """A queryset of what happened, latest first, from the :class:`Position` ``since`` on into the past.

    A slice of it is read by :func:`traces`. Each table is read by its index on the time: a page costs the
    same however long the trail is.
    """
    events = [_keys(model, place, "at", "pk", since) for place, model in enumerate(_event_models())]
    changes = [
        _keys(model.history.model, -1 - place, "history_date", "history_id", since)
        for place, model in enumerate(_histories)
    ]
    first, *others = events + changes
    return first.union(*others, all=True).order_by("-happened_at", "in_table", "-key")


def traces(rows):
    """The traces of some rows of the trail, in their order; as many queries however many they are."""
    keys = defaultdict(list)
    for row in rows:
        keys[row["in_table"]].append(row["key"])
    models = _event_models()
    found = {}
    for place, wanted in keys.items():
        read = _steps(models[place], wanted) if place >= 0 else _changes(_histories[-1 - place], wanted)
        found |= {(place, key): trace for key, trace in read.items()}
    return [found[row["in_table"], row["key"]] for row in rows]


def _event_models():
    return [model for model in Event.__subclasses__() if model.in_trail]


def _keys(model, place, at, key, since):
    rows = model._default_manager.order_by()
    if since:
        earlier = Q(**{f"{at}__lt": since.at})
        if place > since.table:
            earlier |= Q(**{at: since.at})
        elif place == since.table:
            earlier |= Q(**{at: since.at, f"{key}__lt": since.key})
        rows = rows.filter(earlier)
    rows = rows.annotate(happened_at=F(at), in_table=Value(place, IntegerField()), key=F(key))
    return rows.values("happened_at", "in_table", "key")


def _steps(model, keys):
    number, related = _numbers.get(model, (lambda event: f"第{event.record_id}号", ()))
    kind = model._meta.get_field("record").verbose_name
    events = model._default_manager.select_related("by", *related).in_bulk(keys)
    return {key: Trace(event.at, event.by, kind, number(event), event.label) for key, event in events.items()}


def _changes(model, keys):
    """Each change with the names of the fields in which it differs from the one before."""
    history = model.history.model
    records = history.objects.filter(history_id__in=keys).values("id")
    before, found = {}, {}
    names = [field for field in history.tracked_fields if field.name != "id"]
    for change in (
        history.objects.filter(id__in=records)
        .select_related("history_user")
        .order_by("history_date", "history_id")
    ):
        values = [getattr(change, field.attname) for field in names]
        if change.history_id in keys:
            earlier = before.get(change.id, values)
            fields = [
                str(field.verbose_name)
                for field, old, new in zip(names, earlier, values, strict=True)
                if old != new
            ]
            found[change.history_id] = Trace(
                change.history_date,
                change.history_user,
                str(model._meta.verbose_name),
                f"第{change.id}号",
                change.get_history_type_display(),
                tuple(fields),
            )
        before[change.id] = values
    return found
