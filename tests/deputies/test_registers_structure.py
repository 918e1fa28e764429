"""Delegations, groups and stations come in as sheets, and what is exported comes in again."""

import io
from datetime import date

import pytest

from congress.registers.takeover import open_book
from congress.resources import Workbook
from deputies.enums import GroupKind, GroupPost, Sex, StationKind
from deputies.models import Delegation, DeputyGroup, GroupMembership, Station
from deputies.structure_resources import DelegationResource, GroupResource, StationResource
from tests.factories.congress import DistrictFactory, TermFactory, TownFactory, UserFactory
from tests.factories.deputies import ConstituencyFactory, DeputyFactory, SeatFactory
from tests.factories.registers import book_of, defects_of, take


pytestmark = pytest.mark.django_db

UNCHANGED = {"new": 0, "changed": 0, "unchanged": 3, "wrong": 0}


@pytest.fixture
def seats():
    """{name: seat} of a district: two namesakes, one with a rare character, one who left."""
    district = DistrictFactory(name="云山区")
    town = TownFactory(name="石坎镇", parent=district)
    term = TermFactory(jurisdiction=district, number=9)
    UserFactory(role="liaison", name="田甜", jurisdiction=town)
    found = {}
    people = [("陈𬭚", {}), ("王芳", {"sex": Sex.FEMALE}), ("王芳", {"sex": Sex.MALE}), ("欧阳䶮", {})]
    for number, (name, facts) in enumerate([*people, ("缪昀", {})], start=1):
        place = ConstituencyFactory(jurisdiction=district, town=town, number=number)
        deputy = DeputyFactory(district=district, name=name, **facts)
        left = {"ends_on": date(2025, 3, 31)} if name == "缪昀" else {}
        found[number] = SeatFactory(
            deputy=deputy, jurisdiction=district, term=term, constituency=place, **left
        )
    return found


def books():
    delegations = [
        ["云山区第九届人民代表大会代表团名单"],
        ["序号", "代表团名称", "团长", "副团长", "代表人数", "成员名单"],
        [1, "石坎代表团", "陈𬭚", "王芳（第2选区）", 3, "陈𬭚、王芳（第2选区）、王芳、缪昀"],
    ]
    groups = [
        ["云山区第九届代表小组"],
        ["小组名称", "类型", "领域", "组长", "副组长", "组员"],
        ["第一代表小组", "区域", "", "陈𬭚", "", "王芳（女）、欧阳䶮"],
        ["教育小组", "专业", "教育", "欧阳䶮", "", "陈𬭚"],
    ]
    stations = [
        ["镇街", "站点名称", "地址", "开放时间", "联系电话", "站长", "联络员", "进站代表"],
        [
            "石坎镇",
            "石坎代表之家",
            "上坎村",
            "每周四",
            "0000-0000123",
            "陈𬭚",
            "田甜、沈立",
            "陈 𬭚、王芳（第3选区）",
        ],
    ]
    return [
        book_of({"代表团": delegations}, "代表团.xlsx"),
        book_of({"小组": groups}, "小组.xlsx"),
        book_of({"联络站": stations}, "联络站.xlsx"),
    ]


def test_structure_comes_in_with_who_belongs_to_it(seats):
    report = take(*books())
    assert (report.counts, [(topic, told.split("：")[1]) for _, topic, told in defects_of(report)]) == (
        {"new": 4, "changed": 0, "unchanged": 0, "wrong": 0},
        [
            ("member_ambiguous", "“王芳”有2名同名代表，请在姓名后的括号里写明选区，没有编入"),
            ("member_unknown", "“缪昀”不是云山区第九届的代表，没有编入"),
            ("liaison_unknown", "石坎镇没有联络员“沈立”的账号，没有登记"),
        ],
    )
    delegation = Delegation.objects.get()
    assert (delegation.name, delegation.head, delegation.deputy_head) == ("石坎代表团", seats[1], seats[2])
    assert set(delegation.seats.all()) == {seats[1], seats[2]}
    area, field = DeputyGroup.objects.order_by("order")
    assert (area.kind, field.kind, field.field) == (GroupKind.AREA, GroupKind.FIELD, "教育")
    assert set(area.seats.all()) == {seats[1], seats[2], seats[4]}
    held = GroupMembership.objects.values_list("group", "seat", "post")
    assert set(held) == {
        (area.pk, seats[1].pk, GroupPost.CONVENER),
        (field.pk, seats[4].pk, GroupPost.CONVENER),
        (field.pk, seats[1].pk, GroupPost.MEMBER),
    }
    station = Station.objects.get()
    assert (station.kind, station.phone, set(station.seats.all())) == (
        StationKind.HOME,
        "0000-0000123",
        {seats[1], seats[3]},
    )
    assert [person.name for person in station.liaisons.all()] == ["田甜"]
    again = take(*books())
    assert again.counts == UNCHANGED | {"unchanged": 4}


@pytest.mark.parametrize(
    ("resource", "model"),
    [(DelegationResource, Delegation), (GroupResource, DeputyGroup), (StationResource, Station)],
)
def test_exported_structure_comes_in_again_and_changes_nothing(seats, resource, model):
    take(*books())
    sheet = resource().export(model.objects.all())
    report = take(open_book(io.BytesIO(Workbook().export_data(sheet)), f"{model.__name__}.xlsx"))
    count = model.objects.count()
    assert (defects_of(report), report.counts) == ([], UNCHANGED | {"unchanged": count})


def test_structure_refuses_and_tells_what_a_person_must_decide(seats):
    take(*books())
    rows = [
        ["代表团名称", "团长", "成员"],
        ["白鹭代表团", "欧阳䶮", "陈𬭚"],
        ["石坎代表团", "陈𬭚", "陈𬭚"],
        ["石坎代表团", "王芳（第2选区）", "陈𬭚"],
    ]
    groups = [
        ["小组名称", "召集人", "成员"],
        ["第一代表小组", "欧阳䶮", "欧阳䶮"],
        ["教育小组", "陈𬭚", "欧阳䶮"],
    ]
    report = take(book_of({"代表团": rows}), book_of({"小组": groups}, "小组.xlsx"))
    assert [(level, topic) for level, topic, _ in defects_of(report, "error", "warning", "info")] == [
        ("error", "post_elsewhere"),
        ("info", "member_not_listed"),
        ("error", "duplicate_part"),
        ("info", "member_not_listed"),
        ("warning", "group_post_held"),
        ("warning", "group_post_differs"),
        ("warning", "group_post_held"),
        ("warning", "group_post_differs"),
    ]
    assert set(Delegation.objects.values_list("name", flat=True)) == {"石坎代表团"}
    assert set(Delegation.objects.get().seats.all()) == {seats[1], seats[2]}


def test_town_takes_over_its_own_stations_alone(seats):
    TownFactory(name="白鹭镇", parent=seats[1].term.jurisdiction)
    rows = [["镇街", "站点名称", "地址"], ["", "石坎工作室", "桥头"], ["白鹭镇", "白鹭联络站", "街口"]]
    report = take(book_of({"联络站": rows}), name="石坎镇")
    assert [topic for _, topic, _ in defects_of(report)] == ["town_of_others"]
    station = Station.objects.get()
    assert (station.jurisdiction.name, station.kind) == ("石坎镇", StationKind.STUDIO)
