"""Handing a matter to units and to the district, and what stands when it is taken up again."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.handling import HandlingStatus
from reception import referral_workflow, workflow
from reception.enums import Competence, OpinionStatus, Outcome
from tests.factories.congress import OfficeRulesFactory, UnitFactory
from tests.factories.reception import NOON, opinion_at, referral_of, take, triaged_as


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def test_town_refers_to_its_own_units_only(who):
    stranger = UnitFactory(jurisdiction=who.town.district, name="区住建局")
    opinion = opinion_at(OpinionStatus.TRIAGED, who)
    with pytest.raises(ValidationError, match="不能转办给区住建局：不在您可以转办的单位之列"):
        workflow.refer(opinion, by=who.office, lead=stranger)
    opinion.refresh_from_db()
    assert opinion.status == OpinionStatus.TRIAGED


def test_town_with_direct_referral_refers_to_the_districts_units(who):
    OfficeRulesFactory(jurisdiction=who.town, direct_referral=True)
    unit = UnitFactory(jurisdiction=who.town.district)
    opinion = opinion_at(OpinionStatus.TRIAGED, who)
    workflow.refer(opinion, by=who.office, lead=unit)
    assert referral_of(opinion).unit == unit


def test_what_is_beyond_the_town_is_not_referred_to_its_units(who):
    opinion = triaged_as(Competence.DISTRICT, who)
    with pytest.raises(ValidationError) as error:
        workflow.refer(opinion, by=who.office, lead=who.unit)
    assert error.value.message_dict == {
        "lead": ["这件意见的权限是“须区级协调”，不能转给本镇街的单位，请报区协调。"]
    }
    opinion.refresh_from_db()
    assert (opinion.status, opinion.referrals.count()) == (OpinionStatus.TRIAGED, 0)


@pytest.mark.parametrize("role", ["district_office", "gov_office"])
def test_escalated_matter_is_referred_by_the_district(role, who):
    unit = UnitFactory(jurisdiction=who.town.district)
    opinion = opinion_at(OpinionStatus.ESCALATED, who)
    workflow.refer(opinion, by=getattr(who, role), lead=unit)
    assert (opinion.status, referral_of(opinion).unit) == (OpinionStatus.REFERRED, unit)


def test_escalated_matter_is_out_of_the_towns_hands(who):
    with pytest.raises(PermissionDenied, match="您不能对此转办。"):
        workflow.refer(opinion_at(OpinionStatus.ESCALATED, who), by=who.office, lead=who.unit)


def test_unit_that_leads_does_not_join_as_well(who):
    opinion = opinion_at(OpinionStatus.TRIAGED, who)
    workflow.refer(opinion, by=who.office, lead=who.unit, co_units=[who.unit, who.co_unit])
    assert [str(part.unit) for part in opinion.referrals.all()] == [str(who.unit), str(who.co_unit)]


def test_each_unit_reads_of_its_own_part(who):
    opinion = opinion_at(OpinionStatus.TRIAGED, who)
    workflow.refer(opinion, by=who.office, lead=who.unit, co_units=[who.co_unit], note="请抓紧")
    days = "应于3月27日前签收，4月21日前答复"
    assert [part.events.get().note for part in opinion.referrals.order_by("pk")] == [
        f"转办给{who.unit}主办，{days}。请抓紧",
        f"转办给{who.co_unit}会办，{days}。请抓紧",
    ]


def test_unit_that_replied_in_the_round_is_not_given_the_matter_again(who):
    opinion = opinion_at(OpinionStatus.TRIAGED, who)
    workflow.refer(opinion, by=who.office, lead=who.unit, co_units=[who.co_unit])
    joining = referral_of(opinion, who.co_unit)
    referral_workflow.accept(joining, by=who.co_clerk)
    referral_workflow.reply(joining, by=who.co_clerk, text="已看过。", signatory="王局长")
    take("return", opinion, who)
    with pytest.raises(ValidationError, match="这一轮已经转给该单位。"):
        workflow.refer(opinion, by=who.office, lead=who.co_unit)
    opinion.refresh_from_db()
    assert (opinion.status, opinion.referrals.count()) == (OpinionStatus.RETURNED, 2)


@pytest.mark.parametrize("verb", [workflow.escalate, workflow.withdraw])
def test_matter_is_taken_from_units_that_have_not_replied(verb, who):
    opinion = opinion_at(OpinionStatus.ACCEPTED, who)
    verb(opinion, by=who.office, note="另行处理")
    assert referral_of(opinion).status == HandlingStatus.CANCELLED


def test_escalating_an_unanswered_matter_stays_in_its_round(who):
    opinion = take("escalate", opinion_at(OpinionStatus.ACCEPTED, who), who)
    take("refer", opinion, who)
    assert (opinion.round, opinion.status) == (1, OpinionStatus.REFERRED)


def test_day_of_referral_is_that_of_the_unit_which_replied(who):
    opinion = opinion_at(OpinionStatus.RETURNED, who)
    with clock.at(NOON + timedelta(days=5)):
        workflow.refer(opinion, by=who.office, lead=who.co_unit)
    with clock.at(NOON + timedelta(days=34)):
        referral = referral_of(opinion, who.co_unit)
        referral_workflow.accept(referral, by=who.co_clerk)
        referral_workflow.reply(referral, by=who.co_clerk, text="已修好。", signatory="王局长")
    opinion.refresh_from_db()
    assert (opinion.referred_on, opinion.replied_on, opinion.replied_in_time) == (
        date(2025, 3, 25),
        date(2025, 4, 23),
        True,
    )


def test_day_of_referral_stays_when_handled_again(who):
    opinion = opinion_at(OpinionStatus.SURVEYED, who)
    with clock.at(NOON + timedelta(days=5)):
        take("redo", opinion, who)
    assert opinion.referred_on == date(2025, 3, 20)


@pytest.mark.parametrize(("status", "step"), [("explained", "escalate"), ("closed", "reopen")])
def test_decision_without_a_unit_is_open_again(status, step, who):
    opinion = opinion_at(OpinionStatus.EXPLAINED, who)
    if status == OpinionStatus.CLOSED:
        take("close", opinion, who)
    take(step, opinion, who)
    assert (opinion.outcome, opinion.outcome_note) == ("", "")


def test_what_a_unit_handled_stays_referred_when_reopened(who):
    assert opinion_at(OpinionStatus.REOPENED, who).outcome == Outcome.REFERRED
