"""Matters are found from the bar by number and words, and never by who brought them."""

import pytest
from django.urls import reverse

from congress.calendar import short_date
from congress.search import found_for
from reception.enums import OpinionStatus as Status
from reception.models import Opinion
from tests.factories.reception import opinion_at, people, referral_of, visit_of


pytestmark = pytest.mark.usefixtures("in_march")


def titles(user, words):
    return [hit.title for group in found_for(user, words) for hit in group.hits]


@pytest.mark.parametrize(
    "words",
    ["石坎〔2025〕2号", "石坎[2025]2", "石坎镇〔2025〕2号", "2025-2", "2号", " 2 ", "石坎 2"],
)
def test_matter_is_found_by_number(who, words):
    visit_of(who, opinions=2)
    assert titles(who.office, words) == ["路灯不亮1"]


def test_matter_is_found_by_title(who):
    visit_of(who, opinions=2)
    assert titles(who.office, "不亮1") == ["路灯不亮1"]


@pytest.mark.parametrize("words", ["石坎〔2024〕1号", "芦荻〔2025〕1号", "号", "%"])
def test_other_numbers_find_nothing(who, words):
    visit_of(who)
    assert titles(who.office, words) == []


def test_matter_is_found_by_the_voters_words_and_told_by_its_facts(who):
    opinion = opinion_at(Status.TRIAGED, who)
    [group] = found_for(who.office, "坏了半个月")
    [hit] = group.hits
    assert (group.heading, hit.title, hit.url) == ("群众意见", opinion.title, opinion.get_absolute_url())
    assert hit.about == f"{opinion.number}，{short_date(opinion.received_on)}收到，已分类"


@pytest.mark.parametrize("words", ["张三", "张某某", "13800001234", "0001234"])
def test_visitor_is_never_found(who, words):
    visit_of(who)
    assert titles(who.office, words) == []


def test_visitor_is_never_shown(who, client):
    visit_of(who)
    client.force_login(who.office)
    page = client.get(reverse("search"), {"q": "路灯"}).content.decode()
    assert ["路灯不亮0" in page, "张三" in page, "张某" in page, "1380000" in page] == [True] + [False] * 3


def test_another_towns_matter_is_not_found(who):
    visit_of(who)
    assert titles(people().office, "路灯") == []


def test_deputy_finds_what_he_received(who):
    visit_of(who)
    visit_of(who, seats=[])
    assert titles(who.deputy, "路灯") == ["路灯不亮0"]


def test_clerk_finds_his_units_part(who):
    referral = referral_of(opinion_at(Status.REFERRED, who))
    opinion_at(Status.TRIAGED, who)
    [group] = found_for(who.clerk, "路灯")
    assert (group.heading, [hit.url for hit in group.hits]) == ("转办件", [referral.get_absolute_url()])
    assert titles(who.co_clerk, "路灯") == []


def test_government_office_finds_what_was_escalated(who):
    opinion_at(Status.TRIAGED, who)
    escalated = opinion_at(Status.ESCALATED, who)
    [group] = found_for(who.gov_office, "路灯")
    assert [hit.url for hit in group.hits] == [escalated.get_absolute_url()]


def test_list_behind_the_group_finds_the_same(who, client):
    visit_of(who, opinions=3)
    [group] = found_for(who.office, "石坎〔2025〕2号")
    client.force_login(who.office)
    assert list(client.get(group.url).context["object_list"]) == [Opinion.objects.get(serial=2)]


@pytest.mark.parametrize("count", [1, 3])
def test_search_costs_the_same_with_more_matters(who, count, client, django_assert_num_queries):
    visit_of(who, opinions=count)
    client.force_login(who.office)
    client.get(reverse("search"))
    with django_assert_num_queries(14):
        assert len(client.get(reverse("search"), {"q": "路灯"}).context["groups"][0].hits) == count
