"""A certificate of duty attendance for a deputy's employer (代表法第四十条、第四十一条, domain.md B56)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from congress import clock, pdf
from congress.calendar import chinese_date
from congress.enums import DayPart
from congress.models import Session
from deputies.enums import Mark
from deputies.models import Attendance, Participation


HALF, WHOLE = Decimal("0.5"), Decimal(1)


@dataclass(frozen=True)
class Duty:
    """A session or an activity that the deputy attended: its days, and how many of them it took."""

    first: date
    last: date
    text: str
    days: Decimal
    record: object  # the session, or the entry of the activity

    @property
    def is_session(self):
        return isinstance(self.record, Session)

    @property
    def when(self):
        """2025年1月12日, or 2025年1月12日至1月14日."""
        if self.first == self.last:
            return chinese_date(self.first)
        last = chinese_date(self.last)
        return f"{chinese_date(self.first)}至{last.removeprefix(f'{self.first.year}年')}"


def duties_of(seat, first, last):
    """What the seat's deputy verifiably attended from ``first`` to ``last``, by day: [Duty, …].

    Nothing after today counts.
    """
    return duties_by_seat([seat], first, last)[seat.pk]


def duties_by_seat(seats, first, last, *, counts=lambda seat, day: True):
    """The same of many seats in two queries: {seat key: [Duty, …]}; only days that ``counts(seat, day)``.

    An activity counts by the day on which it begins.
    """
    last, by_key = min(last, clock.today()), {seat.pk: seat for seat in seats}
    found = {pk: [] for pk in by_key}
    lines = Attendance.objects.filter(seat__in=by_key, mark=Mark.PRESENT, meeting__on__range=(first, last))
    lines = lines.select_related("meeting__session__term__jurisdiction").order_by(
        "seat", "meeting__session", "meeting__on", "meeting__part"
    )
    attended = [line for line in lines if counts(by_key[line.seat_id], line.meeting.on)]
    for pk, own in groupby(attended, key=lambda line: line.seat_id):
        found[pk] += _sessions(own)
    entries = Participation.objects.verified().filter(
        seat__in=by_key, activity__starts_on__range=(first, last)
    )
    for entry in entries.select_related("activity__kind"):
        if counts(by_key[entry.seat_id], entry.activity.starts_on):
            found[entry.seat_id].append(_activity(entry))
    for duties in found.values():
        duties.sort(key=lambda duty: (duty.first, duty.last, duty.text))
    return found


def certificate_pdf(seat, employer, duties, *, on):
    """The certificate as the bytes of a PDF, dated ``on``, with room for the seal."""
    context = {
        "seat": seat,
        "employer": employer,
        "duties": duties,
        "total": sum(duty.days for duty in duties),
        "on": on,
        "seal": True,
    }
    return pdf.render("deputies/pdf/certificate.html", context)


def _sessions(lines):
    """The sessions of a seat's lines, those of one session together."""
    for (session, nonvoting), attended in groupby(
        sorted(lines, key=lambda line: (line.meeting.session_id, line.nonvoting)),
        key=lambda line: (line.meeting.session, line.nonvoting),
    ):
        meetings = [line.meeting for line in attended]
        days = [meeting.on for meeting in meetings]
        verb = "列席" if nonvoting else "出席"
        yield Duty(min(days), max(days), f"{verb}{session}", _days_of(meetings), session)


def _days_of(meetings):
    """Half a day for each half on which there was a meeting, and never more than one a day."""
    parts = {}
    for meeting in meetings:
        parts.setdefault(meeting.on, set()).add(meeting.part)
    return sum(WHOLE if DayPart.WHOLE in found else min(WHOLE, HALF * len(found)) for found in parts.values())


def _activity(entry):
    activity = entry.activity
    text = f"参加{activity.kind}：{activity.title}"
    return Duty(activity.starts_on, activity.ends_on, text, activity.days or Decimal(0), entry)
