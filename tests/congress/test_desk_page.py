from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from congress import clock, desk
from congress.enums import Light
from tests.factories.congress import AuditorFactory, DeputyUserFactory, SysadminFactory, UserFactory


TODAY = date(2025, 3, 19)  # a Wednesday
QUERIES = 7  # the session and its new end (with two savepoints), the person, the office, the year's gaps


@pytest.fixture(autouse=True)
def _on_wednesday():
    with clock.at(datetime(2025, 3, 19, 9, tzinfo=ZoneInfo("Asia/Shanghai"))):
        yield


@pytest.fixture
def waiting(monkeypatch):
    """Let these days, counted from today, wait for everyone; None is without a due date."""

    def wait(*days):
        items = [
            desk.WaitingItem(
                title=f"事项{number}",
                about="望湖街道",
                action="交办",
                url=f"/matter/{number}/",
                due_on=None if left is None else TODAY + timedelta(left),
                light=Light.RED if left is not None and left < 0 else Light.GREEN,
            )
            for number, left in enumerate(days, 1)
        ]
        monkeypatch.setattr(desk, "_providers", [lambda user: items])

    return wait


@pytest.fixture
def page(client, db):
    """Fetch the desk as a person of the district office."""
    client.force_login(UserFactory())
    return lambda: client.get(reverse("desk"))


def names_of(groups):
    return [(name, [item.title for item in items]) for name, items in groups]


def test_desk_groups_by_urgency(page, waiting):
    waiting(-2, 0, 4, 9, None)

    assert names_of(page().context["groups"]) == [
        ("已超期", ["事项1"]),
        ("今天", ["事项2"]),
        ("本周", ["事项3"]),
        ("以后", ["事项4", "事项5"]),
    ]


def test_desk_counts_what_waits_and_what_is_late(page, waiting):
    waiting(-2, -1, 0, None)

    assert (page().context["waiting_count"], page().context["late_count"]) == (4, 2)


def test_desk_line_shows_date_and_days_left(page, waiting):
    waiting(3)
    html = page().content.decode()

    assert ("2025年3月22日（周六）" in html, "还有3天" in html) == (True, True)


def test_desk_has_one_primary_action(page, waiting):
    waiting(-2, -1, 0, 3)

    assert page().content.decode().count("btn-primary") == 1


@pytest.mark.parametrize("title", ["登记到场：石坎镇接待日", "石坎镇接待日"])
def test_desk_names_an_action_once(title):
    item = desk.WaitingItem(title=title, about="", action="登记到场", url="/")

    assert item.spoken == "登记到场：石坎镇接待日"


def test_desk_without_work_says_so(page, waiting):
    waiting()

    assert "今天没有待办" in page().content.decode()


def test_desk_with_later_work_names_the_next_date(page, waiting):
    waiting(6, 3, None)

    told = "今天到期的没有。共3件待办，最早一件2025年3月22日（周六）到期（还有3天）。"
    assert told in strip_tags(page().content.decode())


def test_desk_with_work_today_does_not_call_it_quiet(page, waiting):
    waiting(0)

    assert "今天到期的没有" not in page().content.decode()


@pytest.mark.parametrize("days", [(1,), (1, 2, 3)])
def test_desk_queries_do_not_grow(page, waiting, django_assert_num_queries, days):
    waiting(*days)

    with django_assert_num_queries(QUERIES):
        page()


def test_deputies_have_tabs_at_the_foot(client, waiting, db):
    waiting()
    client.force_login(DeputyUserFactory())

    assert 'class="tabs"' in client.get(reverse("desk")).content.decode()


def test_staff_have_no_tabs(page, waiting):
    waiting()

    assert 'class="tabs"' not in page().content.decode()


def test_larger_type_is_remembered(client, page, waiting):
    waiting()
    client.cookies["large_type"] = "1"

    assert '<html lang="zh-Hans" class="frame-staff large-type"' in page().content.decode()


@pytest.mark.parametrize("shown", [True, False])
def test_fiction_is_named_only_in_a_demonstration(page, waiting, settings, shown):
    waiting()
    settings.DEMONSTRATION = shown

    assert ("虚构示例" in page().content.decode()) is shown


@pytest.mark.parametrize(
    ("factory", "places"),
    [(SysadminFactory, ["今日", "用户", "设置"]), (AuditorFactory, ["今日", "办理记录", "登录记录", "设置"])],
)
def test_keepers_of_the_system_find_their_pages(client, waiting, db, factory, places):
    waiting()
    client.force_login(factory())

    assert [place["label"] for place in client.get(reverse("desk")).context["navigation"]] == places
