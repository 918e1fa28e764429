"""Names through every door: pages, admin, registers, search, sheets and back, both orders."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from congress import names
from deputies.models import Deputy, Seat
from deputies.papers.attendance import attendance_pdf
from deputies.papers.cards import cards_pdf
from deputies.papers.certificate import certificate_pdf
from deputies.papers.roster import roster_pdf
from deputies.resources import RosterResource
from tests.congress.pdf_glyphs import assert_every_glyph_drawn
from tests.factories.congress import DistrictOfficeFactory
from tests.factories.deputies import ConstituencyFactory, DeputyFactory, SeatFactory
from tests.factories.registers import book_of, roster_row, roster_rows, take
from tests.factories.sessions import meeting_of


RARE = ["王㛃", "古丽娜尔·艾合买提江", "司徒𬍛", "陈𬭚", "欧阳䶮", "周𣲗"]
DOTS = "·・•．‧∙⋅･.。﹒｡˙ㆍ●-－—–"
ROSTER = "云渚区第九届人民代表大会代表名册"
TYPED = [f"古丽娜尔{dot}艾合买提江" for dot in DOTS]
STORED = "古丽娜尔·艾合买提江"

# The surname, its official reading, and another reading of the character by which nobody sorts.
SURNAMES = {
    "单": "shan",
    "仇": "qiu",
    "解": "xie",
    "区": "ou",
    "查": "zha",
    "曾": "zeng",
    "尉迟": "yuchi",
    "万俟": "moqi",
    "澹台": "tantai",
    "令狐": "linghu",
    "亓官": "qiguan",
    "缪": "miao",
    "盖": "ge",
    "朴": "piao",
    "任": "ren",
    "华": "hua",
    "召": "shao",
    "黑": "he",
    "员": "yun",
}


def by_page(client, seat, name):
    client.post(reverse("deputies:deputy_edit", args=[seat.deputy_id]), {"name": name})


def by_election(client, seat, name):
    place = ConstituencyFactory(jurisdiction=seat.term.jurisdiction)
    client.post(reverse("deputies:seat_elect", args=[seat.term_id]), {"name": name, "constituency": place.pk})


def by_admin(client, seat, name):
    url = reverse("admin:deputies_deputy_change", args=[seat.deputy_id])
    kept = {
        "district": seat.deputy.district_id,
        "name": name,
        "seats-TOTAL_FORMS": 0,
        "seats-INITIAL_FORMS": 0,
    }
    client.post(url, kept)


@pytest.mark.parametrize("door", [by_page, by_election, by_admin])
@pytest.mark.parametrize("name", TYPED)
def test_wrong_middle_dots_are_stored_right(client, district, seat, door, name):
    client.force_login(DistrictOfficeFactory(jurisdiction=district))
    door(client, seat, name)
    assert Deputy.objects.filter(name=STORED).count() == 1


def test_wrong_middle_dots_of_registers_are_one_name(district):
    for name in TYPED:
        take(book_of({"区代表": roster_rows(roster_row(name, constituency="第八选区"), title=ROSTER)}))
    assert list(Deputy.objects.values_list("name", flat=True)) == [STORED]


@pytest.mark.parametrize("name", TYPED)
def test_wrong_middle_dots_are_found(seat, name):
    kept = DeputyFactory(district=seat.deputy.district, name=STORED)
    assert list(Deputy.objects.search(name)) == [kept]


@pytest.mark.parametrize(("surname", "reading"), SURNAMES.items())
def test_deputy_is_found_by_the_reading_of_his_surname(district, surname, reading):
    kept = DeputyFactory(district=district, name=f"{surname}雄")
    found = [list(Deputy.objects.search(query)) for query in (f"{reading}xiong", f"{surname}雄", surname)]
    assert found == [[kept]] * 3


def test_pinyin_order_reads_surnames_right(district):
    for surname in SURNAMES:
        DeputyFactory(district=district, name=f"{surname}雄")
    found = [names.split(deputy.name)[0] for deputy in Deputy.objects.in_pinyin_order()]
    assert found == sorted(SURNAMES, key=SURNAMES.get)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("stroke", "丁一 马强 王芳 刘洋 李伟 陈静 欧阳修"),
        ("pinyin", "陈静 丁一 李伟 刘洋 马强 欧阳修 王芳"),
    ],
)
def test_roster_command_sorts_the_sample_names(town, order, expected):
    for name in reversed(expected.split()):
        SeatFactory(jurisdiction=town, deputy__name=name)
    out = StringIO()
    call_command("roster", jurisdiction="石坎镇", order=order, stdout=out)
    assert [row["姓名"] for row in csv.DictReader(StringIO(out.getvalue()))] == expected.split()


def test_rare_names_sort_by_surname_strokes(town):
    for name in RARE[::-1]:
        SeatFactory(jurisdiction=town, deputy__name=name)
    found = [seat.deputy.name for seat in Seat.objects.in_stroke_order()]
    assert found == RARE[:3] + ["陈𬭚", "欧阳䶮", "周𣲗"]


@pytest.mark.parametrize("name", RARE)
def test_rare_names_are_found_by_a_single_character(town, name):
    seat = SeatFactory(jurisdiction=town, deputy__name=name)
    SeatFactory(jurisdiction=town, deputy__name="丁一")
    assert list(Seat.objects.search(name[-1])) == [seat]


def test_rare_names_go_out_and_come_in_again_unchanged(district):
    for name in RARE:
        SeatFactory(jurisdiction=district, deputy__name=name, deputy__born=date(1980, 5, 17))
    sheet = RosterResource().export(RosterResource.rows(Seat.objects.all()))
    rows = [sheet.headers, *(list(row) for row in sheet)]
    report = take(book_of({"代表": rows}))
    assert report.counts == {"new": 0, "changed": 0, "unchanged": len(RARE), "wrong": 0}
    assert sorted(Deputy.objects.values_list("name", flat=True)) == sorted(RARE)


@pytest.fixture
def rare_term(town):
    seats = [SeatFactory(jurisdiction=town, deputy__name=name) for name in RARE]
    return seats[0].term


def test_rare_names_print_on_every_paper(rare_term):
    session, day = meeting_of(rare_term).session, date(2025, 12, 31)
    seat = rare_term.seats.get(deputy__name="欧阳䶮")
    for document in (
        roster_pdf(rare_term, day),
        cards_pdf(rare_term, day),
        attendance_pdf(session),
        certificate_pdf(seat, "云渚茶业专业合作社", [], on=day),
    ):
        assert_every_glyph_drawn(document)
