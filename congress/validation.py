"""Validating a new record, or what a step changed, with as few questions as it takes."""

from django.db import DEFAULT_DB_ALIAS
from django.db.models import BooleanField, CheckConstraint, Exists, Q, UniqueConstraint, Value
from django.db.models.functions import Coalesce
from django.db.models.sql import Query
from django.db.models.sql.constants import SINGLE


def validate_new(record):
    """Validate a record before its first save. Raises ``ValidationError`` as ``full_clean`` does.

    A related object that is in hand was read from the database: only bare keys are looked up there.
    """
    record.clean_fields(exclude=_in_hand(record))
    record.validate_unique()
    _validate_together(record, {field.name for field in record._meta.concrete_fields})


def validate_alone(record):
    """Validate a new record without asking the database: what is unique, its constraints alone refuse."""
    record.clean_fields(exclude=_in_hand(record))
    record.clean()


def validate_fields(record, changed):
    """Validate the fields ``changed`` of a saved record without asking the database for its constraints."""
    record.clean_fields(exclude={field.name for field in record._meta.concrete_fields} - {*changed})
    record.clean()


def _in_hand(record):
    """The relations whose object has been read."""
    return {
        field.name
        for field in record._meta.concrete_fields
        if field.is_relation and field.is_cached(record) and getattr(record, field.attname) is not None
    }


def validate_changes(record, changed):
    """Validate a saved record of which the fields ``changed`` (names) differ from its row.

    Raises ``ValidationError`` as ``full_clean`` does. The other fields were valid when they were saved.
    """
    record.clean_fields(exclude={field.name for field in record._meta.concrete_fields} - changed)
    _validate_together(record, changed)


def _validate_together(record, changed):
    """Ask all constraints in one query instead of one each: a step costs a third."""
    record.clean()
    conditions = Q()
    for constraint in record._meta.constraints:
        if isinstance(constraint, CheckConstraint):
            conditions &= constraint.condition
        elif isinstance(constraint, UniqueConstraint) and changed & _read_by(constraint):
            conditions &= _is_unique(record, constraint)
    if conditions and not _holds(conditions, record):
        # One of them does not hold: now find out which, for its sentence.
        record.validate_constraints()


def _read_by(constraint):
    """The fields that a uniqueness looks at: also those that say to which rows it applies."""
    condition = constraint.condition
    return {*constraint.fields, *(condition.referenced_base_fields if condition else ())}


def _is_unique(record, constraint):
    """That no other row is like the record, among those that the constraint is about."""
    same = {name: getattr(record, record._meta.get_field(name).attname) for name in constraint.fields}
    if None in same.values():
        return Q()
    others = type(record)._base_manager.filter(**same).exclude(pk=record.pk)
    if constraint.condition is None:
        return ~Q(Exists(others))
    return ~constraint.condition | ~Q(Exists(others.filter(constraint.condition)))


def _holds(conditions, record):
    """As ``Q.check``, without a savepoint around it: who validates is in a transaction that ends with it.

    What is unknown because a field is empty holds, as it does in the database.
    """
    query = Query(None)
    for field in record._meta.concrete_fields:
        query.add_annotation(Value(getattr(record, field.attname), field), field.name, select=False)
    query.add_annotation(Value(1), "_check")
    query.add_q(Q(Coalesce(conditions, True, output_field=BooleanField())))
    return query.get_compiler(using=DEFAULT_DB_ALIAS).execute_sql(SINGLE) is not None
