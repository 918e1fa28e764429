"""What a workbook's cell shows beyond its value: the ground's colour, the signs of fonts for symbols."""

SIGNS = {
    "Wingdings": {"ü": "√", "þ": "√", "û": "×", "ý": "×"},
    "Wingdings 2": {"P": "√", "R": "√", "O": "×", "Q": "×", "S": "×", "T": "×"},
}
WHITE = frozenset({"FFFFFFFF", "00FFFFFF", "indexed9", "theme0"})


def sign_of(cell, value):
    """The value, or the tick or cross that it looks like in a font for symbols."""
    if not isinstance(value, str) or len(value) != 1 or not cell.has_style:
        return value
    return SIGNS.get(cell.font.name, {}).get(value, value)


def colour_of(cell):
    """A word for the colour of a cell's ground, "" for none or white."""
    if not cell.has_style or cell.fill.fill_type != "solid":
        return ""
    ground = cell.fill.fgColor
    colour = ground.rgb if ground.type == "rgb" else f"{ground.type}{ground.value}"
    return "" if colour in WHITE and not ground.tint else f"{colour}{ground.tint or ''}"
