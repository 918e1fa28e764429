"""Names as they are stored, split, spelt and searched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress import names


# Domain.md section G: the names of the demonstration data, and their spelling.
RARE_NAMES = {
    "欧阳䶮": "Ouyang Yan",
    "司徒𬍛": "Situ Li",
    "上官玥": "Shangguan Yue",
    "诸葛垚": "Zhuge Yao",
    "尉迟犇": "Yuchi Ben",
    "王㛃": "Wang Jie",
    "李喆": "Li Zhe",
    "亓官淼": "Qiguan Miao",
    "慕容翀": "Murong Chong",
    "邰珺": "Tai Jun",
    "古丽娜尔·艾合买提江": "Gulina'er Aihemaitijiang",
    "赵堃": "Zhao Kun",
    "令狐赟": "Linghu Yun",
    "澹台璟": "Tantai Jing",
    "陈𬭚": "Chen Chun",
    "周𣲗": "Zhou Wei",
    "缪昀": "Miao Yun",
    "逄祎": "Pang Yi",
    "刘燚": "Liu Yi",
}

SURNAME_READINGS = {
    "单": "Shan",
    "仇": "Qiu",
    "解": "Xie",
    "区": "Ou",
    "查": "Zha",
    "曾": "Zeng",
    "尉迟": "Yuchi",
    "万俟": "Moqi",
    "澹台": "Tantai",
    "令狐": "Linghu",
    "亓官": "Qiguan",
    "缪": "Miao",
    "盖": "Ge",
    "朴": "Piao",
    "任": "Ren",
    "华": "Hua",
    "召": "Shao",
    "黑": "He",
    "员": "Yun",
    "翟": "Zhai",
    "阚": "Kan",
    "么": "Yao",
    "蔚": "Yu",
    "乐": "Yue",
    "卜": "Bu",
    "长孙": "Zhangsun",
    "单于": "Chanyu",
    "耶律": "Yelü",
    "相里": "Xiangli",
}


@pytest.mark.parametrize("dot", "·・•．‧∙⋅･.。﹒｡˙ㆍ●◦▪-－—–`｀´ˊˋ'‘’′°˚゜⁃丶")
def test_normalise_wrong_middle_dot(dot):
    assert names.normalise(f"古丽娜尔{dot}艾合买提江") == "古丽娜尔\u00b7艾合买提江"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("王　芳", "王芳"),
        (" 王 芳\n", "王芳"),
        ("\ufeff王\u200b芳\u00ad", "王芳"),
        ("王芳\ufe00", "王芳"),
        ("古丽 • • 江", "古丽·江"),
        ("古丽·.江", "古丽·江"),
        ("·王芳·", "王芳"),
        ("⾼山", "高山"),
        ("周𣲗", "周𣲗"),
        ("\uf9d1", "\uf9d1"),
        ("J.Smith", "J.Smith"),
        ("", ""),
    ],
)
def test_normalise(typed, stored):
    assert names.normalise(typed) == stored


@given(st.text(max_size=30))
def test_normalise_twice_changes_nothing(text):
    once = names.normalise(text)

    assert names.normalise(once) == once


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("李伟", ("李", "伟")),
        ("李建国", ("李", "建国")),
        ("欧阳修", ("欧阳", "修")),
        ("诸葛孔明", ("诸葛", "孔明")),
        ("上官玥", ("上官", "玥")),
        ("上玥", ("上", "玥")),
        ("万俟", ("万俟", "")),
        ("万俟卨", ("万俟", "卨")),
        ("司徒𬍛", ("司徒", "𬍛")),
        ("梁丘山", ("梁", "丘山")),
        ("古丽娜尔•艾合买提江", ("古丽娜尔·艾合买提江", "")),
        ("李", ("李", "")),
        ("", ("", "")),
    ],
)
def test_split(name, parts):
    assert names.split(name) == parts


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("王芳", "王　芳"),
        ("王 芳", "王　芳"),
        ("周𣲗", "周　𣲗"),
        ("欧阳修", "欧阳修"),
        ("AB", "AB"),
        ("王", "王"),
    ],
)
def test_spaced(name, printed):
    assert names.spaced(name) == printed


@pytest.mark.parametrize(("name", "spelling"), RARE_NAMES.items())
def test_pinyin_rare_names(name, spelling):
    assert names.pinyin(name) == spelling


@pytest.mark.parametrize(("surname", "reading"), SURNAME_READINGS.items())
def test_pinyin_surname_alone(surname, reading):
    assert names.pinyin(surname) == reading


@pytest.mark.parametrize(("surname", "reading"), SURNAME_READINGS.items())
def test_pinyin_surname_with_given_name(surname, reading):
    assert names.pinyin(f"{surname}雄") == f"{reading} Xiong"


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("李建安", "Li Jian'an"),
        ("吕布", "Lü Bu"),
        ("黄华", "Huang Hua"),
        ("王任重", "Wang Renzhong"),
        ("刘长林", "Liu Changlin"),
        ("张3", "Zhang 3"),
        ("", ""),
    ],
)
def test_pinyin(name, spelling):
    assert names.pinyin(name) == spelling


def test_pinyin_unreadable_character_stands_for_itself():
    assert names.pinyin("\U00020bb7田") == "\U00020bb7 Tian"


@pytest.mark.parametrize(
    ("name", "letters"),
    [("欧阳䶮", "oyy"), ("单雄", "sx"), ("古丽娜尔·艾合买提江", "glneahmtj"), ("张3", "z3")],
)
def test_initials(name, letters):
    assert names.initials(name) == letters


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("欧阳䶮", "欧阳䶮 ouyangyan oyy"),
        ("单雄", "单雄 shanxiong sx danxiong dx"),
        ("缪昀", "缪昀 miaoyun my mouyun"),
        ("吕绿", "吕绿 lvlv ll"),
        ("古丽娜尔·艾合买提江", "古丽娜尔艾合买提江 gulinaeraihemaitijiang glneahmtj"),
        ("", ""),
    ],
)
def test_search_text(name, text):
    assert names.search_text(name) == text


def test_search_text_of_the_longest_name_fits_its_field():
    assert len(names.search_text("单" + "庄" * 59)) == names.MAX_SEARCH_LENGTH


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("Ou Yang Yan", ["ouyangyan"]),
        ("欧 阳", ["欧阳"]),
        ("欧阳 yan", ["欧阳", "yan"]),
        ("OYY", ["oyy"]),
        ("Jian'an", ["jianan"]),
        ("Jian’an", ["jianan"]),
        ("lǚ", ["lv"]),
        ("Lyu", ["lv"]),
        ("lü bu", ["lvbu"]),
        ("ｏｙｙ", ["oyy"]),
        ("古丽娜尔·艾合", ["古丽娜尔艾合"]),
        ("古丽娜尔.艾合", ["古丽娜尔艾合"]),
        ("周𣲗", ["周𣲗"]),
        ("　", []),
        ("", []),
    ],
)
def test_search_terms(typed, terms):
    assert names.search_terms(typed) == terms


@pytest.mark.parametrize("name", RARE_NAMES)
def test_search_finds_characters_pinyin_and_initials(name):
    text = names.search_text(name)
    queries = (name, names.pinyin(name), names.initials(name).upper())

    assert [all(term in text for term in names.search_terms(query)) for query in queries] == [True] * 3
