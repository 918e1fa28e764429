import pytest

from reports.drafting import paper_of
from reports.printing import filename, pdf_of
from reports.sections import SECTIONS
from tests.congress.pdf_geometry import assert_official_geometry, find_line, read_pages
from tests.congress.pdf_glyphs import assert_every_glyph_drawn
from tests.factories.congress import DistrictFactory
from tests.factories.deputies import SeatFactory
from tests.factories.reports import accepted, drafted, own_words, seat_in


pytestmark = pytest.mark.django_db

WORDS = (
    "一是加强学习。认真学习宪法、代表法、监督法等法律法规，参加集体学习12次。\n"
    "二是联系选民。2025年3月20日走访了“一老一小”服务点——群众满意率89.5%。\n"
    "（一）尊重代表职务。我自始至终把当代表作为一种责任，努力把人民的利益体现好、维护好，不辜负选民的信任和期望。\n"
)


def text_of(document):
    return "".join(line.text for page in read_pages(document) for line in page)


@pytest.fixture
def district():
    return DistrictFactory(name="云渚区")


@pytest.fixture(params=["欧阳䶮", "司徒𬍛", "古丽娜尔·艾合买提江", "李喆"])
def seat(request, district):
    return seat_in(district, name=request.param)


def test_accepted_report_has_the_official_geometry_whatever_the_name(seat):
    document = pdf_of(paper_of(accepted(seat, words=own_words(WORDS))))
    assert_official_geometry(document)
    assert_every_glyph_drawn(document)
    assert find_line(document, "述职人").text == f"述职人：{seat.deputy.name}"


def test_long_report_has_the_official_geometry(district):
    words = own_words(WORDS) | {"post": WORDS * (8000 // len(WORDS) + 1)}
    document = pdf_of(paper_of(accepted(seat_in(district), words=words)))
    assert len(read_pages(document)) > 12
    assert_official_geometry(document)


def test_draft_has_the_official_geometry(district):
    assert_official_geometry(pdf_of(paper_of(drafted(seat_in(district)))))


def test_report_prints_every_section(district):
    printed = text_of(pdf_of(paper_of(accepted(seat_in(district), words=own_words("我的话。")))))
    headings = [section.title for section in SECTIONS if section.title]
    assert [title for title in headings if title not in printed] == []
    assert printed.count("我的话。") == len(SECTIONS)
    assert printed.startswith("2025年人大代表向选民述职报告")
    assert "以上报告如有不妥之处，敬请各位选民批评指正。" in printed


def test_draft_says_what_is_still_to_be_written(district):
    assert "（本段待本人撰写。）" in text_of(pdf_of(paper_of(drafted(seat_in(district)))))


def test_final_report_goes_without_the_headings_below_which_nothing_stands(district):
    words = own_words("我的话。") | {"post": "\u200b　\n", "integrity": ""}
    seat = seat_in(district)
    report = accepted(seat, words=words)
    printed = text_of(pdf_of(paper_of(report)))
    assert [title in printed for title in ("立足本职岗位", "遵守代表纪律", "五、存在的不足")] == [
        False,
        False,
        True,
    ]
    assert "待本人撰写" not in printed


def test_draft_names_the_headings_that_will_not_be_printed(district):
    paper = paper_of(drafted(seat_in(district), words=own_words("我的话。") | {"post": "\u200b"}))
    assert paper.left_out == ["立足本职岗位，发挥代表作用"]


@pytest.mark.parametrize(
    ("style", "day"), [("arabic", "2025年12月31日"), ("chinese", "二〇二五年十二月三十一日")]
)
def test_signature_has_the_date_in_the_chosen_style(district, style, day):
    report = accepted(seat_in(district))
    report.date_style = style
    assert find_line(pdf_of(paper_of(report)), day[:7]).text == day


def test_filename_tells_homonyms_apart(district):
    assert filename(seat_in(district, number=4)) == "云渚区_第4选区_欧阳䶮.pdf"
    assert filename(SeatFactory(jurisdiction=district, deputy__name="丁一")) == "云渚区_丁一.pdf"
