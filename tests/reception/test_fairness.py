"""How turns were shared out: counts, the turns behind them, who sees them."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from congress import clock
from reception import day_workflow, fairness
from reception.enums import DayStatus
from tests.factories.deputies import SeatFactory, StationFactory
from tests.factories.reception import day_at


pytestmark = pytest.mark.usefixtures("in_march")


@pytest.fixture
def other(who):
    return SeatFactory(jurisdiction=who.town, with_user=True, deputy__name="赵甲")


def day_with(who, days, *seats):
    on = clock.today() + timedelta(days=days)
    day = day_at(DayStatus.PLANNED, who, on=on, place=f"第{days}站")
    day_workflow.set_rota(day, by=who.liaison, seats=seats)
    return day


def held(who, day, *present):
    day_workflow.open_day(day, by=who.liaison, note="没有公告")
    day_workflow.hold(day, by=who.liaison, present=present)


def counts(share):
    return {measure.name: number for measure, number in share.cells}


def test_each_deputy_has_what_became_of_his_turns(client, who, other):
    today = day_with(who, 0, who.seat, other)
    held(who, today, who.seat)
    given = day_with(who, 3, who.seat)
    day_workflow.substitute(given, by=who.liaison, seat=other, replaced=who.seat)
    gone = day_with(who, 5, who.seat)
    day_workflow.cancel(gone, by=who.office, reason="台风")
    excused = day_with(who, 7, who.seat)
    day_workflow.excuse(excused, by=who.liaison, seat=who.seat, reason="出差")
    SeatFactory(jurisdiction=who.town, deputy__name="钱乙")

    found = fairness.shares(who.liaison, fairness.year_begin(), place=who.town)

    by_seat = {share.seat.called: share for share in found}
    none = dict.fromkeys(fairness.BY_NAME, 0)
    assert {name: counts(share) for name, share in by_seat.items()} == {
        who.seat.called: none | {"planned": 3, "served": 1, "given": 1},
        "赵甲": none | {"planned": 1, "for_others": 1, "missed": 1, "coming": 1},
        "钱乙": none,
    }
    assert [share.next_slot and share.next_slot.day for share in by_seat.values()].count(given) == 1
    assert fairness.spread(found) == (
        "在任的3名代表，已经接待的和还要接待的合计："
        f"最多1次（{'、'.join(share.seat.called for share in found if share.sits)}），"
        "最少0次（钱乙），相差1次，还在同一轮里。"
    )


def test_number_opens_its_turns(client, who, other):
    day = day_with(who, 0, who.seat, other)
    held(who, day, who.seat)
    client.force_login(who.office)
    page = client.get(reverse("reception:fairness"))
    query = page.context["query"]
    url = reverse("reception:fairness_turns", args=[other.deputy_id, "missed"])
    assert f"{url}{query}".replace("&", "&amp;") in page.content.decode()
    assert [slot.day for slot in client.get(f"{url}{query}").context["slots"]] == [day]
    assert client.get(f"{url}none/").status_code == 404


def test_station_counts_its_own_days_and_people(client, who, other):
    station = StationFactory(jurisdiction=who.town)
    station.seats.add(other)
    day_with(who, 3, who.seat)
    client.force_login(who.liaison)
    page = client.get(reverse("reception:fairness"), {"place": who.town.pk, "station": station.pk})
    assert [counts(share)["planned"] for share in page.context["shares"]] == [0]


def test_wrong_question_is_told_and_counts_nothing(client, who):
    client.force_login(who.liaison)
    for since in ("2025-03-21", "1900-01-01", "昨天"):
        page = client.get(reverse("reception:fairness"), {"since": since})
        assert (page.status_code, "shares" in page.context) == (200, False)
        assert page.context["form"].errors["since"]
    assert client.get(reverse("reception:fairness_sheet"), {"since": "昨天"}).status_code == 404


def test_deputy_reads_his_own_turns_only(client, who, other):
    day = day_with(who, 3, who.seat, other)
    client.force_login(who.deputy)
    page = client.get(reverse("reception:turn_list"))
    assert (page.context["share"].sits, page.context["share"].next_slot.day) == (1, day)
    own = reverse("reception:fairness_turns", args=[who.seat.deputy_id, "coming"])
    others = reverse("reception:fairness_turns", args=[other.deputy_id, "coming"])
    assert [client.get(url).status_code for url in (own, others)] == [200, 404]
    assert client.get(reverse("reception:fairness")).url == reverse("reception:turn_list")


def test_sheet_holds_the_same_numbers(client, who):
    day_with(who, 3, who.seat)
    client.force_login(who.liaison)
    content = client.get(reverse("reception:fairness_sheet")).content
    rows = list(load_workbook(BytesIO(content)).active.values)
    assert list(rows[0][:3]) == ["代表", "选区", "排班"]
    assert [row[2] for row in rows[1:]] == [1]


@pytest.mark.parametrize("count", [1, 3])
def test_fairness_queries(count, client, who, django_assert_num_queries):
    for number in range(count):
        seat = SeatFactory(jurisdiction=who.town, deputy__name=f"代表{number}")
        day_with(who, 3 + number, seat)
    client.force_login(who.liaison)
    client.get(reverse("reception:fairness"))
    with django_assert_num_queries(9):
        page = client.get(reverse("reception:fairness"))
    assert len(page.context["shares"]) == count + 1
