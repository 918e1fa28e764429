"""Recurrence of reception days: RFC 5545 rules, read, counted out and told in Chinese (domain.md, finding 1).

A recurrence is one or more RRULE lines. Where it begins and ends, and at what hours, is said beside it, so
that ``DTSTART``, ``UNTIL``, ``COUNT`` and the ``BY…`` parts of a clock have no place in it.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time

import cn2an
from dateutil.rrule import rrulestr


WEEKDAYS = {"MO": "周一", "TU": "周二", "WE": "周三", "TH": "周四", "FR": "周五", "SA": "周六", "SU": "周日"}
FREQUENCIES = ("WEEKLY", "MONTHLY", "YEARLY")
ODD, EVEN = (1, 3, 5, 7, 9, 11), (2, 4, 6, 8, 10, 12)
WORKING = ("MO", "TU", "WE", "TH", "FR")
# The parts that say which days, with the most that each may count to.
NUMBERS = {"BYMONTH": 12, "BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYSETPOS": 366}
ELSEWHERE = {
    "COUNT": "规则里不写次数（COUNT），请填“适用到”",
    "UNTIL": "规则里不写截止日期（UNTIL），请填“适用到”",
    "BYHOUR": "规则里不写钟点（BYHOUR），请填“开始时间”",
    "BYMINUTE": "规则里不写钟点（BYMINUTE），请填“开始时间”",
    "BYSECOND": "规则里不写钟点（BYSECOND），请填“开始时间”",
}
BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
SHORT_MONTHS = {29: (2,), 30: (2,), 31: (2, 4, 6, 9, 11)}


class BadRecurrence(ValueError):
    """A rule that cannot be read; ``sentence`` says in Chinese what is wrong and what to do."""

    def __init__(self, sentence):
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Line:
    """One RRULE. ``by_day`` holds pairs (which of its kind or None, weekday)."""

    text: str
    frequency: str
    interval: int = 1
    by_day: tuple = ()
    numbers: dict = field(default_factory=dict)

    @property
    def months(self):
        return self.numbers.get("BYMONTH", ())

    @property
    def days(self):
        return self.numbers.get("BYMONTHDAY", ())

    @property
    def position(self):
        return self.numbers.get("BYSETPOS", ())

    @property
    def or_last(self):
        """The day of the month that gives way to a short month's last one (28, … day; the last of them)."""
        days = sorted(self.days)
        if self.position == (-1,) and len(days) > 1 and days == list(range(28, days[-1] + 1)):
            return days[-1]
        return None


def read(text):
    """The lines of a recurrence; raises :class:`BadRecurrence`."""
    lines = [_read(line) for line in text.upper().splitlines() if line.strip()]
    if not lines:
        raise BadRecurrence("请写明接待日的规则，如 FREQ=MONTHLY;BYMONTHDAY=20。")
    return lines


def occurrences(text, first, last, *, anchor):
    """The days of a recurrence from ``first`` to ``last``, both included, in order.

    Intervals longer than one count from ``anchor``, the day from which the rule holds.
    """
    found = set()
    for line in read(text):
        begin = anchor if line.interval > 1 else date(first.year, 1, 1)
        days = rrulestr(line.text, dtstart=datetime.combine(begin, time()))
        span = (datetime.combine(first, time()), datetime.combine(last, time()))
        found |= {moment.date() for moment in days.between(*span, inc=True)}
    return sorted(found)


def sentence(text):
    """每月20日; 单月9日、双月19日; 每月第一个周五."""
    return "、".join(_told(line) for line in read(text))


def gaps(text):
    """What happens in months that have no such day; an empty sentence where none is missed."""
    missed = []
    for line in read(text):
        for day in sorted(set(line.days) & SHORT_MONTHS.keys() if not line.position else ()):
            months = [month for month in SHORT_MONTHS[day] if not line.months or month in line.months]
            if months:
                names = "平年的2月" if day == 29 else "、".join(f"{month}月" for month in months)
                missed.append(f"{names}没有{day}日")
    return f"{'；'.join(missed)}，这几个月不安排。" if missed else ""


def _read(line):
    line = line.strip().removeprefix("RRULE:").strip(";")
    parts = {}
    for part in line.split(";"):
        key, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals or not value:
            raise BadRecurrence(f"看不懂“{part}”：每一段要写成“名称=值”，用英文分号隔开。")
        if key in parts:
            raise BadRecurrence(f"“{key}”写了两次，请只留一个。")
        parts[key] = value
    for key in parts:
        if key in ELSEWHERE:
            raise BadRecurrence(f"{ELSEWHERE[key]}。")
    frequency = parts.pop("FREQ", None)
    if frequency not in FREQUENCIES:
        raise BadRecurrence("规则要写明周期：FREQ=MONTHLY（按月）、WEEKLY（按周）或者 YEARLY（按年）。")
    if parts.pop("WKST", "MO") not in WEEKDAYS:
        raise BadRecurrence("WKST 要写星期，如 MO。")
    interval = _interval(parts.pop("INTERVAL", "1"))
    by_day = _by_day(parts.pop("BYDAY", None), frequency)
    numbers = {key: _numbers(key, value) for key, value in parts.items()}
    found = Line(line, frequency, interval, by_day, numbers)
    _check(found)
    return found


def _interval(value):
    if not value.isdecimal() or not 1 <= int(value) <= 12:
        raise BadRecurrence(f"间隔 INTERVAL 要写1到12的整数，现在是“{value}”。")
    return int(value)


def _by_day(value, frequency):
    if value is None:
        return ()
    found = []
    for piece in value.split(","):
        match = BY_DAY.fullmatch(piece.strip())
        if not match:
            raise BadRecurrence(f"看不懂星期“{piece}”：写 MO（周一）至 SU（周日），第一个周五写 1FR。")
        which = int(match[1]) if match[1] else None
        if which is not None and frequency == "WEEKLY":
            raise BadRecurrence(f"按周的规则不写第几个：“{piece}”请改成“{match[2]}”。")
        if which is not None and not 1 <= abs(which) <= (5 if frequency == "MONTHLY" else 53):
            raise BadRecurrence(f"“{piece}”不对：一个月里最多有5个{WEEKDAYS[match[2]]}。")
        found.append((which, match[2]))
    return tuple(found)


def _numbers(key, value):
    if key not in NUMBERS:
        raise BadRecurrence(f"看不懂“{key}”，请核对拼写。")
    found = []
    for piece in value.split(","):
        number = int(piece) if re.fullmatch(r"[+-]?\d{1,3}", piece.strip()) else 0
        least = 1 if key == "BYMONTH" else -NUMBERS[key]
        if number == 0 or not least <= number <= NUMBERS[key]:
            raise BadRecurrence(f"{key} 里的“{piece}”不对，应是1到{NUMBERS[key]}的整数。")
        found.append(number)
    return tuple(found)


def _check(line):
    """Refuse a rule whose days would follow from the day on which it begins to hold."""
    numbers = line.numbers
    if line.frequency == "WEEKLY" and not line.by_day:
        raise BadRecurrence("按周的规则要写明周几，如 BYDAY=MO。")
    if line.frequency == "WEEKLY" and numbers.keys() & {"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"}:
        raise BadRecurrence("按周的规则只写周几，不写几日；请改用 FREQ=MONTHLY。")
    if line.frequency == "MONTHLY" and numbers.keys() & {"BYYEARDAY", "BYWEEKNO"}:
        raise BadRecurrence("按月的规则不写全年第几天、第几周；请改用 FREQ=YEARLY。")
    if line.frequency == "MONTHLY" and not (line.by_day or line.days):
        raise BadRecurrence("按月的规则要写明几日（如 BYMONTHDAY=20）或者第几个周几（如 BYDAY=1FR）。")
    dated = line.by_day or numbers.keys() & {"BYYEARDAY"} or (line.months and line.days)
    if line.frequency == "YEARLY" and not dated:
        raise BadRecurrence("按年的规则要写明几月几日（BYMONTH 和 BYMONTHDAY）或者周几（BYDAY）。")


# How it reads


def _told(line):
    known = {"BYMONTH", "BYMONTHDAY", "BYSETPOS"}
    if line.frequency == "YEARLY" or line.numbers.keys() - known or (line.by_day and line.days):
        return "按自定的规则"
    if line.frequency == "WEEKLY":
        return "按自定的规则" if line.position else _weekly(line)
    days = _days(line)
    return f"{_months(line)}{days}" if days else "按自定的规则"


def _weekly(line):
    days = "、".join(WEEKDAYS[day] for _, day in line.by_day)
    if line.interval == 1:
        often = f"每{days}"
    else:
        often = f"每隔一周的{days}" if line.interval == 2 else f"每{line.interval}周的{days}"
    return f"{_months(line).removesuffix('的')}的{often}" if line.months else often


def _months(line):
    """每月, 单月, 双月, 每年3月、6月的; and every how many months."""
    if line.interval > 1:
        return "每隔一个月的" if line.interval == 2 else f"每{line.interval}个月的"
    months = tuple(sorted(line.months))
    known = {(): "每月", ODD: "单月", EVEN: "双月"}
    return known.get(months) or f"每年{'、'.join(f'{month}月' for month in months)}的"


def _days(line):
    if line.or_last == 31:
        return "最后一天"
    if line.or_last:
        return f"{line.or_last}日（没有{line.or_last}日的为当月最后一天）"
    if line.days:
        return "" if line.position else _joined([_day(day) for day in sorted(line.days, key=_late)])
    if not line.position:
        return _joined([f"{_which(which)}{WEEKDAYS[day]}" for which, day in line.by_day])
    weekdays = tuple(day for _, day in line.by_day)
    if len(line.position) > 1 or any(which for which, _ in line.by_day):
        return ""
    if weekdays == WORKING:
        return f"{_which(line.position[0])}工作日（周一至周五）"
    return f"{_which(line.position[0])}{WEEKDAYS[weekdays[0]]}" if len(weekdays) == 1 else ""


def _late(day):
    """Days counted from the end come last."""
    return day if day > 0 else 100 + day


def _day(day):
    if day > 0:
        return f"{day}日"
    return "最后一天" if day == -1 else f"倒数第{-day}天"


def _which(which):
    if which is None:
        return "每个"
    if which == -1:
        return "最后一个"
    return f"第{cn2an.an2cn(which)}个" if which > 0 else f"倒数第{cn2an.an2cn(-which)}个"


def _joined(words):
    return "和".join(["、".join(words[:-1]), words[-1]] if len(words) > 1 else words)
