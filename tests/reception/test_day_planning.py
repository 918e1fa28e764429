"""Planning a reception day, and who sits on it."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from reception import day_workflow
from reception.enums import DayStatus
from tests.factories.congress import LocalOfficeFactory, OfficeRulesFactory
from tests.factories.deputies import SeatFactory
from tests.factories.reception import day_at


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def plan(who, rule_date):
    return day_workflow.plan(by=who.liaison, jurisdiction=who.town, place="中心站", rule_date=rule_date)


def test_day_on_a_sunday_is_postponed_to_the_next_workday(who):
    day = plan(who, date(2025, 4, 20))
    assert (day.date, day.postponed, day.notice_due_on) == (date(2025, 4, 21), True, date(2025, 4, 16))


def test_day_follows_the_rules_of_its_office(who):
    OfficeRulesFactory(jurisdiction=who.town, notice_lead_days=3, postponement="next_week")
    day = plan(who, date(2025, 4, 20))
    # The Sunday of the next week is a make-up workday.
    assert (day.date, day.notice_due_on) == (date(2025, 4, 27), date(2025, 4, 24))


def test_planning_tells_why_the_day_was_postponed(who):
    event = plan(who, date(2025, 4, 20)).events.get()
    assert event.note == "2025年4月21日（周一）在中心站接待（应为2025年4月20日（周日），顺延）。"


@pytest.mark.parametrize("on", [date(2020, 1, 20), date(9999, 12, 31)])
def test_day_out_of_reach_is_refused(on, who):
    with pytest.raises(ValidationError) as error:
        plan(who, on)
    assert error.value.message_dict == {"rule_date": ["应接待日期离今天不能超过1年，请核对年份。"]}


def test_day_put_off_out_of_reach_is_refused(who):
    day = day_at(DayStatus.ROTA_SET, who)
    with pytest.raises(ValidationError) as error:
        day_workflow.postpone(day, by=who.office, date=date(9999, 12, 31), reason="大雨")
    assert error.value.message_dict == {"date": ["接待日期离今天不能超过1年，请核对年份。"]}


def test_second_day_at_one_place_is_refused_at_its_date(who):
    plan(who, date(2025, 4, 10))
    with pytest.raises(ValidationError) as error:
        plan(who, date(2025, 4, 10))
    assert error.value.message_dict == {"rule_date": ["中心站2025年4月10日（周四）已有接待日，不用再安排。"]}


@pytest.mark.parametrize("person", ["deputy", "clerk", "gov_office"])
def test_planning_is_for_the_staff_of_the_place(person, who):
    with pytest.raises(PermissionDenied, match="您不能安排石坎镇的接待日。"):
        day_workflow.plan(
            by=getattr(who, person), jurisdiction=who.town, place="中心站", rule_date=date(2025, 4, 10)
        )


def test_planning_elsewhere_is_refused(who):
    stranger = LocalOfficeFactory()
    with pytest.raises(PermissionDenied, match="您不能安排石坎镇的接待日。"):
        day_workflow.plan(by=stranger, jurisdiction=who.town, place="中心站", rule_date=date(2025, 4, 10))


def test_rota_needs_a_deputy(who):
    with pytest.raises(ValidationError, match="请至少选择一名代表。"):
        day_workflow.set_rota(day_at(DayStatus.PLANNED, who), by=who.liaison, seats=[])


def test_rota_refuses_a_deputy_who_has_left(who):
    gone = SeatFactory(jurisdiction=who.town, ends_on=date(2025, 3, 1), deputy__name="缪昀")
    with pytest.raises(ValidationError, match="缪昀在2025年3月20日不在任，请另选代表。"):
        day_workflow.set_rota(day_at(DayStatus.PLANNED, who), by=who.liaison, seats=[gone])


def test_new_rota_takes_the_place_of_the_old_one(who):
    day, other = day_at(DayStatus.ROTA_SET, who), SeatFactory(jurisdiction=who.town)
    day_workflow.set_rota(day, by=who.liaison, seats=[other])
    assert [slot.seat for slot in day.slots.all()] == [other]


def test_person_with_two_seats_has_one_turn_in_that_of_the_place(who):
    twice = SeatFactory(jurisdiction=who.town.district, deputy=who.seat.deputy)
    day = day_at(DayStatus.PLANNED, who)
    day_workflow.set_rota(day, by=who.liaison, seats=[twice, who.seat])
    assert [slot.seat for slot in day.slots.all()] == [who.seat]


def test_person_with_two_seats_is_present_in_that_of_his_turn(who):
    twice = SeatFactory(jurisdiction=who.town.district, deputy=who.seat.deputy)
    day = day_at(DayStatus.OPEN, who)
    day_workflow.hold(day, by=who.liaison, present=[twice])
    assert [(slot.seat, slot.present) for slot in day.slots.all()] == [(who.seat, True)]


@pytest.mark.parametrize("status", [DayStatus.PLANNED, DayStatus.POSTPONED])
def test_day_without_a_rota_is_first_given_one(status, who):
    day = day_at(status, who)
    day.slots.all().delete()
    assert [step.name for step in day_workflow.offered(day, who.liaison)] == ["set_rota", "lead"]


def test_day_put_off_without_a_rota_is_not_announced_before_it_has_one(who):
    day = day_at(DayStatus.PLANNED, who)
    day_workflow.postpone(day, by=who.office, date=date(2025, 4, 10), reason="大雨")
    with pytest.raises(ValidationError, match="还没有排班，不能公告；请先排班。"):
        day_workflow.publish_notice(day, by=who.liaison)
    day_workflow.set_rota(day, by=who.liaison, seats=[who.seat])
    day_workflow.publish_notice(day, by=who.liaison)
    assert day.status == DayStatus.NOTICE_PUBLISHED
