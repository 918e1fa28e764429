"""Paragraphs and runs of a document, and what python-docx has no word for."""

import re
import unicodedata

from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from congress import fonts


#: 22 lines on 225 mm are 28.99 points each; Word counts in twentieths, and 28.95 still leaves room for 22.
LINE = Pt(28.95)
#: Word knows half points only: 3号 is 16, and set a quarter of a point tighter 28 characters fit on 156 mm.
BODY, TITLE, PAGE_NUMBER = Pt(16), Pt(22), Pt(14)
TIGHTER = -5  # twentieths of a point
CHARACTERS = 28
EM = Pt(15.75)
SCRIPTS = ("ascii", "hAnsi", "eastAsia", "cs")
#: What XML has no place for, typed or pasted into a field.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def line(document, text="", *, face="fangsong", size=None):
    paragraph = document.add_paragraph()
    if text:
        say(paragraph, text, face=face, size=size)
    return paragraph


def say(paragraph, text, *, face="fangsong", size=None, colour=""):
    run = paragraph.add_run(clean(text))
    set_face(run._r.get_or_add_rPr(), face)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    if size:
        run.font.size = size
        set_spacing(run._r.rPr, 0)
    return run


def set_face(properties, chain):
    faces = properties.find(qn("w:rFonts"))
    if faces is None:
        faces = OxmlElement("w:rFonts")
        properties.insert(0, faces)
    for script in SCRIPTS:
        faces.set(qn(f"w:{script}"), fonts.CHAINS[chain][0])


def set_spacing(properties, twentieths):
    """Set the characters of a style or run wider or closer."""
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(twentieths))
    properties.insert_element_before(spacing, "w:kern", "w:position", "w:sz", "w:szCs", "w:lang")


def exactly(paragraph, height):
    form = paragraph.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, height
    return paragraph


def width_of(text):
    """How many characters wide a text is: letters and digits are half as wide."""
    return sum(
        0.5 if unicodedata.east_asian_width(character) in ("Na", "N", "H") else 1 for character in text
    )


def clean(text):
    return fonts.printable(_UNPRINTABLE.sub("", text))


def xml(template, **values):
    return parse_xml(template.format(ns=nsdecls("w"), **values))


def twips(length):
    return round(length / 635)
