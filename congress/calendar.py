"""Working days, holidays, and due dates that explain themselves.

The only place that adds months or working days. Periods are counted by the civil code: the day on which a
period starts is not counted (民法典第二百零一条); a period of months ends on the corresponding day, or on the
month's last day where there is none (第二百零二条); where the last day is a holiday, the day after the
holiday is the last (第二百零三条), if the office's rules say so.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

import chinese_calendar

from congress.enums import Postponement
from congress.models import Holiday


WEEKDAYS = "一二三四五六日"
# Fixed-date statutory holidays (放假办法 2024), for years whose calendar is not yet published.
STATUTORY_DAYS = {
    (1, 1): "元旦",
    (5, 1): "劳动节",
    (5, 2): "劳动节",
    (10, 1): "国庆节",
    (10, 2): "国庆节",
    (10, 3): "国庆节",
}


def chinese_date(day):
    """2025年3月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


def chinese_day(day):
    """2025年3月20日（周四）."""
    return f"{chinese_date(day)}（周{WEEKDAYS[day.weekday()]}）"


@dataclass(frozen=True)
class DueDate:
    """A computed due date with its printed arithmetic."""

    day: date
    sentence: str
    provisional: bool = False

    def __str__(self):
        return self.sentence


class Calendar:
    """The calendar with the overrides of the ``Holiday`` table; reads the table once."""

    def __init__(self, overrides=None):
        """``overrides``: {date: (name, is_workday)}; without it the ``Holiday`` table is read."""
        if overrides is None:
            overrides = {
                holiday.date: (holiday.name, holiday.is_workday) for holiday in Holiday.objects.all()
            }
        self.overrides = overrides

    def is_workday(self, day):
        """Whether offices work on ``day``: make-up workdays do, weekends and holidays do not."""
        if day in self.overrides:
            return self.overrides[day][1]
        try:
            return chinese_calendar.is_workday(day)
        except NotImplementedError:
            return day.weekday() < 5 and (day.month, day.day) not in STATUTORY_DAYS

    def is_published(self, day):
        """Whether the calendar of the day's year is published, or the day is entered by hand."""
        if day in self.overrides:
            return True
        try:
            chinese_calendar.is_workday(day)
        except NotImplementedError:
            return False
        return True

    def holiday_name(self, day):
        """The name of the holiday on ``day``, "周末" on a free weekend, None on a workday."""
        if self.is_workday(day):
            return None
        if day in self.overrides:
            return self.overrides[day][0]
        try:
            _, name = chinese_calendar.get_holiday_detail(day)
        except NotImplementedError:
            name = None
            return STATUTORY_DAYS.get((day.month, day.day), "周末")
        return HOLIDAY_NAMES.get(name, "周末")

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
        return self._due(start, start + timedelta(days=count), f"{count}天", roll_over)

    def due_in_months(self, start, count, *, roll_over=True):
        return self._due(start, add_months(start, count), f"{count}个月", roll_over)

    def due_in_workdays(self, start, count):
        end = self.add_workdays(start, count)
        free = (end - start).days - count
        skipped = f"，其间{free}天节假日不计" if free else ""
        sentence = f"自{chinese_date(start)}起（当日不计）{count}个工作日{skipped}，到{chinese_day(end)}止。"
        return self._finish(end, sentence)

    def _due(self, start, end, period, roll_over):
        sentence = f"自{chinese_date(start)}起（当日不计）{period}，到{chinese_day(end)}止"
        moved = self.next_workday(end) if roll_over else end
        if moved != end:
            sentence += f"；末日是{self.holiday_name(end)}，顺延到{chinese_day(moved)}"
        return self._finish(moved, sentence + "。")

    def _finish(self, day, sentence):
        provisional = not self.is_published(day)
        if provisional:
            sentence += f"{day.year}年放假安排尚未公布，此日期暂按周历推算。"
        return DueDate(day, sentence, provisional)

    def postponed(self, day, how, *, weekend_counts=True):
        """Where a day planned for ``day`` goes by the office's rule (domain.md, finding 2).

        Without ``weekend_counts`` only holidays of the published calendar postpone, not plain weekends.
        """
        if how == Postponement.NONE or not self._is_off(day, weekend_counts):
            return day
        if how == Postponement.NEXT_WEEK:
            while self._is_off(day, weekend_counts):
                day += timedelta(days=7)
            return day
        counts = weekend_counts or how == Postponement.NEXT_WORKDAY
        while self._is_off(day, counts):
            day += timedelta(days=1)
        return day

    def _is_off(self, day, weekend_counts):
        name = self.holiday_name(day)
        return name is not None and (weekend_counts or name != "周末")


HOLIDAY_NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
    "Anti-Fascist 70th Day": "抗战胜利70周年纪念日",
}


def add_months(start, count):
    """The corresponding day ``count`` months later, or that month's last day (民法典第二百零二条)."""
    month = start.month - 1 + count
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
