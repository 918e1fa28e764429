"""The sessions and meetings that the columns of an attendance sheet stand for: found, or made."""

from datetime import timedelta

from congress.enums import SessionBody, SessionKind
from congress.models import Meeting, Session
from deputies.registers.meetings import UNNAMED, same_name


# Within these days after a session its proposals are with the units (domain.md D2).
SOON_AFTER = timedelta(days=60)


class Sessions:
    """Finds the sessions and meetings of Sittings, and makes those that are missing."""

    def __init__(self, sittings):
        self.term = sittings.term
        self.known = sittings.known
        self.made = False

    def meetings(self, sittings):
        """The Meetings of each heading: one, or all of a session."""
        by_number = {}
        for one in sittings:
            if not one.all_of:
                by_number.setdefault(one.session, []).append(one)
        found = {one.heading: [*one.all_of] for one in sittings if one.all_of}
        return found | {
            one.heading: [meeting]
            for number, ones in by_number.items()
            for one, meeting in zip(ones, self._of_session(number, ones), strict=True)
        }

    def _of_session(self, number, sittings):
        session = self._session(number, [one.on for one in sittings])
        known = list(session.meetings.all())
        return [self._meeting(session, one, sittings, known) for one in sittings]

    def _session(self, number, days):
        """The session of that number, its days widened to hold the meetings."""
        session = self.known.get(number) or self._provisional(number, days)
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

    def _provisional(self, number, days):
        """The session that a ledger of proposals told of, without knowing its number or its days; or None."""
        latest = max(days) + SOON_AFTER
        for known in self.known.values():
            told = known.starts_on <= latest and known.starts_on >= min(days)
            if told and known.ends_on is None and not known.meetings.exists():
                del self.known[known.number]
                self.known[number], known.number = known, number
                known.kind = SessionKind.TURNOVER if number == 1 else known.kind
                known.save()
                self.made = True
                return known
        return None

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
