"""Earlier matters of the same voter and subject: who is offered them, and how they are linked."""

import pytest
from django.core.exceptions import ValidationError

from congress import clock
from reception import earlier, intake
from reception.enums import Channel, EarlierKind
from reception.models import EarlierMatter, Opinion
from tests.factories.congress import LocalOfficeFactory, TownFactory
from tests.factories.reception import OpinionCategoryFactory, people, visit_of
from tests.factories.visit_page import URL, typed


SUGGEST = "/reception/visits/suggest/"
ZHANG = {"kind": "person", "name": "张三", "phone": "13800001234"}
LIGHTS = {"title": "村口路灯不亮", "words": "路灯又坏了。"}


def asked(client, user, place, **data):
    client.force_login(user)
    return client.post(SUGGEST, {"place": place.pk, **data}).json()["earlier"]


def told(rows):
    return [(row["kind"], row["pk"]) for row in rows]


@pytest.fixture
def lamp(who):
    """A matter of 张三 about a street lamp."""
    return visit_of(who).opinions.get()


def test_earlier_matters_of_the_voter_are_offered_masked(lamp, client, who):
    [row] = asked(client, who.liaison, who.town, **ZHANG, title="修路", words="")

    assert (row["kind"], row["pk"], row["number"]) == ("voter", lamp.pk, lamp.number)
    assert (row["visitor"], row["title"], row["status"]) == ("张某", "路灯不亮0", "已登记")


@pytest.mark.parametrize("changes", [{"phone": ""}, {"name": ""}, {"name": "李四"}, {"phone": "13800001235"}])
def test_voter_is_known_by_name_and_telephone_together(changes, lamp, client, who):
    assert asked(client, who.liaison, who.town, **{**ZHANG, **changes}) == []


def test_voter_who_leaves_no_name_is_not_known_again(lamp, client, who):
    assert asked(client, who.liaison, who.town, **{**ZHANG, "kind": "anonymous"}) == []


def test_unit_is_known_by_its_name(client, who):
    matter = intake.receive(
        by=who.liaison,
        jurisdiction=who.town,
        visitor_data={"kind": "unit", "name": "石坎小学"},
        visit_data={"date": clock.today(), "channel": Channel.LETTER},
        opinions=[{"title": "校门口堵", "words": "放学时堵。"}],
    ).opinions.get()

    found = asked(client, who.liaison, who.town, kind="unit", name="石坎小学", phone="")

    assert told(found) == [("voter", matter.pk)]


def test_nobody_learns_who_came_to_another_town(lamp, client, who):
    other = people(TownFactory(parent=who.town.district, name="双溪镇"))
    clerk = LocalOfficeFactory(jurisdiction=other.town)

    own = asked(client, clerk, other.town, **ZHANG, **LIGHTS)
    foreign = asked(client, clerk, who.town, **ZHANG, **LIGHTS)
    colleague = asked(client, other.deputy, who.town, **ZHANG, **LIGHTS)

    assert (own, foreign, colleague) == ([], [], [])


def test_deputy_is_offered_what_he_received_himself(lamp, client, who):
    mine = asked(client, who.deputy, who.town, **ZHANG)
    lamp.visit.deputies.clear()

    assert (told(mine), asked(client, who.deputy, who.town, **ZHANG)) == ([("voter", lamp.pk)], [])


def test_same_subject_is_found_by_words_in_common_in_few_queries(client, who, django_assert_num_queries):
    OpinionCategoryFactory()
    visit = intake.receive(
        by=who.liaison,
        jurisdiction=who.town,
        visitor_data={"kind": "anonymous"},
        visit_data={"date": clock.today(), "channel": Channel.BOX},
        opinions=[
            {"title": "东街路灯全坏", "words": "晚上看不见。"},
            {"title": "东村路灯坏了", "words": "村口路灯坏了。"},
            {"title": "学校缺老师", "words": "没有英语老师。"},
        ],
    )
    street, village, _ = visit.opinions.order_by("pk")

    with django_assert_num_queries(4):
        found = earlier.of_same_subject(who.liaison, who.town, title="村口路灯坏了", words="路灯不亮")

    assert found == [village, street]


def test_page_links_earlier_matters_and_merges_nothing(lamp, client, who):
    client.force_login(who.liaison)

    client.post(URL, typed(("又不亮", "又坏了。", {"earlier": f"voter:{lamp.pk}:{lamp.number}"})))

    later = Opinion.objects.get(title="又不亮")
    assert (EarlierMatter.objects.get().earlier, later.merged_into) == (lamp, None)
    assert earlier.links_of(later, who.office) == [("同一选民再次反映", lamp)]
    assert earlier.links_of(lamp, who.office) == [("之后同一选民再次反映", later)]


def test_matter_that_one_does_not_see_is_not_linked(lamp, client, who):
    other = people(TownFactory(parent=who.town.district, name="双溪镇"))
    client.force_login(other.liaison)

    client.post(URL, typed(("又不亮", "又坏了。", {"earlier": f"voter:{lamp.pk}"})))

    assert (Opinion.objects.filter(title="又不亮").count(), EarlierMatter.objects.count()) == (1, 0)


def test_matter_of_another_place_is_not_linked(lamp, who):
    other = visit_of(people(TownFactory(parent=who.town.district, name="双溪镇"))).opinions.get()

    with pytest.raises(ValidationError, match="只能关联本镇街先前的意见"):
        earlier.link(other, lamp, EarlierKind.SUBJECT, by=who.district_office)
