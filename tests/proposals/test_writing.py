"""Drafts: who signs, who sees them, what makes a motion (地方组织法 22)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from proposals import workflow
from proposals.enums import ProposalKind, ProposalStatus, SponsorStatus
from proposals.models import Proposal
from tests.factories.congress import LeaderFactory
from tests.factories.proposals import (
    cosigners,
    drafted,
    motion_with,
    proposal_at,
    session_of,
    signature_of,
    sitting_now,
)


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def seen_by(*users):
    return [Proposal.objects.visible_to(user).count() for user in users]


def test_draft_is_seen_by_who_signs_and_who_is_asked(who):
    draft = drafted(who)
    asked, stranger = cosigners(who.seat, 2)
    workflow.invite(draft, by=who.deputy, seats=[asked])
    others = [stranger.deputy.user, who.office, who.district_office, who.liaison, who.gov_office, who.clerk]
    assert seen_by(who.deputy, asked.deputy.user) == [1, 1]
    assert seen_by(*others, LeaderFactory(jurisdiction=who.town.district)) == [0] * 7

    workflow.decline(signature_of(draft, asked), by=asked.deputy.user)
    assert seen_by(asked.deputy.user) == [0]


def test_draft_of_an_office_is_seen_by_it_and_by_who_is_to_lead(who):
    drafted(who, by=who.office)
    assert seen_by(who.office, who.deputy, who.district_office, who.liaison) == [1, 1, 0, 0]


def test_what_was_handed_in_is_seen_by_staff_and_what_was_assigned_by_its_unit(who):
    proposal_at(ProposalStatus.SUBMITTED, who)
    assert seen_by(who.office, who.district_office, who.liaison, who.gov_office) == [1, 1, 1, 0]
    proposal_at(ProposalStatus.ASSIGNED, who)
    assert seen_by(who.office, who.gov_office, who.clerk, who.co_clerk) == [2, 1, 1, 0]


def test_office_cannot_hand_in_what_the_deputy_has_not_signed(who):
    session_of(who.seat.term)
    draft = drafted(who, by=who.office)
    with pytest.raises(PermissionDenied):
        workflow.submit(draft, by=who.office)
    with pytest.raises(ValidationError, match="领衔代表还没有确认，确认后才能提交。"):
        workflow.submit(draft, by=who.deputy)
    workflow.confirm(draft.sponsorships.get(), by=who.deputy)
    workflow.submit(draft, by=who.deputy)
    assert (draft.status, draft.in_session) == (ProposalStatus.SUBMITTED, False)


def test_new_wording_is_signed_anew(who):
    draft, [seat] = drafted(who), cosigners(who.seat, 1)
    workflow.invite(draft, by=who.deputy, seats=[seat])
    row = signature_of(draft, seat)
    workflow.confirm(row, by=seat.deputy.user)
    workflow.edit(draft, by=who.deputy, secret=True)
    row.refresh_from_db()
    assert row.status == SponsorStatus.CONFIRMED
    workflow.edit(draft, by=who.deputy, text="全部更换。")
    row.refresh_from_db()
    assert (row.status, signature_of(draft, who.seat).status) == (
        SponsorStatus.INVITED,
        SponsorStatus.CONFIRMED,
    )


def test_who_has_not_answered_is_not_among_those_who_put_it_forward(who):
    session_of(who.seat.term)
    draft, seats = drafted(who), cosigners(who.seat, 2)
    workflow.invite(draft, by=who.deputy, seats=seats)
    workflow.confirm(signature_of(draft, seats[0]), by=seats[0].deputy.user)
    workflow.submit(draft, by=who.deputy)
    assert [signature_of(draft, seat).status for seat in seats] == ["confirmed", "expired"]


def test_deputy_of_another_congress_is_not_invited(who):
    stranger = cosigners(who.seat, 1)[0]
    draft = drafted(who)
    workflow.invite(draft, by=who.deputy, seats=[stranger])
    with pytest.raises(ValidationError, match="已经邀请过的不用再邀"):
        workflow.invite(draft, by=who.deputy, seats=[stranger])


def test_motion_with_five_signers_in_session_is_one(who):
    sitting_now(who.seat.term)
    motion = motion_with(who, 5)
    workflow.submit(motion, by=who.deputy)
    assert (motion.kind, motion.status, motion.in_session) == (ProposalKind.MOTION, "submitted", True)


@pytest.mark.parametrize(
    ("signers", "in_session", "closed", "why"),
    [
        (4, True, False, "议案要有5名以上代表联名（地方组织法第二十二条），现在确认联名的有4名。"),
        (5, False, False, "议案要在人民代表大会会议期间提出，现在是闭会期间。"),
        (5, True, True, "已经过了本次会议的议案截止时间。"),
    ],
)
def test_motion_that_is_none_is_offered_as_a_suggestion(signers, in_session, closed, why, who):
    session = sitting_now(who.seat.term) if in_session else session_of(who.seat.term)
    if closed:
        session.motions_until = clock.now() - timedelta(hours=1)
        session.save()
    motion = motion_with(who, signers)
    with pytest.raises(ValidationError) as refusal:
        workflow.submit(motion, by=who.deputy)
    assert refusal.value.messages == [f"{why}可以作为建议、批评和意见提交。"]

    workflow.submit(motion, by=who.deputy, as_suggestion=True)
    assert (motion.kind, motion.text, motion.status) == (
        ProposalKind.SUGGESTION,
        "路灯\n\n坏了半年\n\n更换",
        ProposalStatus.SUBMITTED,
    )


def test_what_lacks_a_part_is_not_handed_in(who):
    session_of(who.seat.term)
    with pytest.raises(ValidationError, match="还没有写建议内容，请先修改补全。"):
        workflow.submit(drafted(who, text=" "), by=who.deputy)


def test_handing_in_needs_a_session_of_the_congress(who):
    with pytest.raises(ValidationError, match="本届还没有登记人民代表大会会议"):
        workflow.submit(drafted(who), by=who.deputy)


def test_clock_of_assigning_runs_from_handing_in_or_from_the_end_of_the_session(who):
    proposal = proposal_at(ProposalStatus.SUBMITTED, who)
    assert proposal.step_due_on == date(2025, 3, 27)
    sitting_now(who.seat.term)
    later = drafted(who)
    workflow.submit(later, by=who.deputy)
    assert later.step_due_on == date(2025, 4, 21)
