"""Where an area stands in the tree."""

import pytest
from django.core.exceptions import ValidationError

from congress.enums import Level
from congress.models import Jurisdiction
from tests.factories.congress import DistrictFactory, TownFactory


pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("level", "parent", "sentence"),
    [
        (Level.TOWN, None, "乡镇要选所属的区县。"),
        (Level.TOWN, Level.CITY, "乡镇的上级应是区县，上级甲是设区的市，请改选。"),
        (Level.STREET, Level.TOWN, "街道的上级应是区县，上级甲是乡镇，请改选。"),
        (Level.DISTRICT, Level.DISTRICT, "区县的上级应是设区的市，上级甲是区县，请改选。"),
        (Level.CITY, Level.DISTRICT, "设区的市在这里没有上级，请把上级留空。"),
    ],
)
def test_parent_of_the_wrong_level_is_refused(level, parent, sentence):
    above = parent and Jurisdiction.objects.create(name="上级甲", level=parent)
    with pytest.raises(ValidationError) as refused:
        Jurisdiction(name="乙", level=level, parent=above).full_clean()
    assert refused.value.messages == [sentence]


def test_area_is_not_its_own_parent():
    district = DistrictFactory()
    district.parent = district
    with pytest.raises(ValidationError, match="上级不能是它自己，请改选。"):
        district.full_clean()


def test_places_in_their_order_are_valid():
    city = Jurisdiction.objects.create(name="澄岚市", level=Level.CITY)
    district = DistrictFactory(parent=city)
    for place in (city, district, TownFactory(parent=district)):
        place.full_clean()
