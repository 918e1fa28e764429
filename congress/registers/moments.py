"""The days that a register tells: as dates of its year, and as moments at which things then happened."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from congress import clock
from congress.calendar import chinese_date
from congress.registers.bad_value import BadValue, quoted
from congress.registers.dates import parse_date


MONTHS_BACK = timedelta(days=180)


def taken_over(day, hour=9, minute=0):
    """Let things happen on ``day``, as told by a register; not later than now."""
    moment = timezone.make_aware(datetime.combine(day, time(hour, minute)))
    return clock.at(min(moment, clock.now()), taken_over=True)


def day_within(value, years):
    """The date in a cell of a ledger of ``years``; one without a year is of the first. Raises BadValue."""
    day = parse_date(value, default_year=years[0] if years else None)
    if day and years and day.year not in years:
        raise BadValue("date_out_of_range", f"{quoted(value)}超出台账年度")
    if day and day > clock.today():
        raise BadValue("date_in_future", f"{quoted(value)}还没有到（今天是{chinese_date(clock.today())}）")
    return day


def day_since(value, start, *, what, topic, future=False):
    """The date in a cell that is not before ``start``; ``what`` says of what. Raises BadValue.

    ``future``: it may be still to come.

    One without a year is the first such day after it: 1月5日 of a reception in December is next year's.
    """
    day = parse_date(value, default_year=start.year)
    if day and day < start and start - day > MONTHS_BACK:
        day = parse_date(value, default_year=start.year + 1)
    if day and day < start:
        raise BadValue(topic, f"{quoted(value)}早于{what}{chinese_date(start)}")
    if day and not future and day > clock.today():
        raise BadValue("date_in_future", f"{quoted(value)}还没有到（今天是{chinese_date(clock.today())}）")
    return day
