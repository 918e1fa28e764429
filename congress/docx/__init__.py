"""Papers as documents that an office goes on writing in: Word or WPS, in the layout of GB/T 9704-2012.

The fonts are named, not enclosed: the first of each chain of ``congress/fonts.py``, with the others of the
chain as what stands in for it. What python-docx has no word for is written as OOXML.
"""

from datetime import UTC
from io import BytesIO

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Pt

from congress import clock
from congress.docx.page import add_copies, restart, set_up
from congress.docx.table import add_table
from congress.docx.text import CHARACTERS, EM, TITLE, exactly, line, say, width_of


CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FACES = {1: "heiti", 2: "kaiti"}


def docx_of(papers):
    """The papers, all of one kind, as the bytes of one document; the pages of each are counted from 1."""
    document = Document()
    first = papers[0]
    set_up(document, first)
    for number, paper in enumerate(papers):
        section = document.add_section() if number else document.sections[0]
        restart(section)
        _write(document, paper)
    _name(document, first.name)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def response(content, filename):
    """Return the document's bytes as a response that is saved; ``filename`` may be Chinese."""
    disposition = content_disposition_header(as_attachment=True, filename=filename)
    return HttpResponse(content, content_type=CONTENT_TYPE, headers={"Content-Disposition": disposition})


def _write(document, paper):
    if paper.masthead:
        line(document, paper.number).alignment = ALIGN.RIGHT
        line(document)
        line(document)
    title = document.add_paragraph()
    title.alignment = ALIGN.CENTER
    for number, words in enumerate(paper.title):
        if number:
            title.add_run().add_break()
        say(title, words, face="xiaobiaosong", size=TITLE)
    if paper.byline:
        byline = line(document, paper.byline, face="kaiti")
        byline.alignment = ALIGN.CENTER
    if not paper.wide:
        line(document)
    for part in paper.parts:
        _part(document, part)
    if paper.signature:
        _sign(document, paper.signature)
    if paper.remark:
        line(document, f"（{paper.remark}）").paragraph_format.first_line_indent = int(EM * 2)
    if paper.copies:
        add_copies(document, paper.copies)


def _part(document, part):
    if hasattr(part, "rows"):
        add_table(document, part)
        return
    level = getattr(part, "level", 0)
    size = getattr(part, "size", 0)
    paragraph = line(document, part.text, face=_FACES.get(level, "fangsong"), size=size and Pt(size))
    if size:
        exactly(paragraph, Pt(size * 1.6))
    paragraph.alignment = ALIGN.JUSTIFY
    paragraph.paragraph_format.keep_with_next = bool(level) or None
    if level or part.indented:
        paragraph.paragraph_format.first_line_indent = int(EM * 2)


def _sign(document, signature):
    """The longer line ends two characters from the edge, the date begins two further in than the name.

    With a seal the date ends four from the edge, and the name stands centred on it.
    """
    name, date = width_of(signature.name), width_of(signature.date)
    if signature.sealed:
        start = CHARACTERS - 4 - date
        starts = start + (date - name) / 2, start
    else:
        start = CHARACTERS - 2 - max(name, date + 2)
        starts = start, start + 2
    lines = [line(document), line(document, signature.name), line(document, signature.date)]
    for paragraph, indent in zip(lines[1:], starts, strict=True):
        paragraph.paragraph_format.left_indent = int(EM * max(indent, 0))
    for paragraph in lines[:-1]:
        paragraph.paragraph_format.keep_with_next = True


def _name(document, name):
    """What Word tells of the file: its title, and nobody's name as its author."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments = name, "", ""
    properties.created = properties.modified = clock.now().astimezone(UTC).replace(tzinfo=None)
