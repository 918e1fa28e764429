"""The rota of a period: proposed around what stands, changed by hand, adopted."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from congress import clock
from reception import day_workflow
from reception.enums import DayStatus
from reception.models import Away
from tests.factories.deputies import ConstituencyFactory, SeatFactory, StationFactory
from tests.factories.reception import day_at


pytestmark = pytest.mark.usefixtures("in_march")


def asked(who, **more):
    query = {"jurisdiction": who.town.pk, "first": "2025-04-01", "last": "2025-12-31", "per_day": 1}
    return reverse("reception:rota", query=query | more)


def planned(who, *months, **fields):
    return [
        day_workflow.plan(
            by=who.liaison, jurisdiction=who.town, place="石坎站", rule_date=date(2025, month, 10), **fields
        )
        for month in months
    ]


def names_of(day):
    return [slot.seat.deputy.name for slot in day.slots.all()]


@pytest.mark.parametrize("count", [1, 3])
def test_rota_queries(count, client, who, django_assert_num_queries):
    planned(who, *range(4, 4 + count))
    for number in range(count):
        SeatFactory(jurisdiction=who.town, deputy__name=f"代表{number}")
    client.force_login(who.liaison)
    client.get(asked(who))
    with django_assert_num_queries(16):
        response = client.get(asked(who))
    assert len(response.context["form"].lines) == count


def test_rota_is_proposed_changed_and_adopted(client, who):
    """The one with a turn before waits; who is away or gone is skipped; a leader sits in."""
    day_at(DayStatus.ROTA_SET, who, on=clock.today() + timedelta(days=3))
    april, may, june = planned(who, 4, 5, 6)
    away = SeatFactory(jurisdiction=who.town, deputy__name="赵甲")
    Away.objects.create(deputy=away.deputy, starts_on=april.date, ends_on=april.date)
    leaver = SeatFactory(jurisdiction=who.town, deputy__name="钱乙", ends_on=april.date)
    # A second seat of the same person is no second turn.
    there = ConstituencyFactory(jurisdiction=who.town.parent, town=who.town)
    SeatFactory(jurisdiction=who.town.parent, deputy=away.deputy, constituency=there)
    client.force_login(who.liaison)

    draft = client.get(asked(who)).context["draft"]

    proposal = draft.proposal()
    assert [[draft.called(key) for key in proposal[day.pk]] for day in (april, may, june)] == [
        ["钱乙"],
        ["赵甲"],
        [who.seat.called],
    ]
    assert draft.remarks(proposal) == []
    counts = {seat: (before, now) for seat, before, now in draft.counts(proposal)}
    assert counts == {who.seat: (1, 1), away: (0, 1), leaver: (0, 1)}

    typed = {f"day_{april.pk}": [away.pk], f"day_{may.pk}": [leaver.pk], f"day_{june.pk}": []}
    page = client.post(asked(who), typed | {"adopt": "1"})

    assert page.context["remarks"] == [
        "赵甲说过4月10日不便接待。",
        "钱乙在5月12日不在任，请换人。",
        "6月10日只有0人，还缺1人。",
    ]
    assert (page.context["form"].non_field_errors() == [], april.slots.count()) == (False, 0)

    typed |= {f"day_{april.pk}": [leaver.pk], f"day_{may.pk}": [away.pk], f"lead_{may.pk}": "王强 镇党委书记"}
    response = client.post(asked(who), typed | {"adopt": "1"})

    assert response.status_code == 302
    assert [names_of(day) for day in (april, may, june)] == [["钱乙"], ["赵甲"], []]
    assert [str(leader) for leader in may.leaders.all()] == ["镇党委书记王强"]
    assert client.get(asked(who)).context["draft"].days == [june]


def test_rota_of_a_station_asks_those_who_serve_there_for_its_days(client, who):
    station = StationFactory(jurisdiction=who.town)
    serving = SeatFactory(jurisdiction=who.town, deputy__name="赵甲")
    station.seats.add(serving)
    [here] = planned(who, 5, station=station)
    planned(who, 4)
    client.force_login(who.liaison)
    draft = client.get(asked(who, station=station.pk)).context["draft"]
    assert draft.proposal() == {here.pk: (serving.deputy_id,)}


def test_rota_says_when_a_year_has_too_few_days(client, who):
    planned(who, 4)
    SeatFactory(jurisdiction=who.town, deputy__name="赵甲")
    client.force_login(who.liaison)
    draft = client.get(asked(who, last="2026-03-31")).context["draft"]
    assert draft.remarks({draft.days[0].pk: (who.seat.deputy_id,)}) == [
        "有1名代表一年不足1次（赵甲），每天1人要2天，只有1天。"
    ]


def test_rota_of_many_deputies_writes_out_the_chosen_ones(client, who, monkeypatch):
    monkeypatch.setattr("reception.forms.rota.MOST_OFFERED", 1)
    SeatFactory(jurisdiction=who.town, deputy__name="赵甲")
    [april] = planned(who, 4)
    client.force_login(who.liaison)
    field = client.get(asked(who)).context["form"][f"day_{april.pk}"]
    [chosen] = field.initial
    assert [key for key, _ in field.field.choices] == [chosen]
    assert f"place={who.town.pk}" in field.field.widget.attrs["data-find"]


def test_period_in_the_past_or_too_long_is_refused(client, who):
    client.force_login(who.liaison)
    for dates in ({"first": "2025-03-01"}, {"last": "2027-03-31"}, {"last": "2025-03-31"}):
        assert "draft" not in client.get(asked(who, **dates)).context
