"""What meetings put on the desks."""

from datetime import timedelta

from django.db.models import Count
from django.urls import reverse

from congress import clock, desk
from congress.calendar import chinese_date
from congress.desk import Waiting, WaitingItem, amber_days_for, first_lines, light_of
from congress.models import Meeting
from deputies.enums import Mark
from deputies.models import Attendance


AHEAD = timedelta(days=14)


@desk.register
def rolls_to_complete(user):
    """Meetings of past days of the office's own congress with lines that nobody has marked."""
    if not user.is_office:
        return
    open_lines = Attendance.objects.due().filter(
        mark=Mark.UNRECORDED,
        meeting__on__lt=clock.today(),
        meeting__session__term__jurisdiction=user.jurisdiction_id,
    )
    meetings = Meeting.objects.filter(attendances__in=open_lines).annotate(open_lines=Count("attendances"))
    ordered = meetings.select_related("session__term__jurisdiction").order_by("on", "part", "order", "pk")
    yield first_lines(ordered, _to_complete, url=reverse("deputies:session_list"))


def _to_complete(meeting):
    return WaitingItem(
        title=f"登记出勤：{meeting.session}{meeting.name}",
        about=f"{chinese_date(meeting.on)}{meeting.when}，{meeting.open_lines}名代表还没有登记",
        action="登记出勤",
        url=meeting.get_absolute_url(),
    )


@desk.register
def own_meetings(user):
    """A deputy's meetings of today and of the next two weeks."""
    if not user.is_deputy:
        return
    today, amber_days = clock.today(), amber_days_for(user)
    lines = Attendance.objects.visible_to(user).filter(meeting__on__range=(today, today + AHEAD))
    lines = lines.exclude(mark=Mark.EXCUSED).select_related("meeting__session__term__jurisdiction")
    yield Waiting(lines, lambda: [_to_attend(line.meeting, today, amber_days) for line in lines])


def _to_attend(meeting, today, amber_days):
    hour = f"{meeting.starts_at:%H:%M}" if meeting.starts_at else ""
    when = f"{chinese_date(meeting.on)}{meeting.when}{hour}"
    return WaitingItem(
        title=f"{'今天有会' if meeting.on == today else '参加会议'}：{meeting.session}{meeting.name}",
        about="，".join(filter(None, [when, meeting.place or meeting.session.place])),
        action="查看",
        url=reverse("deputies:my_meetings"),
        due_on=meeting.on,
        light=light_of(meeting.on, amber_days),
    )
