"""A leader's desk: the year so far."""

import pytest
from django.urls import reverse

from congress import desk
from reception.enums import OpinionStatus
from tests.factories.congress import LeaderFactory, TownFactory
from tests.factories.reception import opinion_at


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def test_leader_sees_the_figures_of_his_places_with_their_evidence(client, who):
    opinion = opinion_at(OpinionStatus.REGISTERED, who)
    leader = LeaderFactory(jurisdiction=who.town.district)
    found = desk.overview_for(leader)
    place, cells = found.rows[-1]
    _, value, url = cells[1]
    client.force_login(leader)
    _, total, total_url = found.total[1]
    assert (place, value, total, found.rows[0][0]) == (who.town, 1, 1, "区本级")
    assert list(client.get(url).context["page_obj"]) == [opinion]
    whole = client.get(total_url).context
    assert (list(whole["page_obj"]), whole["value"], whole["subject"]) == (
        [opinion],
        1,
        f"{who.town.district}合计",
    )


def test_total_has_its_labels_and_links_as_every_row(client, who):
    leader = LeaderFactory(jurisdiction=who.town.district)
    client.force_login(leader)
    html = client.get(reverse("desk")).content.decode()
    found = desk.overview_for(leader)
    labels = ["地方", *(figure.label for figure in found.columns)]
    assert {html.count(f'data-label="{label}"') for label in labels} == {len(found.rows) + 1}


def test_evidence_of_a_district_with_all_below_it(client, who):
    opinion_at(OpinionStatus.REGISTERED, who)
    client.force_login(LeaderFactory(jurisdiction=who.town.district))
    where = {"key": "reception.opinions_taken", "year": 2025, "place": who.town.district.pk}
    urls = [reverse("deputies:evidence", kwargs=where, query=query) for query in (None, {"below": 1})]
    assert [client.get(url).context["value"] for url in urls] == [0, 1]


def test_nobody_else_sees_an_overview(who):
    assert [desk.overview_for(user) for user in (who.office, who.deputy)] == [None, None]


@pytest.mark.parametrize("count", [1, 3])
def test_overview_costs_the_same_for_few_and_many_places(client, who, count, django_assert_num_queries):
    for _ in range(count):
        TownFactory(parent=who.town.district)
    with django_assert_num_queries(7):
        desk.overview_for(LeaderFactory.build(pk=999, jurisdiction=who.town.district))


def test_leader_without_late_matters_is_told_so(client, who):
    client.force_login(LeaderFactory(jurisdiction=who.town))
    html = client.get(reverse("desk")).content.decode()
    assert ("没有超期的事项" in html, "今天没有待办" in html) == (True, False)
