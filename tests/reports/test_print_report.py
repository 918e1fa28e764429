from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from congress import clock
from deputies.enums import EndGround
from reports.models import DutyReport
from tests.congress.pdf_geometry import assert_official_geometry, find_line, read_pages
from tests.factories.congress import DistrictFactory, TermFactory, TownFactory
from tests.factories.deputies import SeatFactory
from tests.factories.reports import NEW_YEARS_EVE, YEAR, accepted, drafted, seat_in


pytestmark = pytest.mark.django_db


@pytest.fixture
def district():
    return DistrictFactory(name="云渚区")


def print_report(**options):
    output = StringIO()
    call_command("print_report", year=YEAR, stdout=output, **options)
    return output.getvalue()


def test_print_report_of_a_deputy_writes_an_official_document(district, tmp_path):
    accepted(seat_in(district))
    out = tmp_path / "报告.pdf"
    printed = print_report(deputy="欧阳䶮", out=out)
    assert printed == f"已打印欧阳䶮（云渚区第1选区）的2025年人大代表向选民述职报告：{out}\n"
    assert_official_geometry(out.read_bytes())


def test_print_report_without_a_report_prints_a_draft_and_saves_nothing(district, tmp_path):
    seat_in(district)
    printed = print_report(deputy="欧阳䶮", out=tmp_path / "报告.pdf")
    assert "（草稿）" in printed
    assert DutyReport.objects.count() == 0


def test_print_report_of_homonyms_asks_which(district, tmp_path):
    seat_in(district, number=1, name="李喆")
    seat_in(district, number=2, name="李喆")
    with pytest.raises(CommandError) as refusal:
        print_report(deputy="李喆", out=tmp_path / "报告.pdf")
    assert str(refusal.value) == (
        "有2个席位的代表叫“李喆”：云渚区第1选区、云渚区第2选区。请加 --jurisdiction 或 --constituency 指明。"
    )


def test_print_report_of_a_person_with_two_seats_takes_the_higher(district, tmp_path):
    seat = seat_in(district, number=1, name="诸葛垚")
    town = TownFactory(name="白鹭湾镇", parent=district)
    SeatFactory(deputy=seat.deputy, jurisdiction=town)
    printed = print_report(deputy="诸葛垚", out=tmp_path / "报告.pdf")
    assert "诸葛垚（云渚区第1选区）" in printed


def test_print_report_takes_the_constituency(district, tmp_path):
    seat_in(district, number=1, name="李喆")
    seat_in(district, number=2, name="李喆")
    assert "云渚区第2选区" in print_report(deputy="李喆", constituency=2, out=tmp_path / "报告.pdf")


def test_print_report_prefers_the_named_congress_itself(district, tmp_path):
    seat_in(district, number=1, name="李喆")
    seat_in(TownFactory(name="石坎镇", parent=district), number=1, name="李喆")
    printed = print_report(deputy="李喆", jurisdiction="云渚区", out=tmp_path / "报告.pdf")
    assert "李喆（云渚区第1选区）" in printed


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"deputy": "无此人"}, "到2025年底任过职的代表中没有“无此人”，请检查姓名。"),
        ({"deputy": "丁一", "jurisdiction": "无此区"}, "没有名为“无此区”的区划，请检查名称。"),
        ({"all": True}, "到2025年底还没有代表任职，没有可以打印的述职报告。"),
    ],
)
def test_print_report_says_what_is_wrong(options, sentence, tmp_path):
    with pytest.raises(CommandError) as refusal:
        print_report(out=tmp_path / "报告", **options)
    assert str(refusal.value) == sentence


def test_print_report_into_a_file_as_folder_says_so(district, tmp_path):
    seat_in(district)
    (tmp_path / "占用").write_text("")
    with pytest.raises(CommandError, match="占用 是一个文件，--all 要打印到文件夹里，请换一个路径。"):
        print_report(all=True, out=tmp_path / "占用")


@pytest.mark.parametrize("count", [1, 3])
def test_print_all_writes_one_file_a_seat_in_as_many_queries(district, tmp_path, monkeypatch, count):
    monkeypatch.setattr("congress.figures.for_seats", lambda ids, period: {pk: {} for pk in ids})
    seats = [seat_in(district, number=number) for number in range(1, count + 1)]
    drafted(seats[0], words={"plans": "多走访。"})
    with CaptureQueriesContext(connection) as queries:
        printed = print_report(all=True, jurisdiction="云渚区", out=tmp_path)
    assert len(queries) == 7
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"云渚区_第{number}选区_欧阳䶮.pdf" for number in range(1, count + 1)
    ]
    assert printed == (
        f"已打印 {count}/{count}\n共{count}席：正式报告0份，带“草稿”字样的{count}份，"
        f"2025年以前离任的说明0份，都在 {tmp_path}。2025年以后才任职的席位不打印。\n"
    )


def test_print_all_prints_the_words_of_a_draft(district, tmp_path):
    drafted(seat_in(district), words={"plans": "一要多走访。"})
    print_report(all=True, out=tmp_path)
    document = (tmp_path / "云渚区_第1选区_欧阳䶮.pdf").read_bytes()
    assert find_line(document, "一要").text == "一要多走访。"


def test_print_all_prints_a_sentence_for_a_seat_that_ended_before_the_year(district, tmp_path):
    seat_in(district, ends_on=date(2024, 5, 10), end_ground=EndGround.RESIGNED)
    with clock.at(NEW_YEARS_EVE):
        printed = print_report(all=True, out=tmp_path)
    document = (tmp_path / "云渚区_第1选区_欧阳䶮.pdf").read_bytes()
    assert_official_geometry(document)
    [[*lines, _]] = read_pages(document)
    assert "".join(line.text for line in lines) == (
        "2025年人大代表向选民述职报告云渚区第九届人大代表　欧阳䶮"
        "欧阳䶮的云渚区第九届人民代表大会代表职务至2024年5月10日为止，"
        "2025年不在任，不需述职，本年度各项履职数据均计为0。2025年12月31日"
    )
    assert "正式报告0份，带“草稿”字样的0份，2025年以前离任的说明1份" in printed


def test_print_all_prints_every_seat_that_began_before_the_year_ended(district, tmp_path):
    ended = seat_in(district, number=1, name="丁一", ends_on=date(2024, 12, 31))
    SeatFactory(
        jurisdiction=district,
        deputy__name="丁一",
        constituency=ended.constituency,
        starts_on=date(2025, 1, 1),
    )
    seat_in(district, number=2, name="马二", ends_on=date(2025, 1, 1))
    seat_in(district, number=3, name="王三", starts_on=date(2025, 12, 31))
    seat_in(district, number=4, name="毛四", starts_on=date(2026, 1, 1))
    print_report(all=True, out=tmp_path)
    documents = {path.stem.partition("_")[2]: path.read_bytes() for path in tmp_path.iterdir()}
    assert sorted(documents) == ["第1选区_丁一", "第1选区_丁一_2", "第2选区_马二", "第3选区_王三"]
    assert find_line(documents["第1选区_丁一_2"], "丁一的").text.startswith("丁一的云渚区")
    for document in documents.values():
        assert_official_geometry(document)


def test_print_report_of_a_deputy_who_left_before_the_year_says_so(district, tmp_path):
    seat_in(district, ends_on=date(2024, 5, 10))
    printed = print_report(deputy="欧阳䶮", out=tmp_path / "报告.pdf")
    assert printed.startswith("已打印欧阳䶮（云渚区第1选区）的2025年人大代表向选民述职报告（已离任）：")


def test_print_report_prefers_the_seat_held_that_year_to_an_earlier_one(district, tmp_path):
    former = TermFactory(
        jurisdiction=district, number=8, starts_on=date(2017, 1, 10), ends_on=date(2022, 1, 11)
    )
    earlier = seat_in(district, number=1, term=former)
    seat = SeatFactory(deputy=earlier.deputy, jurisdiction=district)
    printed = print_report(deputy="欧阳䶮", out=tmp_path / "报告.pdf")
    assert (str(seat), printed.partition("的")[0]) == ("欧阳䶮（云渚区）", "已打印欧阳䶮（云渚区）")
