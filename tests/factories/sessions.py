"""Sessions, their meetings and rolls. Marks come onto a roll by ``deputies/rolls.py``."""

from datetime import date, datetime, time

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from congress import clock
from congress.enums import MeetingKind
from congress.models import AgendaItem, Meeting, Session
from deputies import rolls
from deputies.enums import MarkedBy
from deputies.models import Attendance, Speech
from tests.factories.congress import TermFactory, UserFactory


class SessionFactory(DjangoModelFactory):
    """A session of the congress itself, in January 2025."""

    class Meta:
        model = Session

    term = factory.SubFactory(TermFactory)
    number = factory.Sequence(lambda n: n + 1)
    starts_on = date(2025, 1, 8)


class MeetingFactory(DjangoModelFactory):
    """A full meeting on the session's first day; its roll is not opened yet."""

    class Meta:
        model = Meeting

    session = factory.SubFactory(SessionFactory)
    kind = MeetingKind.FULL
    name = factory.Sequence(lambda n: f"第{n}次全体会议")
    on = factory.SelfAttribute("session.starts_on")


class AgendaItemFactory(DjangoModelFactory):
    class Meta:
        model = AgendaItem

    session = factory.SubFactory(SessionFactory)
    title = "听取和审议政府工作报告"


class SpeechFactory(DjangoModelFactory):
    class Meta:
        model = Speech

    topic = "审议政府工作报告"
    minutes = 5
    recorder = factory.SubFactory(UserFactory)


def meeting_of(term, **fields):
    """A full meeting of the term's congress with its roll open."""
    meeting = MeetingFactory(session__term=term, **fields)
    rolls.open_roll(meeting)
    return meeting


def line_of(seat, meeting=None, **fields):
    """The seat's line on the roll of ``meeting``, or of a new one of its congress."""
    meeting = meeting or meeting_of(seat.term, **fields)
    return Attendance.objects.get(meeting=meeting, seat=seat)


def marked(line, mark, *, note=""):
    """The line with a mark, as the attendance sheet brings it on the day of the meeting at the earliest."""
    noon = datetime.combine(line.meeting.on, time(12), timezone.get_default_timezone())
    with clock.at(max(clock.now(), noon)):
        rolls.mark(line, mark, by=None, how=MarkedBy.REGISTER, note=note)
    return line
