"""Working days, holidays, and due dates that explain themselves.

The only place that adds months or working days. Periods are counted by the civil code: the day on which a
period starts is not counted (民法典第二百零一条); a period of months ends on the corresponding day, or on the
month's last day where there is none (第二百零二条); where the last day is a holiday, the day after the
holiday is the last (第二百零三条), if the office's rules say so.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import chinese_calendar
import holidays

from congress import clock
from congress.enums import Postponement
from congress.models.holiday import Holiday


WEEKDAYS = "一二三四五六日"
WEEKEND = "周末"


def chinese_date(day):
    """2025年3月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


def short_date(day):
    """3月20日; with the year when it is not this one."""
    year = "" if day.year == clock.today().year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"


def chinese_day(day):
    """2025年3月20日（周四）."""
    return f"{chinese_date(day)}（周{WEEKDAYS[day.weekday()]}）"


@dataclass(frozen=True)
class DueDate:
    """A computed due date with its printed arithmetic.

    ``provisional``: the calendar of that year is not published yet, so the date may move.
    """

    day: date
    sentence: str
    provisional: bool = False

    def __str__(self):
        return self.sentence


class Calendar:
    """The published calendar with the overrides of the ``Holiday`` table, which is read once."""

    def __init__(self, overrides=None):
        """``overrides``: {date: (name, is_workday)}; without it the ``Holiday`` table is read."""
        if overrides is None:
            overrides = {
                holiday.date: (holiday.name, holiday.is_workday) for holiday in Holiday.objects.all()
            }
        self.overrides = overrides

    def is_published(self, day):
        """Whether the day is entered by hand, or its year's calendar has been published."""
        return day in self.overrides or _published(day.year)

    def unpublished(self, days):
        """The years of ``days`` whose calendar is neither published nor entered yet, in order."""
        entered = {day.year for day in self.overrides}
        return sorted({day.year for day in days if day and not _published(day.year)} - entered)

    def is_workday(self, day):
        """Whether offices work on ``day``: make-up workdays do, weekends and holidays do not."""
        return self.holiday_name(day) is None

    def holiday_name(self, day):
        """The name of the holiday on ``day``, 周末 on a free weekend, None on a workday."""
        if day in self.overrides:
            name, is_workday = self.overrides[day]
            return None if is_workday else name
        if not _published(day.year):
            return _statutory(day.year).get(day) or (WEEKEND if day.weekday() > 4 else None)
        is_free, name = chinese_calendar.get_holiday_detail(day)
        if not is_free:
            return None
        return _full_name(chinese_calendar.Holiday(name).chinese) if name else WEEKEND

    def next_workday(self, day):
        """The first workday on or after ``day``."""
        while not self.is_workday(day):
            day += timedelta(days=1)
        return day

    def add_workdays(self, start, count):
        """The ``count``-th workday after ``start``; the start day is not counted."""
        day = start
        while count:
            day += timedelta(days=1)
            count -= self.is_workday(day)
        return day

    def due_in_days(self, start, count, *, roll_over=True):
        """``count`` days from ``start``, to the next workday when ``roll_over`` and the last is free."""
        return self._due(start, start + timedelta(days=count), f"{count}天", roll_over)

    def due_in_months(self, start, count, *, roll_over=True):
        """``count`` months from ``start``, to the next workday when ``roll_over`` and the last is free."""
        return self._due(start, add_months(start, count), f"{count}个月", roll_over)

    def due_in_workdays(self, start, count):
        """``count`` workdays from ``start``."""
        end = self.add_workdays(start, count)
        free = (end - start).days - count
        skipped = f"，其间{free}天放假不计" if free else ""
        sentence = f"自{chinese_date(start)}起（当日不计）{count}个工作日{skipped}，到{chinese_day(end)}止"
        return self._explained(end, sentence)

    def _due(self, start, end, period, roll_over):
        sentence = f"自{chinese_date(start)}起（当日不计）{period}，到{chinese_day(end)}止"
        moved = self.next_workday(end) if roll_over else end
        if moved != end:
            sentence += f"；末日是{self.holiday_name(end)}，顺延到{chinese_day(moved)}"
        return self._explained(moved, sentence)

    def _explained(self, day, sentence):
        provisional = not self.is_published(day)
        notice = f"（{day.year}年放假安排尚未公布，暂按法定节日推算）" if provisional else ""
        return DueDate(day, f"{sentence}{notice}。", provisional)

    def postponed(self, day, how, *, weekend_counts=True):
        """Where a day planned for ``day`` goes by the office's rule (domain.md, finding 2).

        ``how`` is a ``Postponement``. Without ``weekend_counts`` a plain weekend does not postpone, and is
        good enough to postpone to, except where the rule asks for a workday.
        """
        if how == Postponement.NONE or not self._is_free(day, weekend_counts):
            return day
        if how == Postponement.NEXT_WEEK:
            return self._a_week_later(day, weekend_counts)
        weekend_counts = weekend_counts or how == Postponement.NEXT_WORKDAY
        while self._is_free(day, weekend_counts):
            day += timedelta(days=1)
        return day

    def _a_week_later(self, day, weekend_counts):
        """The same weekday of the next week without a holiday; a week after a weekend is a weekend again, so
        that where weekends count it goes on to the next workday."""
        day += timedelta(days=7)
        while self._is_free(day, weekend_counts=False):
            day += timedelta(days=7)
        return self.next_workday(day) if weekend_counts else day

    def _is_free(self, day, weekend_counts):
        name = self.holiday_name(day)
        return name is not None and (weekend_counts or name != WEEKEND)


def add_months(start, count):
    """The corresponding day ``count`` months later, or that month's last day (民法典第二百零二条)."""
    month = start.month - 1 + count
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def _full_name(name):
    """中秋 → 中秋节, as documents write it."""
    return name if name.endswith(("节", "日")) else f"{name}节"


@cache
def _published(year):
    try:
        chinese_calendar.is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


@cache
def _statutory(year):
    """The statutory days of a year without a published calendar (放假办法 2024): {date: name}."""
    return dict(holidays.country_holidays("CN", years=year, language="zh_CN"))
