"""The fonts of official documents: which, in what order, and whether they are there.

No single free 仿宋 covers every name, a chain of fonts does.  Each chain begins with the licensed fonts of
GB/T 9704-2012 (domain.md D8), used where an office has installed them; the free ones behind them come from
``script/install-fonts``.  A missing font makes no error when printing, only empty boxes: so the system
check here asks before, ``advice`` tells at name entry, and ``printable`` names on paper what has no sign.
"""

import ctypes
import functools
import os
import subprocess
import unicodedata

from django.conf import settings
from django.core.checks import Error, Warning, register


#: CSS variable → families, first choice first.
CHAINS = {
    "fangsong": (
        "仿宋_GB2312",
        "方正仿宋_GBK",
        "FangSong",
        "FandolFang",
        "LXGW WenKai",
        "Noto Serif CJK SC",
        "BabelStone Han",
    ),
    "xiaobiaosong": ("方正小标宋_GBK", "方正小标宋简体", "Noto Serif CJK SC", "BabelStone Han"),
    "heiti": ("黑体", "SimHei", "方正黑体_GBK", "Noto Sans CJK SC", "BabelStone Han"),
    "kaiti": (
        "楷体_GB2312",
        "方正楷体_GBK",
        "KaiTi",
        "FandolKai",
        "LXGW WenKai",
        "Noto Serif CJK SC",
        "BabelStone Han",
    ),
    "songti": ("SimSun", "宋体", "Noto Serif CJK SC", "BabelStone Han"),
}

#: Free family → where it comes from.  The licensed ones are bought by the office and never asked for.
FREE_FAMILIES = {
    "FandolFang": "运行 script/install-fonts",
    "FandolKai": "运行 script/install-fonts",
    "LXGW WenKai": "安装软件包 fonts-lxgw-wenkai",
    "Noto Serif CJK SC": "安装软件包 fonts-noto-cjk",
    "Noto Sans CJK SC": "安装软件包 fonts-noto-cjk",
    "BabelStone Han": "安装软件包 fonts-babelstone-han",
}

#: Shared library → package, consequence, and whether nothing at all can be printed without it.
LIBRARIES = {
    "libpango-1.0.so.0": ("libpango-1.0-0", "无法生成 PDF 文件", True),
    "libpangoft2-1.0.so.0": ("libpangoft2-1.0-0", "无法生成 PDF 文件", True),
    "libharfbuzz-subset.so.0": ("libharfbuzz-subset0", "每份 PDF 文件要多用数秒，文件也大得多", False),
}


def use_project_fonts():
    """Show fontconfig the fonts of ``var/fonts``; must run before the first document is laid out."""
    configuration = settings.VAR_DIR / "fonts.conf"
    if configuration.exists():
        os.environ.setdefault("FONTCONFIG_FILE", str(configuration))


def chain_variables():
    """Return the stylesheet that names each chain as a CSS variable, ``--fangsong`` and so on."""
    rules = []
    for name, chain in CHAINS.items():
        families = ", ".join(f'"{family}"' for family in chain)
        rules.append(f"--{name}: {families};")
    return ":root {" + " ".join(rules) + "}"


@functools.cache
def coverage():
    """Return {family: [range of code points, …]} of every installed font, as fontconfig knows them.

    Raises ``OSError`` when the program ``fc-list`` is missing.
    """
    use_project_fonts()
    # fontconfig writes commas between the names of one font, blanks between the ranges of a set.
    listing = subprocess.run(
        ["fc-list", "--format", "%{family}\t%{charset}\n"], capture_output=True, text=True, check=False
    ).stdout
    fonts = {}
    for line in listing.splitlines():
        families, _, ranges = line.partition("\t")
        for family in families.split(","):
            fonts.setdefault(family, []).extend(_code_points(ranges))
    return fonts


def _code_points(ranges):
    for item in ranges.split():
        first, _, last = item.partition("-")
        yield range(int(first, 16), int(last or first, 16) + 1)


def uncovered(text, chain="fangsong"):
    """Return the characters of ``text`` that no installed font of the chain can print, each once.

    Private characters (U+E000 and the like) count: every font draws its own sign for them.  Otherwise empty
    where fontconfig cannot be asked or knows no font of the chain: the system check reports that, a name
    must still be entered.
    """
    return _without_sign(text, CHAINS[chain])


def advice(text, what):
    """Return sentences about the characters of ``what`` (姓名) that do not print and what to do, or ""."""
    told = []
    for character in uncovered(text):
        if unicodedata.category(character) == "Co":
            told.append(
                f"{what}中的“{character}”（{_code(character)}）是自造字，打印时只能写成{_named(character)}；"
                "请换成国家标准里的字，一时没有的，打印后手写补上。"
            )
        else:
            told.append(
                f"{what}中的“{character}”（{_code(character)}）现有的公文字体打不出，"
                f"打印时只能写成{_named(character)}；请核对是否写错，没有错的请系统管理员补装字体。"
            )
    return "".join(told)


def printable(text):
    """Return the text with 〔U+E863〕 for each character that would print as an empty box."""
    missing = _without_sign(text, None)
    return text.translate({ord(character): _named(character) for character in missing}) if missing else text


def _without_sign(text, families):
    """The characters of a text, each once, that none of the families has a sign for; None means any font."""
    return "".join(c for c in dict.fromkeys(text) if not c.isascii() and not _has_sign(c, families))


@functools.lru_cache(maxsize=65_536)
def _has_sign(character, families):
    category = unicodedata.category(character)
    if category == "Co":
        return False
    steers = category[0] in "ZC" and category != "Cn"
    if steers or unicodedata.name(character, "").startswith("VARIATION SELECTOR"):
        return True  # needs none
    ranges = _ranges(families)
    return not ranges or any(ord(character) in known for known in ranges)


def _ranges(families):
    try:
        fonts = coverage()
    except OSError:
        return []
    return [known for family in (fonts if families is None else families) for known in fonts.get(family, ())]


def _code(character):
    return f"U+{ord(character):04X}"


def _named(character):
    return f"〔{_code(character)}〕"


@register
def check_fonts(app_configs=None, **kwargs):
    """Report each missing font or library with what to install: E001, E002, W001–W003."""
    return [*_check_libraries(), *_check_families()]


def _check_libraries():
    messages = []
    for library, (package, consequence, required) in LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            kind, number = (Error, "huiyin.E002") if required else (Warning, "huiyin.W002")
            messages.append(
                kind(
                    f"缺少程序库 {package}，{consequence}。",
                    hint=f"运行 script/install-fonts，或安装软件包 {package}。",
                    id=number,
                )
            )
    return messages


def _check_families():
    try:
        installed = coverage()
    except OSError:
        hint = "运行 script/install-fonts，或安装软件包 fontconfig。"
        return [Warning("没有找到 fc-list，无法检查公文字体是否齐全。", hint=hint, id="huiyin.W003")]
    messages = [
        Error(
            f"公文字体“{name}”一种都没有安装，打印出来会是空方框：{'、'.join(chain)}。",
            hint="运行 script/install-fonts。",
            id="huiyin.E001",
        )
        for name, chain in CHAINS.items()
        if not any(family in installed for family in chain)
    ]
    return messages + [
        Warning(
            f"缺少字体 {family}，公文将以其他字体代替，个别人名用字可能无法打印。",
            hint=f"{source}。",
            id="huiyin.W001",
        )
        for family, source in FREE_FAMILIES.items()
        if family not in installed
    ]
