"""Key supervision by the chairs; supervision meetings and looks on the spot (D2, B39)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from congress import desk
from congress.workflow import StepNotAvailable
from proposals.enums import KeyStatus
from proposals.enums import ProposalStatus as S
from proposals.workflow import supervision
from proposals.workflow.supervision_steps import key_supervisions
from tests.factories.congress import LeaderFactory
from tests.factories.proposals import proposal_at
from tests.factories.supervision import KEY_WALK, chosen, inspected


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


@pytest.fixture
def proposal(who):
    return proposal_at(S.HANDLING, who)


@pytest.mark.parametrize("name", KEY_WALK)
def test_step_leads_to_its_target_and_ends_the_year(name, who, proposal):
    key = chosen(proposal, who)
    KEY_WALK[name](key, who)
    assert key.status == (key_supervisions.steps[name].target or KeyStatus.ONGOING)
    if key.status != KeyStatus.ONGOING:
        with pytest.raises(StepNotAvailable):
            KEY_WALK[name](key, who)


@pytest.mark.parametrize("name", key_supervisions.steps)
def test_leader_decides_nothing_here(name, who, proposal):
    key, leader = chosen(proposal, who), LeaderFactory(jurisdiction=who.town.district)
    with pytest.raises(PermissionDenied):
        key_supervisions.take(name, key, by=leader)


def test_chairs_choose_a_proposal_once_a_year(who, proposal):
    key = chosen(proposal, who)
    assert (key.year, str(key)) == (2025, "2025年重点督办：关于更换路灯的建议")
    with pytest.raises(ValidationError, match="今年已经是重点督办"):
        chosen(proposal, who)
    told = "第三十二次主任会议选定为2025年重点督办，钟主任领衔，城建环资工委负责。"
    assert proposal.events.last().note == told


def test_leader_is_an_account_or_a_name(who, proposal):
    with pytest.raises(ValidationError, match="请填领衔督办的领导"):
        chosen(proposal, who, leader_name="")
    with pytest.raises(ValidationError, match="请选择领导的账号"):
        chosen(proposal, who, leader=who.clerk)
    leader = LeaderFactory(jurisdiction=who.town.district, name="钟毅")
    key = chosen(proposal, who, leader=leader, leader_name="")
    assert key.leader_name == "钟毅"
    lines = [item.title for item in desk.waiting_for(leader) if item.action == "重点督办"]
    assert lines == ["重点督办：关于更换路灯的建议"]


def test_next_year_follows_this_one(who, proposal):
    key = chosen(proposal, who)
    supervision.carry_on(key, by=who.office, note="二期明年实施")
    following = proposal.key_supervisions.get(year=2026)
    assert (following.follows, following.status, following.committee) == (
        key,
        KeyStatus.ONGOING,
        "城建环资工委",
    )
    assert following.events.get().note == "由2025年转入：二期明年实施"


def test_inspection_tells_who_came_what_was_found_and_what_came_of_it(client, who, proposal):
    held = inspected(proposal, who)
    supervision.inspect_result(proposal, by=who.office, inspection=held, result="已全部更换。")
    client.force_login(who.deputy)
    page = client.get(proposal.get_absolute_url()).text
    assert [
        word in page for word in ("现场视察", "5名代表", "路灯还没有更换", "月底前完成", "已全部更换")
    ] == [True] * 5


def test_inspection_of_tomorrow_or_of_another_proposal_is_refused(who, proposal):
    with pytest.raises(ValidationError, match="日期不能晚于今天"):
        inspected(proposal, who, held_on=date(2025, 3, 21))
    with pytest.raises(ValidationError, match="请选择这件建议的督办活动"):
        supervision.inspect_result(
            proposal, by=who.office, inspection=inspected(proposal_at(S.HANDLING, who), who), result="好了"
        )


@pytest.mark.parametrize("count", [1, 3])
def test_list_queries(count, client, who, django_assert_num_queries):
    for _ in range(count):
        chosen(proposal_at(S.HANDLING, who), who)
    client.force_login(who.office)
    client.get(reverse("proposals:key_list"))
    with django_assert_num_queries(8):
        response = client.get(reverse("proposals:key_list"))
    assert len(response.context["object_list"]) == count


def test_office_enters_on_the_pages(client, who, proposal):
    client.force_login(who.office)
    url = reverse("proposals:proposal_step", args=[proposal.pk, "key"])
    told = {"reason": "many", "chosen_by": "主任会议", "chosen_on": "2025-03-19", "committee": "城建工委"}
    refused = client.post(url, told)
    assert refused.context["form"].errors == {"leader_name": ["请填领衔督办的领导，或者选他的账号。"]}
    assert client.post(url, told | {"leader_name": "钟主任"}).status_code == 302
    key = proposal.key_supervisions.get()
    page = client.get(key.get_absolute_url())
    assert [step["label"] for step in page.context["steps"]] == [
        "调整督办分工",
        "督办结束",
        "转下一年继续督办",
    ]
