"""Counting the rows that hang on each row of another table."""

from django.db.models import Count, Subquery
from django.db.models.functions import Coalesce


def count_of(rows, owner):
    """How many of the ``rows``, already tied to an ``OuterRef``, there are for each ``owner``.

    A subquery a row: only the rows of the page pay for it, not the whole table as with a join.
    """
    return Coalesce(Subquery(rows.order_by().values(owner).annotate(count=Count("pk")).values("count")), 0)
