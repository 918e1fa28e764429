"""In whose name a roster is taken over, and what a town's own may change."""

from datetime import date

import pytest

from congress.registers.takeover import done_by
from deputies.models import Seat
from tests.factories.congress import (
    DistrictFactory,
    DistrictOfficeFactory,
    LocalOfficeFactory,
    TermFactory,
    TownFactory,
)
from tests.factories.deputies import DeputyFactory, SeatFactory
from tests.factories.registers import book_of, defects_of, roster_row, roster_rows, take


pytestmark = pytest.mark.django_db

RESIGNED = roster_row("张三", sex="男", constituency="3", remark="2024年6月辞职")


@pytest.fixture
def district():
    return DistrictFactory(name="云山区")


def who_ended():
    return [event.by for event in Seat.objects.get().events.filter(step="end")]


def test_end_is_registered_in_the_name_of_the_user(district):
    office = DistrictOfficeFactory(jurisdiction=district)
    with done_by(office):
        take(book_of({"区代表": roster_rows(RESIGNED)}))
    assert who_ended() == [office]


def test_end_without_a_user_is_registered_by_an_account_that_nobody_opens(district):
    take(book_of({"区代表": roster_rows(RESIGNED)}))
    [account] = who_ended()
    assert (account.name, account.jurisdiction, account.is_active) == ("登记表导入", district, False)
    assert not account.has_usable_password()


@pytest.fixture
def town(district):
    return TermFactory(jurisdiction=TownFactory(name="石坎镇", parent=district), number=15).jurisdiction


def taken_by_town(town, **cells):
    with done_by(LocalOfficeFactory(jurisdiction=town)):
        rows = roster_rows(
            roster_row("张三", sex="男", born="1980.05", **cells), title="石坎镇第十五届人民代表大会代表名册"
        )
        return take(book_of({"代表": rows}), name="石坎镇")


def deputy_of(district):
    return DeputyFactory(
        district=district,
        name="张三",
        sex="male",
        born=date(1980, 5, 1),
        phone="13900000001",
        position="教师",
    )


def test_town_links_its_seat_to_a_district_deputy_and_keeps_the_person(district, town):
    deputy = SeatFactory(jurisdiction=district, deputy=deputy_of(district)).deputy
    report = taken_by_town(town, phone="139 0000 0002", position="校长")
    deputy.refresh_from_db()
    assert (deputy.phone, deputy.position) == ("13900000001", "教师")
    assert Seat.objects.get(term__jurisdiction=town).deputy == deputy
    told = (
        "第3行：张三的个人资料由云山区人大常委会代表工作委员会管理，工作单位及职务、联系电话与已登记的不同，"
        "没有改动，只导入任职；确有变化的请告知区里"
    )
    assert defects_of(report) == [("warning", "person_kept", told)]


def test_town_says_nothing_of_a_district_deputy_who_is_as_registered(district, town):
    SeatFactory(jurisdiction=district, deputy=deputy_of(district))
    assert defects_of(taken_by_town(town, phone="13900000001")) == []


def test_town_fills_who_sits_in_its_congress_alone(district, town):
    deputy = SeatFactory(jurisdiction=town, deputy=deputy_of(district)).deputy
    taken_by_town(town, phone="139 0000 0002")
    deputy.refresh_from_db()
    assert deputy.phone == "13900000002"
