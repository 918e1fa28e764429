from base64 import b64encode
from io import BytesIO

import pdfplumber
import pytest
from PIL import Image

from congress import pdf
from tests.congress.pdf_geometry import (
    CHARACTERS,
    LINES,
    assert_font,
    assert_official_geometry,
    find_line,
    read_pages,
)
from tests.congress.pdf_glyphs import assert_every_glyph_drawn


RARE_NAMES = (
    "欧阳䶮、司徒𬍛、上官玥、诸葛垚、尉迟犇、王㛃、李喆、亓官淼、慕容翀、邰珺、古丽娜尔·艾合买提江、"
    "赵堃、令狐赟、澹台璟、陈𬭚、周𣲗、缪昀、逄祎、刘燚"
)
SENTENCE = "本年度接待选民263人次，提出建议3件（其中领衔2件），2025年3月20日视察了“一老一小”——满意率89.5%。"

REPORT = """{% extends "congress/pdf/official.html" %}
{% block title %}2025年度履职报告{% endblock %}
{% block salutation %}<p class="salutation">各位选民：</p>{% endblock %}
{% block body %}
<h2>一、学习情况</h2><h3>（一）集中学习</h3>{% include "congress/pdf/_paragraphs.html" %}
{% endblock %}
{% block signature %}<p class="name">汇报人：欧阳䶮</p><p class="date">2025年12月31日</p>{% endblock %}"""
PLAIN = """{% extends "congress/pdf/official.html" %}
{% block heading %}{% endblock %}{% block body %}{% include "congress/pdf/_paragraphs.html" %}{% endblock %}
{% block tail %}{% endblock %}"""
PICTURE = (
    """{% extends "congress/pdf/official.html" %}{% block body %}<img src="{{ source }}">{% endblock %}"""
)


@pytest.fixture(autouse=True)
def papers(settings):
    """Put this file's templates beside the project's."""
    papers = {"report.html": REPORT, "plain.html": PLAIN, "picture.html": PICTURE}
    loaders = [
        ("django.template.loaders.locmem.Loader", papers),
        "django.template.loaders.filesystem.Loader",
    ]
    [engine] = settings.TEMPLATES
    settings.TEMPLATES = [{**engine, "APP_DIRS": False, "OPTIONS": {"loaders": loaders}}]


@pytest.fixture(scope="module")
def png():
    picture = BytesIO()
    Image.new("RGB", (4, 4), "red").save(picture, "PNG")
    return picture.getvalue()


def images(document):
    with pdfplumber.open(BytesIO(document)) as opened:
        return [image for page in opened.pages for image in page.images]


def test_full_page_holds_22_lines_of_28_characters():
    document = pdf.render("plain.html", {"text": "民" * CHARACTERS * LINES * 2})
    *lines, _ = read_pages(document)[1]
    assert [len(line.text) for line in lines] == [CHARACTERS] * LINES


def test_rare_characters_leave_22_lines_on_the_page():
    document = pdf.render("plain.html", {"text": RARE_NAMES * 14})
    *lines, _ = read_pages(document)[0]
    assert [line.number for line in lines] == list(range(1, LINES + 1))


def test_report_of_several_pages_keeps_the_official_geometry():
    document = pdf.render("report.html", {"text": f"{SENTENCE * 6}\n{SENTENCE}\n{RARE_NAMES}\n" * 3})
    assert len(read_pages(document)) == 3
    assert_official_geometry(document)


def test_title_and_headings_have_their_fonts():
    document = pdf.render("report.html", {"text": SENTENCE})
    assert_font(find_line(document, "2025年度"), "小标宋")
    assert_font(find_line(document, "一、"), "黑体")
    assert_font(find_line(document, "（一）"), "楷体")
    assert_font(find_line(document, "本年度"), "仿宋")


def test_rare_names_are_printed_and_never_as_boxes():
    document = pdf.render("plain.html", {"text": RARE_NAMES})
    printed = "".join(line.text for line in read_pages(document)[0])
    assert printed == f"{RARE_NAMES}— 1 —"
    assert_every_glyph_drawn(document)


def test_characters_without_a_sign_are_named():
    document = pdf.render("plain.html", {"text": "王\ue863、李\U0003fffd"})
    assert read_pages(document)[0][0].text == "王〔U+E863〕、李〔U+3FFFD〕"
    assert_every_glyph_drawn(document)


def test_missing_character_is_found_by_the_glyph_test(monkeypatch):
    monkeypatch.setattr(pdf.fonts, "printable", lambda text: text)
    document = pdf.render("plain.html", {"text": "民\U0003fffd"})
    with pytest.raises(AssertionError, match="打印了空方框"):
        assert_every_glyph_drawn(document)


@pytest.mark.parametrize("filled", range(CHARACTERS * 15, CHARACTERS * 19, CHARACTERS))
def test_signature_takes_text_to_its_page(filled):
    assert_official_geometry(pdf.render("report.html", {"text": "民" * filled}))


def test_signature_ends_two_characters_from_the_edge():
    document = pdf.render("report.html", {"text": SENTENCE})
    name, date = find_line(document, "汇报人"), find_line(document, "2025年12月")
    em = 15.75 * 25.4 / 72
    assert date.right == pytest.approx(184 - 2 * em, abs=0.1)
    assert date.left == pytest.approx(name.left + 2 * em, abs=0.1)


def test_sealed_signature_is_centred_on_a_date_four_characters_from_the_edge():
    document = pdf.render("report.html", {"text": SENTENCE, "seal": True})
    name, date = find_line(document, "汇报人"), find_line(document, "2025年12月")
    assert date.right == pytest.approx(184 - 4 * 15.75 * 25.4 / 72, abs=0.1)
    assert date.left + date.right == pytest.approx(name.left + name.right, abs=0.2)


def test_draft_says_so_on_every_page():
    document = pdf.render("plain.html", {"text": "民" * CHARACTERS * LINES * 2}, draft=True)
    with pdfplumber.open(BytesIO(document)) as opened:
        marks = [[char["text"] for char in page.chars if char["text"] in "草稿"] for page in opened.pages]
    assert marks == [["草", "稿"]] * 3


def test_draft_leaves_no_mark_on_the_next_document():
    pdf.render("plain.html", {"text": "民"}, draft=True)
    [[line, _]] = read_pages(pdf.render("plain.html", {"text": "民"}))
    assert line.text == "民"


def test_picture_inside_the_page_is_printed(png):
    source = f"data:image/png;base64,{b64encode(png).decode()}"
    assert len(images(pdf.render("picture.html", {"source": source}))) == 1


def test_picture_on_the_disk_is_not_read(png, tmp_path):
    (tmp_path / "red.png").write_bytes(png)
    assert images(pdf.render("picture.html", {"source": (tmp_path / "red.png").as_uri()})) == []


@pytest.mark.parametrize("url", ["file:///etc/hostname", "http://127.0.0.1:9/", "ftp://127.0.0.1/"])
def test_closed_fetcher_refuses_addresses(url):
    with pytest.raises(ValueError, match="disallowed protocol"):
        pdf.ClosedFetcher().fetch(url)


def test_merge_keeps_the_order_of_the_documents():
    documents = [pdf.render("plain.html", {"text": text}) for text in ("甲", "乙")]
    pages = read_pages(pdf.merge(documents))
    assert [lines[0].text for lines in pages] == ["甲", "乙"]


def test_response_shows_the_document_under_its_chinese_name():
    answer = pdf.response(b"%PDF", "履职报告.pdf")
    assert answer.content == b"%PDF"
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == (
        "inline; filename*=utf-8''%E5%B1%A5%E8%81%8C%E6%8A%A5%E5%91%8A.pdf"
    )
