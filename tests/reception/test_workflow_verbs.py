"""What the opinion's verbs demand and write, beyond the status."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.handling import HandlingStatus
from reception import referral_workflow, workflow
from reception.enums import Competence, OpinionStatus, Outcome, Urgency
from tests.factories.congress import OfficeRulesFactory, UnitFactory
from tests.factories.reception import (
    NOON,
    OpinionCategoryFactory,
    opinion_at,
    people,
    referral_of,
    take,
    triaged_as,
    visit_of,
)


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


# Registering


def test_numbers_run_without_gaps_by_place_and_year(who):
    elsewhere = people()
    visit_of(who, draft=True)
    visits = [
        visit_of(who, opinions=2),
        visit_of(elsewhere),
        visit_of(who, on=date(2024, 12, 30)),
        visit_of(who),
    ]
    numbers = [opinion.number for visit in visits for opinion in visit.opinions.order_by("pk")]
    assert numbers == [
        "石坎〔2025〕1号",
        "石坎〔2025〕2号",
        "石坎〔2025〕1号",
        "石坎〔2024〕1号",
        "石坎〔2025〕3号",
    ]


def test_registered_opinion_waits_for_its_triage(who):
    opinion = opinion_at(OpinionStatus.REGISTERED, who)
    assert (opinion.step_due_on, opinion.step_due_sentence) == (
        date(2025, 3, 25),
        "自2025年3月20日起（当日不计）3个工作日，其间2天放假不计，到2025年3月25日（周二）止。",
    )


@pytest.mark.parametrize(("urgency", "urgent"), [(Urgency.NORMAL, ""), (Urgency.URGENT, "，紧急")])
def test_history_says_how_a_matter_was_classified(urgency, urgent, who):
    opinion = opinion_at(OpinionStatus.REGISTERED, who)
    found = {"nature": "demand", "competence": "local", "urgency": urgency}
    category = OpinionCategoryFactory(name="城乡建设与管理")
    event = workflow.triage(opinion, by=who.office, category=category, note="先看现场", **found)
    assert (event.tells_itself, event.note) == (
        True,
        f"分类为城乡建设与管理，诉求，镇街权限内{urgent}。先看现场",
    )


def test_deputy_does_not_triage(who):
    with pytest.raises(PermissionDenied, match="您不能对此分类。"):
        workflow.opinions.take("triage", opinion_at(OpinionStatus.REGISTERED, who), by=who.deputy)


# Deciding


@pytest.mark.parametrize("outcome", [Outcome.EXPLAINED, Outcome.SETTLED])
def test_explaining_notes_what_was_said(outcome, who):
    opinion = opinion_at(OpinionStatus.TRIAGED, who)
    event = workflow.explain(opinion, by=who.office, note="已说明政策", outcome=outcome)
    assert (event.label, opinion.outcome, opinion.outcome_note, opinion.step_due_on) == (
        outcome.label,
        outcome,
        "已说明政策",
        date(2025, 3, 31),
    )


@pytest.mark.parametrize(
    ("verb", "sentence"),
    [
        (workflow.explain, "请写明怎样解释或者解决的。"),
        (workflow.not_accept, "请写明不予受理的理由，以及应向哪里反映。"),
        (workflow.convert, "请写拟提出的议案或者建议的标题。"),
        (workflow.escalate, "请写明为什么要报区协调。"),
        (workflow.withdraw, "请写明撤回的原因。"),
    ],
)
def test_decision_without_a_word_is_refused(verb, sentence, who):
    opinion = opinion_at(OpinionStatus.TRIAGED, who)
    with pytest.raises(ValidationError) as error:
        verb(opinion, by=who.office, note=" ")
    assert error.value.message_dict == {"note": [sentence]}
    opinion.refresh_from_db()
    assert opinion.status == OpinionStatus.TRIAGED


# Referring


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


# Merging


def test_merging_into_another_place_is_refused(who):
    opinion, elsewhere = (
        opinion_at(OpinionStatus.TRIAGED, who),
        opinion_at(OpinionStatus.TRIAGED, people()),
    )
    with pytest.raises(ValidationError, match="请选择本镇街的另一件意见。"):
        workflow.merge(opinion, by=who.office, into=elsewhere)


def test_merging_into_itself_is_refused(who):
    opinion = opinion_at(OpinionStatus.TRIAGED, who)
    with pytest.raises(ValidationError, match="请选择本镇街的另一件意见。"):
        workflow.merge(opinion, by=who.office, into=opinion)


def test_merging_into_a_merged_opinion_is_refused(who):
    merged, opinion = opinion_at(OpinionStatus.MERGED, who), opinion_at(OpinionStatus.TRIAGED, who)
    with pytest.raises(ValidationError, match="是“并入他件”，不能作主件。"):
        workflow.merge(opinion, by=who.office, into=merged)


def test_main_opinion_is_neither_merged_nor_withdrawn(who):
    main, other = opinion_at(OpinionStatus.TRIAGED, who), opinion_at(OpinionStatus.TRIAGED, who)
    third = opinion_at(OpinionStatus.TRIAGED, who)
    workflow.merge(other, by=who.office, into=main)
    with pytest.raises(ValidationError, match="本件应作主件"):
        workflow.merge(main, by=who.office, into=third)
    with pytest.raises(ValidationError, match="那些选民还等着答复"):
        take("withdraw", main, who)


# Deputies


@pytest.mark.parametrize("verb", [workflow.urge, workflow.coordinate])
def test_deputys_act_leaves_the_status_and_a_line(verb, who):
    opinion = opinion_at(OpinionStatus.ACCEPTED, who)
    verb(opinion, by=who.deputy, note="已电话联系住建局")
    assert (opinion.status, opinion.events.last().note) == (OpinionStatus.ACCEPTED, "已电话联系住建局")


def test_words_are_never_changed_once_registered(who):
    opinion = opinion_at(OpinionStatus.REGISTERED, who)
    opinion.words = "别的话"
    with pytest.raises(ValidationError, match="选民原话登记后不能修改。"):
        opinion.full_clean()
