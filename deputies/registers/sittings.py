"""Which session a sheet tells of, and which of its meetings stands in which column."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

import cn2an

from congress.enums import DayPart, MeetingKind, SessionBody, SessionKind
from congress.models import Meeting, Session, Term
from congress.registers.headings import Heading
from congress.registers.register import plain
from deputies.registers.meetings import UNNAMED, Told, kind_of, read_heading, same_name, session_number
from deputies.registers.remark import spans


YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
GOES_ON = re.compile(r"(\d[日号]|\.\d{1,2})(上午|下午|晚上)?(起|至|到|[-~—–])")
HALF_A_YEAR = timedelta(days=180)


class NoSession(Exception):
    """Nobody can say which session the sheet is of; the text says what to do."""


@dataclass(frozen=True)
class Sitting:
    """A meeting as a column tells it, before it is found or made."""

    heading: Heading
    session: int
    on: date
    part: str
    name: str
    kind: str
    order: int


def term_at(place, number, day=date.max):
    """The term of that number, else the one that ran on ``day``; it must be there, with its roster."""
    terms = Term.objects.filter(jurisdiction=place)
    if number is None:
        found = terms.current(day).order_by("-number").first() or terms.first()
    else:
        found = terms.filter(number=number).first() or terms.filter(number=None).first()
    if found is None or not found.seats.exists():
        which = f"第{cn2an.an2cn(number)}届" if number else ""
        raise NoSession(f"没有{place}{which}的代表，请先导入代表名册")
    return found


class Sittings:
    """The sessions and meetings of one sheet: read from its titles and headings, found or made on demand.

    ``place`` is the jurisdiction whose congress sits. Raises NoSession; headings that cannot be placed are
    left out, with the reason in ``left_out``.
    """

    def __init__(self, place, texts, headings, number=None):
        self.place = place
        self.texts = texts
        self.left_out = []
        self.term = term_at(place, number, self._newest_day())
        told = {heading: read_heading(heading) for heading in headings}
        self.number = next(filter(None, map(session_number, texts)), None)
        self.known = {
            session.number: session
            for session in Session.objects.of_congress().filter(term=self.term).prefetch_related("meetings")
        }
        self.first_day = self._first_day()
        self.sittings = self._sittings({heading: self._of_session(one) for heading, one in told.items()})

    def _newest_day(self):
        years = self._years()
        return date(max(years), 12, 31) if years else date.max

    def _years(self):
        return [int(year) for text in self.texts for year in YEAR.findall(text)]

    def _first_day(self):
        """The first full date of the titles, else the first day of a session that is known; None."""
        told = [span.first for text in self.texts for span in spans(text) if span.first == span.last]
        session = self.known.get(self.number)
        return told[0] if told else (session.starts_on if session else None)

    def _of_session(self, told):
        """第四次会议 as a heading is a session where the titles name none, else a meeting's name."""
        if told.session is None and self.number is None and session_number(told.name):
            return Told(told.year, told.month, told.day, told.part, "", session_number(told.name))
        return told

    def _sittings(self, told):
        found, times = [], Counter()
        for heading, one in told.items():
            number = one.session or self.number or self._number_by_date(one)
            if number is None:
                raise NoSession("没有写明是第几次会议，请在标题写明，如“第九届人民代表大会第四次会议”")
            on, part, reason = self._when(one, number)
            if reason:
                self.left_out.append((heading, reason))
                continue
            times[number, on, part] += 1
            name = one.name or UNNAMED
            kind = kind_of(one.name) or (MeetingKind.OTHER if one.name else MeetingKind.FULL)
            found.append(Sitting(heading, number, on, part, name, kind, times[number, on, part]))
        return self._without_twins(found)

    def _without_twins(self, sittings):
        """Leave out a second column of the same meeting."""
        seen, kept = set(), []
        for one in sittings:
            key = (one.session, one.on, one.part, plain(one.name))
            if key in seen:
                self.left_out.append((one.heading, "与前面的一栏是同一场会议"))
            else:
                seen.add(key)
                kept.append(one)
        return kept

    def _number_by_date(self, told):
        """The session within whose days a heading's date falls, where nothing else tells."""
        on = self._day(told)
        for session in self.known.values() if on else ():
            if session.starts_on <= on <= (session.ends_on or session.starts_on):
                return session.number
        return None

    def _when(self, told, number):
        """(day, part, "") of a heading, or (None, "", why it has none)."""
        on = self._day(told)
        if on:
            return on, told.part or DayPart.WHOLE, ""
        if told.day:
            return None, "", "日期没有写年份或月份"
        meetings = list(self.known[number].meetings.all()) if number in self.known else []
        same = [meeting for meeting in meetings if told.name and same_name(meeting.name, told.name)]
        if not same and not told.name and len(meetings) == 1:
            same = meetings
        if len(same) == 1:
            return same[0].on, told.part or same[0].part, ""
        if not told.name and len(meetings) > 1:
            return None, "", f"这次会议有{len(meetings)}场，一栏分不清是哪一场"
        day = self._only_day()
        return (day, told.part or DayPart.WHOLE, "") if day else (None, "", "没有写日期")

    def _only_day(self):
        """The day that the titles give, unless they say that the session goes on."""
        goes_on = any(GOES_ON.search(re.sub(r"\s", "", text)) for text in self.texts)
        return None if goes_on else self.first_day

    def _day(self, told):
        """The date of a heading; the year, and the month, are the titles' where it leaves them out."""
        if not told.day:
            return None
        start = self.first_day
        month = told.month or (start.month if start else None)
        years = [told.year] if told.year else [start.year] if start else self._years()[:1]
        day = _date(years[0], month, told.day) if years and month else None
        if day and not told.year and start and start - day > HALF_A_YEAR:
            return _date(day.year + 1, month, told.day)  # a session that goes on past New Year
        return day


def _date(year, month, day):
    try:
        return date(year, month, day)
    except ValueError:
        return None


class Sessions:
    """Finds the sessions and meetings of Sittings, and makes those that are missing."""

    def __init__(self, sittings):
        self.term = sittings.term
        self.known = sittings.known
        self.made = False

    def meetings(self, sittings):
        """The Meeting of each heading."""
        by_number = {}
        for one in sittings:
            by_number.setdefault(one.session, []).append(one)
        return {
            one.heading: meeting
            for number, ones in by_number.items()
            for one, meeting in zip(ones, self._of_session(number, ones), strict=True)
        }

    def _of_session(self, number, sittings):
        session = self._session(number, [one.on for one in sittings])
        known = list(session.meetings.all())
        return [self._meeting(session, one, sittings, known) for one in sittings]

    def _session(self, number, days):
        """The session of that number, its days widened to hold the meetings."""
        session = self.known.get(number)
        if session is None:
            kind = SessionKind.TURNOVER if number == 1 else SessionKind.REGULAR
            session = Session(term=self.term, body=SessionBody.CONGRESS, number=number, kind=kind)
            session.starts_on = min(days)
            self.known[number] = session
        first, last = min(session.starts_on, *days), max(session.ends_on or max(days), *days)
        if session.pk is None or (first, last) != (session.starts_on, session.ends_on):
            session.starts_on, session.ends_on = first, last
            session.save()
            self.made = True
        return session

    def _meeting(self, session, sitting, sittings, known):
        """The meeting of that name at that time, or the only one of its kind then; else a new one."""
        then = [meeting for meeting in known if (meeting.on, meeting.part) == (sitting.on, sitting.part)]
        same = [meeting for meeting in then if same_name(meeting.name, sitting.name)]
        alike = [meeting for meeting in then if meeting.kind == sitting.kind or sitting.name == UNNAMED]
        alone = sum((one.on, one.part) == (sitting.on, sitting.part) for one in sittings) == 1
        if not same and len(alike) == 1 and alone:
            same = alike
        if same:
            return same[0]
        self.made = True
        meeting = Meeting(
            session=session, kind=sitting.kind, name=sitting.name, on=sitting.on, part=sitting.part
        )
        meeting.order = sitting.order
        meeting.save()
        known.append(meeting)
        return meeting
