"""Which session a sheet tells of, and which of its meetings stands in which column."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

import cn2an

from congress.enums import DayPart, MeetingKind
from congress.models import Meeting, Session, Term
from congress.registers.headings import Heading
from congress.registers.register import plain
from congress.registers.report import MeetingNote
from deputies.registers.meetings import (
    UNNAMED,
    Told,
    kind_of,
    meeting_in,
    proposed_name,
    read_heading,
    same_name,
    session_number,
)
from deputies.registers.sitting_days import Days, years_of


UNDATED, NO_YEAR, NO_MONTH = "没有写日期", "没有写年份，标题里也没有", "没有写月份，标题里也没有"
TO_WRITE = {NO_YEAR: "请在标题写明哪一年", NO_MONTH: "请在标题写明哪年哪月"}
NO_NUMBER = "没有写明是第几次会议，请在标题写明，如“第九届人民代表大会第四次会议”"
ANY_FULL = "全体会议"
OPENING, CLOSING = re.compile("开幕"), re.compile("闭幕")


class NoSession(Exception):
    """Nobody can say which session the sheet is of; the text says what to do."""


@dataclass(frozen=True)
class Sitting:
    """A meeting as a column tells it, before it is found or made; ``all_of``: the known ones of a session,
    where the column speaks of them all.
    """

    heading: Heading
    session: int
    on: date
    part: str = ""
    name: str = ""
    kind: str = ""
    order: int = 0
    all_of: tuple[Meeting, ...] = ()


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

    ``place`` is the jurisdiction whose congress sits, ``by_hand`` the MeetingHeadings of its office. Raises
    NoSession; headings that cannot be placed are left out, with the reason in ``left_out``.
    """

    def __init__(self, place, texts, headings, by_hand, number=None):
        self.place = place
        self.texts = texts
        self.by_hand = by_hand
        self.left_out = []
        self.set_by_hand = []
        years = years_of(texts) or _only_year(headings)
        self.term = term_at(place, number, date(max(years), 12, 31) if years else date.max)
        self.known = {
            session.number: session
            for session in Session.objects.of_congress().filter(term=self.term).prefetch_related("meetings")
        }
        self.number = next(filter(None, map(session_number, texts)), None) or self._only_one_of(years)
        self.days = Days(texts, self.known.get(self.number), years)
        told = {heading: self._told(heading) for heading in headings}
        self.sittings = self._sittings(told)

    @property
    def session(self):
        """The session's name as headings set by hand are kept under; the term's where titles name none."""
        if self.number is None:
            return str(self.term)
        return f"{self.term.congress_name}第{cn2an.an2cn(self.number)}次会议"

    def notes(self):
        """The MeetingNotes of the headings set by hand, and of those to be set, as far as they are known."""
        for heading, meeting in self.set_by_hand:
            known = {"part": meeting.part, "kind": meeting.kind, "name": meeting.name}
            yield MeetingNote(heading.text, on=meeting.on.isoformat(), **known)
        for heading, reason in self.left_out:
            told, earlier = read_heading(heading), self.by_hand.earlier(heading)
            name = earlier.name if earlier else proposed_name(heading.text)
            yield MeetingNote(
                heading.text,
                reason,
                part=told.part or (earlier.part if earlier else DayPart.WHOLE),
                kind=earlier.kind if earlier else kind_of(name) or MeetingKind.FULL,
                name=name,
            )

    def _only_one_of(self, years):
        """The number of the only session that is known of the year that the titles tell."""
        found = [session.number for session in self.known.values() if session.starts_on.year in years[:1]]
        return found[0] if len(found) == 1 else None

    def _told(self, heading):
        """What a heading tells; 第四次会议 is a session where the titles name none, else a meeting's name."""
        told = read_heading(heading)
        number = session_number(told.name)
        if told.session is None and self.number is None and number:
            return Told(told.year, told.month, told.day, told.part, "", number, whole=told.whole)
        return told

    def _sittings(self, told):
        found, times = [], Counter()
        bare_only = all(one.bare for one in told.values())
        for heading, one in told.items():
            if one.bare and not bare_only:
                continue  # a summary beside the meetings themselves
            sitting = self._by_hand(heading, one) or self._sitting(heading, self._in_title(one))
            if sitting:
                times[sitting.session, sitting.on, sitting.part] += 1
                order = times[sitting.session, sitting.on, sitting.part]
                found.append(Sitting(**{**vars(sitting), "order": order}))
        return self._without_twins(found)

    def _by_hand(self, heading, told):
        """The sitting that the office said the heading to be; None where it said nothing."""
        days = [day for day in (self.days.first, self.days.last) if day]
        meeting = self.by_hand.meeting(heading, self.session, self.days.years, days)
        if meeting is None:
            return None
        number = told.session or self.number or self._number_on(meeting.on)
        if number is None:
            raise NoSession(NO_NUMBER)
        self.set_by_hand.append((heading, meeting))
        return Sitting(heading, number, meeting.on, meeting.part, meeting.name, meeting.kind)

    def _sitting(self, heading, told):
        number = told.session or self.number or self._number_on(self.days.of(told))
        if number is None:
            raise NoSession(NO_NUMBER)
        meetings = list(self.known[number].meetings.all()) if number in self.known else []
        if len(meetings) > 1 and (told.whole or (told.session and not told.name and not told.day)):
            return Sitting(heading, number, meetings[0].on, all_of=tuple(meetings))
        name = "" if told.whole else told.name
        on, part, reason = self._when(told, name, meetings)
        earlier = self.by_hand.earlier(heading)
        if reason:
            self.left_out.append((heading, reason))
            return None
        if earlier and not kind_of(name):
            return Sitting(heading, number, on, told.part or earlier.part, earlier.name, earlier.kind)
        kind = kind_of(name) or (MeetingKind.OTHER if name else MeetingKind.FULL)
        return Sitting(heading, number, on, part, name or UNNAMED, kind)

    def _in_title(self, told):
        """What a bare heading means: the meeting that the titles speak of."""
        if not told.bare:
            return told
        name = next(filter(None, map(meeting_in, self.texts)), "")
        dated = [read_heading(Heading(0, (text,))) for text in self.texts if years_of([text])]
        part = next((one.part for one in dated if one.day), "")
        return Told(part=part, name=name, whole=not (name or (part and self.days.only)))

    def _without_twins(self, sittings):
        """Leave out a second column of the same meeting."""
        seen, kept = set(), []
        for one in sittings:
            key = (one.session, one.on, one.part, plain(one.name), bool(one.all_of))
            if key in seen:
                self.left_out.append((one.heading, "与前面的一栏是同一场会议"))
            else:
                seen.add(key)
                kept.append(one)
        return kept

    def _number_on(self, day):
        """The session within whose days a date falls, where nothing else tells."""
        for session in self.known.values() if day else ():
            if session.starts_on <= day <= (session.ends_on or session.starts_on):
                return session.number
        return None

    def _when(self, told, name, meetings):
        """(day, part, "") of a heading, or (None, "", why it has none)."""
        on = self.days.of(told)
        if on:
            return on, told.part or DayPart.WHOLE, ""
        if told.day:
            return None, "", NO_YEAR if told.month else NO_MONTH
        same = _meant(name, meetings) if name or len(meetings) == 1 else []
        if len(same) == 1 and told.part in ("", same[0].part):
            return same[0].on, told.part or same[0].part, ""
        day = self.days.only
        return (day, told.part or DayPart.WHOLE, "") if day else (None, "", UNDATED)


def _only_year(headings):
    """[the year that the headings tell], where it is one: a first heading tells it for those behind it."""
    years = {read_heading(heading).year for heading in headings} - {None}
    return [*years] if len(years) == 1 else []


def _meant(name, meetings):
    """The meetings that a name may mean: so named ones, the opening, the closing, the one of its kind."""
    if not name:
        return meetings
    same = [meeting for meeting in meetings if same_name(meeting.name, name)]
    kind = kind_of(name)
    of_kind = [meeting for meeting in meetings if meeting.kind == kind]
    if same or not of_kind:
        return same
    if OPENING.search(name):
        return of_kind[:1]
    if CLOSING.search(name):
        return of_kind[-1:]
    return of_kind if kind != MeetingKind.FULL or plain(name) == ANY_FULL else []
