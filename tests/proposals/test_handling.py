"""What units do with proposals: clocks, returns, extensions, replies (代表法 51, D2)."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from congress.handling import HandlingStatus
from proposals import handling_workflow, workflow
from proposals.enums import ProposalStatus as S
from tests.factories.congress import UnitFactory
from tests.factories.proposals import assignment_of, proposal_at


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]
REPLY = {"text": "已更换。", "signatory": "李镇长", "replied_on": date(2025, 3, 20)}


def test_numbers_run_on_within_a_session_and_a_kind(who):
    first, second = (proposal_at(S.ACCEPTED, who) for _ in range(2))
    assert [first.number, second.number] == ["第九届四次会议第1号", "第九届四次会议第2号"]
    assert first.called == "第九届四次会议第1号建议“关于更换路灯的建议”"


def test_clocks_of_lead_and_joining_unit(who):
    proposal = proposal_at(S.ACCEPTED, who)
    workflow.assign(proposal, by=who.office, lead=who.unit, co_units=[who.co_unit])
    lead, joining = assignment_of(proposal), assignment_of(proposal, who.co_unit)
    assert (lead.accept_by, lead.due_on, joining.due_on) == (
        date(2025, 4, 3),
        date(2025, 6, 20),
        date(2025, 4, 21),
    )
    assert (proposal.due_on, proposal.step_due_on) == (lead.due_on, lead.accept_by)


def test_difficult_matter_has_six_months(who):
    proposal = proposal_at(S.ACCEPTED, who)
    workflow.assign(proposal, by=who.office, lead=who.unit, difficult=True)
    assert proposal.due_on == date(2025, 9, 22)


def test_unit_out_of_reach_is_refused(who):
    proposal, elsewhere = proposal_at(S.ACCEPTED, who), UnitFactory(jurisdiction=who.town.district)
    with pytest.raises(ValidationError, match="不在可以交办的单位之列"):
        workflow.assign(proposal, by=who.office, lead=elsewhere)


def test_leading_unit_waits_for_the_joining_ones(who):
    proposal = proposal_at(S.ACCEPTED, who)
    workflow.assign(proposal, by=who.office, lead=who.unit, co_units=[who.co_unit])
    lead, joining = assignment_of(proposal), assignment_of(proposal, who.co_unit)
    handling_workflow.accept(lead, by=who.clerk)
    with pytest.raises(ValidationError, match="还没有交会办意见"):
        handling_workflow.reply(lead, by=who.clerk, **REPLY)
    lead.refresh_from_db()
    assert lead.status == HandlingStatus.ACCEPTED

    handling_workflow.accept(joining, by=who.co_clerk)
    handling_workflow.reply(joining, by=who.co_clerk, **REPLY)
    proposal.refresh_from_db()
    assert proposal.status == S.CO_OPINION_DONE
    assert [joining.events.last().label, proposal.events.filter(step="unit_act").last().label] == (
        ["提交会办意见"] * 2
    )
    handling_workflow.reply(lead, by=who.clerk, **REPLY)
    proposal.refresh_from_db()
    assert (proposal.status, proposal.replied_on) == (S.REPLIED, date(2025, 3, 20))


def test_joining_unit_that_is_cancelled_is_waited_for_no_longer(who):
    proposal = proposal_at(S.ACCEPTED, who)
    workflow.assign(proposal, by=who.office, lead=who.unit, co_units=[who.co_unit])
    lead = assignment_of(proposal)
    handling_workflow.accept(lead, by=who.clerk)
    handling_workflow.cancel(assignment_of(proposal, who.co_unit), by=who.office, note="不涉及")
    handling_workflow.reply(lead, by=who.clerk, **REPLY)
    proposal.refresh_from_db()
    assert proposal.status == S.REPLIED


def test_extension_ends_where_the_law_does(who):
    part = assignment_of(proposal_at(S.HANDLING, who))
    with pytest.raises(ValidationError, match="最多延长92天，即不晚于2025年9月20日"):
        handling_workflow.request_extension(part, by=who.clerk, until=date(2025, 9, 21), reason="难")
    handling_workflow.request_extension(part, by=who.clerk, until=date(2025, 9, 20), reason="难")
    handling_workflow.grant_extension(part, by=who.office)
    assert (part.proposal.due_on, part.proposal.step_due_on) == (date(2025, 9, 20), date(2025, 9, 20))


def test_refused_extension_and_return_leave_the_clock(who):
    part = assignment_of(proposal_at(S.ASSIGNED, who))
    handling_workflow.request_return(part, by=who.clerk, reason="不是我们的")
    handling_workflow.refuse_return(part, by=who.office, note="就是你们的")
    handling_workflow.accept(part, by=who.clerk)
    handling_workflow.request_extension(part, by=who.clerk, until=date(2025, 7, 1), reason="难")
    handling_workflow.refuse_extension(part, by=who.office)
    part.proposal.refresh_from_db()
    assert (part.proposal.status, part.proposal.due_on) == (S.HANDLING, date(2025, 6, 20))


def test_returned_proposal_is_assigned_anew(who):
    proposal = proposal_at(S.UNIT_RETURNED, who)
    assert proposal.step_due_on == date(2025, 3, 27)
    event = workflow.assign(proposal, by=who.office, lead=who.co_unit)
    assert (event.label, proposal.status) == ("重新交办", S.ASSIGNED)


def test_withdrawal_stops_the_units(who):
    proposal = proposal_at(S.HANDLING, who)
    workflow.withdraw(proposal, by=who.deputy, note="已经解决")
    assert (proposal.status, assignment_of(proposal).status) == (S.WITHDRAWN, HandlingStatus.CANCELLED)


def test_result_is_told_within_the_step(who, monkeypatch):
    told = []
    monkeypatch.setattr(
        "proposals.workflow.listeners._listeners", [lambda proposal, by: told.append(proposal.status)]
    )
    proposal_at(S.REPLIED, who)
    proposal_at(S.REJECTED, who)
    proposal_at(S.WITHDRAWN, who)
    assert told == [S.REPLIED, S.REJECTED, S.WITHDRAWN]
