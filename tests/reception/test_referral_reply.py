"""Units' replies: when an opinion is replied to, and what its history tells."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from congress import clock
from congress.calendar import short_date
from congress.handling import HandlingStatus
from congress.workflow import StepNotAvailable
from reception import referral_workflow, workflow
from reception.enums import OpinionStatus
from tests.factories.reception import NOON, opinion_at, referral_of


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


@pytest.fixture
def referral(who):
    """An opinion's only referral, accepted."""
    return referral_of(opinion_at(OpinionStatus.ACCEPTED, who))


@pytest.fixture
def joint(who):
    """An opinion referred to a leading unit and one that joins, accepted by both."""
    opinion = opinion_at(OpinionStatus.TRIAGED, who)
    workflow.refer(opinion, by=who.office, lead=who.unit, co_units=[who.co_unit])
    referral_workflow.accept(referral_of(opinion), by=who.clerk)
    referral_workflow.accept(referral_of(opinion, who.co_unit), by=who.co_clerk)
    return opinion


def status_of(referral):
    referral.refresh_from_db()
    referral.opinion.refresh_from_db()
    return referral.status, referral.opinion.status


def reply(referral, by, **kwargs):
    return referral_workflow.reply(referral, by=by, text="已修好。", signatory="李局长", **kwargs)


def test_reply_in_time_is_noted_on_the_opinion(who, referral):
    with clock.at(NOON + timedelta(days=10)):
        reply(referral, who.clerk, document_number="石住建〔2025〕3号")
    opinion = referral.opinion
    assert (opinion.status, opinion.replied_on, opinion.replied_in_time, opinion.step_due_on) == (
        OpinionStatus.REPLIED,
        date(2025, 3, 30),
        True,
        date(2025, 4, 1),
    )
    assert opinion.events.last().note == f"{who.unit}书面答复（石住建〔2025〕3号）。"


def test_late_reply_is_noted_as_late(who, referral):
    with clock.at(NOON + timedelta(days=40)):
        reply(referral, who.clerk)
    assert referral.opinion.replied_in_time is False


@pytest.mark.parametrize(
    ("replied_on", "sentence"),
    [
        (date(2025, 3, 21), "答复日期不能晚于今天（2025年3月20日）。"),
        (date(2025, 3, 19), "答复日期不能早于交办日期2025年3月20日。"),
    ],
)
def test_reply_on_an_impossible_day_is_refused(replied_on, sentence, who, referral):
    with pytest.raises(ValidationError) as error:
        reply(referral, who.clerk, replied_on=replied_on)
    assert error.value.message_dict == {"replied_on": [sentence]}
    assert status_of(referral) == (HandlingStatus.ACCEPTED, OpinionStatus.ACCEPTED)


def test_leading_units_reply_waits_for_the_joining_unit(who, joint):
    reply(referral_of(joint), who.clerk)
    joint.refresh_from_db()
    assert (joint.status, joint.events.last().note) == (
        OpinionStatus.ACCEPTED,
        f"{who.unit}书面答复。尚待{who.co_unit}答复。",
    )
    reply(referral_of(joint, who.co_unit), who.co_clerk)
    joint.refresh_from_db()
    assert joint.status == OpinionStatus.REPLIED


def test_opinion_is_replied_to_when_the_joining_unit_is_let_go(who, joint):
    reply(referral_of(joint), who.clerk)
    referral_workflow.cancel_referral(referral_of(joint, who.co_unit), by=who.office, note="不必会办")
    joint.refresh_from_db()
    assert joint.status == OpinionStatus.REPLIED


def test_leading_unit_is_not_let_go(who, referral):
    with pytest.raises(ValidationError, match="主办单位的转办不能撤销"):
        referral_workflow.cancel_referral(referral, by=who.office, note="不必办")


def test_second_reply_finds_the_matter_replied_to(who, referral):
    stale = type(referral).objects.get(pk=referral.pk)
    reply(referral, who.clerk)
    with pytest.raises(StepNotAvailable) as refusal:
        reply(stale, who.clerk)
    assert str(refusal.value) == "现在不能书面答复：已是“已答复”，可能刚有人办理过，请看最新情况。"


def test_history_of_the_opinion_reads_well(who, joint):
    told = list(joint.events.values_list("label", "note"))[-3:]
    assert told == [
        ("转办", f"转办给{who.unit}，会办{who.co_unit}，应于4月21日前答复。"),
        ("单位签收", f"{who.unit}签收，应于4月21日前答复。"),
        ("签收", f"{who.co_unit}签收，应于4月21日前答复。"),
    ]


def test_history_of_the_opinion_names_what_a_joining_unit_asked_for(who, joint):
    referral = referral_of(joint, who.co_unit)
    until = referral.due_on + timedelta(days=5)
    referral_workflow.request_extension(referral, by=who.co_clerk, until=until, reason="等配件")
    referral_workflow.refuse_extension(referral, by=who.office)
    assert list(joint.events.values_list("step", "label", "note"))[-2:] == [
        ("unit_act", "申请延期", f"{who.co_unit}申请延至{short_date(until)}：等配件"),
        ("unit_act", "不同意延期", f"不同意{who.co_unit}延期。"),
    ]


def test_history_of_the_referral_says_until_when(who, joint):
    assert referral_of(joint, who.co_unit).events.first().note == (
        f"转办给{who.co_unit}会办，应于3月27日前签收，4月21日前答复。"
    )
