"""Reads which glyphs a PDF draws, to find the empty boxes that text extraction does not show."""

from io import BytesIO

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import stream_value
from pypdf import PdfReader


class _GlyphReader(PDFTextDevice):
    """Collects each glyph drawn: {font: {glyph number}}."""

    def __init__(self, resources):
        super().__init__(resources)
        self.drawn = {}

    def render_char(self, matrix, font, fontsize, scaling, rise, cid, ncs, graphicstate):
        self.drawn.setdefault(font, set()).add(cid)
        return font.char_width(cid) * fontsize * scaling


def _outlines(font):
    stream = font.descriptor.get("FontFile3") or font.descriptor.get("FontFile2")
    return TTFont(BytesIO(stream_value(stream).get_data()))


def _is_empty(program, cid):
    name = f"cid{cid:05d}"
    glyphs = program.getGlyphSet()
    if name not in glyphs:
        name = program.getGlyphName(cid)
    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)
    return pen.bounds is None


def _assert_plain_encodings(pdf):
    """WeasyPrint sends characters without a glyph to .notdef by an encoding of the font's own."""
    for page in PdfReader(BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            assert font["/Encoding"] == "/Identity-H", f"{font['/BaseFont']} 打印了空方框"


def assert_every_glyph_drawn(pdf):
    """Assert that each visible character of the PDF (bytes) has a glyph with ink, and none is .notdef."""
    _assert_plain_encodings(pdf)
    resources = PDFResourceManager()
    reader = _GlyphReader(resources)
    interpreter = PDFPageInterpreter(resources, reader)
    for page in PDFPage.get_pages(BytesIO(pdf)):
        interpreter.process_page(page)
    for font, glyphs in reader.drawn.items():
        program = _outlines(font)
        for cid in glyphs:
            character = font.to_unichr(cid)
            assert cid != 0, f"{font.fontname} 打印了空方框"
            assert not character.strip() or not _is_empty(program, cid), f"{character} 没有字形"
