"""The days that a report of a year speaks of."""

from congress import clock
from congress.figures import Period


def period_of(year, until=None):
    """The year as far as it has gone by the day ``until``, today by default."""
    return Period.of_year(year, until=until or clock.today())
