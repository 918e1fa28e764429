"""Validating a new record, or what a step changed, with as few questions as it takes."""

from django.db.models import CheckConstraint, Q, UniqueConstraint, Value


def validate_new(record):
    """Validate a record before its first save. Raises ``ValidationError`` as ``full_clean`` does.

    A related object that is in hand was read from the database: only bare keys are looked up there.
    """
    fields = record._meta.concrete_fields
    in_hand = {
        field.name
        for field in fields
        if field.is_relation and field.is_cached(record) and getattr(record, field.attname) is not None
    }
    record.clean_fields(exclude=in_hand)
    record.validate_unique()
    _validate_together(record, {field.name for field in fields})


def validate_changes(record, changed):
    """Validate a saved record of which the fields ``changed`` (names) differ from its row.

    Raises ``ValidationError`` as ``full_clean`` does. The other fields were valid when they were saved.
    """
    record.clean_fields(exclude={field.name for field in record._meta.concrete_fields} - changed)
    _validate_together(record, changed)


def _validate_together(record, changed):
    """Ask all check constraints in one query instead of one each: a step costs a third."""
    meta = record._meta
    record.clean()
    checks = Q()
    for constraint in meta.constraints:
        if isinstance(constraint, CheckConstraint):
            checks &= constraint.condition
        elif isinstance(constraint, UniqueConstraint) and changed & _read_by(constraint):
            constraint.validate(type(record), record)
    values = {field.name: Value(getattr(record, field.attname), field) for field in meta.concrete_fields}
    if checks and not checks.check(values):
        # One of them does not hold: now find out which, for its sentence.
        record.validate_constraints()


def _read_by(constraint):
    """The fields that a uniqueness looks at: also those that say to which rows it applies."""
    condition = constraint.condition
    return {*constraint.fields, *(condition.referenced_base_fields if condition else ())}
