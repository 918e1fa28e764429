"""Lookups of the house."""

from django.db.models import IntegerField
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
