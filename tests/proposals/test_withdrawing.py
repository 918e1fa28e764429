"""Taking back a proposal or one's name under it; invitations that a session's cut-off overtakes."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse

from congress import clock, desk
from congress.workflow import StepNotAvailable
from proposals import workflow
from proposals.enums import Consent, ProposalKind, SponsorStatus
from proposals.enums import ProposalStatus as S
from tests.factories.proposals import (
    cosigners,
    drafted,
    motion_with,
    proposal_at,
    signature_of,
    sitting_now,
)
from tests.factories.reception.people import NOON
from tests.factories.road import road_at


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def asked_back(who):
    """Handed in by three, of whom the first wants it back; with the two others' signatures."""
    proposal = proposal_at(S.SUBMITTED, who, signers=3)
    workflow.ask_withdrawal(proposal, by=who.deputy, note="已经解决")
    return proposal, list(proposal.sponsorships.filter(role="co"))


def titles(user, action):
    return [item.title for item in desk.waiting_for(user) if item.action == action]


def test_joint_proposal_is_taken_back_when_all_agree(who):
    proposal, rows = asked_back(who)
    assert [row.withdrawal for row in rows] == [Consent.ASKED, Consent.ASKED]
    first = rows[0].seat.deputy.user
    assert titles(first, "表态") == [f"是否同意撤回：{proposal}"]
    workflow.agree(rows[0], by=first)
    assert titles(first, "表态") == []
    proposal.refresh_from_db()
    assert proposal.status == S.SUBMITTED
    workflow.agree(rows[1], by=rows[1].seat.deputy.user)
    proposal.refresh_from_db()
    assert (proposal.status, proposal.decision_note) == (S.WITHDRAWN, "联名代表都已同意。已经解决")


def test_second_click_on_the_request_is_told_that_it_is_done(client, who):
    proposal = proposal_at(S.SUBMITTED, who, signers=3)
    client.force_login(who.deputy)
    url = reverse("proposals:proposal_step", args=[proposal.pk, "ask_withdrawal"])
    first, second = (client.post(url, {"note": "已经解决"}, follow=True) for _ in range(2))

    assert (first.status_code, proposal.events.filter(step="ask_withdrawal").count()) == (200, 1)
    told = [str(message) for message in second.context["messages"]]
    assert (told, second.redirect_chain) == (
        ["您已办过这一步，不用再办一次。"],
        [(proposal.get_absolute_url(), 302)],
    )


def test_joint_proposal_goes_on_when_one_refuses(who):
    proposal, rows = asked_back(who)
    workflow.refuse(rows[0], by=rows[0].seat.deputy.user)
    with pytest.raises(StepNotAvailable):
        workflow.agree(rows[1], by=rows[1].seat.deputy.user)
    proposal.refresh_from_db()
    assert (proposal.status, proposal.withdrawal_note) == (S.SUBMITTED, "")
    workflow.ask_withdrawal(proposal, by=who.deputy, note="已经解决")


def test_draft_is_given_up_by_who_leads_it(who):
    draft = drafted(who, signers=2)
    workflow.withdraw(draft, by=who.deputy, note="不提了")
    assert draft.status == S.WITHDRAWN


def test_motion_ends_below_its_least_signers(who):
    motion = proposal_at(S.SUBMITTED, who, kind=ProposalKind.MOTION, signers=6)
    first, second = motion.sponsorships.filter(role="co")[:2]
    workflow.leave(first, by=first.seat.deputy.user)
    motion.refresh_from_db()
    assert motion.status == S.SUBMITTED
    workflow.leave(second, by=second.seat.deputy.user)
    motion.refresh_from_db()
    name = second.seat.called
    assert motion.status == S.ENDED
    assert motion.decision_note.startswith(
        f"{name}退出联名后，议案要有5名以上代表联名（地方组织法第二十二条）"
    )
    assert motion.decision_note.endswith("议案终止，可以作为建议、批评和意见重新提出。")


def test_presidium_decides_when_too_few_are_left_to_sign_what_is_on_the_agenda(who):
    early, late = (road_at(status, who, signers=6) for status in (S.PRESIDIUM_DECISION, S.ON_AGENDA))
    for motion in (early, late):
        for row in motion.sponsorships.filter(role="co")[:2]:
            assert "leave" in [step.name for step in workflow.offered_to_sign(row, row.seat.deputy.user)]
            workflow.leave(row, by=row.seat.deputy.user)
        motion.refresh_from_db()
    assert (early.status, early.decision_note[-22:]) == (
        S.ENDED,
        "议案终止，可以作为建议、批评和意见重新提出。",
    )
    assert (late.status, late.withdrawal_asked_on) == (S.ON_AGENDA, clock.today())
    assert late.withdrawal_note == (
        f"{row.seat.called}退出联名后，议案要有5名以上代表联名（地方组织法第二十二条），现在确认联名的有4名。"
        "请主席团决定是否同意撤回。"
    )
    workflow.consent_withdrawal(late, by=who.office, held_on=clock.today())
    assert late.status == S.WITHDRAWN


def test_invitation_to_a_motion_ends_at_the_cut_off(who):
    session = sitting_now(who.seat.term)
    motion, [seat] = motion_with(who, 1), cosigners(who.seat, 1)
    workflow.invite(motion, by=who.deputy, seats=[seat])
    session.motions_until = clock.now() + timedelta(hours=2)
    session.save()
    row = signature_of(motion, seat)
    assert titles(seat.deputy.user, "确认联名") == [f"确认联名：{motion}"]
    with clock.at(NOON + timedelta(hours=3)):
        assert titles(seat.deputy.user, "确认联名") == []
        with pytest.raises(ValidationError, match="已过本次会议的议案截止时间（3月20日14:00），不能再确认"):
            workflow.confirm(row, by=seat.deputy.user)
        call_command("expire_invitations", verbosity=0)
        row.refresh_from_db()
        assert row.status == SponsorStatus.EXPIRED
        workflow.invite(motion, by=who.deputy, seats=[seat])
        row.refresh_from_db()
        workflow.confirm(row, by=seat.deputy.user)
    assert row.status == SponsorStatus.CONFIRMED
