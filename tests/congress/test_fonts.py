import pytest

from congress import fonts


EVERYTHING = {family: [range(0x20, 0x9FFF)] for family in fonts.FREE_FAMILIES}


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
