"""The days that an attendance sheet's titles tell, and which of them a heading means."""

import re
import unicodedata
from datetime import date, timedelta

from deputies.remarks import spans


YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
GOES_ON = re.compile(r"(\d[日号]|\.\d{1,2})(上午|下午|晚上)?(起|至|到|[-~—–])")
RANGE = re.compile(
    r"(?P<year>20\d{2})[年./-](?P<month>\d{1,2})[月./-](?P<day>\d{1,2})[日号]?(?:\([^()]*\))?(?:上午|下午|晚上)?"
    r"[至到~—–-]+(?:20\d{2}[年./-])?(?:(?P<last_month>\d{1,2})[月./-])?(?P<last_day>\d{1,2})(?!\d)"
)
HALF_A_YEAR = timedelta(days=180)


class Days:
    """``first``, ``last``: the days of the session that the titles tell, or that it is known to have.

    ``years`` count where the titles tell none.
    """

    def __init__(self, texts, session=None, years=()):
        texts = [re.sub(r"\s", "", unicodedata.normalize("NFKC", text)) for text in texts]
        self.years = years_of(texts) or list(years)
        told = [span for text in texts for span in spans(text)]
        full = [span.first for span in told if span.first == span.last]
        months = [span.first for span in told if span.first != span.last]
        self.goes_on = any(GOES_ON.search(text) for text in texts)
        self.first = full[0] if full else session.starts_on if session else None
        self.month = self.first or next(iter(months), None)
        known = (session.ends_on or session.starts_on) if session else None
        self.last = next(filter(None, map(_last_day, texts)), None) or (self.first if full else known)
        self.is_one = not self.goes_on and (bool(full) or self.first == self.last)

    @property
    def only(self):
        """The day of a session of one day: of which the titles tell one and not that it goes on."""
        return self.first if self.is_one else None

    def of(self, told):
        """The date of a heading; the year, and the month, are the titles' where it leaves them out."""
        first = day_of(told) or self.first
        if told.nth and first:
            return first + timedelta(days=told.nth - 1)
        if not told.day:
            return None
        month = told.month or (self.month.month if self.month else None)
        years = [told.year] if told.year else [self.month.year] if self.month else self.years[:1]
        day = _date(years[0], month, told.day) if years and month else None
        if day and not told.year and self.first and self.first - day > HALF_A_YEAR:
            return _date(day.year + 1, month, told.day)  # a session that goes on past New Year
        return self._with_lost_zero(day)

    def _with_lost_zero(self, day):
        """A number 1.1 may have been 1.10; the session's own days decide."""
        if not (day and self.first and self.last) or self.first <= day <= self.last or day.day > 3:
            return day
        longer = _date(day.year, day.month, day.day * 10)
        return longer if longer and self.first <= longer <= self.last else day


def day_of(told):
    """The date that a heading tells in full, else None."""
    return _date(told.year, told.month, told.day) if told.year and told.month and told.day else None


def years_of(texts):
    return [int(year) for text in texts for year in YEAR.findall(text)]


def _last_day(text):
    found = RANGE.search(text)
    if not found:
        return None
    first = _date(int(found["year"]), int(found["month"]), int(found["day"]))
    last = _date(int(found["year"]), int(found["last_month"] or found["month"]), int(found["last_day"]))
    if first and last and last < first:
        return _date(last.year + 1, last.month, last.day)
    return last


def _date(year, month, day):
    try:
        return date(year, month, day)
    except ValueError:
        return None
