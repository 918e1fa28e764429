"""The session at which, or after which, a ledger says that a proposal was made."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 -- a proposal has a date

from congress.calendar import chinese_date
from congress.enums import SessionBody, SessionKind
from congress.models import Session
from congress.registers.bad_value import BadValue, is_blank
from congress.registers.dates import parse_date
from congress.registers.values import parse_ordinal
from congress.registers.vocabulary import YES_NO
from proposals.kinds import session_covers


RECESS = re.compile(r"闭会|平时|会后|会外|休会|日常")
SITTING = re.compile(r"大会|会议|人代会|会上|会内|会中|次会|两会|会间|开会")
DAYS_A_YEAR = 365.25


@dataclass(frozen=True)
class ToldTime:
    """What a ledger tells of when a proposal was made: any of the three, or nothing."""

    number: int | None = None
    in_session: bool | None = None
    on: Date | None = None

    def __or__(self, other):
        """What this tells, and the other where this is silent."""
        return ToldTime(
            self.number or other.number,
            other.in_session if self.in_session is None else self.in_session,
            self.on or other.on,
        )


def parse_time(value, year=None):
    """九届四次会议, 闭会期间, 镇人代会 or a date as a ToldTime. Raises BadValue."""
    if is_blank(value):
        return ToldTime()
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", str(value)))
    recess = bool(RECESS.search(text))
    try:
        number = parse_ordinal(text, "次") if "次" in text else None
    except BadValue:
        number = None
    if number or recess or SITTING.search(text):
        return ToldTime(number, not recess)
    return ToldTime(on=parse_date(value, default_year=year))


def parse_period(value):
    """大会期间, 闭会期间, and 是 or 否 under 是否大会期间 as a ToldTime. Raises BadValue."""
    try:
        return ToldTime(in_session=YES_NO(value))
    except BadValue:
        return parse_time(value)


class Sessions:
    """The sessions of the congresses of a district; one of which a ledger alone tells is made."""

    def __init__(self, report):
        self.report = report
        self.recall()

    def recall(self):
        self.known = {}

    def find(self, term, told, day):
        """The session that is told, or the last one before ``day``: ToldTime, the day of the assignment."""
        day = told.on or day
        found = self.of(term)
        if told.number:
            named = [session for session in found if session.number == told.number]
            return named[0] if named else self._make(term, told.number, day)
        begun = [session for session in found if session.starts_on <= day]
        return next(iter(begun or found[-1:]), None) or self._make(term, self._guess(term, day), day)

    def of(self, term):
        """The term's sessions, the latest first."""
        if term.pk not in self.known:
            self.known[term.pk] = list(Session.objects.of_congress().filter(term=term).select_related("term"))
        return self.known[term.pk]

    def _make(self, term, number, day):
        session = Session.objects.create(
            term=term, body=SessionBody.CONGRESS, number=number, kind=SessionKind.REGULAR, starts_on=day
        )
        self.known.pop(term.pk)
        self.report.notice(
            f"{session}还没有登记，按台账先记在{chinese_date(day)}；导入会议考勤表后改为会议的日期和会次，"
            "也可以在“会议”里改。"
        )
        return session

    @staticmethod
    def _guess(term, day):
        """Which session of the term sits about then, if it sits once a year."""
        return round((day - term.starts_on).days / DAYS_A_YEAR) + 1 if term.starts_on else 1


def sat_at(session, told, day):
    """Whether the proposal was made while the session sat: as told, or by the day."""
    return session_covers(session, day) if told.in_session is None else told.in_session
