"""Reception days: the table of their steps, and what each demands."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.workflow import StepNotAvailable
from reception import day_workflow
from reception.day_workflow import days
from reception.enums import DayStatus
from reception.forms.leaders import LeadersField
from tests.factories.congress import LeaderFactory
from tests.factories.deputies import SeatFactory
from tests.factories.reception import DAY_WALK, NOON, day_at, visit_of


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def test_walk_leads_to_every_status():
    assert set(DAY_WALK) == set(DayStatus) - {days.initial}


@pytest.mark.parametrize("status", DayStatus)
def test_status_refuses_all_other_steps_and_a_leader_the_rest(status, who):
    day, leader = day_at(status, who), LeaderFactory(jurisdiction=who.town)
    before = (day.status, day.events.count())
    refused = {StepNotAvailable: set(), PermissionDenied: set()}
    for name in days.steps:
        with pytest.raises((StepNotAvailable, PermissionDenied)) as refusal:
            days.take(name, day, by=leader)
        refused[refusal.type].add(name)
    open_steps = {step.name for step in days.steps.values() if status in step.sources}
    assert refused == {StepNotAvailable: set(days.steps) - open_steps, PermissionDenied: open_steps}
    day.refresh_from_db()
    assert (day.status, day.events.count()) == before


# Notice


def test_notice_in_time_needs_no_reason(who):
    day = day_at(DayStatus.ROTA_SET, who, on=date(2025, 4, 10))
    day_workflow.publish_notice(day, by=who.liaison)
    assert day.notice_published_on == date(2025, 3, 20)


def test_late_notice_needs_a_reason(who):
    day = day_at(DayStatus.ROTA_SET, who, on=date(2025, 3, 21))
    with pytest.raises(ValidationError) as error:
        day_workflow.publish_notice(day, by=who.liaison)
    assert error.value.message_dict == {
        "reason": ["应于2025年3月16日前公告，已经晚了；仍要公告的，请写明原因。"]
    }
    day_workflow.publish_notice(day, by=who.liaison, reason="场所临时调整")
    assert (day.status, day.events.last().note) == (DayStatus.NOTICE_PUBLISHED, "场所临时调整")


def test_notice_before_the_rota_was_set_is_refused(who):
    day = day_at(DayStatus.ROTA_SET, who, on=date(2025, 4, 10))
    with pytest.raises(ValidationError) as error:
        day_workflow.publish_notice(day, by=who.liaison, published_on=date(2025, 3, 19))
    assert error.value.message_dict == {"published_on": ["公告日期不能早于排班日期2025年3月20日。"]}


# The day itself


def test_day_does_not_open_before_its_date(who):
    day = day_at(DayStatus.NOTICE_PUBLISHED, who, on=date(2025, 3, 21))
    with pytest.raises(ValidationError, match="还没有到。"):
        day_workflow.open_day(day, by=who.liaison)


def test_day_opens_without_a_notice_for_a_reason_only(who):
    day = day_at(DayStatus.ROTA_SET, who)
    with pytest.raises(ValidationError, match="还没有公告就接待的，请写明原因。"):
        day_workflow.open_day(day, by=who.liaison)
    day_workflow.open_day(day, by=who.liaison, note="群众已到场")
    assert day.status == DayStatus.OPEN


def test_substitute_takes_the_turn_and_says_whose(who):
    day, other = day_at(DayStatus.ROTA_SET, who), SeatFactory(jurisdiction=who.town)
    day_workflow.substitute(day, by=who.liaison, seat=other, replaced=who.seat)
    slot = day.slots.get()
    assert (slot.seat, slot.substitutes, day.status) == (other, who.seat, DayStatus.ROTA_SET)


def test_substitute_of_a_deputy_who_is_not_on_the_rota_is_refused(who):
    day, other = day_at(DayStatus.ROTA_SET, who), SeatFactory(jurisdiction=who.town, deputy__name="赵堃")
    with pytest.raises(ValidationError, match="赵堃不在这天的轮值名单中。"):
        day_workflow.substitute(day, by=who.liaison, seat=who.seat, replaced=other)


def test_substitute_who_sits_already_is_refused(who):
    day, other = day_at(DayStatus.PLANNED, who), SeatFactory(jurisdiction=who.town, deputy__name="赵堃")
    day_workflow.set_rota(day, by=who.liaison, seats=[who.seat, other])
    with pytest.raises(ValidationError) as error:
        day_workflow.substitute(day, by=who.liaison, seat=other, replaced=who.seat)
    assert error.value.message_dict == {"seat": ["赵堃3月20日已经轮值，请另选一名代表。"]}


def test_substitute_by_the_deputy_himself_is_refused(who):
    day = day_at(DayStatus.ROTA_SET, who)
    with pytest.raises(ValidationError) as error:
        day_workflow.substitute(day, by=who.liaison, seat=who.seat, replaced=who.seat)
    assert error.value.message_dict == {"seat": ["替班的就是原轮值代表，请另选一名代表。"]}


def test_holding_refuses_a_deputy_who_has_left(who):
    day = day_at(DayStatus.OPEN, who)
    gone = SeatFactory(jurisdiction=who.town, ends_on=date(2025, 3, 1), deputy__name="缪昀")
    with pytest.raises(ValidationError, match="缪昀在2025年3月20日不在任，请另选代表。"):
        day_workflow.hold(day, by=who.liaison, present=[gone])
    assert list(day.slots.values_list("seat", "present")) == [(who.seat.pk, None)]


def test_holding_records_who_was_present(who):
    day, extra = day_at(DayStatus.OPEN, who), SeatFactory(jurisdiction=who.town)
    day_workflow.hold(day, by=who.liaison, present=[extra])
    assert dict(day.slots.values_list("seat", "present")) == {who.seat.pk: False, extra.pk: True}


def test_postponed_day_is_announced_again(who):
    day = day_at(DayStatus.NOTICE_PUBLISHED, who)
    day_workflow.postpone(day, by=who.office, date=date(2025, 3, 27), reason="大雨")
    assert (day.status, day.date, day.notice_due_on, day.notice_published_on) == (
        DayStatus.POSTPONED,
        date(2025, 3, 27),
        date(2025, 3, 22),
        None,
    )
    with clock.at(NOON + timedelta(days=1)):
        day_workflow.publish_notice(day, by=who.liaison)
    assert day.status == DayStatus.NOTICE_PUBLISHED


def test_postponing_to_an_earlier_day_is_refused(who):
    day = day_at(DayStatus.ROTA_SET, who)
    with pytest.raises(ValidationError, match="应晚于原定的2025年3月20日。"):
        day_workflow.postpone(day, by=who.office, date=date(2025, 3, 19), reason="大雨")


def test_liaison_officer_does_not_call_the_day_off(who):
    with pytest.raises(PermissionDenied, match="您不能对此取消。"):
        day_workflow.cancel(day_at(DayStatus.ROTA_SET, who), by=who.liaison, reason="大雨")


def test_summary_that_names_a_visitor_is_refused(who):
    day = day_at(DayStatus.OPEN, who)
    name = visit_of(who, day=day).visitor.name
    day_workflow.hold(day, by=who.liaison, present=[who.seat])
    with pytest.raises(ValidationError) as refusal:
        day_workflow.summarise(day, by=who.liaison, summary=f"{name}反映路灯不亮。")
    assert refusal.value.message_dict == {
        "summary": ["小结里有来访人的姓名，看到的人多，请删去；可以写“一位选民”。"]
    }


def test_missed_turn_is_told_with_leave_or_without(who):
    """Who is excused beforehand has leave; who just does not come has none (E4)."""
    day = day_at(DayStatus.ROTA_SET, who)
    excused, absent = (SeatFactory(jurisdiction=who.town, deputy__name=name) for name in ("赵甲", "钱乙"))
    day_workflow.set_rota(day, by=who.liaison, seats=[who.seat, excused, absent])
    day_workflow.excuse(day, by=who.liaison, seat=excused, reason="住院")
    with pytest.raises(ValidationError, match="不在这天的轮值名单中"):
        day_workflow.excuse(day, by=who.liaison, seat=SeatFactory(jurisdiction=who.town), reason="住院")
    day_workflow.open_day(day, by=who.liaison, note="来不及公告")
    event = day_workflow.hold(day, by=who.liaison, present=[who.seat])
    assert {slot.seat: slot.missed for slot in day.slots.all()} == {
        who.seat: "",
        excused: "请假",
        absent: "未请假",
    }
    assert event.note == f"到场代表：{who.seat.called}。请假未到：赵甲。未请假未到：钱乙。"


def test_leaders_who_sit_in_are_put_down_and_changed(who):
    day = day_at(DayStatus.PLANNED, who)
    event = day_workflow.lead(day, by=who.liaison, leaders=[("王强", "镇党委书记"), ("李红", "副镇长")])
    assert event.note == "由镇党委书记王强、副镇长李红带班。"
    day_workflow.lead(day, by=who.liaison, leaders=[("李红", "镇长")])
    assert [str(leader) for leader in day.leaders.all()] == ["镇长李红"]


def test_leaders_are_read_as_typed_and_need_a_post():
    assert LeadersField().clean("王强 镇党委书记；李红　副镇长\n") == [
        ("王强", "镇党委书记"),
        ("李红", "副镇长"),
    ]
    with pytest.raises(ValidationError, match="“王强”没有写职务"):
        LeadersField().clean("王强")
