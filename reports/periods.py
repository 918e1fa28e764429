"""The days that a report of a year speaks of."""

from congress import clock
from congress.figures import Period


#: From November on, offices ask about the year that ends; before, about the year that has ended.
ASKING_MONTH = 11


def reporting_year():
    """The year whose reports are being written or reviewed today."""
    today = clock.today()
    return today.year if today.month >= ASKING_MONTH else today.year - 1


def period_of(year, until=None):
    """The year as far as it has gone by the day ``until``, today by default."""
    return Period.of_year(year, until=until or clock.today())
