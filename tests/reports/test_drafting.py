from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from congress.enums import Level
from congress.models import Jurisdiction
from deputies.enums import StartGround
from deputies.models import ActivityKind
from reports import workflow
from reports.drafting import paper_of, papers
from reports.models import DutyReport
from reports.paper import CLOSING, opening, standing_body
from reports.seats import held_in
from reports.sections import SECTIONS
from tests.factories.congress import DistrictFactory, TownFactory
from tests.factories.deputies import SeatFactory
from tests.factories.reports import accepted, drafted, office_of, own_words, seat_in, submitted


pytestmark = pytest.mark.django_db

LIVE = {
    "activities.total": 3,
    "activities.trainings": 2,
    "activities.duty_days": 1.5,
    "reception.days_served": 0,
}


@pytest.fixture
def live(monkeypatch):
    """Figures that stand in for those of the other floors; tests change them."""
    values = dict(LIVE)
    monkeypatch.setattr("congress.figures.for_seats", lambda ids, period: {pk: dict(values) for pk in ids})
    return values


@pytest.fixture
def seat():
    return seat_in(DistrictFactory(name="云渚区"))


def generated(paper, key):
    [section] = [section for section in paper.sections if section.section.key == key]
    return section.generated


def test_opening_of_a_district_deputy(seat):
    assert opening(seat, 2025) == (
        "2022年1月，我在第1选区被选举为云渚区第九届人民代表大会代表，编入第1代表团。"
        "根据云渚区人大常委会的安排，现将2025年履行代表职责的情况向各位选民作简要报告，"
        "不当之处，恳请提出宝贵意见。"
    )


def test_opening_of_a_town_deputy_elected_later():
    town = TownFactory(name="石坎镇")
    seat = SeatFactory(jurisdiction=town, start_ground=StartGround.BY_ELECTED, starts_on=date(2024, 5, 1))
    assert opening(seat, 2025).startswith(
        "2024年5月，我被补选为石坎镇第九届人民代表大会代表。根据石坎镇人大主席团的安排，"
    )


@pytest.mark.parametrize(
    ("level", "body"), [(Level.DISTRICT, "某地人大常委会"), (Level.TOWN, "某地人大主席团")]
)
def test_standing_body_has_its_right_name(level, body):
    assert standing_body(Jurisdiction(name="某地", level=level)) == body


def test_paper_of_a_draft_shows_live_figures(seat, live):
    report = drafted(seat)
    live["activities.trainings"] = 5
    paper = paper_of(report)
    assert generated(paper, "study") == "一年来，我坚持集体学习与自学相结合，参加学习培训5次。"
    assert generated(paper, "recess") == "闭会期间，我参加代表活动3次，履职1.5天。"
    assert generated(paper, "voters") == ""
    assert paper.final is False


def test_paper_of_a_submitted_report_keeps_its_figures(seat, live):
    report = submitted(seat)
    live["activities.trainings"] = 5
    assert generated(paper_of(report), "study") == "一年来，我坚持集体学习与自学相结合，参加学习培训2次。"


def test_paper_of_a_returned_report_shows_live_figures(seat, live):
    report = submitted(seat)
    live["activities.trainings"] = 5
    workflow.return_report(report, by=office_of(seat.term.jurisdiction), note="请补充。")
    assert generated(paper_of(report), "study") == "一年来，我坚持集体学习与自学相结合，参加学习培训5次。"


def test_paper_names_the_kinds_of_activities(seat, live):
    ActivityKind.objects.all().delete()
    ActivityKind.objects.create(code="inspection", name="视察")
    live["activities.by_type"] = {"inspection": 2, "training": 0}
    paper = paper_of(drafted(seat))
    assert generated(paper, "recess") == "闭会期间，我参加代表活动3次，履职1.5天，其中视察2次。"


def test_paper_of_a_draft_has_every_section_numbered(seat, live):
    paper = paper_of(drafted(seat))
    assert [section.section for section in paper.sections] == list(SECTIONS)
    assert [section.number for section in paper.sections] == [None, 1, 2, 3, 4, 5, 6, 7, 8, None]


def test_final_paper_leaves_out_empty_sections_and_numbers_the_others(seat, live):
    report = accepted(seat, words={"shortcomings": "走访不够。", "plans": "多走访。"})
    paper = paper_of(report)
    assert [(section.section.key, section.number) for section in paper.sections] == [
        ("opening", None),
        ("study", 1),
        ("recess", 2),
        ("shortcomings", 3),
        ("plans", 4),
        ("closing", None),
    ]


def test_paper_names_each_figure_once_with_its_rule(seat, live):
    figures = paper_of(drafted(seat)).figures
    assert [(figure.key, figure.value, figure.unit) for figure in figures] == [
        ("activities.trainings", "2", "次"),
        ("activities.total", "3", "次"),
        ("activities.duty_days", "1.5", "天"),
    ]


def test_closing_comes_after_the_own_words(seat, live):
    paper = paper_of(drafted(seat, words={"closing": "我将牢记嘱托。"}))
    assert [paragraph.rest for paragraph in paper.sections[-1].texts] == ["我将牢记嘱托。", CLOSING]


def test_own_words_become_paragraphs_with_the_face_of_their_level(seat, live):
    words = "一是学习。\n\n　　（一）尊重代表职务。基于此认识……\n二、联系选民"
    paper = paper_of(drafted(seat, words={"post": words}))
    [post] = [section for section in paper.sections if section.section.key == "post"]
    assert [(text.face, text.head, text.rest) for text in post.texts] == [
        ("", "", "一是学习。"),
        ("kaiti", "（一）尊重代表职务。", "基于此认识……"),
        ("heiti", "二、联系选民", ""),
    ]


def test_papers_of_seats_without_reports_change_nothing(seat, live):
    [paper] = papers([seat], 2025)
    assert (paper.words, paper.final) == ({}, False)
    assert DutyReport.objects.count() == 0


@pytest.mark.parametrize("count", [1, 3])
def test_papers_need_as_many_queries_for_three_seats_as_for_one(seat, live, count):
    for number in range(2, count + 1):
        submitted(seat_in(seat.term.jurisdiction, number=number))
    submitted(seat)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        for paper in papers(held_in(2025), 2025):
            assert paper.sections
            assert paper.byline
    assert len(queries) == 6


def test_length_counts_the_own_characters(seat, live):
    paper = paper_of(drafted(seat, words=own_words("走访 群众\n")))
    assert paper.length == 4 * len(SECTIONS)


def test_hints_name_the_section(seat, live):
    paper = paper_of(drafted(seat, words={"study": "学习**次"}))
    assert [(section.section.key, hint.found) for section, hint in paper.hints] == [("study", "**")]


def test_paper_of_a_seat_that_ended_before_the_year_is_one_sentence(seat, live):
    seat.ends_on = date(2024, 5, 10)
    [paper] = papers([seat], 2025)
    [section] = paper.sections
    assert section.generated == (
        "欧阳䶮的云渚区第九届人民代表大会代表职务至2024年5月10日为止，"
        "2025年不在任，不需述职，本年度各项履职数据均计为0。"
    )
    assert paper.figures == []


def test_paper_of_a_report_outlives_a_corrected_end_of_the_seat(seat, live):
    report = accepted(seat)
    report.seat.ends_on = date(2024, 5, 10)
    assert paper_of(report).ended_on is None
