import pytest

from congress.registers.titles import (
    district_named,
    names_all_towns,
    term_number,
    term_numbers,
    town_named,
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云渚区第九届人民代表大会代表名册", "云渚区"),
        ("云渚区区级人大代表选区划分表（虚构示例）", "云渚区"),
        ("填报单位：云渚区人大常委会代表工作委员会", "云渚区"),
        ("云渚区2026年区镇两级人大代表建议办理情况", "云渚区"),
        ("澄岚市云渚区第九届人大代表名册", "云渚区"),
        ("2025年云山县人大代表花名册", "云山县"),
        ("义安市第十六届人大代表花名册", "义安市"),
        ("云渚区", "云渚区"),
        ("云渚区、白鹭湾镇代表", ""),
        ("区代表", ""),
        ("镇级选区", ""),
        ("全县人大代表名册", ""),
        ("第1选区代表", ""),
        ("望云社区", ""),
    ],
)
def test_district_named(text, name):
    assert district_named(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("白鹭湾镇第十八届人民代表大会代表名册", "白鹭湾镇"),
        ("云渚区白鹭湾镇第十八届人民代表大会代表名册", "白鹭湾镇"),
        ("白鹭湾镇", "白鹭湾镇"),
        ("望云街道人大工委", "望云街道"),
        ("云渚区第九届人大白鹭湾镇代表名册", ""),
        ("白鹭湾镇代表团", ""),
        ("各镇代表名册", ""),
        ("乡镇代表", ""),
        ("镇级人大代表选区划分表", ""),
        ("云渚区第九届人民代表大会代表名册", ""),
    ],
)
def test_town_named(text, name):
    assert town_named(text, "云渚区") == name


@pytest.mark.parametrize(
    ("text", "general"), [("镇级选区", True), ("各镇代表名册", True), ("镇代表", True), ("区代表", False)]
)
def test_names_all_towns(text, general):
    assert names_all_towns(text) is general


@pytest.mark.parametrize(
    ("text", "number"),
    [("第九届", 9), ("第16届人大", 16), ("九届四次会议", 9), ("云渚区人大代表名册", None), ("", None)],
)
def test_term_number(text, number):
    assert term_number(text) == number


def test_term_numbers_by_place():
    texts = ["云渚区第九届人大代表名册", "石坎镇第十五届代表名册", "第三次会议"]
    assert term_numbers(texts, "云渚区") == {"云渚区": 9, "石坎镇": 15}


@pytest.mark.parametrize(("text", "name"), [("南乡第十五届人大代表名册", "南乡"), ("城镇代表名册", "")])
def test_town_of_two_characters_in_a_title(text, name):
    assert town_named(text, "云渚区") == name
