"""What units do with what was referred to them, and what the office decides."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.handling import HandlingStatus
from reception import referral_workflow, workflow
from reception.enums import OpinionStatus
from tests.factories.congress import OfficeRulesFactory, UnitFactory
from tests.factories.reception import NOON, opinion_at, referral_of


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


@pytest.fixture
def referral(who):
    """An opinion's only referral, accepted."""
    return referral_of(opinion_at(OpinionStatus.ACCEPTED, who))


@pytest.fixture
def issued(who):
    return referral_of(opinion_at(OpinionStatus.REFERRED, who))


def status_of(referral):
    referral.refresh_from_db()
    referral.opinion.refresh_from_db()
    return referral.status, referral.opinion.status


def sentences(error):
    return error.value.messages


# The clock


def test_referral_carries_its_due_dates_with_their_arithmetic(issued):
    assert (issued.issued_on, issued.accept_by, issued.due_on) == (
        date(2025, 3, 20),
        date(2025, 3, 27),
        date(2025, 4, 21),
    )
    assert issued.accept_sentence == (
        "自2025年3月20日起（当日不计）5个工作日，其间2天放假不计，到2025年3月27日（周四）止。"
    )
    assert issued.due_sentence == (
        "自2025年3月20日起（当日不计）30天，到2025年4月19日（周六）止；末日是周末，顺延到2025年4月21日（周一）。"
    )


def test_clock_follows_the_rules_of_the_opinions_office(who):
    OfficeRulesFactory(
        jurisdiction=who.town, opinion_reply_days=10, referral_return_workdays=3, roll_over_holidays=False
    )
    referral = referral_of(opinion_at(OpinionStatus.REFERRED, who))
    assert (referral.accept_by, referral.due_on) == (date(2025, 3, 25), date(2025, 3, 30))


def test_opinion_waits_for_acceptance_then_for_the_reply(who, issued):
    waited = [issued.opinion.step_due_on]
    referral_workflow.accept(issued, by=who.clerk)
    waited.append(issued.opinion.step_due_on)
    assert waited == [date(2025, 3, 27), date(2025, 4, 21)]


# Who


def test_clerk_of_another_unit_may_not_accept(who, issued):
    with pytest.raises(PermissionDenied, match="您不能对此签收。"):
        referral_workflow.accept(issued, by=who.co_clerk)
    assert status_of(issued) == (HandlingStatus.ISSUED, OpinionStatus.REFERRED)


def test_office_may_not_accept_for_a_unit_with_an_account(who, issued):
    with pytest.raises(PermissionDenied, match="您不能对此签收。"):
        referral_workflow.accept(issued, by=who.office)


def test_office_records_the_paper_reply_of_a_unit_without_an_account(who):
    unit = UnitFactory(jurisdiction=who.town.district, local=who.town)
    opinion = opinion_at(OpinionStatus.TRIAGED, who)
    workflow.refer(opinion, by=who.office, lead=unit)
    referral = referral_of(opinion)
    referral_workflow.accept(referral, by=who.office)
    referral_workflow.reply(referral, by=who.office, text="已修好。", signatory="李局长")
    assert status_of(referral) == (HandlingStatus.REPLIED, OpinionStatus.REPLIED)


# Return


def test_return_is_decided_by_the_office(who, issued):
    referral_workflow.return_referral(issued, by=who.clerk, reason="不属本单位职责")
    assert status_of(issued) == (HandlingStatus.RETURN_REQUESTED, OpinionStatus.REFERRED)
    referral_workflow.confirm_return(issued, by=who.office)
    assert status_of(issued) == (HandlingStatus.RETURNED, OpinionStatus.RETURNED)


def test_refused_return_is_to_be_accepted(who, issued):
    referral_workflow.return_referral(issued, by=who.clerk, reason="不属本单位职责")
    referral_workflow.refuse_return(issued, by=who.office)
    assert status_of(issued) == (HandlingStatus.ISSUED, OpinionStatus.REFERRED)


def test_return_is_decided_and_a_refused_one_accepted_within_the_days_of_the_office(who, issued):
    with clock.at(NOON + timedelta(days=5)):
        referral_workflow.return_referral(issued, by=who.clerk, reason="不属本单位职责")
    asked = issued.step_due[0], issued.opinion.step_due_on
    with clock.at(NOON + timedelta(days=7)):
        referral_workflow.refuse_return(issued, by=who.office)
    assert asked == (date(2025, 4, 1), date(2025, 4, 1))
    assert (issued.step_due[0], issued.opinion.step_due_on) == (date(2025, 4, 3), date(2025, 4, 3))


def test_second_return_is_refused(who, issued):
    referral_workflow.return_referral(issued, by=who.clerk, reason="不属本单位职责")
    referral_workflow.refuse_return(issued, by=who.office)
    with pytest.raises(ValidationError) as error:
        referral_workflow.return_referral(issued, by=who.clerk, reason="还是不属")
    assert sentences(error) == ["已经申请过一次退回，请签收办理；确有困难的，请与交办机关联系。"]


def test_late_return_is_refused(who, issued):
    with clock.at(NOON + timedelta(days=8)), pytest.raises(ValidationError) as error:
        referral_workflow.return_referral(issued, by=who.clerk, reason="不属本单位职责")
    assert sentences(error)[0].startswith("退回期限是2025年3月27日，已经过了，请签收办理。")


def test_return_of_the_leading_unit_takes_the_matter_from_the_others(who):
    opinion = opinion_at(OpinionStatus.TRIAGED, who)
    workflow.refer(opinion, by=who.office, lead=who.unit, co_units=[who.co_unit])
    lead, co = referral_of(opinion), referral_of(opinion, who.co_unit)
    referral_workflow.return_referral(lead, by=who.clerk, reason="不属本单位职责")
    referral_workflow.confirm_return(lead, by=who.office)
    assert status_of(co) == (HandlingStatus.CANCELLED, OpinionStatus.RETURNED)


def test_returned_opinion_may_go_to_the_same_units_again(who):
    opinion = opinion_at(OpinionStatus.RETURNED, who)
    workflow.refer(opinion, by=who.office, lead=who.co_unit, co_units=[who.unit])
    assert opinion.status == OpinionStatus.REFERRED


# Plan


def test_plan_is_told_on_the_opinion(who, referral):
    referral_workflow.make_plan(
        referral,
        by=who.clerk,
        meeting_on=date(2025, 3, 20),
        measures="更换路灯",
        finish_by=date(2025, 4, 1),
    )
    assert status_of(referral) == (HandlingStatus.ACCEPTED, OpinionStatus.PLAN_MADE)
    assert referral.opinion.events.last().note == f"{who.unit}定了办理方案，计划4月1日前完成：更换路灯"


def test_plan_with_a_meeting_to_come_is_refused(who, referral):
    with pytest.raises(ValidationError) as error:
        referral_workflow.make_plan(
            referral, by=who.clerk, meeting_on=date(2025, 3, 21), measures="更换路灯", finish_by=None
        )
    assert error.value.message_dict == {"meeting_on": ["会议日期不能晚于今天（2025年3月20日）。"]}


# Extension


def test_extension_moves_the_due_date_once_granted(who, referral):
    referral_workflow.request_extension(referral, by=who.clerk, until=date(2025, 5, 20), reason="等配件")
    before = referral.due_on
    referral_workflow.grant_extension(referral, by=who.office)
    assert (before, referral.due_on, referral.opinion.due_on) == (
        date(2025, 4, 21),
        date(2025, 5, 20),
        date(2025, 5, 20),
    )
    assert status_of(referral) == (HandlingStatus.ACCEPTED, OpinionStatus.EXTENDED)
    assert referral.due_sentence.endswith("经批准延期，到2025年5月20日止。")


def test_refused_extension_leaves_the_due_date(who, referral):
    referral_workflow.request_extension(referral, by=who.clerk, until=date(2025, 5, 20), reason="等配件")
    referral_workflow.refuse_extension(referral, by=who.office)
    assert (referral.due_on, status_of(referral)) == (
        date(2025, 4, 21),
        (HandlingStatus.ACCEPTED, OpinionStatus.ACCEPTED),
    )


@pytest.mark.parametrize(
    ("until", "sentence"),
    [
        (date(2025, 4, 21), "应晚于现在的期限2025年4月21日。"),
        (date(2025, 5, 22), "最多延长30天，即不晚于2025年5月21日。"),
    ],
)
def test_extension_outside_the_ceiling_is_refused(until, sentence, who, referral):
    with pytest.raises(ValidationError) as error:
        referral_workflow.request_extension(referral, by=who.clerk, until=until, reason="等配件")
    assert error.value.message_dict == {"until": [sentence]}


def test_second_extension_is_refused(who, referral):
    for until in (date(2025, 4, 30), date(2025, 5, 10)):
        if referral.extended:
            with pytest.raises(ValidationError, match="已经延期过一次，不能再延。"):
                referral_workflow.request_extension(referral, by=who.clerk, until=until, reason="等配件")
        else:
            referral_workflow.request_extension(referral, by=who.clerk, until=until, reason="等配件")
            referral_workflow.grant_extension(referral, by=who.office)
    assert referral.due_on == date(2025, 4, 30)


def test_extension_after_the_due_date_is_refused(who, referral):
    with clock.at(NOON + timedelta(days=33)), pytest.raises(ValidationError, match="不能再申请延期"):
        referral_workflow.request_extension(referral, by=who.clerk, until=date(2025, 5, 1), reason="等配件")
