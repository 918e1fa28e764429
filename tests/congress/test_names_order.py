"""The two orders of names: surname strokes and pinyin."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress import names


han = st.one_of(
    st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF),
    st.characters(min_codepoint=0x20000, max_codepoint=0x323AF),
)


def ascending(keys):
    return all(first < second for first, second in pairwise(keys))


def in_stroke_order(text):
    return ascending(names.stroke_key(name) for name in text.split())


def in_pinyin_order(text):
    return ascending(names.pinyin_key(name) for name in text.split())


@pytest.mark.parametrize(
    "order",
    [
        "丁一 马强 王芳 刘洋 李伟 陈静 欧阳修",
        "王芳 王强 王一鸣 王小明 王芳芳",
        "欧文 欧文静 欧阳 欧阳修 欧阳丁一",
        "上玥 上玥玥 上官玥",
        "丁一 万俟卨 马强",
        "陈𬭚 陈静 欧阳修",
        "刘一 刘燚 刘一一",
        "古力 古丽娜 古丽娜尔·艾合买提江 古春明",
    ],
)
def test_stroke_order(order):
    assert in_stroke_order(order)


def test_stroke_order_of_the_commonest_surnames():
    assert in_stroke_order(
        "丁 于 万 马 王 毛 方 孔 石 龙 叶 田 史 白 冯 吕 朱 任 刘 江 许 孙 杜 李 杨 吴 何 余 沈 宋 张 陆 陈"
    )


def test_stroke_order_of_rare_characters_is_by_count():
    # 㛃 has 9 strokes, 𬍛 9, 𣲗 7, 䶮 9, 垚 9, 犇 12, 赟 16.
    keys = [names.stroke_key(f"王{character}")[10:12] for character in "㛃𬍛𣲗䶮垚犇赟"]

    assert keys == ["09", "09", "07", "09", "09", "12", "16"]


def test_stroke_order_outside_the_national_table_is_by_count_after_those_inside():
    assert in_stroke_order("王一 王六 王亖 王㐀 王爨 王𪚥 王\U00032000")


def listed_characters():
    lines = (names.DATA / "strokes.txt").read_text(encoding="utf-8").splitlines()
    return [line.split(" ", 1) for line in lines if line[0].isdigit()]


def test_stroke_table_holds_the_national_table():
    counts = [int(count) for count, _ in listed_characters()]
    characters = "".join(body for _, body in listed_characters())

    # 8,105 of the table, and 169 variant and traditional characters with known kinds.
    assert (len(characters), len(set(characters)), counts) == (8274, 8274, sorted(counts))


def test_stroke_key_follows_the_table():
    keys = [names.stroke_key(character) for _, body in listed_characters() for character in body]

    assert ascending(keys)


@pytest.mark.parametrize(
    "passage",  # of each level of the 通用规范汉字表, rare characters and changes of the count among them
    [
        "一乙二十丁厂七卜八人入儿匕几九刁了刀力乃又三干于亏工土士才下寸大丈与万上小口",
        "霹躏黯髓赣囊镶瓤罐矗",
        "妾劾炜𬉼炖炘炝炔泔沭泷泸泱泅泗泠泺泖泫泮",
        "楝楫楸椴槌楯皙榈槎榉楦",
        "绋绐砉耔㛃玶珇",
        "帨崀赆𬬸钷𬬻𬬹𬬿𬭁眚甡笫倻倴脩倮倕倞𫢸倓",
        "龢鳤亹籥鼷𫚭玃醾齇觿蠼",
    ],
)
def test_stroke_order_is_that_of_the_national_table(passage):
    assert in_stroke_order(" ".join(passage))


@given(st.text(han, min_size=1, max_size=31))
def test_stroke_key_is_digits_and_fits_its_field(name):
    assert re.fullmatch(r"\d{10,250}", names.stroke_key(name))


@given(st.text(max_size=60))
def test_keys_of_any_text_fit_their_fields(text):
    keys = (names.stroke_key(text), names.pinyin_key(text))

    assert all(key.isascii() and len(key) <= names.MAX_KEY_LENGTH for key in keys)


def test_stroke_key_ignores_how_the_name_was_typed():
    assert names.stroke_key("古丽 • 江") == names.stroke_key("古丽·江")


@pytest.mark.parametrize(
    "order",
    [
        "陈静 丁一 李伟 刘洋 马强 欧阳修 王芳",
        "李娜 林安",  # syllable by syllable: li before lin
        "李安 李娜 李伟 厉安",  # equal sounds by tone
        "区静 欧静 欧阳修",  # equal sounds and tones by strokes, surnames kept together
        "仇和 单雄 尉迟犇 曾国",
        "王一 王\U0002f800",  # the unreadable last
    ],
)
def test_pinyin_order(order):
    assert in_pinyin_order(order)
