"""What waits for a person in the matter of duty activities."""

from django.db.models import Count, Min
from django.urls import reverse

from congress import clock, desk
from congress.calendar import chinese_date
from congress.desk import Waiting, WaitingItem, amber_days_for, first_lines, light_of
from deputies import rules
from deputies.enums import ParticipationStatus
from deputies.models import Activity, Participation


FIRST = Min("activity__starts_on")


@desk.register
def entries_to_verify(user):
    """One line for all entries that staff are to verify: they are read and ticked on one page."""
    if not rules.can_verify_entries(user):
        return
    entries = Participation.objects.waiting_for(user)
    yield Waiting(entries, lambda: [_to_verify(**entries.aggregate(count=Count("pk"), first=FIRST))])


def _to_verify(count, first):
    return WaitingItem(
        title="核实代表的履职记录",
        about=f"{count}条，最早的是{chinese_date(first)}的活动",
        action="核实",
        url=reverse("deputies:participation_queue"),
    )


@desk.register
def attendance_to_record(user):
    """Activities of an office that are over, while nobody has said who came."""
    if not user.is_office:
        return
    over = Activity.objects.filter(jurisdiction=user.jurisdiction_id).attendance_unknown(clock.today())
    ordered = over.with_counts().order_by("ends_on", "pk")
    yield first_lines(ordered, _attendance, url=reverse("deputies:activity_list"))


def _attendance(activity):
    return WaitingItem(
        title=f"登记到会情况：{activity}",
        about=f"{chinese_date(activity.starts_on)}，{activity.invited_count}名代表还没有登记",
        action="登记到会",
        url=activity.get_absolute_url(),
    )


@desk.register
def own_entries(user):
    """A deputy's invitations, and what was returned to him."""
    if not user.is_deputy:
        return
    amber_days = amber_days_for(user)
    entries = Participation.objects.visible_to(user).filter(status__in=ParticipationStatus.with_deputy)

    def item(entry):
        if entry.status == ParticipationStatus.RETURNED:
            return _returned(entry)
        return _invited(entry, amber_days)

    ordered = entries.select_related("activity__kind").order_by("activity__starts_on", "pk")
    yield first_lines(ordered, item, url=reverse("deputies:participation_list"))


def _returned(entry):
    return WaitingItem(
        title=f"修改后重新登记：{entry.activity}",
        about=f"{chinese_date(entry.activity.starts_on)}的{entry.activity.kind}被退回",
        action="查看理由",
        url=entry.get_absolute_url(),
    )


def _invited(entry, amber_days):
    activity = entry.activity
    about = "，".join(filter(None, [chinese_date(activity.starts_on), activity.place]))
    if activity.starts_on <= clock.today():
        return WaitingItem(
            title=f"登记参加情况：{activity}",
            about=about,
            action="登记",
            url=reverse("deputies:participation_log", args=[entry.pk]),
        )
    return WaitingItem(
        title=f"参加活动：{activity}",
        about=about,
        action="查看",
        url=entry.get_absolute_url(),
        due_on=activity.starts_on,
        light=light_of(activity.starts_on, amber_days),
    )
