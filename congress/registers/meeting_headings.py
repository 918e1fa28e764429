"""Headings that stand for a meeting, set by hand: kept once for the office, the day for each session."""

from datetime import timedelta

from congress.models import HeadingMapping, MeetingMapping
from congress.registers.importer import importer_of
from congress.registers.register import plain
from congress.registers.trail import told


NEAR = timedelta(days=60)


def map_heading(office, kind, heading, key):
    """Store what a heading means to an office; another writing of it means that from now on, too."""
    known = HeadingMapping.objects.filter(jurisdiction=office, kind=kind).values_list("heading", flat=True)
    same = [written for written in known if plain(written) == plain(heading)]
    for written in same or [heading]:
        mapping, is_new = HeadingMapping.objects.update_or_create(
            jurisdiction=office, kind=kind, heading=written, defaults={"key": key}
        )
        if key != HeadingMapping.MEETING:
            told(mapping, is_new, importer_of(kind).label_of_column(key))
    return mapping


def set_meeting(office, kind, heading, session="", *, details):
    """Remember which meeting a heading stands for in a session: the fields of its MeetingMapping."""
    mapping = map_heading(office, kind, heading, HeadingMapping.MEETING)
    if session:
        mapping.meetings.filter(session="").delete()
    meeting, is_new = MeetingMapping.objects.update_or_create(
        heading=mapping, session=session, defaults=details
    )
    told(mapping, is_new, meeting)


class MeetingHeadings:
    """The headings of a kind of register that the office that imports, or its district, said to be meetings.

    What the office said itself goes first, and it claims only that.
    """

    def __init__(self, office, kind):
        found = HeadingMapping.objects.filter(kind=kind, key=HeadingMapping.MEETING)
        self.known, self.own = {}, set()
        for mapping in found.prefetch_related("meetings").binding(office):
            meetings = list(mapping.meetings.all())
            known = self.known.setdefault(plain(mapping.heading), [])
            known[:0] = meetings
            if mapping.jurisdiction_id == office.pk:
                self.own.update(meetings)

    def meeting(self, heading, session, years=(), days=()):
        """The MeetingMapping of a heading in a session; None where its day has to be told.

        One that no sheet has claimed yet counts if its day is of the ``years`` and near the ``days`` that the
        sheet tells; an own one is the session's from then on.
        """
        known = self.known.get(plain(heading.text), [])
        for meeting in known:
            if meeting.session == session:
                return meeting
        for meeting in known:
            if meeting.session == "" and _fits(meeting.on, years, days):
                if meeting in self.own:
                    meeting.session = session
                    meeting.save(update_fields=["session"])
                return meeting
        return None

    def earlier(self, heading):
        """What was said of a heading for another session, the latest one; None."""
        known = self.known.get(plain(heading.text), [])
        return max(known, key=lambda meeting: (meeting in self.own, meeting.on), default=None)


def _fits(on, years, days):
    of_year = not years or on.year in years
    return of_year and (not days or min(abs(on - day) for day in days) <= NEAR)
