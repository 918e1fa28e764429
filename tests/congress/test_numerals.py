import pytest

from congress.numerals import chinese_int


@pytest.mark.parametrize(
    ("digits", "number"),
    [("12", 12), ("十二", 12), ("二〇二五", 2025), ("二○", 20), ("两百", 200), ("一百零三", 103)],
)
def test_chinese_int(digits, number):
    assert chinese_int(digits) == number


def test_chinese_int_of_what_is_no_number():
    with pytest.raises(ValueError, match="."):
        chinese_int("十十")
