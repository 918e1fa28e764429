"""Proposals on the desks: to sign, to finish, to decide on, to assign, to file."""

from functools import partial

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from congress import clock, desk
from congress.desk import WaitingItem, amber_days_for, first_lines, light_of
from congress.enums import Role
from congress.models import Jurisdiction
from proposals.enums import Consent, SponsorRole, SponsorStatus
from proposals.enums import ProposalKind as K
from proposals.enums import ProposalStatus as S
from proposals.models import Proposal, Sponsorship, Verdict


ACTIONS = {
    **dict.fromkeys((S.SUBMITTED, S.UNDER_REVIEW), "审查"),
    S.ACCEPTED: "交办",
    S.UNIT_RETURNED: "重新交办",
    S.PRESIDIUM_DECISION: "登记主席团决定",
    S.TO_COMMITTEE: "登记审议报告",
    S.REPORTED: "登记决定",
    S.ON_AGENDA: "登记表决",
    S.TO_ANSWER: "登记答复",
    **dict.fromkeys((S.VOTED, S.COMMITTEE_DECISION, S.ANSWERED), "结案"),
    S.DRAFT: "提交",
    S.COSIGNING: "提交",
    S.RETURNED: "修改",
}
ON_ROAD = (S.PRESIDIUM_DECISION, S.TO_COMMITTEE, S.REPORTED, S.ON_AGENDA, S.TO_ANSWER, *S.settled)


@desk.register
def signatures_waiting(user):
    """What a deputy is asked to sign, or to let be taken back, by himself.

    A cut-off overtakes an invitation at once; the night writes down that it has expired.
    """
    if user.role != Role.DEPUTY:
        return
    invited = Q(status=SponsorStatus.INVITED, proposal__status__in=S.writing)
    overtaken = Sponsorship.objects.overtaken(clock.now()).filter(seat__deputy__user=user)
    asked = Sponsorship.objects.filter(
        invited & ~Q(pk__in=overtaken.values("pk"))
        | Q(status=SponsorStatus.CONFIRMED, withdrawal=Consent.ASKED),
        seat__deputy__user=user,
    )

    def item(row):
        action = wanted = "确认领衔" if row.leads else "确认联名"
        if row.withdrawal == Consent.ASKED:
            action, wanted = "表态", "是否同意撤回"
        return WaitingItem(
            title=f"{wanted}：{row.proposal}",
            about=f"{row.proposal.word}，{row.proposal.get_status_display()}",
            action=action,
            url=row.get_absolute_url(),
        )

    found = asked.select_related("proposal").order_by("pk")
    yield first_lines(found, item, url=reverse("proposals:proposal_list"))


@desk.register
def proposals_waiting(user):
    """Proposals whose next step is this person's."""
    if user.role not in PROPOSALS:
        return
    waiting = Proposal.objects.filter(PROPOSALS[user.role](user)).select_related("term", "session")
    yield first_lines(
        waiting.order_by(F("step_due_on").asc(nulls_last=True), "pk"),
        partial(_item, user=user, amber_days=amber_days_for(user)),
        url=reverse("proposals:proposal_list"),
        due_field="step_due_on",
    )


def _item(proposal, user, amber_days):
    action = _action(proposal, user)
    return WaitingItem(
        title=f"{action}：{proposal}",
        about=f"{proposal.number}，{proposal.word}，{proposal.get_status_display()}",
        action=action,
        url=proposal.get_absolute_url(),
        due_on=proposal.step_due_on,
        light=light_of(proposal.step_due_on, amber_days),
    )


def _action(proposal, user):
    if user.role == Role.LEADER:
        return "查看"
    if proposal.status in S.writing and user.role != Role.DEPUTY:
        return "另选领衔"
    if proposal.status == S.ACCEPTED and proposal.kind != K.SUGGESTION:
        return (
            "登记答复"
            if proposal.kind == K.INQUIRY
            else "提请主席团"
            if proposal.in_session
            else "交委员会审议"
        )
    if proposal.status == S.ON_AGENDA and proposal.withdrawal_asked_on:
        return "登记主席团是否同意撤回"
    if proposal.status == S.ANSWERED and user.role == Role.DEPUTY:
        return "对答复表态"
    return ACTIONS.get(proposal.status, "催办")


def _of_office(user):
    """What its congress has got; units that are late; its own drafts that nobody leads."""
    late = Q(status__in=S.with_unit, step_due_on__lt=clock.today())
    own = Q(jurisdiction=user.jurisdiction_id) & (
        Q(status__in=[S.SUBMITTED, S.UNDER_REVIEW, S.ACCEPTED, S.UNIT_RETURNED, *ON_ROAD]) | late
    )
    declined = Sponsorship.objects.filter(role=SponsorRole.LEAD, status=SponsorStatus.DECLINED)
    drafts = Q(drafted_by__jurisdiction=user.jurisdiction_id, drafted_by__role__in=Role.offices)
    return own | (drafts & Q(status__in=S.writing, pk__in=declined.values("proposal")))


def _of_government(user):
    """What it gives to units, and the units that are late."""
    late = Q(status__in=S.with_unit, step_due_on__lt=clock.today())
    waiting = Q(pk__in=Proposal.objects.to_assign().values("pk"))
    return Q(jurisdiction=user.jurisdiction_id) & (waiting | late)


def _of_deputy(user):
    """What he leads and has not handed in yet; an answer that he asked for and has said nothing about."""
    own = Sponsorship.objects.filter(
        role=SponsorRole.LEAD, seat__deputy__user=user, status=SponsorStatus.CONFIRMED
    )
    signed = Sponsorship.objects.filter(seat__deputy__user=user, status=SponsorStatus.CONFIRMED)
    told = Verdict.objects.filter(sponsorship=OuterRef("pk"), round=OuterRef("proposal__round"))
    to_judge = signed.filter(~Exists(told), proposal__kind=K.INTERPELLATION, proposal__status=S.ANSWERED)
    return Q(status__in=S.writing, pk__in=own.values("proposal")) | Q(pk__in=to_judge.values("proposal"))


def _of_leader(user):
    """What is late in his area, with the offices and units: that deputies rate late is their own affair."""
    area = Jurisdiction.objects.within(user.jurisdiction).values("pk")
    late = Q(step_due_on__lt=clock.today()) & ~Q(status__in=(*S.final, *S.to_rate))
    return Q(jurisdiction__in=area, submitted_on__isnull=False) & late


PROPOSALS = {
    Role.DISTRICT_OFFICE: _of_office,
    Role.LOCAL_OFFICE: _of_office,
    Role.GOV_OFFICE: _of_government,
    Role.DEPUTY: _of_deputy,
    Role.LEADER: _of_leader,
}


@desk.register_dates
def days_of_next_steps(after):
    """The days by which the next steps of proposals are due."""
    yield from Proposal.objects.filter(step_due_on__gt=after).dates("step_due_on", "year")
