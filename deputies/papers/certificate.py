"""A certificate of duty attendance for a deputy's employer (代表法第四十条、第四十一条, domain.md B56)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from congress import clock, pdf
from congress.calendar import chinese_date
from congress.enums import DayPart
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
    last = min(last, clock.today())
    found = [*_sessions(seat, first, last), *_activities(seat, first, last)]
    return sorted(found, key=lambda duty: (duty.first, duty.last, duty.text))


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


def _sessions(seat, first, last):
    """The sessions whose meetings he attended, those of one session together."""
    lines = Attendance.objects.filter(seat=seat, mark=Mark.PRESENT, meeting__on__range=(first, last))
    lines = lines.select_related("meeting__session__term__jurisdiction").order_by(
        "meeting__session", "meeting__on", "meeting__part"
    )
    for (session, nonvoting), attended in groupby(
        sorted(lines, key=lambda line: (line.meeting.session_id, line.nonvoting)),
        key=lambda line: (line.meeting.session, line.nonvoting),
    ):
        meetings = [line.meeting for line in attended]
        days = [meeting.on for meeting in meetings]
        verb = "列席" if nonvoting else "出席"
        yield Duty(min(days), max(days), f"{verb}{session}", _days_of(meetings))


def _days_of(meetings):
    """Half a day for each half on which there was a meeting, and never more than one a day."""
    parts = {}
    for meeting in meetings:
        parts.setdefault(meeting.on, set()).add(meeting.part)
    return sum(WHOLE if DayPart.WHOLE in found else min(WHOLE, HALF * len(found)) for found in parts.values())


def _activities(seat, first, last):
    entries = Participation.objects.verified().filter(seat=seat, activity__starts_on__range=(first, last))
    for entry in entries.select_related("activity__kind"):
        activity = entry.activity
        text = f"参加{activity.kind}：{activity.title}"
        yield Duty(activity.starts_on, activity.ends_on, text, activity.days or Decimal(0))
