"""Taking down who came and what they said."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.enums import Role
from reception import intake
from reception.enums import DayStatus, OpinionStatus
from reception.models import Visit, Visitor
from tests.factories.congress import UserFactory
from tests.factories.deputies import ConstituencyFactory, SeatFactory
from tests.factories.reception import NOON, day_at, people, visit_of


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def receive(by, town, verb=intake.receive, **kwargs):
    arguments = {
        "visitor_data": {"name": "张三"},
        "visit_data": {"date": date(2025, 3, 20)},
        "opinions": [{"title": "路灯不亮", "words": "路灯坏了。"}],
    }
    return verb(by=by, jurisdiction=town, **{**arguments, **kwargs})


def test_visit_is_written_with_its_visitor_and_opinions(who):
    visit = receive(who.liaison, who.town)
    opinion = visit.opinions.get()
    assert (visit.visitor.name, visit.recorded_by, opinion.status, opinion.received_on) == (
        "张三",
        who.liaison,
        OpinionStatus.REGISTERED,
        date(2025, 3, 20),
    )


def test_history_begins_with_the_note_and_the_registration(who):
    opinion = receive(who.liaison, who.town).opinions.get()
    assert list(opinion.events.values_list("label", "by", "note")) == [
        ("记下意见", who.liaison.pk, "记下意见：3月20日接待日。"),
        ("登记", who.liaison.pk, "登记为石坎〔2025〕1号，应于3月25日前分类。"),
    ]


def test_history_names_who_received_the_visitor_once(who):
    district_seat = SeatFactory(deputy=who.seat.deputy, jurisdiction=who.town.district)
    other = SeatFactory(jurisdiction=who.town)
    opinion = visit_of(who, seats=[who.seat, other, district_seat]).opinions.get()
    names = f"{who.seat.deputy.name}、{other.deputy.name}"
    assert opinion.events.first().note == f"记下意见：3月20日来访，由{names}代表接待。"


@pytest.mark.parametrize(
    ("begun", "day", "sentence"),
    [
        (date(2022, 1, 12), date(2022, 1, 11), "来访日期不能早于本届任期开始的2022年1月12日。"),
        (None, date(1900, 1, 1), "来访日期离今天不能超过5年，请核对年份。"),
    ],
)
def test_visit_before_the_term_is_refused(begun, day, sentence, who):
    who.town.terms.update(starts_on=begun)
    with pytest.raises(ValidationError) as refusal:
        receive(who.liaison, who.town, visit_data={"date": day})
    assert refusal.value.message_dict == {"date": [sentence]}


def test_same_visit_twice_within_minutes_is_refused(who):
    number = receive(who.liaison, who.town, verb=intake.receive_once).opinions.get().number
    with pytest.raises(ValidationError, match=f"“路灯不亮”刚才已经登记，编号是{number}，不用再登记。"):
        receive(who.liaison, who.town, verb=intake.receive_once)


def test_same_visit_later_is_another(who):
    receive(who.liaison, who.town)
    with clock.at(NOON + timedelta(minutes=11)):
        receive(who.liaison, who.town, verb=intake.receive_once)
    assert Visit.objects.count() == 2


def test_draft_has_no_number(who):
    opinion = receive(who.deputy, who.town, draft=True).opinions.get()
    assert (opinion.status, opinion.number) == (OpinionStatus.DRAFT, "未编号")


def test_deputys_own_seat_is_attached(who):
    assert list(receive(who.deputy, who.town).deputies.all()) == [who.seat]


def test_deputy_of_both_levels_receives_in_the_towns_seat(who):
    SeatFactory(jurisdiction=who.town.district, deputy=who.seat.deputy)
    assert list(receive(who.deputy, who.town).deputies.all()) == [who.seat]


def test_district_deputy_registers_where_his_constituency_lies(who):
    district = who.town.district
    user = UserFactory(role=Role.DEPUTY, jurisdiction=who.town)
    seat = SeatFactory(
        jurisdiction=district,
        deputy__user=user,
        constituency=ConstituencyFactory(jurisdiction=district, town=who.town),
    )
    assert list(receive(user, who.town).deputies.all()) == [seat]


@pytest.mark.parametrize("role", ["office", "liaison", "deputy", "clerk", "gov_office"])
def test_nobody_registers_in_a_strangers_town(role, who):
    with pytest.raises(PermissionDenied, match="您不能登记石坎镇的来访。"):
        receive(getattr(people(), role), who.town)


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        (
            {"visit_data": {"date": date(2025, 3, 21)}},
            "date",
            "来访日期不能晚于今天（2025年3月20日）。",
        ),
        (
            {"visitor_data": {"name": ""}},
            "__all__",
            "请填写来访人姓名或单位；不愿留名的，类别选“不留姓名”。",
        ),
        ({"opinions": [{"title": "路灯不亮", "words": ""}]}, "words", "此字段不能为空。"),
    ],
)
def test_wrong_data_writes_nothing(change, field, sentence, who):
    with pytest.raises(ValidationError) as error:
        receive(who.liaison, who.town, **change)
    assert error.value.message_dict == {field: [sentence]}
    assert (Visitor.objects.count(), Visit.objects.count()) == (0, 0)


# Reception days


def on(day, date):
    return {"visit_data": {"day": day, "date": date}}


def test_announced_day_of_today_and_a_day_being_held_take_visits(who):
    taking = []
    for number, status in enumerate(DayStatus):
        day = day_at(status, who, place=f"第{number}站")
        try:
            taking.append(receive(who.liaison, who.town, **on(day, day.date)).day.status)
        except ValidationError:
            continue
    assert taking == [DayStatus.NOTICE_PUBLISHED, DayStatus.OPEN, DayStatus.HELD]


def test_day_that_was_called_off_takes_no_visit(who):
    day = day_at(DayStatus.CANCELLED, who)
    with pytest.raises(ValidationError) as error:
        receive(who.liaison, who.town, **on(day, day.date))
    assert error.value.messages == [
        "3月20日石坎镇代表联络站接待日现在是“已取消”，不能登记来访；不是接待日来的，请按实际渠道登记。"
    ]
    assert (Visitor.objects.count(), Visit.objects.count()) == (0, 0)


def test_announced_day_takes_no_visit_on_another_day(who):
    day = day_at(DayStatus.NOTICE_PUBLISHED, who)
    with clock.at(NOON + timedelta(days=1)), pytest.raises(ValidationError, match="现在是“已公告”"):
        receive(who.liaison, who.town, **on(day, day.date))


def test_visit_has_the_date_of_its_day(who):
    day = day_at(DayStatus.OPEN, who)
    with pytest.raises(ValidationError, match="来访应登记到石坎镇，日期应是2025年3月20日，与接待日一致。"):
        receive(who.liaison, who.town, **on(day, date(2025, 3, 19)))


def test_visit_has_the_place_of_its_day(who):
    day = day_at(DayStatus.OPEN, people())
    with pytest.raises(ValidationError, match="与接待日一致。"):
        receive(who.liaison, who.town, **on(day, day.date))


# Who was in office


def test_deputy_who_has_left_since_received_the_visitor(who):
    gone = SeatFactory(jurisdiction=who.town, ends_on=date(2025, 3, 10))
    visit_data = {"date": date(2025, 3, 10), "deputies": [gone]}
    assert list(receive(who.liaison, who.town, visit_data=visit_data).deputies.all()) == [gone]


def test_deputy_who_had_left_received_nobody(who):
    gone = SeatFactory(jurisdiction=who.town, ends_on=date(2025, 3, 10), deputy__name="缪昀")
    with pytest.raises(ValidationError) as error:
        receive(who.liaison, who.town, visit_data={"date": date(2025, 3, 11), "deputies": [gone]})
    assert error.value.message_dict == {"deputies": ["缪昀在2025年3月11日不在任，请核对接待代表和来访日期。"]}


def test_deputy_received_nobody_before_he_took_office(who):
    who.seat.starts_on = date(2025, 3, 11)
    who.seat.save()
    with pytest.raises(ValidationError) as error:
        receive(who.deputy, who.town, visit_data={"date": date(2025, 3, 10)})
    assert error.value.message_dict == {"date": ["您在2025年3月10日不在任，请核对来访日期。"]}


def test_visit_without_an_opinion_is_refused(who):
    with pytest.raises(ValidationError, match="请至少登记一件意见。"):
        receive(who.liaison, who.town, opinions=[])
