"""Dates as offices write them. Every reader takes a cell's value and gives None for a blank one."""

import re
import unicodedata
from calendar import monthrange
from datetime import date, datetime

from openpyxl.utils.datetime import from_excel

from congress.numerals import chinese_int
from congress.registers.bad_value import BadValue, is_blank, quoted
from congress.registers.sheet import text_of


FIRST_SERIAL, LAST_SERIAL = 10_000, 80_000  # 1927-05-18 to 2119-01-10 as Excel counts days
LETTER_O = re.compile(r"(?<=[〇○零一二三四五六七八九])[Oo](?=[〇○零一二三四五六七八九年])")
CHINESE_DIGITS = re.compile(r"[〇○零一二三四五六七八九十]+")
WEEKDAY = re.compile(r"\(?(星期|周)[一二三四五六日天]\)?")
AROUND_BIRTH = re.compile(r"^'|^(?:出?生于|出生):?|\([^()]*\)?|出?生$|\s")
FIRST_SHORT_YEAR = 20
CLOCK = re.compile(r"[T\s]+\d{1,2}:\d{2}.*$")
HALF = re.compile(r"(上午|下午|晚上|全天|全日)")
DAYS = re.compile(
    r"(?:(?P<year>\d{4})\.|(?P<short>\d{2})(?P<sign>[./-])(?=\d{1,2}(?P=sign)\d{1,2}$))?"
    r"(?P<month>\d{1,2})[./-](?P<day>\d{1,2})"
    r"(?:[-~](?:(?:(?P<year2>\d{4})\.)?(?P<month2>\d{1,2})\.)?(?P<day2>\d{1,2}))?"
)


def parse_date(value, default_year=None):
    """The date in a cell. A day without a year belongs to ``default_year``; without one it is wrong."""
    days = parse_days(value, default_year)
    if days is None:
        return None
    if days[0] != days[1]:
        raise BadValue("invalid_date", f"{quoted(value)}写了不止一天，请只写一个日期")
    return days[0]


def parse_days(value, default_year=None):
    """The first and the last day in a cell; 2025.7.23-25 may leave out the second year and month."""
    if is_blank(value):
        return None
    if isinstance(value, datetime):
        return value.date(), value.date()
    if isinstance(value, date):
        return value, value
    number = _number(value)
    if number is not None and FIRST_SERIAL <= number < LAST_SERIAL:
        day = from_excel(int(number)).date()
        return day, day
    text = _tidy(value)
    if isinstance(value, float) and re.fullmatch(r"\d{1,2}\.1", text):
        raise BadValue("date_ambiguous", f"{quoted(value)}是小数，分不清是几日")
    if re.fullmatch(r"\d{4}[./-]?\d{1,2}", text):
        raise BadValue("invalid_date", f"{quoted(value)}只写到月份，没有日")
    found = DAYS.fullmatch(_dotted(text))
    if not found:
        raise BadValue("invalid_date", f"{quoted(value)}不是有效日期")
    return _first_and_last(found, value, default_year)


def parse_month(value):
    """A date of birth, of which offices often know the month only: then the first day of that month.

    1975.1 as a number is wrong: it may have been 1975.10.
    """
    if is_blank(value):
        return None
    if isinstance(value, date):
        return parse_date(value)
    text = _tidy(value)
    if isinstance(value, float) and re.fullmatch(r"\d{4}\.1", text):
        raise BadValue("birth_ambiguous", f"{quoted(value)}是小数，分不清1月还是10月")
    found = re.fullmatch(r"(\d{4})[./-]?(\d{1,2})", text.rstrip(".")) if len(text) != 5 else None
    if found:
        return _day(int(found[1]), int(found[2]), 1, value)
    if re.fullmatch(r"\d{4}\.?", text):
        raise BadValue("invalid_date", f"{quoted(value)}只有年份，没有月份")
    return parse_date(value)


def parse_birth(value):
    """A date of birth as rosters write it, the day often left out; two-digit years are of the last century.

    1970年7月(55岁), 生于1970年7月, 1970·7, 1970.07.00 and 75年8月 count; so does all that ``parse_month``
    reads.
    """
    if is_blank(value) or isinstance(value, date):
        return parse_month(value)
    text = AROUND_BIRTH.sub("", unicodedata.normalize("NFKC", text_of(value)))
    text = _tidy(re.sub(r"[·・•、]", ".", text))
    text = re.sub(r"[。,]", ".", text).rstrip(".-~/")
    text = re.sub(r"^(\d{4})([./-]?)(\d{2})\2(00)$", r"\1.\3", text)
    short = re.fullmatch(r"(\d{2})[./-](\d{1,2})(?:[./-](\d{1,2}))?", text)
    if not short:
        return parse_month(text if isinstance(value, str) and re.fullmatch(r"[\d./-]+", text) else value)
    if isinstance(value, float) and short[2] == "1":
        raise BadValue("birth_ambiguous", f"{quoted(value)}是小数，分不清1月还是10月")
    if int(short[1]) < FIRST_SHORT_YEAR:
        raise BadValue("invalid_date", f"{quoted(value)}的年份不完整，请写四位年份")
    return _day(1900 + int(short[1]), int(short[2]), int(short[3] or 1), value)


def parse_half_days(value, default_year=None):
    """Dates with the part of the day (上午, 下午, 晚上 or "") of a list such as 1月13日上午、1月14日."""
    if is_blank(value) or isinstance(value, date):
        day = parse_date(value)
        return [(day, "")] if day else []
    found = []
    for part in re.split(r"[、，,；;\n]+|和|及", text_of(value)):
        half = HALF.search(part)
        day = HALF.sub("", part).strip()
        if day:
            found.append([parse_date(day, default_year), ""])
        elif found and found[-1][1]:
            found.append([found[-1][0], ""])  # 1月13日上午、下午
        if half and found:
            found[-1][1] = half[1] if half[1] in ("上午", "下午", "晚上") else ""
    return [tuple(pair) for pair in found]


def _number(value):
    if isinstance(value, (int, float)):
        return value
    text = text_of(value)
    return float(text) if re.fullmatch(r"\d{5}(\.\d+)?", text) else None


def _tidy(value):
    """The text with dots between its parts, in half-width digits, without weekday, clock and blanks."""
    text = unicodedata.normalize("NFKC", text_of(value))
    text = CLOCK.sub("", WEEKDAY.sub("", text))
    text = HALF.sub("", re.sub(r"\s+", "", text))
    text = LETTER_O.sub("〇", text)
    text = CHINESE_DIGITS.sub(lambda digits: str(_chinese_number(digits[0])), text)
    text = re.sub(r"[年月]", ".", re.sub(r"[日号]", "", text))
    return re.sub(r"[—–−~至到、]+|--+", "~", text).rstrip(".")


def _chinese_number(digits):
    try:
        return chinese_int(digits)
    except ValueError:
        return digits


def _dotted(text):
    """Every full date in the text as 2025.3.12, so that a hyphen left over means from one day to another."""
    text = re.sub(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", r"\1.\2.\3", text)
    text = re.sub(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)", r"\1.\2.\3", text)
    return re.sub(r"(?<=[~-])(\d{1,2})/(\d{1,2})$|(?<=~)(\d{1,2})-(\d{1,2})$", _joined_by_dot, text)


def _joined_by_dot(found):
    return ".".join(filter(None, found.groups()))


def _first_and_last(found, value, default_year):
    year = _year(found, default_year)
    if year is None:
        raise BadValue("invalid_date", f"{quoted(value)}没有写年份")
    first = _day(year, int(found["month"]), int(found["day"]), value)
    if not found["day2"]:
        return first, first
    last = _day(
        int(found["year2"] or first.year), int(found["month2"] or first.month), int(found["day2"]), value
    )
    if last < first:
        raise BadValue("invalid_date", f"{quoted(value)}的结束日期早于开始日期")
    return first, last


def _year(found, default_year):
    if found["year"]:
        return int(found["year"])
    if found["short"]:
        return 2000 + int(found["short"]) if int(found["short"]) < 50 else 1900 + int(found["short"])
    return default_year


def _day(year, month, day, value):
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        raise BadValue("invalid_date", f"{quoted(value)}不是有效日期")
    return date(year, month, day)
