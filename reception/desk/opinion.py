"""Voters' opinions on the desks: whose step is the next one."""

from datetime import timedelta
from functools import partial

from django.db.models import F, Q
from django.urls import reverse

from congress import clock, desk
from congress.desk import WaitingItem, amber_days_for, first_lines, light_of
from congress.enums import Role, Satisfaction
from congress.models import Jurisdiction
from proposals.enums import ProposalStatus
from reception.answer_workflow import after_survey
from reception.enums import OpinionStatus as S
from reception.enums import Outcome
from reception.models import Opinion, OpinionEvent, Visit
from reception.rules import sitting
from reception.workflow import opinions


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
TO_REDO_BY_DISTRICT = Q(status=S.SURVEYED, escalated=True, handling_rating=Satisfaction.DISSATISFIED)
TO_SURVEY = (S.EXPLAINED, S.ANSWERED)
# A deputy who has urged a unit gives it these days before the matter comes to his desk again.
DAYS_AFTER_URGING = 7
TO_ANSWER = Q(
    status__in=[S.COPIED, S.MERGED, S.NOT_ACCEPTED, S.CONVERTED],
    step_due_on__isnull=False,
)
# Merged matters that no step has told of the main one's result; a reply is told of when it is copied.
UNTOLD = (
    Q(status=S.MERGED, step_due_on__isnull=True)
    & (Q(merged_into__replied_on__isnull=False) | Q(merged_into__outcome__in=Outcome.without_unit))
    & ~Q(merged_into__status=S.REPLIED)
    & ~(
        Q(merged_into__status=S.CONVERTED, merged_into__proposal__isnull=False)
        & ~Q(merged_into__proposal__status__in=ProposalStatus.with_result())
    )
)


@desk.register
def opinions_waiting(user):
    """Voters' opinions whose next step is this person's."""
    if user.role not in OPINIONS:
        return
    amber_days = amber_days_for(user)
    waiting = Opinion.objects.filter(OPINIONS[user.role](user)).with_redoable()
    # Nobody asks a voter today how he liked what a register tells he was answered last year.
    past = {"status__in": TO_SURVEY, "taken_over_last": True}
    waiting = waiting.alias(taken_over_last=OpinionEvent.taken_over_last()).exclude(**past)
    waiting = waiting.select_related("jurisdiction", "proposal").defer("words", "outcome_note")
    yield first_lines(
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
    if opinion.awaits_proposal:
        return opinions.steps["inform"].label
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
    """Answers that his voters wait for, units that keep them waiting, what he has not finished writing."""
    received = Visit.objects.filter(deputies__deputy__user=user).values("pk")
    return (TO_ANSWER & Q(visit__in=received)) | _to_urge(user) | _own_drafts(user)


def _to_urge(user):
    """Matters of voters whom he received with which a unit is late (B30, B137)."""
    received = Visit.objects.filter(deputies__deputy__in=sitting(user).values("deputy")).values("pk")
    since = clock.now() - timedelta(days=DAYS_AFTER_URGING)
    urged = OpinionEvent.objects.filter(step="urge", by=user, at__gt=since).values("record")
    late = Q(status__in=S.with_unit, step_due_on__lt=clock.today(), visit__in=received)
    return late & ~Q(pk__in=urged)


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


@desk.register_dates
def days_of_next_steps(after):
    """The days by which the next steps of matters are due."""
    yield from Opinion.objects.filter(step_due_on__gt=after).dates("step_due_on", "year")
