from datetime import date, datetime

import pytest
from django.utils import timezone

from congress import clock, desk
from congress.desk import WaitingItem
from congress.enums import Light
from congress.models import Holiday, Jurisdiction
from tests.factories.congress import (
    DistrictOfficeFactory,
    HolidayFactory,
    OfficeRulesFactory,
    SysadminFactory,
    TownFactory,
)


@pytest.fixture(autouse=True)
def _thursday():
    with clock.at(datetime(2025, 3, 20, 10, tzinfo=timezone.get_default_timezone())):
        yield


def item(due_on=None, title="一件事"):
    return WaitingItem(title, "某人", "办理", "/", due_on)


@pytest.mark.parametrize(
    ("due_on", "light"),
    [
        (date(2025, 3, 19), Light.RED),
        (date(2025, 3, 20), Light.AMBER),
        (date(2025, 3, 25), Light.AMBER),
        (date(2025, 3, 26), Light.GREEN),
        (None, Light.GREEN),
    ],
)
def test_light_by_days_left(due_on, light):
    assert desk.light_of(due_on, amber_days=5) == light


@pytest.mark.parametrize(
    ("due_on", "urgency"),
    [
        (date(2025, 3, 19), "已超期"),
        (date(2025, 3, 20), "今天"),
        (date(2025, 3, 23), "本周"),
        (date(2025, 3, 24), "以后"),
        (None, "以后"),
    ],
)
def test_urgency_by_due_date(due_on, urgency):
    [(name, _)] = desk.by_urgency([item(due_on)])
    assert name == urgency


def test_by_urgency_keeps_the_order_of_groups():
    items = [item(date(2025, 3, 30)), item(date(2025, 3, 20)), item(date(2025, 3, 1))]
    assert [name for name, _ in desk.by_urgency(items)] == ["已超期", "今天", "以后"]


def test_waiting_for_gathers_providers_most_urgent_first(monkeypatch):
    providers = [
        lambda user: [item(title="没有期限"), item(date(2025, 3, 25), "后办")],
        lambda user: [item(date(2025, 3, 21), "先办")],
    ]
    monkeypatch.setattr(desk, "_providers", providers)
    assert [found.title for found in desk.waiting_for(None)] == ["先办", "后办", "没有期限"]


def test_days_left_counts_from_today():
    assert [item(due_on).days_left for due_on in (date(2025, 3, 18), date(2025, 3, 23), None)] == [
        -2,
        3,
        None,
    ]


@pytest.mark.django_db
def test_amber_days_come_from_the_office():
    office = DistrictOfficeFactory()
    OfficeRulesFactory(jurisdiction=office.jurisdiction, amber_days=9)
    assert desk.amber_days_for(office) == 9


@pytest.mark.django_db
def test_amber_days_without_an_office():
    assert desk.amber_days_for(SysadminFactory()) == 0


@pytest.mark.django_db
def test_lines_beyond_the_first_are_one_line_that_counts_them():
    places = TownFactory.create_batch(4)
    rows = Jurisdiction.objects.filter(pk__in=[place.pk for place in places]).order_by("pk")
    found = list(desk.first_lines(rows, lambda row: item(title=row.name), url="/all/", most=1))
    assert [(line.title, line.url, line.count) for line in found[1:]] == [("另有3件", "/all/", 3)]
    assert len(list(desk.first_lines(rows, lambda row: item(), url="/all/", most=4))) == 4


@pytest.mark.django_db
def test_one_query_tells_what_there_is(django_assert_num_queries):
    TownFactory(name="石坎镇")
    DistrictOfficeFactory()
    places = Jurisdiction.objects.filter(name="石坎镇")
    waiting = [
        desk.Waiting(rows, lambda rows=rows: [item(title=row.name) for row in rows])
        for rows in (places, places.filter(name="没有"), places.none())
    ]
    with django_assert_num_queries(2):
        assert [found.title for found in desk.gathered(waiting)] == ["石坎镇"]


@pytest.mark.django_db
def test_late_ones_beyond_the_first_lines_are_counted():
    for day in (1, 2, 25):
        HolidayFactory(date=date(2025, 3, day))
    rows = Holiday.objects.order_by("date")
    lines = desk.first_lines(rows, lambda row: item(row.date), url="/all/", due_field="date", most=1)
    assert [(line.count, line.late_count) for line in lines] == [(1, 1), (2, 1)]


@pytest.mark.django_db
def test_rules_are_read_once_however_often_they_are_asked(django_assert_num_queries):
    office = DistrictOfficeFactory()
    with django_assert_num_queries(1):
        assert [desk.amber_days_for(office) for _ in range(3)] == [5, 5, 5]
