"""Referrals on the desks: what units accept and answer, what offices decide about their requests."""

from django.db.models import Q
from django.urls import reverse

from congress import desk
from congress.desk import WaitingItem, amber_days_for, first_lines, light_of
from congress.enums import Role
from congress.handling.desk import REQUEST_ACTIONS, UNIT_ACTIONS, receipts_owed
from congress.models import Jurisdiction
from reception.models import Referral


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
        waiting = Referral.objects.filter(unit=user.unit_id, status__in=UNIT_ACTIONS)
        yield from _referral_items(waiting, UNIT_ACTIONS, user)


@desk.register
def receipts_waiting(user):
    parts = Referral.objects.select_related("opinion__jurisdiction")
    step, rest = "reception:referral_step", "reception:referral_list"
    yield from receipts_owed(user, parts, matter="opinion", step=step, rest=rest)


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
    yield first_lines(ordered, item, url=reverse(f"reception:{lists}"), due_field="step_due_on")


@desk.register_dates
def days_of_replies(after):
    """The days by which units reply."""
    yield from Referral.objects.filter(due_on__gt=after).dates("due_on", "year")
