"""What is exported comes in again and changes nothing; into an empty office it brings back everything."""

import io
from datetime import date

import pytest
from django.core.management import call_command

from congress.registers.takeover import open_book
from congress.resources import Workbook
from deputies import seat_workflow
from deputies.enums import EndGround, Sector, Sex, StartGround, Tie
from deputies.models import (
    Constituency,
    Delegation,
    Deputy,
    DeputyGroup,
    Seat,
    SeatEvent,
    Vacancy,
    VacancyEvent,
)
from deputies.resources import RosterResource
from tests.factories.congress import DistrictFactory, TermFactory, TownFactory
from tests.factories.deputies import (
    ConstituencyFactory,
    DelegationFactory,
    DeputyFactory,
    DeputyGroupFactory,
    SeatFactory,
)
from tests.factories.registers import book_of, defects_of, take
from tests.factories.seats import keeper


pytestmark = pytest.mark.django_db


@pytest.fixture
def seats():
    """Seats of every column: one by-elected, one ended, one of the army, two of one person, two of a name."""
    district = DistrictFactory(name="云山区")
    town = TownFactory(name="石坎镇", parent=district)
    term, of_town = TermFactory(jurisdiction=district), TermFactory(jurisdiction=town, number=15)
    first, second = (
        ConstituencyFactory(jurisdiction=district, town=town, number=number, name=f"石坎{number}")
        for number in (1, 2)
    )
    both = DeputyFactory(
        district=district,
        name="阿依夏木·吐尔地",
        sex=Sex.FEMALE,
        ethnicity="维吾尔族",
        born=date(1975, 10, 1),
        party="中共党员",
        education="大学",
        sector=Sector.COMMUNITY,
        position="石坎镇上坎村党支部书记、村委会主任",
        phone="15400009300、0000-0000101",
    )
    homonyms = [
        DeputyFactory(district=district, name="王芳", sex=Sex.FEMALE, born=born, phone=phone)
        for born, phone in ((date(1980, 5, 17), "15400009301"), (date(1982, 5, 1), "15400009302"))
    ]
    delegation = DelegationFactory(term=term, name="石坎代表团")
    group = DeputyGroupFactory(term=term, name="第一代表小组")
    shared = {"jurisdiction": district, "term": term, "delegation": delegation, "group": group}
    SeatFactory(
        deputy=both,
        constituency=first,
        card_number="001",
        reelected=True,
        tie=Tie.BOTH,
        roster_order=7,
        **shared,
    )
    SeatFactory(deputy=both, jurisdiction=town, term=of_town, tie=Tie.LIVES, roster_order=1)
    ended = SeatFactory(deputy=homonyms[0], constituency=first, tie=Tie.NEITHER, roster_order=3, **shared)
    seat_workflow.end(
        ended,
        by=keeper(ended),
        ends_on=date(2024, 6, 30),
        end_ground=EndGround.RESIGNED,
        announcement="云山区人大常委会公告第3号",
        announced_on=date(2024, 7, 5),
        note="",
    )
    SeatFactory(
        deputy=homonyms[1],
        constituency=second,
        start_ground=StartGround.BY_ELECTED,
        starts_on=date(2025, 1, 13),
        remark="接任村主任",
        **shared,
    )
    army = DeputyFactory(district=district, name="范进", born=date(1985, 8, 1))
    SeatFactory(deputy=army, by_army=True, roster_order=9, **shared)
    return Seat.objects.order_by("pk")


def exported(seats):
    sheet = RosterResource().export(RosterResource.rows(seats))
    return open_book(io.BytesIO(Workbook().export_data(sheet)), "代表名册.xlsx"), sheet.dict


def test_roster_comes_in_again_and_changes_nothing(seats):
    before = Seat.history.count(), Deputy.history.count()
    report = take(exported(seats)[0])
    assert (defects_of(report), report.counts) == (
        [],
        {"new": 0, "changed": 0, "unchanged": 5, "wrong": 0},
    )
    assert (Seat.history.count(), Deputy.history.count()) == before


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "gb18030"])
def test_printed_roster_comes_in_again_and_changes_nothing(seats, encoding):
    printed = io.StringIO()
    call_command("roster", jurisdiction="云山区", stdout=printed)
    content = printed.getvalue().removeprefix("\ufeff").encode(encoding)
    report = take(open_book(io.BytesIO(content), "代表名册.csv"))
    assert (defects_of(report), report.counts["unchanged"]) == ([], 5)


def test_roster_in_another_order_changes_nothing(seats):
    assert take(exported(seats.order_by("-pk"))[0]).counts["unchanged"] == 5


def test_roster_brings_back_everything_into_an_empty_office(seats):
    book, told = exported(seats)
    assert [row["选区"] for row in told if row["姓名"] == "范进"] == ["驻军"]
    _empty()
    assert take(book).counts["new"] == 5
    assert [seat.deputy.name for seat in Seat.objects.filter(by_army=True)] == ["范进"]
    assert exported(Seat.objects.order_by("pk"))[1] == [
        row | {"选区": row["选区"].split("（")[0] if row["选区"] else row["选区"]} for row in told
    ]


def _empty():
    """Leave nothing but the places and terms."""
    for model in (VacancyEvent, Vacancy, SeatEvent, Seat, Deputy, Delegation, DeputyGroup, Constituency):
        model.objects.all()._raw_delete("default")


def test_announcement_that_comes_later_is_added(seats):
    ended = seats.get(ends_on=date(2024, 6, 30))
    told = exported(seats)[1]
    rows = [[*told[0]], *([row[key] for key in row] for row in told)]
    place = rows[0].index("公告文号")
    for row in rows[1:]:
        row[place] = row[place] and "云山区人大常委会公告第4号"
    assert take(book_of({"名册": rows})).counts["changed"] == 1
    ended.refresh_from_db()
    assert (ended.announcement, ended.announced_on, ended.end_ground) == (
        "云山区人大常委会公告第4号",
        date(2024, 7, 5),
        EndGround.RESIGNED,
    )
