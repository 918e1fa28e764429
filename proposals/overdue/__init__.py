"""What is late with proposals today: counted by unit, by deputy and by the leader in charge (B35, D2).

Everything late is read once, in a number of queries that does not grow; counts, lists and the workbook come
from that.
"""

from proposals.overdue.late import BY_NAME, KINDS, Late, late_of
from proposals.overdue.table import DIMENSIONS, dimensions_for, in_part, kinds_of, table_of


__all__ = [
    "BY_NAME",
    "DIMENSIONS",
    "KINDS",
    "Late",
    "dimensions_for",
    "in_part",
    "kinds_of",
    "late_of",
    "table_of",
]
