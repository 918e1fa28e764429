"""The page of a document: type area, fonts, page numbers, letterhead, 草稿."""

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from congress import fonts
from congress.docx.text import (
    BODY,
    LINE,
    PAGE_NUMBER,
    TIGHTER,
    exactly,
    say,
    set_face,
    set_spacing,
    twips,
    xml,
)


RED = "D7000F"
FONT_TABLE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"

_FRAME = (
    '<w:framePr {ns} w:w="{width}" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="{x}" w:y="{y}"/>'
)
_AT_FOOT = (
    '<w:framePr {ns} w:w="{width}" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" w:x="1"'
    ' w:yAlign="bottom"/>'
)
_BORDER = '<w:pBdr {ns}><w:bottom w:val="{kind}" w:sz="24" w:space="{space}" w:color="{colour}"/></w:pBdr>'
# What follows in a paragraph's properties: the schema wants them in this order.
_AFTER_BORDER = ("w:shd", "w:tabs", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr")
_DRAFT = """
<w:pict {ns} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
  <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
    path="m@7,l@8,m@5,21600l@6,21600e">
    <v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
    <v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>
    <v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>
    <v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>
  <v:shape id="draft{number}" type="#_x0000_t136" fillcolor="#d9d9d9" stroked="f"
    style="position:absolute;width:300pt;height:150pt;rotation:325;z-index:-251658752;
      mso-position-horizontal:center;mso-position-horizontal-relative:margin;
      mso-position-vertical:center;mso-position-vertical-relative:margin">
    <v:textpath style="font-family:&quot;{font}&quot;" string="草稿"/></v:shape>
</w:pict>"""


def set_up(document, paper):
    """Give the document the page of ``paper``."""
    _set_fonts(document)
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.left_margin, section.right_margin = Mm(37), Mm(28), Mm(26)
    section.bottom_margin, section.header_distance, section.footer_distance = Mm(35), Mm(15), Mm(25)
    if paper.wide:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin = section.right_margin = Mm(15)
        section.footer_distance = Mm(11)
    for grid in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(grid)
    _number_pages(section)
    if paper.masthead:
        _letterhead(section, paper)
    if paper.draft:
        headers = [section.header, section.even_page_header]
        headers += [section.first_page_header] if paper.masthead else []
        for number, header in enumerate(headers):
            run = header.paragraphs[0].add_run()
            run._r.append(xml(_DRAFT, number=number, font=fonts.CHAINS["heiti"][0]))


def _set_fonts(document):
    """Name the fonts of each chain with their stand-ins; the body's is that of the whole document."""
    rows = "".join(
        f'<w:font w:name="{chain[0]}"><w:altName w:val="{",".join(chain[1:])}"/></w:font>'
        for chain in fonts.CHAINS.values()
    )
    table = f'<?xml version="1.0" encoding="UTF-8"?><w:fonts {nsdecls("w")}>{rows}</w:fonts>'
    part = document.part
    for key, relation in list(part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
            del part.rels[key]
    name = PackURI("/word/fontTable.xml")
    part.relate_to(Part(name, FONT_TABLE, table.encode(), part.package), RELATIONSHIP_TYPE.FONT_TABLE)

    defaults = document.styles.element.find(qn("w:docDefaults"))
    of_runs = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    of_runs.find(qn("w:rFonts")).attrib.clear()
    of_runs.find(qn("w:lang")).set(qn("w:eastAsia"), "zh-CN")
    normal = document.styles["Normal"]
    normal.font.size = BODY
    look = normal.element.get_or_add_rPr()
    set_face(look, "fangsong")
    set_spacing(look, TIGHTER)
    form = normal.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, LINE
    form.widow_control = False
    for name in ("w:autoSpaceDE", "w:autoSpaceDN"):  # no gap between 2025 and 年
        spaced = OxmlElement(name)
        spaced.set(qn("w:val"), "0")
        normal.element.pPr.insert_element_before(spaced, "w:adjustRightInd", *_AFTER_BORDER[2:])


def restart(section):
    """Count the pages of a section from 1."""
    numbers = section._sectPr.find(qn("w:pgNumType"))
    if numbers is None:
        numbers = OxmlElement("w:pgNumType")
        section._sectPr.insert_element_before(
            numbers, "w:cols", "w:formProt", "w:vAlign", "w:titlePg", "w:docGrid"
        )
    numbers.set(qn("w:start"), "1")


def _number_pages(section):
    """— 1 —, a character from the outer edge: right on odd pages, left on even ones."""
    for footer, side, indent in (
        (section.footer, ALIGN.RIGHT, "right_indent"),
        (section.even_page_footer, ALIGN.LEFT, "left_indent"),
    ):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = side
        form = paragraph.paragraph_format
        setattr(form, indent, PAGE_NUMBER)
        exactly(paragraph, PAGE_NUMBER)
        say(paragraph, "— ", face="songti", size=PAGE_NUMBER)
        _page_field(say(paragraph, "", face="songti", size=PAGE_NUMBER))
        say(paragraph, " —", face="songti", size=PAGE_NUMBER)


def _page_field(run):
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def _letterhead(section, paper):
    """信函: who writes 30 mm from the top, red lines below it and 20 mm from the bottom; no page number.

    The masthead reaches below the top margin and so begins the text, everywhere alike; what stands for the
    head of the other pages takes no room.
    """
    section.different_first_page_header_footer = True
    section.header_distance = Mm(30)
    for header in (section.header, section.even_page_header):
        exactly(header.paragraphs[0], Pt(1))
    top = section.first_page_header.paragraphs[0]
    exactly(top, Pt(30)).alignment = ALIGN.CENTER
    say(top, paper.masthead, face="xiaobiaosong", size=Pt(paper.masthead_size), colour=RED)
    top.paragraph_format.left_indent, top.paragraph_format.right_indent = -Mm(8), -Mm(6)
    _underline(top, "thickThinSmallGap", space=11)
    exactly(section.first_page_header.add_paragraph(), Pt(4))
    if paper.mark:
        mark = section.first_page_header.add_paragraph()
        exactly(mark, Pt(16)).alignment = ALIGN.RIGHT
        say(mark, paper.mark, face="heiti", size=Pt(16))
        _frame(mark, _FRAME, width=twips(Mm(80)), x=twips(Mm(104)), y=twips(Mm(20)))
        exactly(section.first_page_header.add_paragraph(), Pt(1))
    foot = section.first_page_footer.paragraphs[0]
    exactly(foot, Pt(1))
    _frame(foot, _FRAME, width=twips(Mm(170)), x=twips(Mm(20)), y=twips(Mm(277) - Pt(5)))
    _underline(foot, "thinThickSmallGap", space=0)
    # A frame needs a paragraph to hang on.
    exactly(section.first_page_footer.add_paragraph(), Pt(1))


def add_copies(document, names):
    """抄送 at the foot of the last page's type area, without lines, as a letter has it."""
    copies = document.add_paragraph()
    exactly(copies, Pt(21))
    say(copies, f"抄送：{names}", size=PAGE_NUMBER)
    form = copies.paragraph_format
    form.left_indent, form.right_indent, form.first_line_indent = (
        PAGE_NUMBER * 4,
        PAGE_NUMBER,
        -PAGE_NUMBER * 3,
    )
    _frame(copies, _AT_FOOT, width=twips(Mm(156)))


def _frame(paragraph, template, **place):
    """Take a paragraph out of the flow, to its place on the page."""
    frame = xml(template, **place)
    paragraph._p.get_or_add_pPr().insert_element_before(
        frame, "w:widowControl", "w:numPr", "w:pBdr", *_AFTER_BORDER
    )


def _underline(paragraph, kind, *, space):
    """Put a red double line under a paragraph, ``space`` points below it."""
    border = xml(_BORDER, kind=kind, space=space, colour=RED)
    paragraph._p.get_or_add_pPr().insert_element_before(border, *_AFTER_BORDER)
