"""Notices on the desks: to approve, to publish again, and late ones for the head of the office."""

from django.db.models import Exists, OuterRef
from django.urls import reverse

from congress import clock, desk
from congress.desk import WaitingItem, amber_days_for, first_lines, light_of
from congress.enums import Role
from congress.models import Jurisdiction
from reception.enums import DayStatus, NoticeStatus
from reception.models import Notice, ReceptionDay, ReceptionDayEvent


# What makes a notice that is posted already untrue.
UNTRUE_BY = ("substitute", "cancel", "exchange")


@desk.register
def late_notices(user):
    """Days of the area that are not announced though they should be: for the leaders above the office."""
    if user.role != Role.LEADER:
        return
    today = clock.today()
    late = ReceptionDay.objects.filter(
        jurisdiction__in=Jurisdiction.objects.within(user.jurisdiction),
        status__in=DayStatus.before_notice,
        notice_due_on__lt=today,
        date__gte=today,
    )
    amber_days = amber_days_for(user)
    yield first_lines(
        late.select_related("jurisdiction").order_by("notice_due_on", "pk"),
        lambda day: WaitingItem(
            title=f"逾期未公告：{day}",
            about=f"{day.jurisdiction}，{day.get_status_display()}",
            action="查看",
            url=day.get_absolute_url(),
            due_on=day.notice_due_on,
            light=light_of(day.notice_due_on, amber_days),
        ),
        url=reverse("reception:day_list"),
        due_field="notice_due_on",
    )


@desk.register
def notices_waiting(user):
    """Drafts that the office approves where its rules want it; days whose posted notice is untrue by now."""
    if user.role not in Role.staff:
        return
    here = {"day__jurisdiction": user.jurisdiction_id}
    amber_days = amber_days_for(user)
    if user.is_office and user.office_rules.notice_approval:
        drafts = Notice.objects.filter(**here, status=NoticeStatus.DRAFT, day__date__gte=clock.today())
        yield first_lines(
            drafts.select_related("day").order_by("day__date", "pk"),
            lambda notice: WaitingItem(
                title=f"审核：{notice}",
                about="公告稿，审核后发布",
                action="审核",
                url=notice.get_absolute_url(),
                due_on=notice.day.notice_due_on,
                light=light_of(notice.day.notice_due_on, amber_days),
            ),
            url=reverse("reception:day_list"),
        )
    yield first_lines(
        _untrue(user.jurisdiction_id).order_by("date", "pk"),
        lambda day: WaitingItem(
            title=f"{'取消公告' if day.status == DayStatus.CANCELLED else '变更公告'}：{day}",
            about="公告发布以后有变动，应当再公告",
            action="查看",
            url=day.get_absolute_url(),
            due_on=day.date,
            light=light_of(day.date, amber_days),
        ),
        url=reverse("reception:day_list"),
    )


def _untrue(jurisdiction):
    """Announced days to come about which something happened since their last notice."""
    published = Notice.objects.published().filter(day=OuterRef("pk"))
    events = ReceptionDayEvent.objects.filter(record=OuterRef("pk"), step__in=UNTRUE_BY)
    since = Notice.objects.published().filter(day=OuterRef("record"), status_since__gte=OuterRef("at"))
    return ReceptionDay.objects.filter(
        Exists(published),
        Exists(events.exclude(Exists(since))),
        jurisdiction=jurisdiction,
        date__gte=clock.today(),
        status__in=[DayStatus.NOTICE_PUBLISHED, DayStatus.CANCELLED],
    )
