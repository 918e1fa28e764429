"""Measures a PDF against the page of GB/T 9704-2012 (domain.md D8); lengths in millimetres from top left.

``assert_official_geometry(pdf)`` is the whole test of any official document, ``read_pages`` its eyes.
"""

import re
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby, pairwise

import pdfplumber


MM = 25.4 / 72
TOP, LEFT, WIDTH, HEIGHT = 37, 28, 156, 225
LINES, CHARACTERS = 22, 28
PITCH = HEIGHT / LINES
BODY, TITLE, PAGE_NUMBER = 15.75, 22, 14
EM = BODY * MM
#: A Chinese character stands in the middle of its line, with 0.88 of its height above the baseline.
BASELINE = TOP + (PITCH - EM) / 2 + 0.88 * EM
TOLERANCE = 1

#: PostScript names, of the licensed fonts and of the free ones behind them.
FONTS = {
    "小标宋": r"XiaoBiaoSong|XBS|小标宋|Noto-?Serif-?CJK.*Bold",
    "黑体": r"SimHei|Hei|黑体|Noto-?Sans-?CJK",
    "楷体": r"Kai|楷体",
    "仿宋": r"Fang|仿宋|LXGW|Noto-?Serif-?CJK(?!.*Bold)|BabelStone",
    "宋体": r"SimSun|宋体|Noto-?Serif-?CJK(?!.*Bold)",
}


@dataclass(frozen=True)
class Line:
    """A line of text: its characters, ends, baseline, type size in points and fonts in order."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    fonts: tuple

    @property
    def number(self):
        """The line of the grid of 22 that it stands on, the first being 1."""
        return round((self.baseline - BASELINE) / PITCH) + 1


def read_pages(pdf):
    """Return, for each page of a PDF given as bytes, its upright lines from top to bottom."""
    with pdfplumber.open(BytesIO(pdf)) as document:
        for page in document.pages:
            assert (round(page.width * MM), round(page.height * MM)) == (210, 297)
        return [_lines(page) for page in document.pages]


def _lines(page):
    def baseline(char):
        return round((float(page.height) - char["matrix"][5]) * MM, 1)

    characters = sorted(
        (char for char in page.chars if char["upright"] and char["matrix"][1] == 0),
        key=lambda char: (baseline(char), char["x0"]),
    )
    return [_line(list(chars), position) for position, chars in groupby(characters, baseline)]


def _line(chars, baseline):
    return Line(
        text="".join(char["text"] for char in chars),
        left=chars[0]["x0"] * MM,
        right=chars[-1]["x1"] * MM,
        baseline=baseline,
        size=round(chars[0]["size"], 2),
        fonts=tuple(dict.fromkeys(char["fontname"].partition("+")[2] for char in chars)),
    )


def find_line(pdf, beginning):
    """Return the first line of the PDF that begins with these words."""
    return next(line for page in read_pages(pdf) for line in page if line.text.startswith(beginning))


def assert_font(line, kind):
    """Every font of the line is of this kind, a key of ``FONTS``, or prints a name that it lacks."""
    assert re.search(FONTS[kind], line.fonts[0]), f"“{line.text}”应为{kind}，实为 {line.fonts[0]}"


def assert_official_geometry(pdf):
    """Assert page, type area, grid, right edge, fonts, page numbers and tail of an official document."""
    pages = read_pages(pdf)
    texts = []
    for number, (*lines, foot) in enumerate(pages, start=1):
        _assert_page_number(foot, number)
        _assert_type_area(lines)
        _assert_grid(lines)
        texts.append([line for line in lines if line.size == BODY])
    for line in (line for page in pages for line in page if line.size == TITLE):
        assert_font(line, "小标宋")
        assert abs(line.left + line.right - 2 * LEFT - WIDTH) < 2 * TOLERANCE, f"标题不居中：{line.text}"
    _assert_headings(texts)
    _assert_flush_right([line for page in texts for line in page])
    _assert_tail(pages)


def _assert_page_number(foot, number):
    """— 1 —, 4号 Song, dash 7 mm below the type area, a character from the outer edge."""
    assert (foot.text, foot.size) == (f"— {number} —", PAGE_NUMBER)
    assert_font(foot, "宋体")
    dash_top = foot.baseline - 0.3 * PAGE_NUMBER * MM
    assert abs(dash_top - (TOP + HEIGHT + 7)) < TOLERANCE
    if number % 2:
        assert abs(foot.right - (LEFT + WIDTH - PAGE_NUMBER * MM)) < TOLERANCE
    else:
        assert abs(foot.left - (LEFT + PAGE_NUMBER * MM)) < TOLERANCE


def _assert_type_area(lines):
    for line in lines:
        assert line.left > LEFT - TOLERANCE, f"越出左边：{line.text}"
        assert line.right < LEFT + WIDTH + TOLERANCE, f"越出右边：{line.text}"
        assert TOP - TOLERANCE < line.baseline < TOP + HEIGHT, f"越出版心：{line.text}"


def _assert_grid(lines):
    for line in lines:
        if line.size == BODY:
            expected = BASELINE + (line.number - 1) * PITCH
            assert abs(line.baseline - expected) < TOLERANCE, f"不在行格上：{line.text}"
            assert 1 <= line.number <= LINES


def _assert_headings(texts):
    for line in (line for page in texts for line in page):
        indented = abs(line.left - LEFT - 2 * EM) < TOLERANCE
        if indented and re.match("[一二三四五六七八九十]+、", line.text):
            assert_font(line, "黑体")
        elif indented and re.match("（[一二三四五六七八九十]+）", line.text):
            assert_font(line, "楷体")


def _assert_flush_right(lines):
    """A line that the next one continues ends at the right edge."""
    for line, following in pairwise(lines):
        same_kind = line.fonts[0] == following.fonts[0]
        if same_kind and abs(following.left - LEFT) < TOLERANCE and len(line.text) > CHARACTERS / 2:
            assert abs(line.right - (LEFT + WIDTH)) < TOLERANCE / 2, f"右边不齐：{line.text}"


def _assert_tail(pages):
    """署名 and 日期 take text along to a new page: something begins in the left half of each page."""
    for lines in pages:
        assert any(line.left < LEFT + WIDTH / 2 for line in lines[:-1]), "署名、日期单独成页"
