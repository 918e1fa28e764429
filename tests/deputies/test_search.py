"""What of the deputies' floor is found from the bar."""

import pytest

from congress.enums import SessionBody
from congress.models import Session
from congress.search import found_for
from deputies.session_search import sessions_called
from tests.factories.activities import logged, planned
from tests.factories.congress import GovOfficeFactory, TownFactory, UnitClerkFactory
from tests.factories.deputies import (
    ConstituencyFactory,
    DelegationFactory,
    DeputyGroupFactory,
    SeatFactory,
    StationFactory,
)
from tests.factories.sessions import SessionFactory


SEARCH_QUERIES = 11


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


# What a congress is divided into, and when it sits


def test_structure_and_sessions_are_found_by_name(seat, office):
    term = seat.term
    ConstituencyFactory(jurisdiction=term.jurisdiction, number=7, name="茶山村", area="茶山一组")
    DelegationFactory(term=term, name="茶山代表团")
    DeputyGroupFactory(term=term, name="茶山小组")
    StationFactory(jurisdiction=term.jurisdiction, name="茶山联络站", address="茶山路1号")
    SessionFactory(term=term, number=4, place="茶山会堂")
    assert found(office, "茶山") == {
        "选区": [("第7选区（茶山村）", "石坎镇，茶山一组")],
        "代表团": [("茶山代表团", "石坎镇第九届")],
        "代表小组": [("茶山小组", "石坎镇第九届")],
        "联络站": [("茶山联络站", "石坎镇，茶山路1号")],
        "会议": [("石坎镇第九届人民代表大会第四次会议", "2025年1月8日")],
    }


def test_structure_of_another_town_is_not_found(district, office):
    other = SeatFactory(jurisdiction=TownFactory(parent=district)).term
    DelegationFactory(term=other, name="茶山代表团")
    StationFactory(jurisdiction=other.jurisdiction, name="茶山联络站")
    SessionFactory(term=other, place="茶山会堂")
    assert found(office, "茶山") == {}


def test_structure_is_not_found_by_deputies(seat, deputy):
    DelegationFactory(term=seat.term, name="茶山代表团")
    assert found(deputy, "茶山") == {}


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("四次会议", [4]),
        ("第4次", [4]),
        ("九届四次会议", [4]),
        ("石坎镇第九届人民代表大会第四次会议", [4]),
        ("八届四次会议", []),
        ("2025年", [4]),
        ("石坎镇主席团", [9]),
        ("常委会", []),
        ("云渚区四次", []),
        ("会议", []),
    ],
)
def test_sessions_are_found_by_what_they_are_called(seat, words, numbers):
    SessionFactory(term=seat.term, number=4)
    SessionFactory(term=seat.term, number=9, body=SessionBody.PRESIDIUM, starts_on="2024-05-01")
    called = sessions_called(Session.objects.order_by("number"), words)
    assert [session.number for session in called] == numbers


@pytest.mark.parametrize("count", [1, 3])
def test_search_costs_the_same_with_more_found(seat, office, count, django_assert_num_queries):
    for _ in range(count):
        DelegationFactory(term=seat.term)
        StationFactory(jurisdiction=seat.term.jurisdiction)
        SessionFactory(term=seat.term)
    with django_assert_num_queries(SEARCH_QUERIES):
        found_for(office, "第")
