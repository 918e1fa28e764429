"""What waits for whom."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from congress import clock, desk, navigation
from congress.enums import Light, Role
from congress.models import User
from reception import referral_workflow, workflow
from reception.enums import DayStatus, OpinionStatus
from tests.factories.congress import LeaderFactory, SysadminFactory
from tests.factories.reception import NOON, day_at, opinion_at, referral_of, take, visit_of


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def actions(user):
    """What the person is to do on this floor."""
    return [item.action for item in desk.waiting_for(user) if item.url.startswith("/reception/")]


def all_actions(who):
    """What each of the people is to do: {role: [action]}, without those who have nothing to do."""
    roles = {
        "office": who.office,
        "liaison": who.liaison,
        "deputy": who.deputy,
        "clerk": who.clerk,
        "district": who.district_office,
        "government": who.gov_office,
    }
    found = {role: actions(user) for role, user in roles.items()}
    return {role: waiting for role, waiting in found.items() if waiting}


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (OpinionStatus.DRAFT, {"liaison": ["登记"]}),
        (OpinionStatus.REGISTERED, {"office": ["分类"]}),
        (OpinionStatus.TRIAGED, {"office": ["处理"]}),
        (OpinionStatus.RETURNED, {"office": ["重新转办"]}),
        (OpinionStatus.REFERRED, {"clerk": ["签收"]}),
        (OpinionStatus.REDO, {"clerk": ["签收"]}),
        (OpinionStatus.ACCEPTED, {"clerk": ["答复"]}),
        (OpinionStatus.PLAN_MADE, {"clerk": ["答复"]}),
        (OpinionStatus.EXTENDED, {"clerk": ["答复"]}),
        (OpinionStatus.REPLIED, {"office": ["抄送代表"]}),
        (OpinionStatus.COPIED, {"deputy": ["答复选民"]}),
        (OpinionStatus.ANSWERED, {"office": ["测评"], "liaison": ["测评"]}),
        (OpinionStatus.EXPLAINED, {"office": ["测评"], "liaison": ["测评"]}),
        (OpinionStatus.SURVEYED, {"office": ["重新办理"]}),
        (OpinionStatus.NOT_ACCEPTED, {"deputy": ["答复选民"]}),
        (OpinionStatus.CONVERTED, {"deputy": ["告知选民已转"]}),
        (OpinionStatus.ESCALATED, {"district": ["转办"], "government": ["转办"]}),
        (OpinionStatus.REOPENED, {"office": ["重新分类"]}),
        (OpinionStatus.CLOSED, {}),
        (OpinionStatus.WITHDRAWN, {}),
    ],
)
def test_opinion_waits_for_the_person_whose_step_is_next(status, expected, who):
    opinion_at(status, who)
    assert all_actions(who) == expected


def test_merged_opinion_waits_for_its_deputy_once_the_main_one_is_replied_to(who):
    main, other = opinion_at(OpinionStatus.REPLIED, who), opinion_at(OpinionStatus.TRIAGED, who)
    workflow.merge(other, by=who.office, into=main)
    before = all_actions(who)
    take("copy", main, who)
    # Once the office has copied the main one, the deputy answers both voters.
    assert (before, all_actions(who)) == (
        {"office": ["抄送代表"], "deputy": ["答复选民"]},
        {"deputy": ["答复选民", "答复选民"]},
    )


def test_request_to_return_waits_for_the_office(who):
    referral = referral_of(opinion_at(OpinionStatus.REFERRED, who))
    referral_workflow.return_referral(referral, by=who.clerk, reason="不属本单位职责")
    assert all_actions(who) == {"office": ["审核退回"]}


def test_request_to_extend_waits_for_the_office_while_the_unit_goes_on(who):
    referral = referral_of(opinion_at(OpinionStatus.ACCEPTED, who))
    until = referral.due_on + timedelta(days=5)
    referral_workflow.request_extension(referral, by=who.clerk, until=until, reason="等配件")
    assert all_actions(who) == {"office": ["审核延期"], "clerk": ["答复"]}


def test_late_unit_is_urged_by_the_office_and_the_deputy_who_received_the_voter(who):
    opinion, other = (
        opinion_at(OpinionStatus.ACCEPTED, who),
        opinion_at(OpinionStatus.ACCEPTED, who, seats=[]),
    )
    late = {"office": ["催办", "催办"], "clerk": ["答复", "答复"]}
    with clock.at(NOON + timedelta(days=40)):
        assert all_actions(who) == late | {"deputy": ["催办"]}
        # Who has urged gives the unit a week.
        workflow.urge(opinion, by=who.deputy, note="请抓紧")
        workflow.urge(other, by=who.office, note="请抓紧")
        assert all_actions(who) == late | {"clerk": ["答复", "答复", "回执", "回执"]}
    with clock.at(NOON + timedelta(days=48)):
        assert actions(who.deputy) == ["催办"]


@pytest.mark.parametrize("status", [OpinionStatus.COPIED, OpinionStatus.NOT_ACCEPTED])
def test_late_deputy_is_backed_up_by_the_office(status, who):
    opinion_at(status, who)
    with clock.at(NOON + timedelta(days=10)):
        assert all_actions(who) == {"office": ["答复选民"], "deputy": ["答复选民"]}


@pytest.mark.parametrize("status", [OpinionStatus.COPIED, OpinionStatus.NOT_ACCEPTED])
def test_voter_whom_no_deputy_received_is_answered_by_the_office(status, who):
    opinion_at(status, who, seats=[])
    assert all_actions(who) == {"office": ["答复选民"]}


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (DayStatus.PLANNED, {"office": ["排班"], "liaison": ["排班"]}),
        (DayStatus.ROTA_SET, {"office": ["公告"], "liaison": ["公告"], "deputy": ["查看"]}),
        (
            DayStatus.NOTICE_PUBLISHED,
            {"office": ["开始接待"], "liaison": ["开始接待"], "deputy": ["查看"]},
        ),
        (DayStatus.OPEN, {"office": ["登记到场"], "liaison": ["登记到场"], "deputy": ["查看"]}),
        (DayStatus.HELD, {"office": ["小结"], "liaison": ["小结"]}),
        (DayStatus.SUMMARISED, {}),
        (DayStatus.POSTPONED, {"office": ["公告"], "liaison": ["公告"], "deputy": ["查看"]}),
        (DayStatus.CANCELLED, {}),
    ],
)
def test_day_waits_for_staff_and_its_deputies(status, expected, who):
    day_at(status, who)
    assert all_actions(who) == expected


def test_day_put_off_without_a_rota_waits_for_one(who):
    day = day_at(DayStatus.POSTPONED, who)
    day.slots.all().delete()
    assert actions(who.office) == ["排班"]


def test_day_far_ahead_waits_for_nobody(who):
    day_at(DayStatus.PLANNED, who, on=clock.today() + timedelta(days=31))
    assert all_actions(who) == {}


def test_item_says_what_where_and_until_when(who):
    opinion = opinion_at(OpinionStatus.REFERRED, who)
    (item,) = desk.waiting_for(who.clerk)
    assert (item.title, item.about, item.url, item.due_on, item.light) == (
        "签收：路灯不亮0",
        f"石坎〔2025〕1号，{who.unit}主办",
        referral_of(opinion).get_absolute_url(),
        opinion.step_due_on,
        Light.GREEN,
    )


def test_leader_and_system_administrator_have_nothing_to_do(who):
    visit_of(who)
    assert [actions(LeaderFactory(jurisdiction=who.town)), actions(SysadminFactory())] == [[], []]


def test_leader_sees_what_is_late_in_his_area(who):
    leader = LeaderFactory(jurisdiction=who.town.district)
    opinion = opinion_at(OpinionStatus.REFERRED, who)
    before = actions(leader)
    with clock.at(NOON + timedelta(days=200)):
        late = desk.waiting_for(leader)
    assert (before, [(item.action, item.url, item.light) for item in late]) == (
        [],
        [("查看", opinion.get_absolute_url(), Light.RED)],
    )


def test_what_a_register_tells_is_neither_summed_up_nor_surveyed_today(who):
    with clock.at(NOON.replace(year=2024), taken_over=True):
        day_at(DayStatus.HELD, who)
        for status in (OpinionStatus.ANSWERED, OpinionStatus.EXPLAINED):
            opinion_at(status, who)
    leader = LeaderFactory(jurisdiction=who.town)
    assert (all_actions(who), actions(leader)) == ({}, [])

    # The steps of today count, whatever came before them.
    with clock.at(NOON.replace(year=2024), taken_over=True):
        copied = opinion_at(OpinionStatus.COPIED, who)
    take("answer", copied, who)
    assert all_actions(who) == {"office": ["测评"], "liaison": ["测评"]}


@pytest.mark.parametrize("role", ["office", "liaison", "deputy", "clerk", "district_office", "gov_office"])
def test_desk_costs_the_same_for_one_and_for_three(role, who):
    def fill():
        for status in (OpinionStatus.ANSWERED, OpinionStatus.REFERRED, OpinionStatus.COPIED):
            opinion_at(status, who)
        opinion_at(OpinionStatus.ESCALATED, who)

    user, counts = getattr(who, role), []
    for rows in (1, 2):
        for _ in range(rows):
            fill()
        asking = User.objects.get(pk=user.pk)
        with CaptureQueriesContext(connection) as queries:
            desk.waiting_for(asking)
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("role", "labels"),
    [
        (Role.DISTRICT_OFFICE, ["接待", "事项", "统计"]),
        (Role.LOCAL_OFFICE, ["接待", "事项", "统计"]),
        (Role.LIAISON, ["接待", "事项", "统计"]),
        (Role.DEPUTY, ["登记来访", "我的事项"]),
        (Role.UNIT_CLERK, ["转办件", "统计"]),
        (Role.GOV_OFFICE, ["事项", "统计"]),
        (Role.LEADER, ["接待", "事项", "统计"]),
        (Role.SYSADMIN, []),
        (Role.AUDITOR, []),
    ],
)
def test_navigation_of_the_role(role, labels):
    user = LeaderFactory.build(role=role, jurisdiction=None)
    places = navigation.navigation_for(user, "/")
    assert [place["label"] for place in places if place["url"].startswith("/reception/")] == labels
