"""The rolls of meetings: this module alone adds their lines and sets their marks.

A line stays what it is when the seat's days change: whether it counts follows from those days, by
:meth:`deputies.models.attendance.AttendanceQuerySet.due`.
"""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from simple_history.utils import bulk_update_with_history

from congress import clock
from congress.calendar import chinese_date
from congress.enums import MeetingKind, SessionBody
from congress.models import Meeting
from congress.workflow import whole
from deputies import rules
from deputies.enums import Mark, MarkedBy, Post
from deputies.models import Attendance, Leave, Seat, SeatPost


CORRECTED_FREELY = timedelta(days=1)
ATTENDED = (Mark.PRESENT, Mark.ABSENT)  # what shows only on the day
MARK_FIELDS = ("mark", "note", "marked_by", "recorder", "marked_at")
MEMBERS = {SessionBody.STANDING_COMMITTEE: Post.on_committee, SessionBody.PRESIDIUM: Post.of_towns}


def open_roll(meeting):
    """Add the missing lines of those whose meeting it is; return how many.

    Meetings of the congress that every deputy attends have a line for each seat in office on the day,
    meetings of a standing committee or of a town's presidium one for each of its members; to others people
    are called by name. It may be called again and again.
    """
    missing = members_of(meeting).exclude(attendances__meeting=meeting)
    excused = _excused(meeting)
    return _add(_line(meeting, seat, seat.pk in excused) for seat in missing)


def members_of(meeting):
    """The seats that are on a meeting's roll without being called, confirmed by then (选举法第四十七条)."""
    session = meeting.session
    seats = Seat.objects.filter(term=session.term_id).in_office(meeting.on)
    seats = seats.exclude(confirmed_on__gt=meeting.on)
    if session.body == SessionBody.CONGRESS:
        return seats if meeting.kind in MeetingKind.for_all else seats.none()
    posts = SeatPost.objects.on(meeting.on).filter(post__in=MEMBERS[session.body])
    return seats.filter(pk__in=posts.values("seat"))


def enter_seats(seats, *, after=date.min):
    """Add the seats' missing lines in the meetings of their congress that fall into their days.

    Return how many. Who was elected later takes part from the day on which that was confirmed
    (选举法第四十七条); ``after``: only later meetings, for seats that have come to last longer.
    """
    meetings = Meeting.objects.filter(
        session__term__in={seat.term_id for seat in seats},
        session__body=SessionBody.CONGRESS,
        kind__in=MeetingKind.for_all,
        on__gt=after,
    ).select_related("session")
    listed = set(Attendance.objects.filter(seat__in=seats).values_list("meeting", "seat"))
    missing = [
        (meeting, seat)
        for seat in seats
        for meeting in meetings
        if meeting.session.term_id == seat.term_id
        and (meeting.pk, seat.pk) not in listed
        and (seat.confirmed_on is None or meeting.on >= seat.confirmed_on)
        and seat.in_office(meeting.on)
    ]
    excused = {meeting: _excused(meeting) for meeting in {meeting for meeting, _ in missing}}
    return _add(_line(meeting, seat, seat.pk in excused[meeting]) for meeting, seat in missing)


def call(meeting, seats, *, nonvoting=False):
    """Put named seats on the roll of a meeting, ``nonvoting`` ones as 列席; return how many were added.

    Who is on it already stays as he is. Raises ``ValidationError`` naming who is not in office on the day.
    """
    seats = list(seats)
    out = [seat.deputy.name for seat in seats if not seat.in_office(meeting.on)]
    if out:
        raise ValidationError(f"{'、'.join(out)}在会议当天不在任，不能列入名单。")
    listed = set(meeting.attendances.values_list("seat", flat=True))
    return _add(
        Attendance(meeting=meeting, seat=seat, nonvoting=nonvoting) for seat in seats if seat.pk not in listed
    )


def strike(attendance):
    """Take off the roll somebody who was called by name and has not been marked."""
    if not attendance.nonvoting and members_of(attendance.meeting).filter(pk=attendance.seat_id).exists():
        raise ValidationError(f"{attendance.seat.deputy.name}应当出席这场会议，不能移出名单。")
    if attendance.mark != Mark.UNRECORDED:
        raise ValidationError(f"{attendance.seat.deputy.name}已登记出勤，不能移出名单。")
    attendance.delete()


@whole
def discard(meeting):
    """Delete a meeting that was entered by mistake, with its roll; the agenda stays with the session.

    Raises ``ValidationError`` where somebody is marked, has leave from it or spoke at it.
    """
    if meeting.attendances.exclude(mark=Mark.UNRECORDED).exists():
        raise ValidationError("这场会议已有出勤登记，不能删除；登记错了的，请修改会议。")
    if meeting.speeches.exists() or meeting.leaves.exists():
        raise ValidationError("这场会议已有发言或者请假的登记，不能删除；登记错了的，请修改会议。")
    meeting.attendances.all().delete()
    meeting.agenda.update(meeting=None)
    meeting.delete()


def mark(attendance, mark, *, by, how, note="", reason=""):
    """Set the mark of one line; as :func:`mark_many`."""
    mark_many(attendance.meeting, {attendance.seat_id: (mark, note)}, by=by, how=how, reason=reason)
    attendance.refresh_from_db()


@whole
def mark_many(meeting, marks, *, by, how, reason=""):
    """Set the marks of a meeting's roll, all or none, with their history; return how many changed.

    ``marks`` is {seat pk: (:class:`Mark`, note)}, ``how`` a :class:`MarkedBy`. What somebody marked more than
    a day ago is corrected by hand only with a ``reason``. Raises ``ValidationError`` for seats that are not
    on the roll or not in office on the day, and for who came or stayed away before the day of the meeting;
    ``PermissionDenied`` when the person may not.
    """
    found = list(
        Attendance.objects.select_for_update(of=("self",))
        .filter(meeting=meeting, seat__in=marks)
        .select_related("seat__deputy", "seat__term")
    )
    _check_person(by, how, meeting, found)
    _check_lines(meeting, found, marks)
    changed = [line for line in found if (line.mark, line.note) != marks[line.seat_id]]
    if not has_come(meeting) and any(marks[line.seat_id][0] in ATTENDED for line in changed):
        day = chinese_date(meeting.on)
        raise ValidationError(f"会议{day}才开，出席、缺席到开会当天再登记；现在可以登记请假。")
    if how == MarkedBy.HAND and not reason.strip() and any(needs_reason(line) for line in changed):
        raise ValidationError("登记已过一天，更正要写明理由。")
    for line in changed:
        line.mark, line.note = marks[line.seat_id]
        line.marked_by, line.recorder, line.marked_at = how, by, clock.now()
    bulk_update_with_history(
        changed,
        Attendance,
        MARK_FIELDS,
        default_user=by,
        default_change_reason=reason.strip() or MarkedBy(how).label,
        default_date=clock.now(),
    )
    return len(changed)


def has_come(meeting):
    """Whether the day of a meeting has come, so that one can tell who is there."""
    return meeting.on <= clock.today()


def _excused(meeting):
    """The keys of the seats that have leave from the meeting."""
    return set(Leave.objects.granted().covering(meeting).values_list("seat", flat=True))


def _line(meeting, seat, excused):
    """A new line; of who has leave from the whole session it says so at once."""
    if not excused:
        return Attendance(meeting=meeting, seat=seat)
    return Attendance(
        meeting=meeting,
        seat=seat,
        mark=Mark.EXCUSED,
        marked_by=MarkedBy.LEAVE,
        marked_at=clock.now(),
    )


def _add(lines):
    return len(Attendance.objects.bulk_create(lines))


def needs_reason(line):
    """Whether the line was marked more than a day ago."""
    return line.mark != Mark.UNRECORDED and clock.now() - line.marked_at > CORRECTED_FREELY


def _check_person(by, how, meeting, lines):
    """A mark by hand is the office's; one by the code in the hall, the deputy's own."""
    if how == MarkedBy.HAND and not rules.can_keep_roll(by, meeting):
        raise PermissionDenied("您不能登记这次会议的出勤。")
    if how == MarkedBy.QR and not all(rules.is_own_line(by, line) for line in lines):
        raise PermissionDenied("您只能为自己签到。")


def _check_lines(meeting, lines, marks):
    missing = marks.keys() - {line.seat_id for line in lines}
    if missing:
        names = Seat.objects.filter(pk__in=missing).values_list("deputy__name", flat=True)
        raise ValidationError(f"{'、'.join(names)}不在这次会议的名单上，请先列入名单。")
    out = [line.seat.deputy.name for line in lines if not line.seat.in_office(meeting.on)]
    if out:
        raise ValidationError(f"{'、'.join(out)}在会议当天不在任，不登记出勤。")
