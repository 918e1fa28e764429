"""Similar proposals handled as one, each sponsor answered all the same (domain.md D2)."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from congress.models import Message
from proposals import handling_workflow, workflow
from proposals.enums import ProposalStatus as S
from proposals.models import Assignment, Proposal
from tests.factories.commitments import promised
from tests.factories.deputies import SeatFactory
from tests.factories.proposals import assignment_of, proposal_at, take


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def merged(who):
    """A main one and one that was merged into it, both with numbers."""
    main, other = (proposal_at(S.ACCEPTED, who) for _ in range(2))
    workflow.merge(other, by=who.office, into=main)
    return main, other


def test_reply_of_the_main_one_is_that_of_the_merged_one(who):
    main, other = merged(who)
    for name in ("assign", "take_on", "reply"):
        take(name, main, who)
    other.refresh_from_db()
    assert (other.status, other.replied_on, other.due_on) == (main.status, main.replied_on, main.due_on)
    part = assignment_of(other)
    assert (part.unit, part.replied_on, part.replies.get().text) == (who.unit, main.replied_on, "已更换。")


def test_who_signed_the_merged_one_is_told_how_the_promise_is_kept(
    client, who, django_capture_on_commit_callbacks
):
    beside = replace(who, seat=SeatFactory(term=who.seat.term, with_user=True))
    main, other = proposal_at(S.ACCEPTED, who), proposal_at(S.ACCEPTED, beside)
    workflow.merge(other, by=who.office, into=main)
    for name in ("assign", "take_on", "reply"):
        take(name, main, who)
    made = promised(main, who)
    with django_capture_on_commit_callbacks(execute=True):
        workflow.give_up_promise(made, by=who.office, note="规划调整")
    [told] = Message.objects.filter(recipient=beside.deputy)
    assert told.sentence == "“关于更换路灯的建议”答应您的事不能落实：规划调整"
    client.force_login(beside.deputy)
    assert client.get(told.url).context["matter"] == other
    client.force_login(who.deputy)
    assert client.get(told.url).context["matter"] == main


def test_unit_sees_what_was_merged_into_its_own(who):
    main, other = merged(who)
    take("assign", main, who)
    assert set(Proposal.objects.visible_to(who.clerk)) == {main, other}


def test_merged_one_goes_on_when_the_main_one_is_taken_back(who):
    main, other = merged(who)
    workflow.withdraw(main, by=who.deputy, note="已经解决")
    other.refresh_from_db()
    assert (other.status, other.merged_into, other.step_due_on) == (S.ACCEPTED, None, date(2025, 3, 27))


def test_unmerged_one_is_assigned_by_itself(who):
    main, other = merged(who)
    workflow.unmerge(other, by=who.office)
    take("assign", other, who)
    assert (other.status, Assignment.objects.filter(proposal=main).count()) == (S.ASSIGNED, 0)


def test_what_was_answered_or_has_others_in_it_is_not_merged_into(who):
    main, other = merged(who)
    third, answered = proposal_at(S.ACCEPTED, who), proposal_at(S.REPLIED, who)
    for into in (answered, other):
        with pytest.raises(ValidationError, match="只能并入同一级人大、同一种类、已受理还没有答复的一件"):
            workflow.merge(third, by=who.office, into=into)
    with pytest.raises(ValidationError, match="已有别的建议并入这一件"):
        workflow.merge(main, by=who.office, into=third)
    third.refresh_from_db()
    assert (third.status, third.merged_into) == (S.ACCEPTED, None)


def test_several_units_each_answer_their_part(who):
    proposal = proposal_at(S.ACCEPTED, who)
    workflow.assign(proposal, by=who.office, split_units=[who.unit, who.co_unit])
    first, second = assignment_of(proposal, who.unit), assignment_of(proposal, who.co_unit)
    told = {"text": "已更换。", "signatory": "李镇长", "replied_on": date(2025, 3, 20)}
    handling_workflow.accept(first, by=who.clerk)
    handling_workflow.accept(second, by=who.co_clerk)
    handling_workflow.reply(first, by=who.clerk, **told)
    proposal.refresh_from_db()
    assert (proposal.status, proposal.step_due_on) == (S.HANDLING, second.due_on)
    handling_workflow.reply(second, by=who.co_clerk, **told)
    proposal.refresh_from_db()
    assert (proposal.status, proposal.replied_on) == (S.REPLIED, date(2025, 3, 20))


def test_return_of_one_of_several_leaves_the_others_at_work(who):
    proposal = proposal_at(S.ACCEPTED, who)
    workflow.assign(proposal, by=who.office, split_units=[who.unit, who.co_unit])
    first, second = assignment_of(proposal, who.unit), assignment_of(proposal, who.co_unit)
    handling_workflow.accept(first, by=who.clerk)
    handling_workflow.request_return(second, by=who.co_clerk, reason="不属本单位职责")
    handling_workflow.confirm_return(second, by=who.office)
    proposal.refresh_from_db()
    first.refresh_from_db()
    assert (proposal.status, first.status) == (S.HANDLING, "accepted")


@pytest.mark.parametrize(
    ("units", "sentence"),
    [
        ({}, "请选择主办单位"),
        ({"lead": "unit", "split_units": ["unit", "co_unit"]}, "有主办单位的不再分办"),
        ({"split_units": ["unit"]}, "分办要有两家以上单位"),
        ({"split_units": ["unit", "co_unit"], "co_units": ["unit"]}, "分办的各答各的"),
    ],
)
def test_units_that_do_not_fit_are_refused(units, sentence, who):
    proposal = proposal_at(S.ACCEPTED, who)
    told = {
        name: getattr(who, value) if name == "lead" else [getattr(who, one) for one in value]
        for name, value in units.items()
    }
    with pytest.raises(ValidationError, match=sentence):
        workflow.assign(proposal, by=who.office, **told)
    proposal.refresh_from_db()
    assert (proposal.status, proposal.assignments.count()) == (S.ACCEPTED, 0)
