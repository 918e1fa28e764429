"""What the opinion's verbs demand and write, beyond the status."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from reception import workflow
from reception.enums import OpinionStatus, Outcome, Urgency
from tests.factories.reception import (
    OpinionCategoryFactory,
    opinion_at,
    people,
    take,
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
