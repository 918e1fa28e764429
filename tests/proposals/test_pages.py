"""The pages: what they cost, what they offer, what stands on whose desk."""

import pytest
from django.urls import reverse

from congress import clock, desk
from proposals import handling_workflow, workflow
from proposals.enums import Check, ProposalKind, ProposalStatus
from proposals.models import Proposal
from tests.factories.congress import LeaderFactory
from tests.factories.proposals import (
    assignment_of,
    category,
    cosigners,
    drafted,
    motion_with,
    proposal_at,
    session_of,
    signature_of,
)
from tests.factories.reception.people import NOON


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]
LIST = "proposals:proposal_list"
S = ProposalStatus


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("person", "queries"), [("office", 12), ("clerk", 9), ("deputy", 10)])
def test_list_queries(count, person, queries, client, who, django_assert_num_queries):
    for _ in range(count):
        proposal_at(S.HANDLING, who)
    client.force_login(getattr(who, person))
    client.get(reverse(LIST))

    with django_assert_num_queries(queries):
        response = client.get(reverse(LIST))

    assert len(response.context["object_list"]) == count


@pytest.mark.parametrize("count", [1, 3])
def test_detail_queries(count, client, who, django_assert_num_queries):
    """Signers and units cost as many queries however many they are."""
    proposal = motion_with(who, count)
    client.force_login(who.deputy)
    client.get(proposal.get_absolute_url())

    with django_assert_num_queries(12):
        client.get(proposal.get_absolute_url())


def steps(client, user, proposal):
    client.force_login(user)
    return [step["label"] for step in client.get(proposal.get_absolute_url()).context["steps"]]


def test_page_offers_what_each_may_do(client, who):
    draft, [seat] = drafted(who), cosigners(who.seat, 1)
    workflow.invite(draft, by=who.deputy, seats=[seat])
    assert steps(client, seat.deputy.user, draft) == ["确认联名", "不联名"]
    assert steps(client, who.deputy, draft) == ["提交", "修改", "邀请联名", "撤回"]

    proposal = proposal_at(S.SUBMITTED, who)
    assert steps(client, who.office, proposal) == ["受理", "退回代表", "不予受理", "开始审查"]
    proposal = proposal_at(S.HANDLING, who)
    assert steps(client, who.clerk, proposal) == ["书面答复", "申请延期", "起草答复", "登记联系代表"]
    assert steps(client, who.office, proposal) == [
        "增加承办单位",
        "列为重点督办",
        "登记督办活动",
        f"催办（{who.unit}）",
    ]


def test_deputy_writes_and_hands_in_on_his_phone(client, who):
    session_of(who.seat.term)
    client.force_login(who.deputy)
    url = reverse("proposals:proposal_create")
    assert [*client.get(url).context["form"].fields] == [
        *("title", "paper", "text", "category", "secret", "invited")
    ]
    client.post(url, {"title": "关于路灯的建议", "text": "请更换。"})
    proposal = Proposal.objects.get()
    assert (proposal.title, proposal.status) == ("关于路灯的建议", S.DRAFT)

    client.post(
        reverse("proposals:proposal_edit", args=[proposal.pk], query={"kind": "motion"}),
        {"title": "关于路灯的议案", "subject": "路灯", "grounds": "坏了", "plan": "更换"},
    )
    submit = reverse("proposals:proposal_step", args=[proposal.pk, "submit"])
    assert "现在确认联名的有1名" in client.get(submit).text
    assert client.post(submit, {"checks": ["aimed"]}).context["form"].errors == {
        "checks": ["请逐项核对后再提交；没有做到的，先修改。"],
        "as_suggestion": ["现在不能作为议案提交；同意作为建议提交的，请勾选。"],
    }
    client.post(submit, {"checks": Check.values, "as_suggestion": "on"})
    proposal.refresh_from_db()
    assert (proposal.kind, proposal.status, proposal.checks) == (
        ProposalKind.SUGGESTION,
        S.SUBMITTED,
        Check.values,
    )


def test_office_accepts_assigns_and_the_unit_replies(client, who):
    proposal = proposal_at(S.SUBMITTED, who)

    def post(user, url_name, pk, name, **data):
        client.force_login(user)
        response = client.post(reverse(url_name, args=[pk, name]), data)
        assert response.status_code == 302, response.context["form"].errors

    post(who.office, "proposals:proposal_step", proposal.pk, "accept", category=category().pk)
    post(who.office, "proposals:proposal_step", proposal.pk, "assign", lead=who.unit.pk)
    part = assignment_of(proposal)
    post(who.clerk, "proposals:assignment_step", part.pk, "accept")
    told = {"text": "已更换。", "signatory": "李镇长", "replied_on": "2025-03-20"}
    post(who.clerk, "proposals:assignment_step", part.pk, "reply", **told)
    proposal.refresh_from_db()
    assert proposal.status == S.REPLIED


def lines(user):
    """Of this floor; a deputy's report on his year waits for him as well."""
    return [item.title for item in desk.waiting_for(user) if "述职报告" not in item.title]


def test_desks_tell_whose_turn_it_is(who):
    draft, [seat] = drafted(who), cosigners(who.seat, 1)
    workflow.invite(draft, by=who.deputy, seats=[seat])
    assert lines(seat.deputy.user) == [f"确认联名：{draft}"]
    assert lines(who.deputy) == [f"提交：{draft}"]
    workflow.decline(signature_of(draft, seat), by=seat.deputy.user)
    assert lines(seat.deputy.user) == []

    proposal = proposal_at(S.ASSIGNED, who)
    assert (lines(who.clerk), lines(who.office)) == ([f"签收：{proposal}"], [])
    handling_workflow.request_return(assignment_of(proposal), by=who.clerk, reason="不属本单位职责")
    assert (lines(who.clerk), lines(who.office)) == ([], [f"审核退回：{proposal}"])


def test_leader_sees_units_that_are_late_and_no_ratings(who):
    leader = LeaderFactory(jurisdiction=who.town.district)
    proposal_at(S.REPLIED, who)
    late = proposal_at(S.HANDLING, who)
    with clock.at(NOON.replace(year=2026)):
        assert lines(leader) == [f"查看：{late}"]


def test_declined_draft_comes_back_to_the_office_that_wrote_it(who):
    draft = drafted(who, by=who.office)
    assert (lines(who.deputy), lines(who.office)) == ([f"确认领衔：{draft}"], [])
    workflow.decline(draft.sponsorships.get(), by=who.deputy)
    assert (lines(who.deputy), lines(who.office)) == ([], [f"另选领衔：{draft}"])


def test_search_finds_by_number_title_and_signer(who):
    proposal = proposal_at(S.ACCEPTED, who)
    found = [
        [row.pk for row in Proposal.objects.visible_to(who.office).search(words)]
        for words in (
            *("第九届四次会议第1号", "1号", "路灯", who.seat.deputy.name),
            *("第九届五次会议第1号", "二十一届第十次会议1号", "第十十届四次会议1号"),
        )
    ]
    assert found == [[proposal.pk]] * 4 + [[]] * 3
