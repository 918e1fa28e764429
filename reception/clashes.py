"""What reception days clash with: sessions, activities, another day at the same place (domain.md E3, B78)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F
from django.db.models.functions import Coalesce

from congress.calendar import short_date
from congress.models import Jurisdiction, Meeting, Session
from deputies.enums import ActivityStatus
from deputies.models import Activity


@dataclass(frozen=True)
class Clash:
    """Something else on the day: what, from when until when, and its page."""

    what: str
    first: date
    last: date
    url: str = ""

    @property
    def sentence(self):
        """区人大双月活动日（2月20日）; a session of several days names both ends."""
        until = f"至{short_date(self.last)}" if self.last != self.first else ""
        return f"{self.what}（{short_date(self.first)}{until}）"


def clashes_of(days, user, jurisdiction):
    """For each of ``days`` of one jurisdiction a tuple of what ``user`` may know of to clash with it.

    ``days`` are planned or reception days: they have ``date``, ``rule_date`` and ``place``. Sessions and
    activities are those of the place and of its district, whose deputies receive there. Three queries.
    """
    if not days:
        return []
    first, last = min(day.date for day in days), max(day.date for day in days)
    events = [*_sessions(user, jurisdiction, first, last), *_activities(user, jurisdiction, first, last)]
    return [
        (
            *(event for event in events if event.first <= day.date <= event.last),
            *(_beside(other) for other in days if _same_place(day, other)),
        )
        for day in days
    ]


def _own_and_district(jurisdiction):
    return Jurisdiction.objects.filter(pk__in=[jurisdiction.pk, jurisdiction.district.pk]).values("pk")


def _sessions(user, jurisdiction, first, last):
    """Sessions by their days, and meetings that lie outside them."""
    here = {"jurisdiction__in": _own_and_district(jurisdiction)}
    sessions = Session.objects.visible_to(user).filter(
        **{f"term__{path}": value for path, value in here.items()}
    )
    sessions = sessions.annotate(last=Coalesce("ends_on", "starts_on")).select_related("term__jurisdiction")
    for session in sessions.filter(starts_on__lte=last, last__gte=first).order_by("starts_on", "pk"):
        yield Clash(str(session), session.starts_on, session.last, session.get_absolute_url())
    meetings = Meeting.objects.visible_to(user).filter(
        **{f"session__term__{path}": value for path, value in here.items()}, on__range=(first, last)
    )
    outside = meetings.exclude(
        on__gte=F("session__starts_on"), on__lte=Coalesce("session__ends_on", "session__starts_on")
    )
    for meeting in outside.select_related("session__term__jurisdiction").order_by("on", "pk"):
        yield Clash(f"{meeting.session}{meeting.name}", meeting.on, meeting.on, meeting.get_absolute_url())


def _activities(user, jurisdiction, first, last):
    activities = Activity.objects.visible_to(user).filter(
        jurisdiction__in=_own_and_district(jurisdiction), starts_on__lte=last, ends_on__gte=first
    )
    activities = activities.exclude(status=ActivityStatus.CANCELLED).select_related("kind", "jurisdiction")
    for activity in activities.order_by("starts_on", "pk").distinct():
        what = f"{activity.jurisdiction}{activity.kind}：{activity.title}"
        yield Clash(what, activity.starts_on, activity.ends_on, activity.get_absolute_url())


def _same_place(day, other):
    same = other is not day and (other.place, other.date) == (day.place, day.date)
    return same and other.rule_date != day.rule_date


def _beside(other):
    return Clash(f"同一地点应于{short_date(other.rule_date)}接待的", other.date, other.date)
