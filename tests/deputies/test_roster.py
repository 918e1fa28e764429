"""The roster: its figures and its sheet."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from congress import figures
from deputies.enums import Sex, StartGround
from deputies.models import Deputy
from tests.factories.deputies import SeatFactory


YEAR = figures.Period.of_year(2025)


def counted(place, *keys):
    found = figures.for_places([place.pk], YEAR)[place.pk]
    return [found[f"roster.{key}"] for key in keys]


def printed(**options):
    """The names of a printed roster, without the heading."""
    out = StringIO()
    call_command("roster", jurisdiction="石坎镇", stdout=out, **options)
    return [row[0] for row in csv.reader(StringIO(out.getvalue()))][1:]


def test_figures_at_the_end_of_the_period(town):
    SeatFactory(jurisdiction=town)
    SeatFactory(jurisdiction=town, ends_on=date(2025, 12, 30))
    SeatFactory(jurisdiction=town, ends_on=date(2024, 10, 31))
    SeatFactory(jurisdiction=town, starts_on=date(2026, 1, 1))
    assert counted(town, "seats_listed", "seats_in_office", "ended_in_year") == [3, 1, 1]


def test_seat_ending_on_the_last_day_is_in_office(town):
    SeatFactory(jurisdiction=town, ends_on=date(2025, 12, 31))
    assert counted(town, "seats_in_office", "ended_in_year") == [1, 1]


def test_by_elected_in_year(town):
    SeatFactory(jurisdiction=town, start_ground=StartGround.BY_ELECTED, starts_on=date(2025, 6, 1))
    SeatFactory(jurisdiction=town, start_ground=StartGround.BY_ELECTED, starts_on=date(2024, 6, 1))
    SeatFactory(jurisdiction=town, starts_on=date(2025, 6, 1))
    assert counted(town, "by_elected_in_year") == [1]


def test_people_in_office_by_kind(town):
    SeatFactory(jurisdiction=town, deputy__sex=Sex.FEMALE, deputy__ethnicity="回族", reelected=True)
    SeatFactory(jurisdiction=town, deputy__party="中共党员", deputy__ethnicity="汉族")
    SeatFactory(jurisdiction=town, deputy__sex=Sex.FEMALE, ends_on=date(2025, 1, 1), reelected=True)
    keys = ("persons_in_office", "women", "minority", "cpc_members", "reelected_seats")
    assert counted(town, *keys) == [2, 1, 1, 1, 1]


def test_person_in_two_congresses_counts_once_together(district, town):
    deputy = SeatFactory(jurisdiction=district).deputy
    SeatFactory(jurisdiction=town, deputy=deputy)
    total = figures.total([district.pk, town.pk], YEAR)
    assert (total["roster.seats_in_office"], total["roster.persons_in_office"]) == (2, 1)


def test_evidence_of_persons_is_their_seats(town):
    seat = SeatFactory(jurisdiction=town, deputy__sex=Sex.FEMALE)
    SeatFactory(jurisdiction=town, deputy__sex=Sex.MALE)
    assert list(figures.evidence(figures.get("roster.women"), YEAR, places=[town.pk])) == [seat]


@pytest.mark.parametrize(
    ("order", "expected"),
    [("stroke", ["丁一", "王芳", "陈静"]), ("pinyin", ["陈静", "丁一", "王芳"])],
)
def test_sheet_in_both_orders(town, order, expected):
    for name in ("王芳", "陈静", "丁一"):
        SeatFactory(jurisdiction=town, deputy__name=name)
    assert printed(order=order) == expected


def test_sheet_begins_with_the_name(town):
    out = StringIO()
    call_command("roster", jurisdiction="石坎镇", stdout=out)
    assert out.getvalue().split(",")[:3] == ["姓名", "性别", "民族"]


def test_sheet_of_a_district_holds_its_towns(district, town):
    SeatFactory(jurisdiction=town, deputy__name="丁一")
    SeatFactory(jurisdiction=district, deputy__name="王芳")
    out = StringIO()
    call_command("roster", jurisdiction="云渚区", stdout=out)
    rows = list(csv.DictReader(StringIO(out.getvalue())))
    assert [(row["姓名"], row["所属人大"]) for row in rows] == [("丁一", "石坎镇"), ("王芳", "云渚区")]


def test_sheet_of_a_day_leaves_out_who_had_gone(town):
    SeatFactory(jurisdiction=town, deputy__name="丁一", ends_on=date(2025, 3, 31))
    SeatFactory(jurisdiction=town, deputy__name="王芳")
    assert [printed(), printed(date="2025-04-01")] == [["丁一", "王芳"], ["王芳"]]


def test_unknown_place_reads_a_sentence(town):
    with pytest.raises(CommandError) as refusal:
        call_command("roster", jurisdiction="无名区")
    assert str(refusal.value) == "没有名为“无名区”的区划。现有：云渚区、石坎镇。"


def test_names_are_renewed_after_the_table_has_changed(town):
    old, good = (SeatFactory(jurisdiction=town, deputy__name=name).deputy for name in ("丁一", "马强"))
    key = old.stroke_key
    Deputy.objects.filter(pk=old.pk).update(stroke_key="99", search_text="old")
    for told in ("共2名，更新1名。", "共2名，更新0名。"):
        out = StringIO()
        call_command("renew_names", stdout=out)
        assert out.getvalue().strip() == told
    old.refresh_from_db()
    assert (old.stroke_key, list(Deputy.objects.search("dy"))) == (key, [old])
