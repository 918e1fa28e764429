"""After a reply: whom it is to be checked by, rated by, urged by; what is then to be done with it."""

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from congress import clock, desk
from congress.desk import WaitingItem, amber_days_for, first_lines, light_of
from congress.enums import Role, Satisfaction
from congress.handling import HandlingStatus
from proposals.enums import ProposalStatus as S
from proposals.models import Assignment, Proposal, RatingUrge, Sponsorship


def _line(proposal, action, due_on, amber_days):
    return WaitingItem(
        title=f"{action}：{proposal}",
        about=f"{proposal.number}，{proposal.word}，{proposal.get_status_display()}",
        action=action,
        url=proposal.get_absolute_url(),
        due_on=due_on,
        light=light_of(due_on, amber_days),
    )


@desk.register
def ratings_waiting(user):
    """Replies that a deputy who signed has not rated yet; again where he was dissatisfied (D2)."""
    if user.role != Role.DEPUTY:
        return
    asked = Sponsorship.objects.unrated().filter(seat__deputy__user=user)
    amber_days = amber_days_for(user)
    yield first_lines(
        asked.select_related("proposal__term", "proposal__session").order_by(
            F("proposal__step_due_on").asc(nulls_last=True), "pk"
        ),
        lambda row: _line(row.proposal, "评价", row.proposal.step_due_on, amber_days),
        url=reverse("proposals:proposal_list"),
        due_field="proposal__step_due_on",
    )


@desk.register
def replies_to_check(user):
    """Units' replies that the deputies do not have yet, for who assigned (E2)."""
    if user.role in (*Role.offices, Role.GOV_OFFICE):
        waiting = Proposal.objects.filter(jurisdiction=user.jurisdiction_id, status=S.REPLY_REVIEW)
        yield from _lines(waiting, lambda proposal: "审核答复", user)


@desk.register
def results_waiting(user):
    """What everybody has rated, what nobody rates although the days are over, what a committee has."""
    if user.role not in Role.offices:
        return
    urged = RatingUrge.objects.filter(sponsorship__proposal=OuterRef("pk"), round=OuterRef("round"))
    over = Q(step_due_on__isnull=True) | Q(step_due_on__lt=clock.today())
    waiting = Proposal.objects.filter(
        Q(status__in=S.to_rate) & over | Q(status=S.COMMITTEE_REVIEW), jurisdiction=user.jurisdiction_id
    )
    yield from _lines(waiting.annotate(urged=Exists(urged)), _result_action, user)


def _result_action(proposal):
    if proposal.status == S.COMMITTEE_REVIEW:
        return "督办"
    if proposal.step_due_on and not proposal.urged:
        return "催请评价"
    if proposal.result_rating != Satisfaction.DISSATISFIED:
        return "办结"
    return "重新办理" if proposal.round == 1 else "交专门委员会"


def _lines(proposals, action_of, user):
    amber_days = amber_days_for(user)
    ordered = proposals.select_related("term", "session").order_by(
        F("step_due_on").asc(nulls_last=True), "pk"
    )
    yield first_lines(
        ordered,
        lambda proposal: _line(proposal, action_of(proposal), proposal.step_due_on, amber_days),
        url=reverse("proposals:proposal_list"),
        due_field="step_due_on",
    )


@desk.register
def contacts_waiting(user):
    """Deputies whom a leading unit has not met yet (D2, 重庆)."""
    if user.role != Role.UNIT_CLERK:
        return
    working = (HandlingStatus.ACCEPTED, HandlingStatus.EXTENSION_REQUESTED)
    waiting = Assignment.objects.filter(
        unit=user.unit_id, status__in=working, contacted_on__isnull=True, contact_by__isnull=False
    )
    amber_days = amber_days_for(user)
    yield first_lines(
        waiting.select_related("proposal__term", "proposal__session").order_by("contact_by", "pk"),
        lambda part: _line(part.proposal, "联系代表", part.contact_by, amber_days),
        url=reverse("proposals:proposal_list"),
        due_field="contact_by",
    )
