"""Flush right edges for Chinese text in WeasyPrint 70.

WeasyPrint justifies a line by widening its spaces; Chinese has none, so each line that ends early (a comma
may not begin the next one, half-width digits) would stay short.  Here the rest of the line is shared out
between the characters instead.  Every Chinese character takes half a gap on either side; digits, letters
and dashes take none, so that 263 never becomes 2 6 3 and —— stays one stroke.

``install`` replaces the private function ``justify_line``: the reason why requirements.txt pins the version.
"""

import re

from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox
from weasyprint.layout import inline
from weasyprint.text.ffi import TO_UNITS, ffi, pango
from weasyprint.text.line_break import Layout


# Han characters with their variation selectors, CJK and full-width punctuation, curly quotes, spaces.
_SPREADING = re.compile(
    "(?:[ \u00a0\u2018-\u201d\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
    "[\ufe00-\ufe0f\U000e0100-\U000e01ef]*)"
)
_CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

#: A gap wider than this part of the type size looks worse than a short line.
_WIDEST_GAP = 0.5

_justify_spaces = inline.justify_line


def install():
    """Make every later layout of this process spread Chinese lines; other lines stay as they were."""
    inline.justify_line = _justify_line


def _justify_line(context, line, extra_width):
    text = "".join(box.text for box in _text_boxes(line))
    if not _CHINESE.search(text):
        _justify_spaces(context, line, extra_width)
    elif halves := _count_halves(text):
        half_gap = extra_width / halves
        if 2 * half_gap <= _WIDEST_GAP * line.style["font_size"]:
            _Spreader(half_gap).spread(line)


def _text_boxes(box):
    if isinstance(box, TextBox):
        if box.text:
            yield box
    elif isinstance(box, LineBox | InlineBox):
        for child in box.children:
            if child.is_in_normal_flow():
                yield from _text_boxes(child)


def _count_halves(text):
    """Return the half gaps inside ``text``: two for each spreading character, none at its two ends."""
    units = len(_SPREADING.findall(text))
    return 2 * units - _starts_open(text) - _ends_open(text)


def _starts_open(text):
    return _SPREADING.match(text) is not None


def _ends_open(text):
    return re.search(f"{_SPREADING.pattern}$", text) is not None


class _Spreader:
    """Walks once through the boxes of a line, moving each right and widening its text; lengths in pixels."""

    def __init__(self, half_gap):
        self.half_gap = half_gap
        self.shift = 0
        self.previous_text = ""

    def spread(self, box):
        if isinstance(box, TextBox):
            if box.text:
                self._spread_text(box)
        elif isinstance(box, LineBox | InlineBox):
            start = self.shift
            box.position_x += start
            for child in box.children:
                if child.is_in_normal_flow():
                    self.spread(child)
            box.width += self.shift - start
        else:
            box.translate(self.shift, 0)

    def _spread_text(self, box):
        if self.previous_text:
            # Pango leaves no gap at the two ends of a text: between two boxes it is given here.
            self.shift += self.half_gap * (_ends_open(self.previous_text) + _starts_open(box.text))
        box.position_x += self.shift
        growth = self.half_gap * _count_halves(box.text)
        box.pango_layout = _SpreadLayout(box.text, box.style, 2 * self.half_gap)
        box.pango_layout.deactivate()
        box.width += growth
        self.shift += growth
        self.previous_text = box.text


class _SpreadLayout(Layout):
    """Text whose Chinese characters stand further apart.

    WeasyPrint sets the text again when it draws: a gap kept on the layout survives that, and works on parts
    of the text, which a letter-spacing in the style does not.
    """

    def __init__(self, text, style, gap):
        base = 0 if style["letter_spacing"] == "normal" else style["letter_spacing"]
        self.spacing = int((base + gap) * TO_UNITS)
        super().__init__(style)
        self.set_text(text)

    def set_text(self, text, justify=False):
        super().set_text(text, justify)
        attributes = pango.pango_layout_get_attributes(self.layout)
        if attributes == ffi.NULL:
            attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
        for match in _SPREADING.finditer(self.text):
            attribute = pango.pango_attr_letter_spacing_new(self.spacing)
            attribute.start_index = len(self.text[: match.start()].encode())
            attribute.end_index = len(self.text[: match.end()].encode())
            pango.pango_attr_list_change(attributes, attribute)
        pango.pango_layout_set_attributes(self.layout, attributes)
