"""What a report's words should not contain: left-over placeholders (B128) and wrong terms (finding 6)."""

import re
from dataclasses import dataclass

from congress import fonts


_PLACEHOLDERS = re.compile(
    r"##[^#\n]*##|\*+|＊+|\d*_+[年月日大]?|(?:20)?[xX×]{2,}(?![a-zA-Z])年?|(?<![一二])○{2,}|(?<!\d)-\d+-(?!\d)"
    r"|某某|本站"
)

_TERMS = (
    (re.compile("提案"), "人大代表提出的是“议案”或者“建议、批评和意见”，“提案”是政协的用语。"),
    (re.compile("[镇乡]人大常委会"), "镇、乡人大设“主席团”，没有常委会。"),
    (re.compile("街道人大常委会"), "街道设“人大工委”，没有常委会。"),
    (re.compile("一府两院"), "监察委员会成立后的写法是“一府一委两院”。"),
)


@dataclass(frozen=True)
class Hint:
    """``found`` in the text, and what to do about it; a ``placeholder`` would be printed as it stands."""

    found: str
    advice: str
    placeholder: bool = False


@dataclass(frozen=True)
class Piece:
    """A run of text; ``odd`` when a hint is about it."""

    text: str
    odd: bool


def is_written(text):
    """Whether anything of a text is seen when it is printed; characters without width are not."""
    return any(character.isprintable() and not character.isspace() for character in text)


def hints(text):
    """Return the hints about a text, each once, in the order of their kinds."""
    found = [
        Hint(word, "像是没有填好的空，或者抄来的多余字样，请改正。", placeholder=True)
        for word in dict.fromkeys(_PLACEHOLDERS.findall(text))
    ]
    found += [
        Hint(character, "打印不出来，请删去，或者换成文字。", placeholder=True)
        for character in fonts.uncovered(text)
    ]
    for pattern, advice in _TERMS:
        found += [Hint(word, advice) for word in dict.fromkeys(pattern.findall(text))]
    return found


def pieces(text):
    """Split a text into pieces, so that a page can make what is odd stand out."""
    words = [re.escape(hint.found) for hint in hints(text)]
    if not words:
        return [Piece(text, False)]
    parts = re.split(f"({'|'.join(sorted(words, key=len, reverse=True))})", text)
    return [Piece(part, bool(index % 2)) for index, part in enumerate(parts) if part]
