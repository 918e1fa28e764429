"""Many records of one model at once: what a loop over them would do, in few queries."""

from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from simple_history.utils import bulk_create_with_history


@contextmanager
def naming(record):
    """Say of what is invalid in which of many records it is."""
    try:
        yield
    except ValidationError as error:
        raise ValidationError([f"“{record}”：{sentence}" for sentence in error.messages]) from error


def renew(record, row):
    """Set what stands in the row that was read for it, with the relations read beside it."""
    for field in record._meta.concrete_fields:
        setattr(record, field.attname, getattr(row, field.attname))
    record._state.fields_cache = row._state.fields_cache
    record._prefetched_objects_cache = {}


def update_all(records, changes, *, by):
    """Write the same changes to all records, with their copies where the model keeps any."""
    model = type(records[0])
    rows = model._base_manager.filter(pk__in=[record.pk for record in records])
    try:
        with transaction.atomic():
            rows.update(**changes)
    except IntegrityError:
        # One of them breaks a constraint: find out which, for its sentence.
        for record in records:
            with naming(record):
                record.validate_constraints()
        raise
    if kept := getattr(model._meta, "simple_history_manager_attribute", ""):
        getattr(model, kept).bulk_history_create(records, update=True, default_user=by)


def create_all(records, model, *, by):
    """Save new records of one model together, with their copies where it keeps any."""
    if hasattr(model._meta, "simple_history_manager_attribute"):
        return bulk_create_with_history(records, model, default_user=by)
    return model._base_manager.bulk_create(records)
