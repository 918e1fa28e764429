"""Promises: told of each quarter, kept or not, and the proposal followed up meanwhile (B37, D2)."""

from datetime import date, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from congress import clock
from congress.handling import PromiseStatus
from congress.handling.promise import next_report, quarter_end
from congress.workflow import StepNotAvailable
from proposals import handling_workflow, workflow
from proposals.enums import ProposalStatus as S
from proposals.models import Commitment
from proposals.workflow import commitments
from tests.factories.commitments import COMMITMENT_WALK, commitment_at, kept, promised, told_kept
from tests.factories.congress import LeaderFactory, ResultClassFactory
from tests.factories.proposals import assignment_of, proposal_at
from tests.factories.ratings import filed


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]
REACHED = sorted(set(PromiseStatus) - {PromiseStatus.REPLACED})
ALLOWED = [
    (step.name, status)
    for step in commitments.steps.values()
    if step.name != "replace"
    for status in sorted(step.sources)
]


def at(*day):
    return clock.at(datetime(*day, 12, tzinfo=timezone.get_default_timezone()))


@pytest.mark.parametrize(("name", "status"), ALLOWED)
def test_step_leads_to_its_target(name, status, who):
    made = commitment_at(status, proposal_at(S.REPLIED, who), who)
    COMMITMENT_WALK[name](made, who)
    made.refresh_from_db()
    assert made.status == (commitments.steps[name].target or status)


@pytest.mark.parametrize("status", REACHED)
def test_status_refuses_all_other_steps_and_a_leader_the_rest(status, who):
    made = commitment_at(status, proposal_at(S.REPLIED, who), who)
    leader = LeaderFactory(jurisdiction=who.town.district)
    refused = {StepNotAvailable: set(), PermissionDenied: set()}
    for name in commitments.steps:
        with pytest.raises((StepNotAvailable, PermissionDenied)) as refusal:
            commitments.take(name, made, by=leader)
        refused[refusal.type].add(name)
    open_steps = {step.name for step in commitments.steps.values() if status in step.sources}
    assert refused == {
        StepNotAvailable: set(commitments.steps) - open_steps,
        PermissionDenied: open_steps,
    }


@pytest.mark.parametrize("name", ["confirm", "send_back", "give_up"])
def test_unit_does_not_judge_itself(name, who):
    made = commitment_at(PromiseStatus.REPORTED, proposal_at(S.REPLIED, who), who)
    with pytest.raises(PermissionDenied):
        commitments.take(name, made, by=who.clerk)


@pytest.mark.parametrize(
    ("due_on", "told_on", "expected"),
    [
        ((2025, 3, 31), (2025, 3, 20), (2025, 6, 30)),
        ((2025, 6, 30), (2025, 3, 25), (2025, 6, 30)),
        ((2025, 3, 31), (2025, 4, 2), (2025, 6, 30)),
        ((2025, 3, 31), (2025, 9, 30), (2025, 9, 30)),
        ((2025, 12, 31), (2025, 10, 1), (2026, 3, 31)),
    ],
)
def test_next_report_is_that_of_the_next_quarter(due_on, told_on, expected):
    assert next_report(date(*due_on), date(*told_on)) == date(*expected)


def test_quarters_end():
    assert [quarter_end(date(2024, month, 5)) for month in (1, 6, 8, 12)] == [
        date(2024, 3, 31),
        date(2024, 6, 30),
        date(2024, 9, 30),
        date(2024, 12, 31),
    ]


def test_reply_whose_class_promises_says_what_by_when(who):
    part = assignment_of(proposal_at(S.HANDLING, who))
    planned = ResultClassFactory(jurisdiction=who.town.district, code="B", promises=True)
    reply = {
        "text": "列入计划。",
        "signatory": "李镇长",
        "replied_on": clock.today(),
        "result_class": planned,
    }
    with pytest.raises(ValidationError) as nothing:
        handling_workflow.reply(part, by=who.clerk, **reply)
    with pytest.raises(ValidationError) as half:
        handling_workflow.reply(part, by=who.clerk, promised="修路", **reply)
    assert (nothing.value.message_dict, half.value.message_dict) == (
        {"promised": [f"{planned}要写明承诺事项。"]},
        {"promise_due_on": ["请填承诺的完成时限。"]},
    )

    handling_workflow.reply(part, by=who.clerk, promised="修路", promise_due_on=date(2025, 12, 31), **reply)
    made = Commitment.objects.get()
    assert (made.text, made.unit, made.assignment, made.promised_on, made.first_due_on) == (
        "修路",
        who.unit,
        part,
        date(2025, 3, 20),
        date(2025, 12, 31),
    )
    assert made.progress_due_on == date(2025, 3, 31)


def test_day_that_nobody_can_promise_is_refused(who):
    proposal = proposal_at(S.REPLIED, who)
    for day in (date(2025, 3, 19), date(2052, 1, 1)):
        with pytest.raises(ValidationError):
            promised(proposal, who, due_on=day)
    assert proposal.commitments.count() == 0


def test_closed_is_not_kept(who):
    proposal = proposal_at(S.REPLIED, who)
    first, second = promised(proposal, who), promised(proposal, who, text="安装路灯")
    filed(proposal, who)
    assert (proposal.status, proposal.closed_on) == (S.TRACKING, date(2025, 3, 20))

    kept(first, who)
    proposal.refresh_from_db()
    assert proposal.status == S.TRACKING
    kept(second, who)
    proposal.refresh_from_db()
    assert (proposal.status, proposal.closed_on) == (S.IMPLEMENTED, date(2025, 3, 20))


def test_one_promise_that_cannot_be_kept_tells_of_the_whole(who):
    proposal = proposal_at(S.REPLIED, who)
    first, second = promised(proposal, who), promised(proposal, who, text="安装路灯")
    kept(first, who)
    workflow.give_up_promise(second, by=who.office, note="规划调整")
    filed(proposal, who)
    assert proposal.status == S.NOT_FEASIBLE


def test_progress_moves_on_by_the_quarter_and_is_late_after_it(who):
    made = promised(proposal_at(S.REPLIED, who), who)
    commitments.tell_progress(made, by=who.clerk, note="已完成招标")
    assert (made.progress, made.progress_on, made.progress_due_on) == (
        "已完成招标",
        date(2025, 3, 20),
        date(2025, 6, 30),
    )
    with at(2025, 7, 1):
        assert made.progress_is_late
        assert list(Commitment.objects.untold(clock.today())) == [made]
        assert Commitment.objects.with_step_due().get().step_due_on == date(2025, 6, 30)


def test_promise_rolls_over_until_it_is_settled(who):
    made = promised(proposal_at(S.REPLIED, who), who)
    with at(2027, 2, 1):
        assert made.rolled_over == [2026, 2027]
        told_kept(made, who)
        workflow.confirm_kept(made, by=who.office)
    years = [year for year in range(2024, 2029) if Commitment.objects.of_year(year).exists()]
    assert (years, made.rolled_over) == ([2025, 2026, 2027], [2026, 2027])


def test_moved_due_date_keeps_the_first_one(who):
    made = promised(proposal_at(S.REPLIED, who), who, due_on=date(2025, 6, 30))
    commitments.move(made, by=who.office, due_on=date(2025, 9, 30), note="汛期停工")
    assert (made.first_due_on, made.due_on) == (date(2025, 6, 30), date(2025, 9, 30))
    assert made.events.last().note == "由2025年6月30日改为2025年9月30日：汛期停工"


def test_unit_promises_for_itself_alone(who):
    proposal, other = proposal_at(S.REPLIED, who), proposal_at(S.REPLIED, who)
    with pytest.raises(ValidationError, match="请选择承办这件建议的单位"):
        workflow.promise(
            proposal, by=who.clerk, part=assignment_of(other), text="修", due_on=date(2025, 9, 1)
        )
