"""The list of opinions: what it costs, how it filters, sorts and remembers."""

import pytest
from django.urls import reverse

from reception.enums import OpinionStatus as Status
from tests.factories.reception import opinion_at, visit_of


LIST = "reception:opinion_list"


def titles(response):
    return [opinion.title for opinion in response.context["object_list"]]


@pytest.mark.parametrize("count", [1, 3])
def test_opinion_list_queries(count, client, who, django_assert_num_queries):
    for _ in range(count):
        opinion_at(Status.REFERRED, who)
    client.force_login(who.office)
    client.get(reverse(LIST))

    with django_assert_num_queries(10):
        response = client.get(reverse(LIST))

    assert len(titles(response)) == count


def test_opinion_list_filters_by_status(client, who):
    opinion_at(Status.REGISTERED, who)
    closed = opinion_at(Status.CLOSED, who)
    client.force_login(who.office)

    response = client.get(reverse(LIST), {"status": "closed"})

    assert list(response.context["object_list"]) == [closed]


def test_opinion_list_filters_open(client, who):
    opinion = opinion_at(Status.REGISTERED, who)
    opinion_at(Status.CLOSED, who)
    client.force_login(who.office)

    response = client.get(reverse(LIST), {"status": "open"})

    assert list(response.context["object_list"]) == [opinion]


def test_opinion_list_filters_by_unit(client, who):
    opinion_at(Status.REGISTERED, who)
    referred = opinion_at(Status.REFERRED, who)
    client.force_login(who.office)

    response = client.get(reverse(LIST), {"unit": who.unit.pk})

    assert list(response.context["object_list"]) == [referred]


@pytest.mark.parametrize(("light", "found"), [("red", 0), ("amber", 1), ("green", 0)])
def test_opinion_list_filters_by_light(light, found, client, who):
    opinion_at(Status.REGISTERED, who)
    client.force_login(who.office)

    response = client.get(reverse(LIST), {"light": light})

    assert len(titles(response)) == found


def test_opinion_list_finds_number(client, who):
    visit_of(who, opinions=2)
    client.force_login(who.office)

    response = client.get(reverse(LIST), {"q": "2号"})

    assert titles(response) == ["路灯不亮1"]


@pytest.mark.parametrize("query", ["张三", "13800001234"])
def test_opinion_list_never_searches_visitors(query, client, who):
    visit_of(who)
    client.force_login(who.office)

    response = client.get(reverse(LIST), {"q": query})

    assert titles(response) == []


def test_opinion_list_remembers_filters(client, who):
    client.force_login(who.office)
    client.get(reverse(LIST), {"status": "closed"})

    response = client.get(reverse(LIST))

    assert response.url == f"{reverse(LIST)}?status=closed"


def test_opinion_list_does_not_remember_its_order(client, who):
    client.force_login(who.office)
    client.get(reverse(LIST), {"order": "due", "status": "closed"})

    response = client.get(reverse(LIST))

    assert response.url == f"{reverse(LIST)}?status=closed"


@pytest.mark.parametrize("unknown", ["order=weight", "order=", "status=lost", "category=999999", "order=-"])
def test_opinion_list_ignores_what_it_does_not_know(client, who, unknown):
    opinion = opinion_at(Status.REGISTERED, who)
    client.force_login(who.office)

    response = client.get(f"{reverse(LIST)}?{unknown}&urgency=normal")

    assert list(response.context["object_list"]) == [opinion]
    assert client.get(reverse(LIST)).url == f"{reverse(LIST)}?urgency=normal"


def test_opinion_list_forgets_cleared_filters(client, who):
    client.force_login(who.office)
    client.get(reverse(LIST), {"status": "closed"})

    client.get(reverse(LIST), headers={"referer": f"http://testserver{reverse(LIST)}?status=closed"})

    assert client.get(reverse(LIST)).status_code == 200


def test_opinion_list_sorts_by_due_date(client, who):
    later, sooner = opinion_at(Status.ACCEPTED, who), opinion_at(Status.REGISTERED, who)
    client.force_login(who.office)

    response = client.get(reverse(LIST), {"order": "due"})

    assert list(response.context["object_list"]) == [sooner, later]
