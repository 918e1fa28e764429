from io import BytesIO

import pdfplumber
import pytest
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from congress import fonts, justify


STYLE = "body { font: 20px/30px 'Noto Serif CJK SC'; text-align: justify; width: 210px; margin: 0 }"


@pytest.fixture(scope="module")
def typeset():
    """Return the characters of a text set 210 pixels wide at 20: [(character, left, right)], in pixels."""
    fonts.use_project_fonts()
    justify.install()
    configuration = FontConfiguration()

    def characters(html):
        page = f"<style>@page {{ size: 400px; margin: 0 }} {STYLE}</style><body>{html}"
        document = HTML(string=page).write_pdf(font_config=configuration)
        with pdfplumber.open(BytesIO(document)) as opened:
            [sheet] = opened.pages
            return [(char["text"], char["x0"] / 0.75, char["x1"] / 0.75) for char in sheet.chars]

    return characters


def test_chinese_line_is_flush_right(typeset):
    characters = typeset("人民代表大会常务委员会")
    assert characters[9][2] == pytest.approx(210, abs=0.3)


def test_last_line_is_not_spread(typeset):
    *_, (_, left, right) = typeset("人民代表大会常务委员会")
    assert (left, right) == (pytest.approx(0), pytest.approx(20))


def test_digits_of_a_number_keep_together(typeset):
    spread = typeset("接待选民263人次建议办理")
    plain = typeset("263")
    widths = [following[1] - digit[1] for digit, following in zip(spread[4:6], spread[5:7], strict=True)]
    natural = [following[1] - digit[1] for digit, following in zip(plain[0:2], plain[1:3], strict=True)]
    assert spread[10][2] == pytest.approx(210, abs=0.3)
    assert widths == pytest.approx(natural, abs=0.05)


def test_gaps_across_inline_elements_are_even(typeset):
    characters = typeset("人民<b>代表</b>大会<i><span>常</span>务</i>委员会工作")[:10]
    lefts = [left for _, left, _ in characters]
    gaps = [right - left for left, right in zip(lefts, lefts[1:], strict=False)]
    assert gaps == pytest.approx([190 / 9] * 9, abs=0.1)


def test_line_without_chinese_spreads_its_spaces(typeset):
    characters = typeset("duty report of the year 2025 and more of it")
    line = [right for text, _, right in characters if text.strip()]
    assert max(line) == pytest.approx(210, abs=0.5)


def test_very_short_line_stays_ragged(typeset):
    characters = typeset("人民ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert [left for text, left, _ in characters if text in "人民"] == pytest.approx([0, 20])
