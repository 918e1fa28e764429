"""A year's plan: drafted, single days adjusted, adopted, added to; what the desk then proposes."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.desk import gathered
from reception import day_workflow, plan_workflow, planning
from reception.clashes import clashes_of
from reception.desk.plan import days_to_look_at, plans_waiting
from reception.enums import DayStatus, PlanStatus
from reception.models import ReceptionDay
from reports.demo.walk import moment
from tests.factories.activities import planned
from tests.factories.congress import HolidayFactory, TermFactory
from tests.factories.reception import day_at
from tests.factories.reception.plans import ReceptionRuleFactory, adopted_plan, drafted_plan
from tests.factories.sessions import SessionFactory


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def dates(plan):
    return [line.date for line in planning.days_of_plan(plan) if line.stands]


def test_plan_is_adopted_from_today_on(who):
    """Of 2025, seen on 20 March: what has passed is not planned, and what is there stays."""
    there = day_at(DayStatus.PLANNED, who, on=date(2025, 5, 20), place="中心站")
    plan = drafted_plan(who, starts_at=time(8, 30), ends_at=time(11))
    assert dates(plan)[:3] == [date(2025, 3, 20), date(2025, 4, 21), date(2025, 5, 20)]
    with pytest.raises(PermissionDenied):
        plan_workflow.adopt(plan, by=who.liaison)
    plan_workflow.adopt(plan, by=who.office)
    days = ReceptionDay.objects.order_by("date")
    april = days[1]
    assert (plan.status, plan.provisional, len(days)) == (PlanStatus.ADOPTED, False, 10)
    assert days[2] == there
    assert (april.rule_date, april.notice_due_on, april.hours) == (
        date(2025, 4, 20),
        date(2025, 4, 16),
        "08:30—11:00",
    )
    assert april.events.get().note == "2025年4月21日（周一）在中心站接待（应为2025年4月20日（周日），顺延）。"
    assert plan.events.last().note == "安排接待日9天。"


def test_single_days_are_adjusted_before_adopting(who):
    plan = drafted_plan(who)
    may, june, july = (f"2025-0{month}-20@中心站" for month in (5, 6, 7))
    plan_workflow.adjust(plan, by=who.liaison, day=may, date=date(2025, 5, 22), reason="全区培训")
    plan_workflow.adjust(plan, by=who.liaison, day=june, leave_out=True, reason="换届选举")
    plan_workflow.adjust(plan, by=who.liaison, day=july, leave_out=True, reason="高温")
    plan_workflow.adjust(plan, by=who.liaison, day=july, restore=True)
    assert dates(plan)[2:4] == [date(2025, 5, 22), date(2025, 7, 21)]
    told = [event.note for event in plan.events.order_by("pk")[1:3]]
    assert told == [
        "2025年5月20日（周二）在中心站的接待改到2025年5月22日（周四）：全区培训",
        "2025年6月20日（周五）在中心站的接待不安排：换届选举",
    ]
    plan_workflow.adopt(plan, by=who.office)
    assert ReceptionDay.objects.get(rule_date=date(2025, 5, 20)).reason == "全区培训"
    assert not ReceptionDay.objects.filter(rule_date=date(2025, 6, 20)).exists()


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"date": date(2025, 5, 22)}, {"reason": ["请写明原因。"]}),
        ({"reason": "培训"}, {"date": ["请填改到哪一天。"]}),
        ({"reason": "培训", "date": date(2025, 3, 1)}, {"date": ["这一天已经过去，请填今天以后的日子。"]}),
        ({"reason": "培训", "day": "2025-05-21@中心站"}, {"day": ["这一天不在草案里，请另选。"]}),
    ],
)
def test_wrong_adjustment_is_refused(changes, errors, who):
    plan = drafted_plan(who)
    with pytest.raises(ValidationError) as error:
        plan_workflow.adjust(plan, by=who.liaison, **{"day": "2025-05-20@中心站"} | changes)
    assert error.value.message_dict == errors


def test_plan_is_refused_without_rules_twice_or_out_of_reach(who):
    draft = {"by": who.liaison, "jurisdiction": who.town}
    with pytest.raises(ValidationError, match="石坎镇没有适用于2025年的接待日规则"):
        plan_workflow.draft(**draft, year=2025)
    drafted_plan(who)
    with pytest.raises(ValidationError, match="石坎镇2025年接待日安排已经编制，请打开它。"):
        plan_workflow.draft(**draft, year=2025)
    with pytest.raises(ValidationError, match="只能编制2025年和2026年的安排。"):
        plan_workflow.draft(**draft, year=2027)


def test_what_changed_since_it_was_seen_is_not_adopted(who):
    plan = drafted_plan(who)
    seen = planning.fingerprint(planning.days_of_plan(plan))
    HolidayFactory(date=date(2025, 5, 20), name="临时放假")
    with pytest.raises(ValidationError, match="刚有变化，请返回再看一遍预览。"):
        plan_workflow.adopt(plan, by=who.office, seen=seen)


def test_rule_that_comes_later_is_added(who):
    plan = adopted_plan(who)
    ReceptionRuleFactory(jurisdiction=who.town, place="上坎站", recurrence="FREQ=MONTHLY;BYDAY=1FR")
    plan_workflow.supplement(plan, by=who.office, note="新设站点")
    assert [item.title for item in gathered(plans_waiting(who.office))] == ["通过：石坎镇2025年接待日安排"]
    plan_workflow.adopt(plan, by=who.office)
    assert ReceptionDay.objects.filter(place="上坎站").count() == 9
    assert ReceptionDay.objects.filter(place="中心站").count() == 10


def test_next_year_is_to_be_planned_from_november_on(who):
    ReceptionRuleFactory(jurisdiction=who.town)
    assert gathered(plans_waiting(who.office)) == []
    with clock.at(moment(date(2025, 11, 1))):
        assert [item.title for item in gathered(plans_waiting(who.office))] == ["编制2026年接待日安排"]


# What the calendar and other events do to it


def test_planned_day_that_became_a_holiday_is_to_move(who):
    plan = adopted_plan(who)
    assert gathered(days_to_look_at(who.office)) == []
    HolidayFactory(date=date(2025, 5, 20), name="临时放假")
    [item] = gathered(days_to_look_at(who.office))
    day = ReceptionDay.objects.get(rule_date=date(2025, 5, 20))
    why = "按放假安排，2025年5月20日放假（临时放假）"
    assert item.about == f"{why}，应改到2025年5月21日（周三）"
    assert planning.proposed_move(day) == (date(2025, 5, 21), why)
    day_workflow.postpone(day, by=who.office, date=date(2025, 5, 21), reason=why)
    assert gathered(days_to_look_at(who.office)) == []
    assert [line.why for line in planning.days_of_plan(plan) if line.day == day] == [why]


def test_provisional_year_is_looked_at_again_when_its_calendar_is_entered(who):
    """2098-04-20 is a Sunday: put off to Monday, until the calendar makes the Sunday a workday."""
    with clock.at(moment(date(2097, 12, 1))):
        plan = adopted_plan(who, 2098)
        assert plan.provisional
        day = ReceptionDay.objects.get(rule_date=date(2098, 4, 20))
        assert (day.date, gathered(days_to_look_at(who.office))) == (date(2098, 4, 21), [])
        HolidayFactory(date=date(2098, 4, 20), name="调休上班", is_workday=True)
        [item] = gathered(days_to_look_at(who.office))
        assert item.about == (
            "放假安排公布后，2098年4月20日起第一个接待的日子是2098年4月20日，应改到2098年4月20日（周日）"
        )
        day_workflow.postpone(day, by=who.office, date=date(2098, 4, 20), reason="调休上班")
        assert gathered(days_to_look_at(who.office)) == []
    assert day.events.last().note == "由2098年4月21日（周一）提前到2098年4月20日（周日）：调休上班"


def test_clash_with_sessions_activities_and_another_day_is_told(who):
    """双月20日: the district's activity day (B78)."""
    district = who.town.district
    june = date(2025, 6, 20)
    activity = planned(who.office, who.seat, title="双月活动", starts_on=june, ends_on=june)
    session = SessionFactory(
        term=TermFactory(jurisdiction=district, number=9),
        number=4,
        starts_on=date(2025, 8, 19),
        ends_on=date(2025, 8, 21),
    )
    plan = drafted_plan(who, recurrence="FREQ=MONTHLY;BYMONTHDAY=20,21")
    lines = [line for line in planning.days_of_plan(plan) if line.stands]
    found = {
        line.rule_date: [clash.sentence for clash in clashes]
        for line, clashes in zip(lines, clashes_of(lines, who.liaison, who.town), strict=True)
        if clashes
    }
    told = f"{session}（8月19日至8月21日）"
    assert found == {
        date(2025, 4, 20): ["同一地点应于4月21日接待的（4月21日）"],
        date(2025, 4, 21): ["同一地点应于4月20日接待的（4月21日）"],
        date(2025, 6, 20): [f"石坎镇{activity.kind}：双月活动（6月20日）"],
        date(2025, 7, 20): ["同一地点应于7月21日接待的（7月21日）"],
        date(2025, 7, 21): ["同一地点应于7月20日接待的（7月21日）"],
        date(2025, 8, 20): [told],
        date(2025, 8, 21): [told],
        date(2025, 9, 20): ["同一地点应于9月21日接待的（9月22日）"],
        date(2025, 9, 21): ["同一地点应于9月20日接待的（9月22日）"],
        date(2025, 12, 20): ["同一地点应于12月21日接待的（12月22日）"],
        date(2025, 12, 21): ["同一地点应于12月20日接待的（12月22日）"],
    }
    plan_workflow.adopt(plan, by=who.office)
    with clock.at(moment(date(2025, 6, 1))):
        assert [item.about for item in gathered(days_to_look_at(who.office))] == [
            f"与石坎镇{activity.kind}：双月活动（6月20日）相撞"
        ]
