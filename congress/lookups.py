"""Lookups and functions of the house, for every database."""

from django.db.models import Func, IntegerField
from django.db.models.lookups import In


@IntegerField.register_lookup
class InRange(In):
    """``in`` that passes over numbers beyond the column's range, as Django's ``exact`` does.

    No row has them; a crafted choice of thirty digits is then one that does not exist, not a failure of the
    database.
    """

    def process_rhs(self, compiler, connection):
        if self.rhs_is_direct_value():
            least, most = connection.ops.integer_field_range(self.lhs.output_field.get_internal_type())
            self.rhs = [value for value in self.rhs if not isinstance(value, int) or least <= value <= most]
        return super().process_rhs(compiler, connection)


class DaysFrom(Func):
    """The days from one date to another as a number; None where one of them is.

    Django's difference of dates is on SQLite a function in Python, which it calls for each row.
    """

    template = "(%(expressions)s)"
    output_field = IntegerField()

    def __init__(self, start, end):
        super().__init__(end, start, arg_joiner=" - ")

    def as_sqlite(self, compiler, connection, **extra):
        days = self.copy()
        days.set_source_expressions([Func(day, function="julianday") for day in self.source_expressions])
        return days.as_sql(compiler, connection, template="CAST(%(expressions)s AS INTEGER)", **extra)
