from datetime import date

import pytest

from deputies.models import Deputy, Seat
from tests.factories.congress import DistrictFactory
from tests.factories.registers import book_of, defects_of, roster_row, roster_rows, take


pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _district():
    DistrictFactory(name="云山区")


def district_roster(*rows):
    return book_of({"区代表": roster_rows(*rows)}, "区.xlsx")


def town_roster(*rows):
    title = "石坎镇第十五届人民代表大会代表名册"
    return book_of({"石坎镇": roster_rows(*rows, title=title)}, "镇.xlsx")


def wang(**cells):
    return roster_row(
        "王芳", **{"sex": "女", "born": "1978.04", "phone": "13900000001", "constituency": "第2选区"} | cells
    )


def test_homonyms_of_different_birth_are_two_persons():
    take(district_roster(wang(), wang(born="1968.09", phone="13900000002", constituency="第9选区")))
    assert [seat.place for seat in Seat.objects.order_by("pk")] == ["云山区第2选区", "云山区第9选区"]
    assert Deputy.objects.count() == 2


def test_homonyms_of_different_sex_are_two_persons():
    report = take(district_roster(wang(), wang(sex="男", constituency="第9选区")))
    assert (Deputy.objects.count(), defects_of(report)) == (2, [])


def test_homonyms_born_in_one_month_are_told_apart_by_phone_and_constituency():
    rows = [wang(), wang(phone="13900000002", constituency="第9选区")]
    report = take(district_roster(*rows))
    again = take(district_roster(*rows))
    assert (report.counts["new"], again.counts["unchanged"], Deputy.objects.count()) == (2, 2, 2)


def test_person_twice_in_one_roster_is_refused():
    report = take(district_roster(wang(), wang(constituency="第3选区")))
    assert defects_of(report) == [
        (
            "error",
            "duplicate_person",
            "第4行：王芳与前面的行是同一人（姓名、性别、出生年月、电话相同），本行不导入",
        )
    ]
    assert Seat.objects.count() == 1


def test_one_person_with_two_seats():
    take(district_roster(wang()), town_roster(wang(constituency="第一选区", phone="139 0000 0001")))
    deputy = Deputy.objects.get()
    assert [seat.place for seat in deputy.seats.order_by("pk")] == ["云山区第2选区", "石坎镇第1选区"]


def test_birth_that_was_unknown_is_filled_in_later():
    take(district_roster(wang(born=1978.1)))
    assert Deputy.objects.get().born is None
    report = take(district_roster(wang(born="1978.10")))
    assert (report.counts["changed"], Deputy.objects.get().born) == (1, date(1978, 10, 1))


def test_changed_phone_changes_the_person():
    take(district_roster(wang()))
    report = take(district_roster(wang(phone="13900000009")))
    (result,) = report.results
    assert [(change.field, change.old, change.new) for change in result.changes] == [
        ("联系电话", "13900000001", "13900000009")
    ]


def test_person_without_birth_and_phone_is_found_by_his_constituency():
    row = wang(born="", phone="")
    take(district_roster(row))
    assert take(district_roster(row)).counts["unchanged"] == 1


@pytest.mark.parametrize("day", ["1978.04.09", "1978年4月9日"])
def test_birth_known_to_the_month_is_made_fuller(day):
    take(district_roster(wang(phone="")))
    report = take(district_roster(wang(phone="", born=day)))
    again = take(district_roster(wang(phone="")))
    assert (report.counts["changed"], again.counts["unchanged"]) == (1, 1)
    assert Deputy.objects.get().born == date(1978, 4, 9)


def test_birth_of_another_day_in_one_constituency_is_the_same_person():
    take(district_roster(wang(born="1978.04.09")))
    take(district_roster(wang(born="1978.04.19", phone="13900000009")))
    assert Deputy.objects.get().born == date(1978, 4, 19)


def test_birth_of_another_day_in_another_constituency_is_another_person():
    take(district_roster(wang(born="1978.04.09", phone="")))
    take(district_roster(wang(born="1978.04.19", phone="", constituency="第9选区")))
    assert Deputy.objects.count() == 2


def test_person_twice_with_a_fuller_birth_is_refused():
    report = take(district_roster(wang(), wang(born="1978.04.09")))
    assert (report.counts["wrong"], Deputy.objects.count()) == (1, 1)
