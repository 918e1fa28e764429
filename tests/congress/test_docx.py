"""What a paper says it says twice: as PDF and as a document for Word, both in the official layout."""

from collections import Counter
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from congress import docx, papers
from congress.papers import Cell, Heading, Paper, Paragraph, Signature, Table, facts, head
from tests.congress.pdf_geometry import (
    LINES,
    MM,
    assert_official_geometry,
    read_pages,
)
from tests.congress.pdf_glyphs import assert_every_glyph_drawn


TEXT = "司徒𬍛代表和古丽娜尔·艾合买提江代表走访了中山路，路灯已经修好，请您放心。" * 4
NAMES = Table(
    (40, 40, 36, 40),
    (facts(("代表", "欧阳䶮"), ("日期", "2025年3月20日\n上午")), (Cell("合计"), Cell("一件", 3))),
    head=(head("姓名", "甲", "乙", "丙"),),
)
LETTER = Paper(
    title=("关于“路灯不亮”的答复",),
    masthead="云渚区人大常委会代表工作委员会",
    number="事项编号：石坎〔2025〕12号",
    parts=(Paragraph("李喆同志：", indented=False), *[Paragraph(TEXT)] * 7),
    signature=Signature("石坎镇人大主席团", "2025年4月2日"),
)
REPLY = replace(
    LETTER, mark="B类", remark="联系人：李喆，联系电话：0000-1234", copies="区人大常委会代表工作委员会。"
)
FORM = Paper(
    title=("云渚区石坎镇人大主席团", "意见归纳整理表"),
    byline="2025年3月20日",
    parts=(Heading("一、交通出行"), Heading("（一）路灯", 2), NAMES, Paragraph("共一件。")),
    draft=True,
)


def words(document):
    """Every character of a docx but blanks, each as often as it stands there; footers and 草稿 left out."""
    part = document.part
    heads = [section.first_page_header._element for section in document.sections]
    texts = [node.text or "" for root in (part.element.body, *heads) for node in root.iter(qn("w:t"))]
    return Counter("".join("".join(texts).split()))


def printed(pdf):
    """Every character of a PDF but blanks and page numbers."""
    lines = [line for page in read_pages(pdf) for line in page if not line.text.startswith("— ")]
    return Counter("".join("".join(line.text for line in lines).split()))


@pytest.mark.parametrize("paper", [LETTER, REPLY, FORM], ids=["letter", "reply", "form"])
def test_document_and_pdf_say_the_same(paper):
    pdf, document = papers.pdf_of([paper]), Document(BytesIO(docx.docx_of([paper])))
    assert words(document) == printed(pdf)
    assert_every_glyph_drawn(pdf)


def test_text_stands_on_the_official_page():
    pdf = papers.pdf_of([Paper(("关于路灯的通报",), (Paragraph(TEXT),) * 9, signature=LETTER.signature)])
    assert_official_geometry(pdf)
    assert max(line.number for line in read_pages(pdf)[0][:-1]) == LINES


def test_letter_has_its_head_and_no_number_on_the_first_page():
    first, second, _ = read_pages(papers.pdf_of([LETTER]))
    assert (first[0].text, first[1].text) == ("云渚区人大常委会代表工作委员会", "事项编号：石坎〔2025〕12号")
    assert abs(first[0].baseline - 30 - 0.88 * 30 * MM) < 1
    assert (first[1].number, first[2].number, first[-1].number) == (2, 5, LINES)
    assert second[-1].text == "— 2 —"


def test_reply_has_its_class_in_the_corner_and_its_copies_at_the_foot_of_the_last_page():
    first, *_, last = read_pages(papers.pdf_of([REPLY]))
    assert (first[0].text, first[0].baseline < 30, first[0].right > 180) == ("B类", True, True)
    assert [line.text for line in last][-3:-1] == [
        "（联系人：李喆，联系电话：0000-1234）",
        "抄送：区人大常委会代表工作委员会。",
    ]


def test_pages_of_each_paper_are_counted_by_themselves():
    numbers = [page[-1].text for page in read_pages(papers.pdf_of([FORM, FORM]))]
    document = Document(BytesIO(docx.docx_of([FORM, FORM])))
    starts = [section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for section in document.sections]
    assert (numbers, starts) == (["— 1 —", "— 1 —"], ["1", "1"])


def test_document_has_the_official_page():
    document = Document(BytesIO(docx.docx_of([FORM])))
    section, normal = document.sections[0], document.styles["Normal"]
    margins = [section.top_margin, section.left_margin, section.right_margin, section.bottom_margin]
    assert [round(margin / Mm(1)) for margin in margins] == [37, 28, 26, 35]
    assert (normal.font.size, normal.paragraph_format.line_spacing) == (Pt(16), Pt(28.95))
    assert LINES * Pt(28.95) <= section.page_height - section.top_margin - section.bottom_margin
    assert normal.element.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert document.paragraphs[0].runs[0].font.name == "方正小标宋_GBK"
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (odd.text, even.text) == ("—  —", "—  —")
    assert [node.text for node in odd._p.iter(qn("w:instrText"))] == ["PAGE"]
    assert len(list(document.tables[0]._tbl.iter(qn("w:tblHeader")))) == 1
    drawn = 'string="草稿"'
    assert [drawn in one._element.xml for one in (section.header, section.even_page_header)] == [True, True]
    assert drawn not in Document(BytesIO(docx.docx_of([LETTER]))).sections[0].header._element.xml


def test_wide_paper_lies_on_its_side():
    paper = Paper(("台账",), (NAMES,), wide=True)
    section = Document(BytesIO(docx.docx_of([paper]))).sections[0]
    assert [round(side / Mm(1)) for side in (section.page_width, section.page_height)] == [297, 210]


def test_what_no_font_has_and_no_file_takes_is_told_by_its_code():
    paper = Paper(("通知",), (Paragraph("李\ue863\x0b到场"), Table((20,), ((Cell("李\ue863\x01<"),),))))
    document = Document(BytesIO(docx.docx_of([paper])))
    assert document.paragraphs[2].text == "李〔U+E863〕到场"
    assert document.tables[0].cell(0, 0).text == "李〔U+E863〕<"
