"""Pages of reception days: what they cost, whom they let in, what they answer."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from congress import clock
from reception import day_workflow
from reception.enums import DayStatus
from reception.models import ReceptionDay
from tests.factories.congress import LocalOfficeFactory
from tests.factories.deputies import ConstituencyFactory, SeatFactory, StationFactory
from tests.factories.reception import day_at, visit_of


LIST = "reception:day_list"
CREATE = "reception:day_create"


def step_url(day, name):
    return reverse("reception:day_step", args=[day.pk, name])


@pytest.mark.parametrize("count", [1, 3])
def test_day_list_queries(count, client, who, django_assert_num_queries):
    for place in range(count):
        day_at(DayStatus.ROTA_SET, who, place=f"第{place}联络站")
    client.force_login(who.liaison)
    client.get(reverse(LIST))

    with django_assert_num_queries(8):
        response = client.get(reverse(LIST))

    assert len(response.context["object_list"]) == count


@pytest.mark.parametrize("count", [1, 3])
def test_day_detail_queries(count, client, who, django_assert_num_queries):
    day = day_at(DayStatus.OPEN, who)
    for _ in range(count):
        visit_of(who, day=day)
    client.force_login(who.liaison)

    with django_assert_num_queries(14):
        response = client.get(day.get_absolute_url())

    assert len(response.context["visits"]) == count


def test_day_list_of_coming_days_begins_with_the_next(client, who):
    today = clock.today()
    later = day_at(DayStatus.PLANNED, who, on=today + timedelta(days=40))
    sooner = day_at(DayStatus.PLANNED, who, on=today + timedelta(days=10))
    day_at(DayStatus.PLANNED, who, on=today - timedelta(days=1))
    client.force_login(who.liaison)

    response = client.get(reverse(LIST), {"when": "coming"})

    assert list(response.context["object_list"]) == [sooner, later]


def test_day_list_lights_late_notice(client, who):
    day_at(DayStatus.ROTA_SET, who)
    client.force_login(who.liaison)

    response = client.get(reverse(LIST))

    assert [day.light for day in response.context["object_list"]] == ["red"]


@pytest.mark.usefixtures("in_march")
def test_day_create_postpones_a_holiday(client, who):
    client.force_login(who.liaison)

    client.post(reverse(CREATE), {"jurisdiction": who.town.pk, "rule_date": "2025-10-01", "place": "联络站"})

    assert ReceptionDay.objects.get().date == date(2025, 10, 9)


@pytest.mark.usefixtures("in_march")
def test_day_create_takes_the_place_of_the_station(client, who):
    station = StationFactory(jurisdiction=who.town, name="河埠站")
    client.force_login(who.liaison)

    client.post(
        reverse(CREATE), {"jurisdiction": who.town.pk, "rule_date": "2025-03-20", "station": station.pk}
    )

    assert ReceptionDay.objects.get().place == "河埠站"


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"place": ""}, ["place"]),
        ({"rule_date": "3月20日"}, ["rule_date"]),
        ({"starts_at": "11:00", "ends_at": "08:30"}, ["ends_at"]),
    ],
)
def test_day_create_wrong_keeps_what_was_typed(typed, wrong, client, who):
    client.force_login(who.liaison)
    data = {"jurisdiction": who.town.pk, "rule_date": "2025-03-20", "place": "联络站", **typed}

    form = client.post(reverse(CREATE), data).context["form"]

    assert (sorted(form.errors), form["rule_date"].value()) == (wrong, data["rule_date"])


def test_day_create_twice_is_refused(client, who):
    day = day_at(DayStatus.PLANNED, who)
    client.force_login(who.liaison)
    data = {"jurisdiction": who.town.pk, "rule_date": day.rule_date.isoformat(), "place": day.place}

    form = client.post(reverse(CREATE), data).context["form"]

    assert list(form.errors) == ["rule_date"]


def test_day_create_by_deputy_is_forbidden(client, who):
    client.force_login(who.deputy)

    assert client.get(reverse(CREATE)).status_code == 403


def test_day_elsewhere_is_not_found(client, who):
    day = day_at(DayStatus.PLANNED, who)
    client.force_login(LocalOfficeFactory())

    assert client.get(day.get_absolute_url()).status_code == 404


def test_day_step_unknown_is_not_found(client, who):
    client.force_login(who.liaison)

    assert client.get(step_url(day_at(DayStatus.PLANNED, who), "fly")).status_code == 404


def test_day_is_filed_by_the_office_only(client, who):
    client.force_login(who.liaison)

    assert client.get(step_url(day_at(DayStatus.SUMMARISED, who), "archive")).status_code == 403


def test_rota_offers_deputies_in_stroke_order(client, who):
    day = day_at(DayStatus.PLANNED, who)
    for name in ("欧阳修", "陈静", "丁一"):
        SeatFactory(jurisdiction=who.town, deputy__name=name)
    who.seat.deputy.name = "马强"
    who.seat.deputy.save()
    client.force_login(who.liaison)

    form = client.get(step_url(day, "set_rota")).context["form"]

    names = [seat.deputy.name for seat in form.fields["seats"].queryset]
    assert names == ["丁一", "马强", "陈静", "欧阳修"]


def test_rota_options_carry_pinyin(client, who):
    day = day_at(DayStatus.PLANNED, who)
    client.force_login(who.liaison)

    page = client.get(step_url(day, "set_rota")).content.decode()

    assert f'data-search="{who.seat.deputy.search_text}"' in page


def test_late_notice_needs_reason(client, who):
    day = day_at(DayStatus.ROTA_SET, who)
    client.force_login(who.liaison)

    response = client.post(
        step_url(day, "publish_notice"), {"published_on": clock.today().isoformat(), "where": "公示栏"}
    )

    opening = client.get(step_url(day, "open")).context["form"]
    assert (sorted(response.context["form"].errors), opening.fields["note"].help_text) == (
        ["reason"],
        "还没有公告，请写明原因。",
    )


def test_day_walks_to_its_summary(client, who):
    day = day_at(DayStatus.NOTICE_PUBLISHED, who)
    client.force_login(who.liaison)

    client.post(step_url(day, "open"), {"note": ""})
    client.post(step_url(day, "hold"), {"present": [who.seat.pk]})
    client.post(step_url(day, "summarise"), {"summary": "来了三位选民。"})

    day.refresh_from_db()
    assert (day.status, day.slots.get().present) == (DayStatus.SUMMARISED, True)


def test_open_day_leads_to_registering(client, who):
    day = day_at(DayStatus.OPEN, who)
    client.force_login(who.liaison)

    response = client.get(day.get_absolute_url())

    primary = [step["label"] for step in response.context["steps"] if step["primary"]]
    assert (response.context["may_register"], primary) == (True, [])


def test_matters_of_a_visit_stand_in_the_order_told(client, who):
    day = day_at(DayStatus.OPEN, who)
    visit_of(who, day=day, opinions=3)
    client.force_login(who.liaison)

    (visit,) = client.get(day.get_absolute_url()).context["visits"]

    assert [opinion.title for opinion in visit.opinions.all()] == ["路灯不亮0", "路灯不亮1", "路灯不亮2"]


def test_rota_lists_a_person_with_two_seats_once(client, who):
    """Under the seat of the town's congress; under the district's where that is on the rota already."""
    constituency = ConstituencyFactory(jurisdiction=who.town.district, town=who.town)
    district_seat = SeatFactory(
        deputy=who.seat.deputy, jurisdiction=who.town.district, constituency=constituency
    )
    days = [day_at(DayStatus.PLANNED, who, place=place) for place in ("文化站", "村委会")]
    day_workflow.set_rota(days[1], by=who.liaison, seats=[district_seat])
    client.force_login(who.liaison)

    steps = [reverse("reception:day_step", args=[day.pk, "set_rota"]) for day in days]
    offered = [list(client.get(step).context["form"].fields["seats"].queryset) for step in steps]
    client.post(steps[0], {"seats": [who.seat.pk]})

    assert offered == [[who.seat], [district_seat]]
    assert [slot.seat for slot in days[0].slots.all()] == [who.seat]


@pytest.mark.parametrize(
    ("person", "status"), [("liaison", 200), ("deputy", 200), ("clerk", 403), ("gov_office", 403)]
)
def test_day_list_is_for_who_has_to_do_with_the_deputies(person, status, client, who):
    client.force_login(getattr(who, person))

    assert client.get(reverse("reception:day_list")).status_code == status
