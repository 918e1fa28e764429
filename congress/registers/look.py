"""What a workbook's cell shows beyond its value: the ground's colour, the signs of fonts for symbols."""

import re
from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache

from openpyxl.styles.colors import COLOR_INDEX


SIGNS = {
    "Wingdings": {"ü": "√", "þ": "√", "û": "×", "ý": "×"},
    "Wingdings 2": {"P": "√", "R": "√", "O": "×", "Q": "×", "S": "×", "T": "×"},
}
# The hue in degrees up to which a colour has its name, as the palette of Excel names its colours.
HUES = ((15, "红"), (46, "橙"), (70, "黄"), (165, "绿"), (190, "青"), (255, "蓝"), (290, "紫"), (345, "粉"))
WHITE_FROM, PALE_FROM, DEEP_TO, BLACK_TO = 0.97, 0.8, 0.3, 0.12  # lightness
GREY_TO = 0.07  # spread between the strongest and the weakest part
# A theme keeps dark before light; cells count light before dark.
IN_THEME = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)))
THEME_COLOUR = re.compile(
    r'<a:(dk1|lt1|dk2|lt2|accent\d)>\s*<a:(?:srgbClr val|sysClr [^>]*?lastClr)="([0-9A-Fa-f]{6})"'
)
OTHER = "其他颜色"
AUTHOR = re.compile(r"^[^:：\n]{1,30}[:：]\s*\n")


def sign_of(cell, value):
    """The value, or the tick or cross that it looks like in a font for symbols."""
    if not isinstance(value, str) or len(value) != 1 or not cell.has_style:
        return value
    return SIGNS.get(cell.font.name, {}).get(value, value)


def comment_of(cell):
    """What somebody pinned to a cell on one line, without the name that Excel sets before it."""
    return " ".join(AUTHOR.sub("", cell.comment.text).split()) if cell.comment else ""


def colour_of(cell):
    """The word for the colour of a cell's ground (绿色, 浅黄色), "" for none or white."""
    if not cell.has_style or cell.fill.fill_type != "solid":
        return ""
    ground = cell.fill.fgColor
    rgb = ground.rgb if ground.type == "rgb" else None
    if ground.type == "indexed" and ground.indexed < len(COLOR_INDEX):
        rgb = COLOR_INDEX[ground.indexed]
    if ground.type == "theme":
        rgb = _themes(cell.parent.parent.loaded_theme).get(ground.theme)
    if not rgb:
        return OTHER
    return colour_word(*bytes.fromhex(rgb[-6:]), tint=ground.tint or 0.0)


@lru_cache(maxsize=1024)
def colour_word(red, green, blue, *, tint=0.0):
    """What people call a colour given by its parts from 0 to 255; white and what looks like it has no word.

    ``tint`` from -1 to 1 makes it darker or lighter.
    """
    hue, light, saturation = rgb_to_hls(red / 255, green / 255, blue / 255)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    parts = hls_to_rgb(hue, light, saturation)
    if light >= WHITE_FROM:
        return ""
    if light <= BLACK_TO:
        return "黑色"
    shade = "浅" if light >= PALE_FROM else "深" if light <= DEEP_TO else ""
    if max(parts) - min(parts) <= GREY_TO:
        return f"{shade}灰色"
    name = next((name for limit, name in HUES if hue * 360 < limit), "红")
    return f"{shade}{name}色"


@lru_cache(maxsize=16)
def _themes(xml):
    """The colours of a book's theme by the number that its cells give them."""
    text = xml.decode("utf-8", "replace") if isinstance(xml, bytes) else xml or ""
    known = dict(THEME_COLOUR.findall(text))
    return {number: known[name] for number, name in enumerate(IN_THEME) if name in known}
