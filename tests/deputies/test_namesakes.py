"""Namesakes are known as such, and told apart wherever a sentence or a list names them."""

import pytest

from deputies.enums import Sex
from deputies.models import Deputy
from tests.factories.congress import TownFactory
from tests.factories.deputies import ConstituencyFactory, DeputyFactory, SeatFactory


def marked():
    return list(Deputy.objects.filter(has_namesake=True).order_by("pk").values_list("name", flat=True))


def test_two_of_one_name_are_namesakes(district):
    for name in ("李喆", "李 喆", "王芳"):
        DeputyFactory(district=district, name=name)
    assert marked() == ["李喆", "李喆"]


def test_a_name_in_another_district_is_no_namesake(district):
    DeputyFactory(district=district, name="李喆")
    DeputyFactory(name="李喆")
    assert marked() == []


def test_a_corrected_name_is_shared_no_more(district):
    DeputyFactory(district=district, name="李喆")
    other = DeputyFactory(district=district, name="李喆")
    other.name = "李哲"
    other.save()
    assert marked() == []


def test_called_by_the_name_alone_without_a_namesake(seat):
    assert seat.called == "丁一"


def test_namesakes_are_called_by_their_constituencies(town):
    for number in (5, 9):
        place = ConstituencyFactory(jurisdiction=town, number=number)
        SeatFactory(jurisdiction=town, deputy__name="李喆", constituency=place)
    seats = Deputy.objects.get(seats__constituency__number=9).seats
    assert seats.get().called == "李喆（石坎镇第9选区）"


@pytest.mark.parametrize(
    ("known", "called"),
    [
        ({"sex": Sex.FEMALE}, "李喆（石坎镇，女）"),
        ({"position": "三村村民"}, "李喆（石坎镇，三村村民）"),
        ({}, "李喆（石坎镇，选区未登记）"),
    ],
)
def test_namesakes_without_a_constituency_are_told_apart_otherwise(town, known, called):
    SeatFactory(jurisdiction=TownFactory(parent=town.parent), deputy__name="李喆")
    deputy = DeputyFactory(district=town.parent, name="李喆", **known)
    seat = SeatFactory(jurisdiction=town, deputy=Deputy.objects.get(pk=deputy.pk))
    assert seat.called == called
