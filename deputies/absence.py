"""Sessions missed without leave (代表法第六十二条第三项; domain.md B55): a warning at one, a proposal at two.

Nothing follows by itself: the office opens a case, people decide it.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, F, Max, Q

from congress import clock
from congress.models import Session
from deputies.enums import LeaveStatus, Mark
from deputies.models import Attendance, Leave, Seat


# 未经批准两次不出席本级人民代表大会会议.
ENDING = 2


@dataclass(frozen=True)
class SessionMarks:
    """What the rolls of one session say of a seat: how many lines were due, and their marks."""

    session: Session
    due: int
    present: int
    absent: int
    excused: int

    @property
    def whole(self):
        """Whether every due line is an absence; only such a session counts."""
        return self.absent == self.due

    @property
    def unrecorded(self):
        return self.due - self.present - self.absent - self.excused

    @property
    def is_missed(self):
        """Whether a part was missed of a session of the congress that is over."""
        last = self.session.ends_on or self.session.starts_on
        last = max(filter(None, [last, self.session.last_meeting]))
        return self.session.is_of_congress and self.absent > 0 and last < clock.today()


def by_session(lines, **having):
    """What the due ones of the roll's ``lines`` say, session by session: {seat: [SessionMarks]}.

    ``having`` limits the counts, as ``absent__gt=0``. Two queries, however many there are.
    """
    rows = list(
        lines.due()
        .order_by()
        .values("seat", "meeting__session")
        .annotate(
            due=Count("pk"),
            present=Count("pk", filter=Q(mark=Mark.PRESENT)),
            absent=Count("pk", filter=Q(mark=Mark.ABSENT)),
            excused=Count("pk", filter=Q(mark=Mark.EXCUSED)),
        )
        .filter(**having)
    )
    sessions = (
        Session.objects.filter(pk__in={row["meeting__session"] for row in rows})
        .select_related("term__jurisdiction")
        .annotate(last_meeting=Max("meetings__on"))
        .in_bulk()
    )
    found = defaultdict(list)
    for row in sorted(rows, key=lambda row: sessions[row["meeting__session"]].starts_on):
        seat, session = row.pop("seat"), sessions[row.pop("meeting__session")]
        found[seat].append(SessionMarks(session, **row))
    return found


def missed_by(seats):
    """The sessions that are over and of which the seats missed at least a part: {seat: [SessionMarks]}.

    ``seats`` is a queryset or keys. Two queries, however many there are.
    """
    lines = Attendance.objects.of_congress().filter(seat__in=seats)
    marks = by_session(lines.filter(meeting__session__term=F("seat__term")), absent__gt=0)
    found = defaultdict(list)
    for seat, sessions in marks.items():
        if missed := [one for one in sessions if one.is_missed]:
            found[seat] = missed
    return found


def counted(missed):
    """Those that count: missed from the first meeting to the last, none of it with leave."""
    return [one for one in missed if one.whole]


def absences_in(seats):
    """The lines by which the seats stayed away from meetings of the congress without leave."""
    return Attendance.objects.of_congress().due().filter(seat__in=seats, mark=Mark.ABSENT)


def held_by(user):
    """The seats of the office's own congress that are held now; of a street, those elected there."""
    return Seat.objects.whole_of(user.jurisdiction).in_office(clock.today())


def watched_by(user):
    """The seats of :func:`held_by` that missed anything: [(seat, missed)], the most serious first, then in
    stroke order.
    """
    missed = missed_by(held_by(user).values("pk"))
    seats = Seat.objects.filter(pk__in=missed).select_related(
        "deputy", "term__jurisdiction__parent", "constituency__town", "delegation"
    )
    rows = [(seat, missed[seat.pk]) for seat in seats.in_stroke_order()]
    return sorted(rows, key=lambda row: -len(counted(row[1])))


def facts_of(seat):
    """What the rolls say, session by session, to be frozen in a case: a list that JSON can keep."""
    facts = []
    for missed in counted(missed_by([seat.pk])[seat.pk]):
        lines = Attendance.objects.due().filter(seat=seat, meeting__session=missed.session)
        facts.append(
            {
                "session": str(missed.session),
                "starts_on": missed.session.starts_on.isoformat(),
                "meetings": [
                    {"meeting": str(line.meeting), "mark": line.get_mark_display()}
                    for line in lines.select_related("meeting")
                ],
                "leave": _leave_sentence(seat, missed.session),
            }
        )
    return facts


def undecided_leave(seat):
    """A request of the seat that nobody has decided yet, from a session that is over; None."""
    waiting = Leave.objects.filter(seat=seat, status=LeaveStatus.SUBMITTED, session__isnull=False)
    return waiting.filter(session__starts_on__lt=clock.today()).first()


def _leave_sentence(seat, session):
    refused = Leave.objects.filter(seat=seat, session=session, granted=False)
    return "请过假，没有批准" if refused.exists() else "没有请假"
