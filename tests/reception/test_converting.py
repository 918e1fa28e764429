"""From matters to a proposal and back to the voter (B14, B96)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from congress import desk
from proposals import handling_workflow
from proposals import workflow as proposing
from proposals.enums import ProposalKind, RejectReason
from proposals.models import Proposal
from reception import answer_workflow, workflow
from reception.enums import AnswerMode, OpinionStatus, Outcome
from tests.factories.deputies import SeatFactory
from tests.factories.proposals import assignment_of, category, session_of
from tests.factories.reception import opinion_at, take


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]

DRAFT = {"kind": "suggestion", "title": "关于路灯的建议", "text": "请更换路灯。"}
TOLD = {"mode": AnswerMode.PHONE, "text": "已转为建议。"}
REPLY = {"text": "已更换。", "signatory": "李镇长", "replied_on": date(2025, 3, 20)}


def triaged(who, count=1):
    return [opinion_at(OpinionStatus.TRIAGED, who) for _ in range(count)]


def converted(who, found, by=None):
    proposal = workflow.convert_all(found, by=by or who.deputy, lead=who.seat, **DRAFT)
    for opinion in found:
        opinion.refresh_from_db()
    return proposal


def replied(proposal, who):
    """Handed in, accepted, assigned and replied to."""
    session_of(proposal.term)
    proposing.submit(proposal, by=who.deputy)
    proposing.accept(proposal, by=who.office, category=category())
    proposing.assign(proposal, by=who.office, lead=who.unit)
    handling_workflow.accept(assignment_of(proposal), by=who.clerk)
    handling_workflow.reply(assignment_of(proposal), by=who.clerk, **REPLY)


def lines(user):
    return [item.title for item in desk.waiting_for(user)]


def test_several_matters_become_one_draft_and_another_joins_it(who):
    *found, later = triaged(who, 3)
    proposal = converted(who, found)
    assert (proposal.status, proposal.sponsorships.get().seat) == ("draft", who.seat)
    assert [(row.status, row.outcome, row.outcome_note, row.proposal) for row in found] == [
        (OpinionStatus.CONVERTED, Outcome.CONVERTED, "关于路灯的建议", proposal)
    ] * 2

    workflow.convert_all([later], by=who.deputy, proposal=proposal)
    assert (Proposal.objects.count(), proposal.opinions.count()) == (1, 3)


def test_matter_does_not_join_what_was_handed_in(who):
    found, [later] = triaged(who), triaged(who)
    proposal = converted(who, found)
    session_of(proposal.term)
    proposing.submit(proposal, by=who.deputy)
    with pytest.raises(ValidationError, match="不能再并入意见"):
        workflow.convert_all([later], by=who.deputy, proposal=proposal)
    later.refresh_from_db()
    assert later.status == OpinionStatus.TRIAGED


def test_deputy_who_did_not_receive_the_voter_does_not_convert(who):
    colleague = SeatFactory(jurisdiction=who.town, with_user=True)
    with pytest.raises(PermissionDenied):
        workflow.convert_all(triaged(who), by=colleague.deputy.user, lead=colleague, **DRAFT)
    assert Proposal.objects.count() == 0


def test_what_is_suggested_tells_nobody(who):
    [opinion] = triaged(who)
    opinion.visit.visitor.address = "石坎镇上坎村12号"
    opinion.words = "我叫张三，住石坎镇上坎村12号，电话13800001234，路灯坏了。"
    assert workflow.suggested_title([opinion]) == "关于解决路灯不亮0问题的建议"
    assert workflow.suggested_text([opinion]) == (
        "选民反映：我叫张某，住（住址略），电话（电话略），路灯坏了。\n\n建议："
    )
    with pytest.raises(ValidationError, match="这里不写来访人的姓名"):
        workflow.convert_all([opinion], by=who.deputy, lead=who.seat, **{**DRAFT, "text": "张三家的路灯"})


def test_voter_is_told_of_the_conversion_and_then_of_the_result(who):
    [opinion] = triaged(who)
    proposal = converted(who, [opinion])
    assert f"告知选民已转：{opinion}" in lines(who.deputy)
    with pytest.raises(ValidationError, match="还没有结果，请等有了结果再答复选民"):
        answer_workflow.answer(opinion, by=who.deputy, **TOLD)
    with pytest.raises(ValidationError, match="再办结"):
        answer_workflow.close(opinion, by=who.office, note="算了")

    answer_workflow.inform(opinion, by=who.deputy, **TOLD)
    assert (opinion.status, opinion.step_due_on, opinion.answered_on) == ("converted", None, None)
    assert f"告知选民已转：{opinion}" not in lines(who.deputy)

    replied(proposal, who)
    opinion.refresh_from_db()
    assert (opinion.status, opinion.step_due_on) == (OpinionStatus.CONVERTED, date(2025, 3, 27))
    assert opinion.events.last().note == "第九届四次会议第1号建议“关于路灯的建议”已答复，请答复选民。"
    assert f"答复选民：{opinion}" in lines(who.deputy)
    answer_workflow.answer(opinion, by=who.deputy, **TOLD)
    assert (opinion.status, opinion.answers.count()) == (OpinionStatus.ANSWERED, 2)


@pytest.mark.parametrize("end", ["reject", "withdraw"])
def test_voter_is_told_when_the_proposal_ends_otherwise(end, who):
    found = triaged(who, 2)
    proposal = converted(who, found)
    session_of(proposal.term)
    proposing.submit(proposal, by=who.deputy)
    if end == "reject":
        proposing.reject(proposal, by=who.office, reason=RejectReason.BEYOND, note="请向省里反映")
    else:
        proposing.withdraw(proposal, by=who.deputy, note="已经解决")
    for opinion in found:
        opinion.refresh_from_db()
        assert (opinion.events.last().step, opinion.step_due_on) == ("learn", date(2025, 3, 27))


def test_voter_of_a_merged_matter_is_told_with_the_main_one(who):
    main, other = triaged(who, 2)
    workflow.merge(other, by=who.office, into=main)
    proposal = converted(who, [main])
    other.refresh_from_db()
    assert (other.step_due_on, f"答复选民：{other}" in lines(who.office)) == (None, False)
    replied(proposal, who)
    other.refresh_from_db()
    assert (other.events.last().step, other.step_due_on) == ("hear", date(2025, 3, 27))


def test_both_pages_show_each_other(client, who):
    [opinion] = triaged(who)
    proposal = converted(who, [opinion])
    client.force_login(who.deputy)
    assert proposal.get_absolute_url() in client.get(opinion.get_absolute_url()).text
    assert opinion.get_absolute_url() in client.get(proposal.get_absolute_url()).text
    replied(proposal, who)
    client.force_login(who.clerk)
    assert "来自选民意见" not in client.get(proposal.get_absolute_url()).text


def test_office_converts_what_was_ticked_in_the_list(client, who):
    also = SeatFactory(deputy=who.seat.deputy, jurisdiction=who.town.district)
    found = [opinion_at(OpinionStatus.TRIAGED, who, seats=[who.seat, also]) for _ in range(2)]
    client.force_login(who.office)
    assert client.get(reverse("reception:opinion_list")).context["may_convert"]
    url = reverse("reception:opinion_convert", query={"opinion": [opinion.pk for opinion in found]})
    form = client.get(url).context["form"]
    assert form.initial["title"] == "关于解决路灯不亮0问题的建议"
    told = f"接待这2件事项的代表：{who.seat.called}。也可以请别的代表领衔。"
    assert form.fields["lead"].help_text == told

    assert client.post(url, {**DRAFT, "lead": ""}).context["form"].errors == {"lead": ["请选择领衔代表。"]}
    response = client.post(url, {**DRAFT, "kind": ProposalKind.MOTION, "lead": who.seat.pk})
    proposal = Proposal.objects.get()
    assert (response.url, proposal.kind, proposal.grounds) == (
        proposal.get_absolute_url(),
        "motion",
        "请更换路灯。",
    )
    assert f"确认领衔：{proposal}" in lines(who.deputy)


def test_ticked_matters_that_cannot_be_converted_are_named(client, who):
    taken = take("convert", triaged(who)[0], who)
    client.force_login(who.office)
    url = reverse("reception:opinion_convert", query={"opinion": taken.pk})
    assert client.get(url).url == taken.get_absolute_url()
    assert client.get(reverse("reception:opinion_convert")).url == reverse("reception:opinion_list")
    # Nothing to tick, no button.
    assert not client.get(reverse("reception:opinion_list")).context["may_convert"]
