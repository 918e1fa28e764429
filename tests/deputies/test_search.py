"""What of the deputies' floor is found from the bar."""

import pytest

from congress.search import found_for
from tests.factories.activities import logged, planned
from tests.factories.congress import GovOfficeFactory, TownFactory, UnitClerkFactory
from tests.factories.deputies import ConstituencyFactory, SeatFactory


def found(user, words):
    """{heading: [(title, about)]}"""
    groups = found_for(user, words)
    return {group.heading: [(hit.title, hit.about) for hit in group.hits] for group in groups}


@pytest.mark.parametrize("words", ["欧阳", "ouyang", "oyx"])
def test_deputy_is_found_by_characters_pinyin_and_initials(town, office, words):
    SeatFactory(jurisdiction=town, deputy__name="欧阳修", deputy__position="一村书记")
    SeatFactory(jurisdiction=town, deputy__name="丁一")
    assert found(office, words) == {"代表": [("欧阳修", "石坎镇，一村书记")]}


def test_homonyms_are_told_apart_by_constituency(town, office):
    for number in (5, 9):
        place = ConstituencyFactory(jurisdiction=town, number=number)
        SeatFactory(jurisdiction=town, deputy__name="李喆", constituency=place)
    assert found(office, "lz") == {"代表": [("李喆", "石坎镇第5选区"), ("李喆", "石坎镇第9选区")]}


def test_who_left_is_named_so(town, office):
    SeatFactory(jurisdiction=town, deputy__name="李喆", ends_on="2023-03-31")
    assert found(office, "李喆") == {"代表": [("李喆", "石坎镇，已离任")]}


def test_punctuation_is_nobodys_name(seat, office):
    assert found(office, "。") == {}


def test_deputy_of_another_town_is_not_found(district, office):
    SeatFactory(jurisdiction=TownFactory(parent=district), deputy__name="欧阳修")
    assert found(office, "欧阳") == {}


@pytest.mark.parametrize("factory", [UnitClerkFactory, GovOfficeFactory])
def test_who_handles_matters_finds_no_deputies(seat, factory, district):
    assert found(factory(jurisdiction=district), "丁一") == {}


def test_staff_find_activities_by_title(in_march, seat, office):
    planned(office, seat, title="视察防汛物资")
    kind = planned(office, seat, title="学习监督法").kind
    assert found(office, "防汛") == {"履职活动": [("视察防汛物资", f"2025年3月12日，{kind}，石坎镇")]}


def test_deputy_finds_his_own_entries_and_nobody_elses(in_march, town, seat, deputy):
    colleague = SeatFactory(jurisdiction=town, with_user=True, deputy__name="马强")
    entry = logged(seat)
    about = f"2025年3月12日，{entry.activity.kind}，待核实"
    assert found(deputy, "灌溉用水") == {"我的登记": [("到三组走访5户", about)]}
    assert found(colleague.deputy.user, "灌溉用水") == {}
