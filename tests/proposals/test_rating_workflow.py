"""After the reply: each deputy rates, is urged, it is handled again, and closed (domain.md D2, E2)."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from congress import clock, desk
from congress.enums import Satisfaction
from proposals import rules, workflow
from proposals.enums import ProposalStatus as S
from proposals.enums import RatingState
from proposals.forms.commitment import CommitmentForm
from proposals.models import Rating, RatingUrge
from tests.factories.proposals import cosigners, drafted, proposal_at, session_of, take
from tests.factories.ratings import CONTENT, DISCONTENT, filed, rated, replied


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def joint(who, status=S.REPLIED):
    """A proposal of two deputies that walked to ``status``; and the other deputy's seat."""
    session_of(who.seat.term)
    proposal, [seat] = drafted(who), cosigners(who.seat, 1)
    workflow.invite(proposal, by=who.deputy, seats=[seat])
    workflow.confirm(proposal.sponsorships.get(seat=seat), by=seat.deputy.user)
    workflow.submit(proposal, by=who.deputy)
    for name in ("accept", "assign", "take_on", "reply"):
        take(name, proposal, who)
    return proposal, seat


def at(day):
    moment = datetime(day.year, day.month, day.day, 9, tzinfo=timezone.get_default_timezone())
    return clock.at(moment)


def lines(user):
    return [item.title for item in desk.waiting_for(user) if "述职报告" not in item.title]


def offers_committee(proposal, who):
    return "refer_to_committee" in [step.name for step in workflow.offered(proposal, who.office)]


def test_each_deputy_rates_for_himself(who):
    proposal, seat = joint(who)
    assert f"评价：{proposal}" in lines(seat.deputy.user)
    workflow.rate(proposal, by=who.deputy, **CONTENT)
    assert (proposal.status, proposal.step_due_on) == (S.FEEDBACK, date(2025, 4, 18))
    other = proposal.sponsorships.get(seat=seat)
    with pytest.raises(PermissionDenied, match="每名代表只评价自己的一份"):
        workflow.rate(proposal, by=who.deputy, sponsorship=other, **CONTENT)
    with pytest.raises(PermissionDenied):
        workflow.rate(proposal, by=who.office, **CONTENT)
    workflow.rate(proposal, by=seat.deputy.user, attitude=Satisfaction.SATISFIED, result="basically")
    assert (proposal.attitude_rating, proposal.result_rating) == ("satisfied", "basically")
    assert (proposal.step_due_on, lines(seat.deputy.user)) == (None, [])
    assert f"办结：{proposal}" in lines(who.office)


@pytest.mark.parametrize("half", [{"attitude": "dissatisfied"}, {"result": "dissatisfied"}])
def test_dissatisfied_says_why(half, who):
    proposal = proposal_at(S.REPLIED, who)
    with pytest.raises(ValidationError, match="请写明原因"):
        workflow.rate(proposal, by=who.deputy, **{**CONTENT, **half})
    assert not Rating.objects.exists()


def test_paper_form_of_a_deputy_without_account(who):
    seat = proposal_at(S.REPLIED, who).sponsorships.get().seat
    proposal = seat.sponsorships.get().proposal
    seat.deputy.user = None
    seat.deputy.save()
    workflow.rate(proposal, by=who.office, sponsorship=proposal.sponsorships.get(), **CONTENT)
    assert Rating.objects.get().on_paper


def test_who_does_not_rate_after_urging_is_left_out(who):
    proposal, seat = joint(who)
    workflow.rate(proposal, by=who.deputy, **CONTENT)
    with pytest.raises(ValidationError, match="请先催请"):
        workflow.close(proposal, by=who.office)
    with at(date(2025, 4, 21)):
        assert f"催请评价：{proposal}" in lines(who.office)
        workflow.urge_rating(proposal, by=who.office, note="请评价")
        assert proposal.step_due_on == date(2025, 4, 27)
        with pytest.raises(ValidationError, match="请等到4月27日"):
            workflow.close(proposal, by=who.office)
    with at(date(2025, 4, 28)):
        assert f"办结：{proposal}" in lines(who.office)
        workflow.close(proposal, by=who.office)
    left = Rating.objects.get(sponsorship__seat=seat)
    assert (proposal.status, left.state, left.told) == (S.CLOSED, RatingState.NOT_RATED, "未评价")
    assert Rating.objects.rated().count() == 1


def test_urging_finds_nobody_when_all_have_rated(who):
    proposal = proposal_at(S.FEEDBACK, who)
    with pytest.raises(ValidationError, match="不用再催"):
        workflow.urge_rating(proposal, by=who.office)
    assert not RatingUrge.objects.exists()


def test_dissatisfied_deputy_has_it_handled_again(who):
    proposal, seat = joint(who)
    workflow.rate(proposal, by=who.deputy, **DISCONTENT)
    workflow.rate(proposal, by=seat.deputy.user, **CONTENT)
    with pytest.raises(ValidationError, match="应当重新办理"):
        workflow.close(proposal, by=who.office)
    workflow.redo(proposal, by=who.office, note="请逐盏检查")
    part = proposal.assignments.get(round=2)
    assert (proposal.status, proposal.round, part.unit, part.due_on) == (
        S.REHANDLING,
        2,
        who.unit,
        date(2025, 4, 21),
    )
    assert (proposal.due_on, proposal.redo_due_on) == (date(2025, 6, 20), part.due_on)
    # The unit contacts the deputies for the present round; a promise tells the rounds apart.
    rounds = [one for one in proposal.assignments.order_by("round") if rules.can_contact(who.clerk, one)]
    asked = CommitmentForm(about=proposal, user=who.clerk).fields["part"]
    told = sorted(label for key, label in asked.choices if key)
    assert (rounds, asked.initial, told) == (
        [part],
        part.pk,
        [f"{who.unit}（第{number}次办理）" for number in (1, 2)],
    )
    replied(proposal, who)
    assert (proposal.status, proposal.replied_again_on) == (S.REPLIED_AGAIN, date(2025, 3, 20))
    # Who was content is not asked again.
    assert [row.seat for row in workflow.waited_for(proposal)] == [who.seat]
    workflow.rate(proposal, by=who.deputy, **CONTENT)
    assert (proposal.status, proposal.result_rating) == (S.REPLIED_AGAIN, "satisfied")
    workflow.close(proposal, by=who.office)
    assert proposal.status == S.CLOSED


def test_second_dissatisfaction_goes_to_the_committee(who):
    proposal = proposal_at(S.REPLIED_AGAIN, who)
    with pytest.raises(ValidationError, match="不必交专门委员会"):
        workflow.refer_to_committee(proposal, by=who.office, committee="城建环保委员会")
    assert offers_committee(proposal, who) is False
    rated(proposal, who, **DISCONTENT)
    assert offers_committee(proposal, who) is True
    assert f"交专门委员会：{proposal}" in lines(who.office)
    workflow.refer_to_committee(proposal, by=who.office, committee="城建环保委员会")
    with pytest.raises(ValidationError, match="专门委员会的意见"):
        workflow.close(proposal, by=who.office)
    workflow.redo(proposal, by=who.office, note="委员会要求重办")
    assert (proposal.status, proposal.round) == (S.REHANDLING, 3)


def test_nobody_dissatisfied_nothing_to_redo(who):
    proposal = rated(proposal_at(S.REPLIED, who), who)
    with pytest.raises(ValidationError, match="不必重新办理"):
        workflow.redo(proposal, by=who.office, note="再办")


def test_unit_returns_what_it_is_to_handle_again(who):
    """Who takes its place writes the second reply."""
    proposal = proposal_at(S.FEEDBACK, who)
    workflow.redo(proposal, by=who.office, lead=who.unit, note="再办")
    take("give_back", proposal, who)
    assert proposal.status == S.UNIT_RETURNED
    for name in ("assign", "take_on"):
        take(name, proposal, who)
    assert (proposal.status, proposal.due_on) == (S.HANDLING, date(2025, 6, 20))
    assert replied(proposal, who).status == S.REPLIED_AGAIN


def test_register_tells_two_rounds_without_hindrance(who):
    """The office enters what was: ratings without attitude, rounds, an end without urging."""
    proposal = proposal_at(S.REPLIED, who)
    signer = proposal.sponsorships.get()
    with clock.at(clock.now() + timedelta(hours=1), taken_over=True):
        workflow.rate(proposal, by=who.office, sponsorship=signer, **DISCONTENT)
        workflow.redo(proposal, by=who.office, note="台账记载重新办理")
        replied(proposal, who)
        workflow.rate(proposal, by=who.office, sponsorship=signer, result=Satisfaction.BASICALLY)
        workflow.close(proposal, by=who.office)
    assert (proposal.status, proposal.attitude_rating, proposal.result_rating) == (
        S.CLOSED,
        "basically",
        "basically",
    )


def test_deputy_may_change_his_mind_until_the_office_goes_on(who):
    proposal = proposal_at(S.FEEDBACK, who)
    rating = Rating.objects.get()
    workflow.rate(proposal, by=who.deputy, **CONTENT)
    rating.refresh_from_db()
    assert (rating.result, proposal.result_rating, Rating.objects.count()) == ("satisfied", "satisfied", 1)
    filed(proposal, who)
