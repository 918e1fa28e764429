"""What waits for a person on this floor, and its places in the navigation."""

from datetime import timedelta
from functools import partial

from django.db.models import F, Q
from django.urls import reverse

from congress import clock, desk, navigation
from congress.calendar import WEEKEND, Calendar, chinese_day
from congress.desk import WaitingItem, amber_days_for, first_lines, light_of
from congress.enums import Role
from congress.handling import HandlingStatus
from congress.models import Jurisdiction
from reception import overview  # noqa: F401 -- what it declares is registered
from reception.answer_workflow import after_survey
from reception.enums import DayStatus, Outcome, Rating
from reception.enums import OpinionStatus as S
from reception.models import Opinion, ReceptionDay, Referral, Visit
from reception.workflow import opinions


# A year's days are planned at once; they come to the desk when their time does.
DAYS_AHEAD = timedelta(days=30)

ACTIONS = {
    S.DRAFT: "登记",
    S.REGISTERED: "分类",
    S.TRIAGED: "处理",
    S.RETURNED: "重新转办",
    S.REOPENED: "重新分类",
    S.ESCALATED: "转办",
    S.REFERRED: "催办",
    S.REDO: "催办",
    S.ACCEPTED: "催办",
    S.PLAN_MADE: "催办",
    S.EXTENDED: "催办",
    S.REPLIED: "抄送代表",
    S.COPIED: "答复选民",
    S.MERGED: "答复选民",
    S.EXPLAINED: "测评",
    S.ANSWERED: "测评",
    S.NOT_ACCEPTED: "答复选民",
    S.CONVERTED: "答复选民",
}
# The government office only shares out.
TO_SHARE_OUT = dict.fromkeys((S.ESCALATED, S.TRIAGED, S.REOPENED), "转办")
TO_DISPOSE = (S.REGISTERED, S.TRIAGED, S.RETURNED, S.REOPENED)
TO_STEER = (S.ESCALATED, S.TRIAGED, S.RETURNED, S.REOPENED)
TO_MANAGE = (S.REPLIED, S.SURVEYED)
# Only the district may have an escalated matter handled again.
TO_REDO_BY_DISTRICT = Q(status=S.SURVEYED, escalated=True, handling_rating=Rating.DISSATISFIED)
TO_SURVEY = (S.EXPLAINED, S.ANSWERED)
TO_ANSWER = Q(
    status__in=[S.COPIED, S.MERGED, S.NOT_ACCEPTED, S.CONVERTED],
    step_due_on__isnull=False,
)
# Merged matters that no step has told of the main one's result; a reply is told of when it is copied.
UNTOLD = (
    Q(status=S.MERGED, step_due_on__isnull=True)
    & (Q(merged_into__replied_on__isnull=False) | Q(merged_into__outcome__in=Outcome.without_unit))
    & ~Q(merged_into__status=S.REPLIED)
)

DAY_ACTIONS = {
    DayStatus.PLANNED: "排班",
    DayStatus.ROTA_SET: "公告",
    DayStatus.POSTPONED: "公告",
    DayStatus.NOTICE_PUBLISHED: "开始接待",
    DayStatus.OPEN: "登记到场",
    DayStatus.HELD: "小结",
}
BEFORE_NOTICE = (DayStatus.PLANNED, DayStatus.ROTA_SET, DayStatus.POSTPONED)
AFTER_NOTICE = (DayStatus.NOTICE_PUBLISHED, DayStatus.OPEN, DayStatus.HELD)

REFERRAL_ACTIONS = {
    HandlingStatus.ISSUED: "签收",
    HandlingStatus.ACCEPTED: "答复",
    HandlingStatus.EXTENSION_REQUESTED: "答复",
}
REQUEST_ACTIONS = {
    HandlingStatus.RETURN_REQUESTED: "审核退回",
    HandlingStatus.EXTENSION_REQUESTED: "审核延期",
}


@desk.register
def opinions_waiting(user):
    """Voters' opinions whose next step is this person's."""
    if user.role not in OPINIONS:
        return
    amber_days = amber_days_for(user)
    waiting = Opinion.objects.filter(OPINIONS[user.role](user)).with_redoable()
    waiting = waiting.select_related("jurisdiction").defer("words", "outcome_note")
    yield from first_lines(
        waiting.order_by(F("step_due_on").asc(nulls_last=True), "pk"),
        partial(_opinion_item, user=user, amber_days=amber_days),
        url=reverse("reception:opinion_list"),
        due_field="step_due_on",
    )


def _opinion_item(opinion, user, amber_days):
    action = _action(opinion, user)
    return WaitingItem(
        title=f"{action}：{opinion}",
        about=f"{opinion.number}，{opinion.get_status_display()}",
        action=action,
        url=opinion.get_absolute_url(),
        due_on=opinion.step_due_on,
        light=light_of(opinion.step_due_on, amber_days),
    )


def _action(opinion, user):
    """The label of what this person can do with the opinion."""
    if user.role == Role.LEADER:
        return "查看"
    if opinion.status == S.SURVEYED:
        return opinions.steps[after_survey(opinion)].label
    if user.role == Role.GOV_OFFICE and opinion.status in TO_SHARE_OUT:
        return TO_SHARE_OUT[opinion.status]
    return ACTIONS[opinion.status]


def _of_local_office(user):
    """The office's own part of its matters, the deputies' where they are late, and units that are late."""
    today = clock.today()
    own = Q(jurisdiction=user.jurisdiction_id)
    without_deputy = Visit.objects.filter(deputies__isnull=True).values("pk")
    unanswered = TO_ANSWER & (Q(visit__in=without_deputy) | Q(step_due_on__lt=today))
    steered = Q(escalated=False) & (
        Q(status__in=TO_DISPOSE) | Q(status__in=S.with_unit, step_due_on__lt=today)
    )
    managed = Q(status__in=[*TO_MANAGE, *TO_SURVEY]) & ~TO_REDO_BY_DISTRICT
    return own & (managed | _own_drafts(user) | unanswered | UNTOLD | steered)


def _of_district_office(user):
    """What is its own, and what was escalated to it."""
    return _of_local_office(user) | _escalated(user) | (TO_REDO_BY_DISTRICT & _in_area(user))


def _escalated(user):
    """Escalated matters that wait for a unit, or whose unit is late."""
    late = Q(status__in=S.with_unit, step_due_on__lt=clock.today())
    return _in_area(user) & Q(escalated=True) & (Q(status__in=TO_STEER) | late)


def _in_area(user):
    return Q(jurisdiction__in=Jurisdiction.objects.within(user.jurisdiction).values("pk"))


def _of_liaison(user):
    own = Q(jurisdiction=user.jurisdiction_id)
    return own & (Q(status__in=TO_SURVEY) | _own_drafts(user))


def _of_deputy(user):
    """Answers that his voters wait for, and what he has not finished writing."""
    received = Visit.objects.filter(deputies__deputy__user=user).values("pk")
    return (TO_ANSWER & Q(visit__in=received)) | _own_drafts(user)


def _own_drafts(user):
    return Q(status=S.DRAFT, visit__recorded_by=user)


def _of_leader(user):
    """What is late in his area, with whomever it is."""
    return _in_area(user) & Q(step_due_on__lt=clock.today()) & ~Q(status__in=S.final)


OPINIONS = {
    Role.DISTRICT_OFFICE: _of_district_office,
    Role.LOCAL_OFFICE: _of_local_office,
    Role.LIAISON: _of_liaison,
    Role.DEPUTY: _of_deputy,
    Role.GOV_OFFICE: _escalated,
    Role.LEADER: _of_leader,
}


@desk.register
def requests_waiting(user):
    """Units' requests to return or to extend, for the office that referred."""
    if user.role not in (*Role.offices, Role.GOV_OFFICE):
        return
    own = Q(opinion__jurisdiction=user.jurisdiction_id, opinion__escalated=False)
    area = Jurisdiction.objects.within(user.jurisdiction).values("pk")
    if user.role != Role.LOCAL_OFFICE:
        own |= Q(opinion__escalated=True, opinion__jurisdiction__in=area)
    waiting = Referral.objects.filter(own, status__in=REQUEST_ACTIONS)
    yield from _referral_items(waiting, REQUEST_ACTIONS, user)


@desk.register
def referrals_waiting(user):
    """What a unit has to accept or to answer."""
    if user.role == Role.UNIT_CLERK:
        waiting = Referral.objects.filter(unit=user.unit_id, status__in=REFERRAL_ACTIONS)
        yield from _referral_items(waiting, REFERRAL_ACTIONS, user)


def _referral_items(referrals, actions, user):
    amber_days = amber_days_for(user)

    def item(referral):
        action = actions[referral.status]
        due_on = referral.step_due_on
        return WaitingItem(
            title=f"{action}：{referral.opinion}",
            about=f"{referral.opinion.number}，{referral.unit}{referral.get_role_display()}",
            action=action,
            url=referral.get_absolute_url(),
            due_on=due_on,
            light=light_of(due_on, amber_days),
        )

    ordered = referrals.select_related("opinion__jurisdiction", "unit").with_step_due()
    ordered = ordered.order_by("step_due_on", "pk")
    lists = "referral_list" if user.role == Role.UNIT_CLERK else "opinion_list"
    yield from first_lines(ordered, item, url=reverse(f"reception:{lists}"), due_field="step_due_on")


def _day_action(day):
    """A day that was put off before it had a rota is given one first."""
    if day.status == DayStatus.POSTPONED and not day.slots.all():
        return DAY_ACTIONS[DayStatus.PLANNED]
    return DAY_ACTIONS[day.status]


@desk.register
def days_waiting(user):
    """Reception days that staff are to prepare, to hold or to sum up."""
    if user.role not in Role.staff:
        return
    today, amber_days = clock.today(), amber_days_for(user)
    soon = Q(status__in=BEFORE_NOTICE, date__lte=today + DAYS_AHEAD)
    now = Q(status__in=AFTER_NOTICE, date__lte=today)
    waiting = ReceptionDay.objects.filter(soon | now, jurisdiction=user.jurisdiction_id)
    waiting = waiting.prefetch_related("slots")

    def item(day):
        due_on = day.notice_due_on if day.status in BEFORE_NOTICE else day.date
        return _day_item(day, _day_action(day), due_on, amber_days)

    yield from first_lines(waiting.order_by("date", "pk"), item, url=reverse("reception:day_list"))


@desk.register_dates
def dates_ahead(after):
    """The days on which receptions are planned and matters are due."""
    yield from ReceptionDay.objects.filter(date__gt=after).values_list("date", flat=True)
    yield from Opinion.objects.filter(step_due_on__gt=after).values_list("step_due_on", flat=True)
    yield from Referral.objects.filter(due_on__gt=after).values_list("due_on", flat=True)


@desk.register
def days_to_move(user):
    """Planned days, not announced yet, that fall on a holiday as the calendar is known now.

    A plain weekend was known when the day was put there.
    """
    if not user.is_office:
        return
    planned = ReceptionDay.objects.filter(
        jurisdiction=user.jurisdiction_id,
        status__in=[DayStatus.PLANNED, DayStatus.ROTA_SET],
        date__gt=clock.today(),
    )
    days = list(planned.order_by("date", "pk"))
    if not days:
        return
    calendar, rules = Calendar(), user.office_rules
    for day in days:
        holiday = calendar.holiday_name(day.date)
        if holiday not in (None, WEEKEND):
            due = calendar.postponed(day.date, rules.postponement, weekend_counts=rules.weekend_counts)
            if due != day.date:
                yield WaitingItem(
                    title=f"改期：{day}",
                    about=f"放假安排有变，这天是{holiday}，应顺延到{chinese_day(due)}",
                    action="改期",
                    url=day.get_absolute_url(),
                    due_on=day.notice_due_on,
                    light=light_of(day.notice_due_on, rules.amber_days),
                )


@desk.register
def turns_waiting(user):
    """The reception days on which a deputy is to sit."""
    if user.role != Role.DEPUTY:
        return
    amber_days = amber_days_for(user)
    coming = ReceptionDay.objects.filter(
        slots__seat__deputy__user=user,
        date__gte=clock.today(),
        status__in=[*BEFORE_NOTICE, DayStatus.NOTICE_PUBLISHED, DayStatus.OPEN],
    )
    yield from first_lines(
        coming.distinct().order_by("date", "pk"),
        lambda day: _day_item(day, "参加接待", day.date, amber_days),
        url=reverse("reception:day_list"),
    )


def _day_item(day, action, due_on, amber_days):
    hours = f"{day.starts_at:%H:%M}—{day.ends_at:%H:%M}" if day.starts_at and day.ends_at else ""
    return WaitingItem(
        title=f"{action}：{day}",
        about="，".join(filter(None, [day.get_status_display(), hours])),
        action=action,
        url=day.get_absolute_url(),
        due_on=due_on,
        light=light_of(due_on, amber_days),
    )


navigation.register(20, "接待", "reception:day_list", "calendar-event", {*Role.staff, Role.LEADER})
navigation.register(20, "登记来访", "reception:visit_create", "pencil-square", {Role.DEPUTY}, tab=True)
navigation.register(
    30, "事项", "reception:opinion_list", "inboxes", {*Role.staff, Role.LEADER, Role.GOV_OFFICE}, tab=True
)
navigation.register(30, "我的事项", "reception:opinion_list", "inboxes", {Role.DEPUTY}, tab=True)
navigation.register(30, "转办件", "reception:referral_list", "inbox", {Role.UNIT_CLERK}, tab=True)
