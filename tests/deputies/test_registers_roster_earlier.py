"""A roster that comes after another one: namesakes, and more seats than the quota."""

import pytest

from deputies.models import Constituency
from tests.factories.congress import DistrictFactory
from tests.factories.registers import book_of, defects_of, roster_row, roster_rows, take


pytestmark = pytest.mark.django_db


@pytest.fixture
def district():
    return DistrictFactory(name="云山区")


def test_namesake_in_the_constituency_of_an_earlier_roster_is_told(district):
    place = Constituency.objects.create(jurisdiction=district, number=3, seat_quota=3)
    take(book_of({"区代表": roster_rows(roster_row("张三", sex="男", born="1980.05", constituency="3"))}))
    report = take(
        book_of({"区代表": roster_rows(roster_row("张三", sex="男", born="1981.06", constituency="3"))})
    )
    assert defects_of(report) == [
        (
            "warning",
            "namesake_in_constituency",
            f"第3行：{place}已有同名代表张三，出生年月或电话不同，按另一人导入；是同一人的，请先把资料改一致再导入",
        )
    ]


def test_seats_over_the_quota_of_an_earlier_roster_are_told(district):
    Constituency.objects.create(jurisdiction=district, number=3, seat_quota=1)
    take(book_of({"区代表": roster_rows(roster_row("张三", sex="男", constituency="3"))}))
    report = take(book_of({"区代表": roster_rows(roster_row("李四", sex="男", constituency="3"))}))
    assert defects_of(report) == [
        (
            "warning",
            "quota_exceeded",
            "第3行：第3选区应选代表1名，导入后在任2名；有人离任的，请补上离任日期",
        )
    ]


def test_by_election_after_an_end_is_not_over_the_quota(district):
    Constituency.objects.create(jurisdiction=district, number=3, seat_quota=1)
    old = {"sex": "男", "constituency": "3"}
    take(book_of({"区代表": roster_rows(roster_row("张三", **old))}))
    rows = roster_rows(
        roster_row("李四", sex="男", constituency="3", remark="2025年3月补选"),
        roster_row("张三", **old, remark="2024年6月辞职"),
    )
    assert defects_of(take(book_of({"区代表": rows}))) == []


def test_one_roster_on_a_fresh_database_has_nothing_to_compare_with(district):
    Constituency.objects.create(jurisdiction=district, number=3, seat_quota=1)
    rows = [roster_row("张三", sex="男", born=born, constituency="3") for born in ("1980.05", "1981.06")]
    assert defects_of(take(book_of({"区代表": roster_rows(*rows)}))) == []
