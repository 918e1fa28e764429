"""Filling a record from a row: what differs is set, saved and told; a blank cell erases nothing."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models

from congress.registers.report import Change, Outcome
from congress.sentences import of_model


def fill(record, **values):
    """Set the known values that differ and save the record; return the Changes in words.

    Raises ValidationError with Chinese sentences when a value does not fit its field; nothing is saved then.
    """
    fields = {name: record._meta.get_field(name) for name in values}
    known = {name: value for name, value in values.items() if value not in (None, "")}
    differing = {name: value for name, value in known.items() if getattr(record, name) != value}
    before = {name: _words(record, fields[name]) for name in differing}
    for name, value in differing.items():
        setattr(record, name, value)
    if record.pk is None or differing:
        # A related record is at hand; checking it would ask the database whether it exists.
        certain = [
            field.name for field in record._meta.fields if field.name not in differing or field.is_relation
        ]
        try:
            record.clean_fields(exclude=certain)
        except ValidationError as error:
            raise ValidationError(
                [
                    of_model(str(fields[name].verbose_name), wrong)
                    for name, found in error.error_dict.items()
                    for wrong in found
                ]
            ) from error
        record.save()
    return tuple(
        Change(str(fields[name].verbose_name), old, _words(record, fields[name]))
        for name, old in before.items()
    )


def outcome_of(is_new, changes):
    """What a row did to its records."""
    if is_new:
        return Outcome.NEW
    return Outcome.CHANGED if changes else Outcome.UNCHANGED


def sentence_of(error):
    """The errors of a record's fields as one sentence."""
    return "；".join(message.rstrip("。") for message in error.messages)


def _words(record, field):
    if field.choices:
        return str(getattr(record, f"get_{field.name}_display")())
    value = getattr(record, field.name)
    if isinstance(field, models.BooleanField):
        return "是" if value else "否"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
