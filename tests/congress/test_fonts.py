import pytest

from congress import fonts


EVERYTHING = {family: [range(0x20, 0x9FFF)] for family in fonts.FREE_FAMILIES}


@pytest.fixture(autouse=True)
def _nothing_remembered():
    fonts._has_sign.cache_clear()
    yield
    fonts._has_sign.cache_clear()


@pytest.fixture
def installed(monkeypatch):
    """Let fontconfig know these families only: ``installed({family: [range, …]})``."""

    def install(families):
        monkeypatch.setattr(fonts, "coverage", lambda: families)

    return install


def without(*families):
    return {family: ranges for family, ranges in EVERYTHING.items() if family not in families}


def ids(messages):
    return [message.id for message in messages]


def test_check_with_every_font_finds_nothing(installed, monkeypatch):
    installed(EVERYTHING)
    monkeypatch.setattr(fonts, "LIBRARIES", {})
    assert fonts.check_fonts() == []


def test_check_without_a_free_font_says_what_to_install(installed):
    installed(without("LXGW WenKai"))
    [message] = fonts._check_families()
    assert (message.id, message.hint) == ("huiyin.W001", "安装软件包 fonts-lxgw-wenkai。")


def test_check_with_an_empty_chain_is_an_error(installed):
    installed({**without("Noto Sans CJK SC", "BabelStone Han")})
    assert ids(fonts._check_families()) == ["huiyin.E001", "huiyin.W001", "huiyin.W001"]


def test_check_with_a_licensed_font_needs_no_other_of_its_chain(installed):
    installed({**without("Noto Sans CJK SC", "BabelStone Han"), "SimHei": []})
    assert ids(fonts._check_families()) == ["huiyin.W001", "huiyin.W001"]


def test_check_without_fontconfig_warns(monkeypatch):
    def missing():
        raise FileNotFoundError("fc-list")

    monkeypatch.setattr(fonts, "coverage", missing)
    assert ids(fonts._check_families()) == ["huiyin.W003"]


def test_check_without_a_library_is_an_error_or_a_warning(monkeypatch):
    libraries = {"libnowhere.so": ("nowhere", "后果", True), "libneither.so": ("neither", "后果", False)}
    monkeypatch.setattr(fonts, "LIBRARIES", libraries)
    assert ids(fonts._check_libraries()) == ["huiyin.E002", "huiyin.W002"]


def test_uncovered_names_each_character_once(installed):
    installed({"FandolFang": [range(0x4E00, 0x9FA6)]})
    assert fonts.uncovered("欧阳䶮、䶮") == "䶮、"


def test_uncovered_asks_the_whole_chain(installed):
    installed({"FandolFang": [range(0x4E00, 0x9FA6)], "LXGW WenKai": [range(0x3400, 0x4DC0)]})
    assert fonts.uncovered("欧阳䶮") == ""


def test_uncovered_without_fontconfig_is_empty(monkeypatch):
    def missing():
        raise FileNotFoundError("fc-list")

    monkeypatch.setattr(fonts, "coverage", missing)
    assert fonts.uncovered("欧阳䶮") == ""


def test_use_project_fonts_without_set_up_leaves_fontconfig_alone(settings, tmp_path, monkeypatch):
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    settings.VAR_DIR = tmp_path
    fonts.use_project_fonts()
    assert "FONTCONFIG_FILE" not in fonts.os.environ


def test_use_project_fonts_names_the_configuration(settings, tmp_path, monkeypatch):
    monkeypatch.setenv("FONTCONFIG_FILE", "")
    monkeypatch.delenv("FONTCONFIG_FILE")
    settings.VAR_DIR = tmp_path
    (tmp_path / "fonts.conf").write_text("<fontconfig/>")
    fonts.use_project_fonts()
    assert fonts.os.environ["FONTCONFIG_FILE"] == str(tmp_path / "fonts.conf")


def test_uncovered_without_a_font_of_the_chain_is_empty(installed):
    installed({"DejaVu Sans": [range(0x20, 0x300)]})
    assert fonts.uncovered("欧阳䶮") == ""


def test_uncovered_counts_private_characters_that_a_font_draws(installed):
    installed({"BabelStone Han": [range(0x20, 0x110000)]})
    assert fonts.uncovered("王\ue863\U000f0000芳") == "\ue863\U000f0000"


def test_uncovered_leaves_out_what_has_no_sign(installed):
    installed({"FandolFang": [range(0x4E00, 0x9FA6)]})
    assert fonts.uncovered("王\u3000\u200b\ufe0f\ufeff芳") == ""


def test_advice_of_a_private_character():
    assert fonts.advice("王\ue863", "姓名") == (
        "姓名中的“\ue863”（U+E863）是自造字，打印时只能写成〔U+E863〕；"
        "请换成国家标准里的字，一时没有的，打印后手写补上。"
    )


def test_advice_of_a_character_without_a_font(installed):
    installed({"FandolFang": [range(0x4E00, 0x9FA6)]})
    assert fonts.advice("王䶮", "姓名") == (
        "姓名中的“䶮”（U+4DAE）现有的公文字体打不出，打印时只能写成〔U+4DAE〕；"
        "请核对是否写错，没有错的请系统管理员补装字体。"
    )


def test_printable_names_what_no_font_has(installed):
    installed({"Noto Serif CJK SC": [range(0x4E00, 0x9FA6)], "DejaVu Sans": [range(0x1F600, 0x1F610)]})
    assert fonts.printable("<p>王\ue863\u4dae😀</p>") == "<p>王〔U+E863〕〔U+4DAE〕😀</p>"
