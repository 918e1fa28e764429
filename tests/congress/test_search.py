"""The search in the bar: what the engine gathers, and its page."""

import pytest
from django.urls import reverse

from congress import search
from congress.models import Unit
from congress.search import Hit, found_for, sources_for
from tests.factories.congress import AuditorFactory, SysadminFactory, UnitFactory, UserFactory


PAGE = reverse("search")
pytestmark = pytest.mark.django_db


@pytest.fixture
def units(monkeypatch):
    """Let units be all that can be searched, and only by those who are not called 张三."""
    monkeypatch.setattr(search, "_sources", [])
    search.register(
        1,
        "单位",
        unit="个",
        finds="名称",
        url_name="desk",
        open_to=lambda user: user.name != "张三",
        rows=lambda user, words: Unit.objects.filter(name__contains=words).order_by("pk"),
        hit_of=lambda unit: Hit(unit.name, "承办单位", f"/units/{unit.pk}/"),
    )


def test_group_has_the_first_hits_and_the_count_of_all(units):
    for number in range(7):
        UnitFactory(name=f"区{number}局")
    [group] = found_for(UserFactory(), "局")
    assert [hit.title for hit in group.hits] == ["区0局", "区1局", "区2局", "区3局", "区4局"]
    assert (group.heading, group.count, group.url) == ("单位", 7, "/?q=%E5%B1%80")


def test_kind_without_hits_is_no_group(units):
    assert found_for(UserFactory(), "局") == []


def test_kind_that_is_not_for_the_person_is_not_searched(units):
    UnitFactory(name="区住建局")
    stranger = UserFactory(name="张三")
    assert (sources_for(stranger), found_for(stranger, "局")) == ([], [])


def test_page_without_words_says_what_can_be_searched(client, units):
    client.force_login(UserFactory())
    response = client.get(PAGE)
    assert (response.context["groups"], [source.finds for source in response.context["sources"]]) == (
        [],
        ["名称"],
    )
    assert "可以这样查找" in response.content.decode()


def test_page_says_that_nothing_was_found(client, units):
    client.force_login(UserFactory())
    assert "没有找到“局”" in client.get(PAGE, {"q": " 局 "}).content.decode()


def test_page_leads_to_all_when_there_are_more(client, units):
    for number in range(6):
        UnitFactory(name=f"区{number}局")
    client.force_login(UserFactory())
    assert "查看全部6个" in client.get(PAGE, {"q": "局"}).content.decode()


def test_words_are_cut_and_nul_is_dropped(client, units):
    client.force_login(UserFactory())
    assert client.get(PAGE, {"q": "局\0" + "长" * 60}).context["words"] == "局" + "长" * 49


@pytest.mark.parametrize("factory", [SysadminFactory, AuditorFactory])
def test_keepers_have_no_search_in_the_bar(client, factory):
    client.force_login(factory())
    assert PAGE not in client.get(reverse("desk")).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_page_costs_the_same_with_more_hits(client, units, count, django_assert_num_queries):
    for number in range(count):
        UnitFactory(name=f"区{number}局")
    client.force_login(UserFactory())
    client.get(PAGE)
    with django_assert_num_queries(4):
        assert len(client.get(PAGE, {"q": "局"}).context["groups"][0].hits) == count
