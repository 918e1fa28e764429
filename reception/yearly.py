"""A year of reception days as a calendar: its months, their weeks, what each day is."""

from calendar import Calendar as Weeks
from dataclasses import dataclass
from datetime import date

from reception.enums import DayStatus


@dataclass(frozen=True)
class Cell:
    """One day of a month; ``free`` is the name of the holiday, ``make_up`` a weekend that is worked."""

    date: date
    free: str
    make_up: bool
    days: list


@dataclass(frozen=True)
class Month:
    """``weeks`` are lists of seven cells, None outside the month; ``days`` the month's reception days."""

    number: int
    weeks: list
    days: list


def months_of(year, days, calendar):
    """The twelve months of ``year`` with the reception ``days``, which are in order."""
    by_date = {}
    for day in days:
        by_date.setdefault(day.date, []).append(day)
    return [_month(year, number, by_date, calendar) for number in range(1, 13)]


def _month(year, number, by_date, calendar):
    weeks = [
        [_cell(day, by_date, calendar) if day.month == number else None for day in week]
        for week in Weeks().monthdatescalendar(year, number)
    ]
    found = [day for week in weeks for cell in week if cell for day in cell.days]
    return Month(number, weeks, found)


def _cell(day, by_date, calendar):
    free = calendar.holiday_name(day) or ""
    return Cell(day, free, not free and day.weekday() > 4, by_date.get(day, []))


def remark_of(day, calendar):
    """What the table says beside a day: why it was moved, or that it is called off."""
    if day.status == DayStatus.CANCELLED:
        return f"取消：{day.reason}"
    if not day.postponed:
        return ""
    holiday = calendar.holiday_name(day.rule_date)
    why = day.reason or (f"遇{holiday}顺延" if holiday else "改期")
    return f"应为{day.rule_date.month}月{day.rule_date.day}日，{why}"
