from datetime import date

import pytest

from congress.models import Term
from deputies.enums import EndGround, Sex
from deputies.models import Constituency, Deputy, Seat
from tests.factories.congress import DistrictFactory, TownFactory
from tests.factories.registers import (
    book_of,
    csv_book,
    defects_of,
    roster_row,
    roster_rows,
    take,
)


pytestmark = pytest.mark.django_db


@pytest.fixture
def district():
    return DistrictFactory(name="云山区")


ROW = {
    "number": 3,
    "sex": "女",
    "ethnicity": "维吾尔",
    "born": 199111,
    "party": "党员",
    "education": "大学本科",
    "position": "云山小学教师",
    "phone": "139 0000 0001",
    "constituency": "第八选区",
    "delegation": "望云代表团",
    "group": "第二代表小组",
    "remark": "连任；2025年8月辞职",
}


def test_row_becomes_a_person_and_a_seat(district):
    report = take(book_of({"区代表": roster_rows(roster_row("古丽娜尔.艾合买提江", **ROW))}))
    seat = Seat.objects.select_related("deputy", "term", "constituency", "delegation", "group").get()
    deputy = seat.deputy
    assert (deputy.name, deputy.sex, deputy.ethnicity, deputy.born) == (
        "古丽娜尔·艾合买提江",
        Sex.FEMALE,
        "维吾尔族",
        date(1991, 11, 1),
    )
    assert (deputy.party, deputy.education, deputy.position, deputy.phone) == (
        "中共党员",
        "大学",
        "云山小学教师",
        "13900000001",
    )
    assert (seat.term.jurisdiction, seat.term.number, seat.constituency.number) == (district, 9, 8)
    assert (str(seat.delegation), str(seat.group), seat.roster_order) == ("望云代表团", "第二代表小组", 3)
    assert (seat.reelected, seat.ends_on, seat.end_ground, seat.remark) == (
        True,
        date(2025, 8, 31),
        EndGround.RESIGNED,
        "连任；2025年8月辞职",
    )
    assert defects_of(report, "error", "warning", "info") == [
        ("info", "wrong_middle_dot", "第3行：间隔号已统一为“·”")
    ]


def test_second_run_writes_nothing(district, django_assert_max_num_queries):
    rows = [
        roster_row(f"代表{n}", born="1980.05", phone=f"1390000000{n}", constituency=f"{n}选区", sex="男")
        for n in range(1, 9)
    ]
    take(book_of({"区代表": roster_rows(*rows)}))
    with django_assert_max_num_queries(25 + 2 * len(rows)):  # a savepoint for each row
        report = take(book_of({"区代表": roster_rows(*rows)}))
    assert report.counts == {"new": 0, "changed": 0, "unchanged": 8, "wrong": 0}


def test_name_with_stray_blanks_is_put_right(district):
    report = take(
        book_of({"区代表": roster_rows(roster_row("\xa0尹金珍  ", sex="女"), roster_row("王　芳", sex="女"))})
    )
    assert sorted(deputy.name for deputy in Deputy.objects.all()) == ["尹金珍", "王芳"]
    assert [(level, topic) for level, topic, _ in defects_of(report, "info")] == [("info", "whitespace")]


def test_birth_as_a_decimal_is_dropped_with_a_warning(district):
    report = take(book_of({"区代表": roster_rows(roster_row("白永军", sex="男", born=1975.1))}))
    assert defects_of(report) == [
        (
            "warning",
            "birth_ambiguous",
            "第3行：出生年月“1975.1”是小数，分不清1月还是10月，按空值导入",
        )
    ]


@pytest.mark.parametrize(
    "written",
    ["第十一选区", "云山区第11选区", "11选区", "第11选区", "第11选区（白鹭湾一）", "11", 11, "白鹭湾一"],
)
def test_constituency_in_every_writing(district, written):
    Constituency.objects.create(jurisdiction=district, number=11, name="白鹭湾一")
    take(book_of({"区代表": roster_rows(roster_row("张三", sex="男", constituency=written))}))
    assert Seat.objects.get().constituency.number == 11


def test_constituency_of_unknown_name_is_dropped_with_a_warning(district):
    report = take(book_of({"区代表": roster_rows(roster_row("张三", sex="男", constituency="东山一"))}))
    assert defects_of(report) == [
        ("warning", "constituency_unknown", "第3行：没有“东山一”这个选区，按空值导入")
    ]


def test_sheet_of_a_town_is_its_congress(district):
    title = "石坎镇第15届人民代表大会代表名册"
    take(book_of({"石坎镇": roster_rows(roster_row("张三", sex="男", constituency="1"), title=title)}))
    seat = Seat.objects.get()
    assert (seat.place, seat.term.number, seat.constituency.town.name) == ("石坎镇第1选区", 15, "石坎镇")


def test_sheet_of_the_districts_deputies_from_one_town(district):
    TownFactory(name="石坎镇", parent=district)
    take(book_of({"石坎镇": roster_rows(roster_row("张三", sex="男", constituency="1"))}))
    assert Seat.objects.get().place == "云山区第1选区"


def test_sheet_without_a_title_is_the_districts_present_term(district):
    report = take(csv_book([["姓名", "性别", "民族", "职业"], ["张三", "男", "汉", "教师"]]), name="云山区")
    assert (Seat.objects.get().term.number, report.notices) == (
        None,
        [
            "表中没有写明云山区人民代表大会是第几届，按本届导入，请在“届”中补上届次。",
            "云山区本届的开始日期未填，可在后台补填。",
        ],
    )


def test_sheet_without_a_title_and_a_term_told_by_hand(district):
    take(
        csv_book([["姓名", "性别", "民族", "职业"], ["张三", "男", "汉", "教师"]]),
        name="云山区",
        numbers={"": 9},
    )
    assert Seat.objects.get().term == Term.objects.get(number=9)


def test_town_office_takes_its_own_roster_only(district):
    town = TownFactory(name="石坎镇", parent=district)
    report = take(
        csv_book(
            [
                ["姓名", "性别", "级别", "乡镇"],
                ["张三", "男", "镇级", "石坎镇"],
                ["李四", "男", "区级", ""],
            ]
        ),
        name=town.name,
    )
    assert [seat.term.jurisdiction for seat in Seat.objects.all()] == [town]
    assert defects_of(report) == [
        ("error", "congress_unknown", "第3行：不属于石坎镇人民代表大会，本行不导入")
    ]


def test_end_before_start_is_dropped_with_a_warning(district):
    report = take(
        book_of({"区代表": roster_rows(roster_row("张三", sex="男", remark="2025年3月补选；2024年6月辞职"))})
    )
    assert defects_of(report) == [
        ("warning", "end_before_start", "第3行：离任日期2024-06-30早于就任日期2025-03-01，按在任导入")
    ]
