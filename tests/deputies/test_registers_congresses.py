from datetime import date

import pytest

from congress.models import Term
from deputies.models import Seat
from tests.factories.congress import DistrictFactory, StreetFactory, TownFactory
from tests.factories.registers import book_of, defects_of, take


pytestmark = pytest.mark.django_db

HEADINGS = ["姓名", "性别", "民族", "出生年月"]
ROW = ["张三", "男", "汉", "1980.05"]


@pytest.fixture
def district():
    return DistrictFactory(name="红岩县")


def sheet(name, *titles, headings=HEADINGS, row=ROW):
    return book_of({name: [*([title] for title in titles), headings, row]}, "代表信息.xlsx")


def places():
    return [str(seat.term.jurisdiction) for seat in Seat.objects.select_related("term__jurisdiction")]


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("河西乡名册", "河西乡"),
        ("河西乡代表名单", "河西乡"),
        ("河西乡花名册", "河西乡"),
        ("河西乡（12人）", "河西乡"),
        ("河西乡（镇代表）", "河西乡"),
        ("河西乡、12人", "河西乡"),
        ("民族乡（白杨回族乡）", "白杨回族乡"),
        ("那仁苏木", "那仁苏木"),
    ],
)
def test_sheet_named_after_a_town(district, name, town):
    report = take(sheet(name), name=district.name)
    assert (places(), defects_of(report)) == ([town], [])


@pytest.mark.parametrize("name", ["河西片（乡代表）", "两镇", "河西乡、河东乡名册"])
def test_sheet_that_speaks_of_a_town_but_is_not_understood(district, name):
    report = take(sheet(name), name=district.name)
    assert (places(), defects_of(report)) == (
        ["红岩县"],
        [
            (
                "warning",
                "town_unclear",
                (
                    f"“{name}”看不出是不是某个镇的登记表，按红岩县人民代表大会导入；"
                    "是镇的，请在标题写明镇的全称和届次后再导入"
                ),
            )
        ],
    )


@pytest.mark.parametrize("name", ["石坎镇代表团", "望云街道", "县代表", "Sheet1"])
def test_sheet_of_the_district_by_delegation(district, name):
    TownFactory(name="石坎镇", parent=district)
    StreetFactory(name="望云街道", parent=district)
    report = take(sheet(name), name=district.name)
    assert (places(), defects_of(report)) == (["红岩县"], [])


def test_sheet_of_a_town_that_the_district_does_not_have(district):
    TownFactory(name="石坎镇", parent=district)
    report = take(sheet("河西镇名册"), name=district.name)
    assert (places(), defects_of(report)) == (
        [],
        [
            (
                "error",
                "congress_unknown",
                "第2行：没有“河西镇”这个镇的人民代表大会，新设的请先增加区划，本行不导入",
            )
        ],
    )


def test_sheet_of_all_towns_that_does_not_say_which(district):
    report = take(sheet("各镇代表名册"), name=district.name)
    assert defects_of(report) == [("error", "congress_unknown", "第2行：没有写明是哪个镇的代表，本行不导入")]


@pytest.mark.parametrize("level", ["市代表", "市级", "市人大代表", "省代表", "全国人大代表"])
def test_deputy_of_a_higher_congress_is_refused(district, level):
    report = take(sheet("县代表", headings=[*HEADINGS, "代表层级"], row=[*ROW, level]), name=district.name)
    assert (places(), defects_of(report)) == (
        [],
        [("error", "congress_unknown", f"第2行：“{level}”不是本区或各镇的代表，本行不导入")],
    )


def test_sheet_of_a_higher_congress_is_refused(district):
    report = take(sheet("市代表"), name=district.name)
    assert (places(), defects_of(report)) == (
        [],
        [("error", "congress_unknown", "第2行：“市代表”不是本区或各镇的代表，本行不导入")],
    )


def test_deputy_of_a_county_that_is_a_city():
    city = DistrictFactory(name="云山市")
    report = take(sheet("代表", headings=[*HEADINGS, "代表层级"], row=[*ROW, "市代表"]), name=city.name)
    assert (places(), defects_of(report)) == (["云山市"], [])


def test_first_day_of_a_term_told_by_hand(district):
    told = {"numbers": {"": 16, "河西乡": 20}, "starts": {"": date(2022, 1, 12)}}
    books = sheet("县代表"), sheet("河西乡名册", row=["李四", *ROW[1:]])
    report = take(*books, name=district.name, **told)
    assert [(str(term), term.starts_on) for term in Term.objects.order_by("number")] == [
        ("红岩县第十六届", date(2022, 1, 12)),
        ("河西乡第二十届", None),
    ]
    assert report.notices[-1] == "河西乡第二十届的开始日期未填，可在后台补填。"
