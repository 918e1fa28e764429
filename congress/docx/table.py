"""The tables of a document, written as they are stored: a ledger has too many cells for objects."""

from xml.sax.saxutils import escape

from docx.shared import Mm, Pt

from congress import fonts
from congress.docx.text import SCRIPTS, clean, exactly, twips, xml


#: A row with a longer cell may go over to the next page.
SPLIT = 300
_TABLE = """
<w:tbl {ns}>
  <w:tblPr>
    <w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>
    <w:tblBorders>
      <w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/>
      <w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/>
      <w:insideV w:val="single" w:sz="4"/>
    </w:tblBorders>
    <w:tblLayout w:type="fixed"/>
    <w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="68" w:type="dxa"/>
      <w:bottom w:w="57" w:type="dxa"/><w:right w:w="68" w:type="dxa"/></w:tblCellMar>
  </w:tblPr>
  <w:tblGrid>{grid}</w:tblGrid>
  {rows}
</w:tbl>"""


def add_table(document, part):
    """Add a :class:`congress.papers.Table`."""
    grid = "".join(f'<w:gridCol w:w="{twips(Mm(width))}"/>' for width in part.widths)
    rows = [_row(cells, part, repeated=True) for cells in part.head]
    rows += [_row(cells, part) for cells in part.rows]
    table = xml(_TABLE, width=twips(Mm(sum(part.widths))), grid=grid, rows="".join(rows))
    exactly(document.add_paragraph(), Pt(4))._p.addprevious(table)


def _row(cells, part, *, repeated=False):
    properties = "<w:cantSplit/>" if max(len(cell.text) for cell in cells) < SPLIT else ""
    if room := max(cell.room for cell in cells):
        properties += f'<w:trHeight w:val="{twips(Mm(room))}" w:hRule="atLeast"/>'
    if repeated:
        properties += "<w:tblHeader/>"
    boxes, start = [], 0
    kept = "<w:keepNext/>" if len(cells) == 1 else ""  # the heading of a group
    for cell in cells:
        boxes.append(_box(cell, sum(part.widths[start : start + cell.span]), part.size, kept))
        start += cell.span
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(boxes)}</w:tr>"


def _box(cell, width, size, kept):
    face = fonts.CHAINS["heiti" if cell.head else "fangsong"][0]
    faces = " ".join(f'w:{script}="{face}"' for script in SCRIPTS)
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    form = (
        f'<w:pPr>{kept}<w:spacing w:line="{round(size * 28)}" w:lineRule="exact"/>'
        f'<w:jc w:val="{"center" if cell.centred else "left"}"/></w:pPr>'
    )
    look = f'<w:rPr><w:rFonts {faces}/><w:spacing w:val="0"/><w:sz w:val="{round(size * 2)}"/></w:rPr>'
    lines = "".join(
        f'<w:p>{form}<w:r>{look}<w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r></w:p>'
        for text in cell.lines
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(Mm(width))}" w:type="dxa"/>{span}<w:vAlign w:val="center"/>'
        f"</w:tcPr>{lines}</w:tc>"
    )
