"""From what leave may be asked: the coming meetings and activities of a deputy, those of an office."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse

from congress import clock
from congress.models import Session
from deputies import leave as terms
from deputies.enums import ActivityStatus, LeaveStatus, ParticipationStatus
from deputies.models import Activity, Leave, Participation, Seat


# Paper requests are entered until so long after the event.
DAYS_BACK = 60


@dataclass(frozen=True)
class Event:
    """A session or an activity with the address of its form; ``meetings`` have addresses of their own."""

    title: str
    starts_on: date
    ends_on: date
    place: str
    url: str
    leave: Leave | None = None  # the request that stands, if any
    meetings: tuple = ()


def sessions_for(user):
    """The sessions from which the user may ask leave or enter it: a deputy's own, an office's area."""
    sessions = Session.objects.select_related("term__jurisdiction__parent")
    if user.is_deputy:
        return sessions.filter(term__in=Seat.objects.filter(deputy__user=user).values("term"))
    return sessions.filter(pk__in=Session.objects.visible_to(user).values("pk"))


def coming_for(user, leaves):
    """What is before a deputy, and what he may still ask leave from afterwards by the office's rule.

    ``leaves`` are his requests: what one stands for is told.
    """
    since = clock.today() - timedelta(days=user.office_rules.late_leave_days)
    standing = [leave for leave in leaves if leave.status in LeaveStatus.standing]
    sessions = _sessions(user, since, {leave.session_id: leave for leave in standing})
    activities = _activities(user, since, {leave.activity_id: leave for leave in standing})
    return sorted([*sessions, *activities], key=lambda event: event.starts_on)


def _sessions(user, since, asked):
    seats = {
        seat.term_id: seat for seat in Seat.objects.filter(deputy__user=user).select_related("term", "deputy")
    }
    called = terms.called_to(seat.pk for seat in seats.values())
    found = Session.objects.filter(term__in=seats).filter(Q(ends_on__gte=since) | Q(starts_on__gte=since))
    for session in found.select_related("term__jurisdiction").prefetch_related("meetings"):
        seat = seats[session.term_id]
        due = terms.meetings_due(seat, session, called[seat.pk])
        open_for = [meeting for meeting in due if meeting.on >= since]
        if open_for or session.is_of_congress and not session.meetings.all():
            url = reverse("deputies:leave_session", args=[session.pk])
            yield Event(
                title=str(session),
                starts_on=session.starts_on,
                ends_on=session.ends_on or session.starts_on,
                place=session.place,
                url=url,
                leave=asked.get(session.pk),
                meetings=tuple((meeting, f"{url}?meeting={meeting.pk}") for meeting in open_for),
            )


def _activities(user, since, asked):
    invited = Participation.objects.filter(
        seat__deputy__user=user,
        status__in=terms.ENTRY_EXCUSABLE,
        activity__status=ActivityStatus.PLANNED,
        activity__ends_on__gte=since,
    )
    for entry in invited.select_related("activity"):
        if entry.status == ParticipationStatus.INVITED or entry.activity.ends_on < clock.today():
            yield _of_activity(entry.activity, asked)


def _of_activity(activity, asked=None):
    return Event(
        title=activity.title,
        starts_on=activity.starts_on,
        ends_on=activity.ends_on,
        place=activity.place,
        url=reverse("deputies:leave_activity", args=[activity.pk]),
        leave=(asked or {}).get(activity.pk),
    )


def standing_from(meetings):
    """The requests that are handed in and wait: {(seat, meeting): leave}, of all seats."""
    sessions = {}
    for meeting in meetings:
        sessions.setdefault(meeting.session_id, []).append(meeting.pk)
    waiting = Leave.objects.filter(session__in=sessions, status=LeaveStatus.SUBMITTED)
    found = {}
    for leave in waiting.prefetch_related("meetings"):
        chosen = {meeting.pk for meeting in leave.meetings.all()}
        for meeting in sessions[leave.session_id]:
            if not chosen or meeting in chosen:
                found[leave.seat_id, meeting] = leave
    return found


def of_office(user):
    """The sessions and activities of an office for which it may enter requests, the latest first."""
    since = clock.today() - timedelta(days=DAYS_BACK)
    sessions = sessions_for(user).filter(Q(ends_on__gte=since) | Q(starts_on__gte=since))
    activities = Activity.objects.filter(jurisdiction=user.jurisdiction_id, ends_on__gte=since)
    waiting = Participation.objects.filter(status__in=terms.ENTRY_EXCUSABLE).values("activity")
    found = [_of_activity(activity) for activity in activities.filter(pk__in=waiting)]
    for session in sessions:
        found.append(
            Event(
                title=str(session),
                starts_on=session.starts_on,
                ends_on=session.ends_on or session.starts_on,
                place=session.place,
                url=reverse("deputies:leave_session", args=[session.pk]),
            )
        )
    return sorted(found, key=lambda event: event.starts_on, reverse=True)


def of_own_office(user):
    """The requests that the user's own office decides."""
    own = Q(session__term__jurisdiction=user.jurisdiction_id) | Q(activity__jurisdiction=user.jurisdiction_id)
    return Leave.objects.visible_to(user).filter(own)


def to_record(user):
    """Decided leaves of an office whose session or activity is over and that are not filed yet."""
    today = clock.today()
    over = Q(activity__ends_on__lt=today) | Q(session__ends_on__lt=today)
    over |= Q(session__ends_on__isnull=True, session__starts_on__lt=today)
    decided = of_own_office(user).filter(status__in=(LeaveStatus.APPROVED, LeaveStatus.REFUSED))
    return decided.filter(over).with_places()
