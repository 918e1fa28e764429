import pytest

from congress.enums import Level
from congress.models import Jurisdiction, Term
from congress.registers import Report
from congress.registers.area import Area, UnknownDistrict, district_for
from tests.factories.congress import DistrictFactory, StreetFactory, TermFactory, TownFactory


pytestmark = pytest.mark.django_db


def area_of(district, **options):
    return Area(district, Report(), **options)


def test_district_for_first_takeover_makes_it():
    district, is_new = district_for(None, ["云山县第九届人大代表名册", "云山县人大", "东海区人大"])
    assert (district.name, district.level, is_new) == ("云山县", Level.DISTRICT, True)


def test_district_for_unnamed_takes_the_only_one():
    only = DistrictFactory()
    assert district_for(None, ["代表名册"]) == (only, False)


def test_district_for_unnamed_without_any():
    with pytest.raises(UnknownDistrict, match="请用 --jurisdiction 写明区县全称"):
        district_for(None, ["代表名册"])


def test_district_for_another_asks_for_create():
    DistrictFactory(name="云渚区")
    with pytest.raises(
        UnknownDistrict, match=r"没有“云山县”这个区县（已有云渚区）。确实要新建的，请加 --create。"
    ):
        district_for("云山县", [])


def test_district_for_another_with_create():
    DistrictFactory(name="云渚区")
    assert district_for("云山县", [], create=True)[0].name == "云山县"


def test_district_for_name_that_is_no_district():
    with pytest.raises(UnknownDistrict, match="“云山”不是区县名称"):
        district_for("云山", [], create=True)


@pytest.mark.parametrize("text", ["石坎镇", "石坎", "石 坎 镇", "云渚区石坎镇", "石坎镇人大", "石坎人大"])
def test_town_by_its_names(text):
    town = TownFactory(name="石坎镇", parent__name="云渚区")
    assert area_of(town.parent).town(text) == town


def test_town_is_made_while_there_is_none_of_its_level():
    street = StreetFactory()
    area = area_of(street.parent)
    made = [area.town("石坎镇"), area.town("芦荻乡")]
    assert [(town.name, town.level, town.parent) for town in made] == [
        ("石坎镇", Level.TOWN, street.parent),
        ("芦荻乡", Level.TOWN, street.parent),
    ]
    assert area.report.notices == ["新建乡镇：石坎镇。", "新建乡镇：芦荻乡。"]


def test_town_is_not_made_beside_others():
    town = TownFactory(name="石坎镇")
    assert area_of(town.parent).town("石砍镇") is None
    assert Jurisdiction.objects.count() == 2


def test_town_is_made_beside_others_when_asked_for():
    town = TownFactory(name="石坎镇")
    assert area_of(town.parent, create=True).town("芦荻镇").name == "芦荻镇"


def test_term_with_a_number():
    district = DistrictFactory()
    assert area_of(district).term(district, 9) == Term.objects.get(jurisdiction=district, number=9)


def test_term_without_a_number_is_the_present_one():
    term = TermFactory()
    assert area_of(term.jurisdiction).term(term.jurisdiction) == term


def test_term_without_a_number_told_elsewhere():
    district = DistrictFactory(name="云渚区")
    assert area_of(district, numbers={"云渚区": 9}).term(district).number == 9


def test_term_unknown_gets_its_number_later():
    district = DistrictFactory(name="云渚区")
    area = area_of(district)
    unknown = area.term(district)
    assert (unknown.number, str(unknown)) == (None, "云渚区本届")
    assert area.report.notices == [
        "表中没有写明云渚区人民代表大会是第几届，按本届导入，请在“届”中补上届次。",
        "云渚区本届的开始日期未填，可在后台补填。",
    ]
    assert area_of(district).term(district, 9).pk == unknown.pk


def test_town_of_two_characters_is_made_with_create():
    district = DistrictFactory()
    assert area_of(district).town("南乡") is None
    area = area_of(district, create=True)
    assert [area.town(text) for text in ("城镇", "街道", "乡镇")] == [None] * 3
    assert area.town("南乡").level == Level.TOWN
