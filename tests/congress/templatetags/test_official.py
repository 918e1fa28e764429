from datetime import date

from congress.templatetags import official


def test_arabic_date_is_not_padded():
    assert official.arabic_date(date(2025, 3, 5)) == "2025年3月5日"


def test_arabic_date_without_a_day_is_empty():
    assert official.arabic_date(None) == ""


def test_numerals_date_uses_the_round_zero():
    assert official.numerals_date(date(2020, 10, 20)) == "二〇二〇年十月二十日"


def test_numerals_date_of_the_last_day_of_a_year():
    assert official.numerals_date(date(2025, 12, 31)) == "二〇二五年十二月三十一日"


def test_numerals_date_without_a_day_is_empty():
    assert official.numerals_date(None) == ""


def test_numeral_of_two_digits():
    assert [official.numeral(number) for number in (1, 10, 12, 20)] == ["一", "十", "十二", "二十"]


def test_paragraphs_drop_typed_indents_and_empty_lines():
    assert official.paragraphs("\u3000\u3000第一段。\r\n\r\n  第二段。\n") == ["第一段。", "第二段。"]


def test_paragraphs_of_nothing():
    assert official.paragraphs(None) == []
