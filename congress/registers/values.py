"""Numbers, ordinals and lists of names. Every reader takes a cell's value; blank gives None."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from congress import names
from congress.numerals import chinese_int
from congress.registers.bad_value import BadValue, is_blank, quoted
from congress.registers.sheet import text_of


CHINESE_NUMBER = r"[〇零一二两三四五六七八九十百千]+"
OTHERS = re.compile(rf"等(?:共|一行)?(?:(?:\d+|{CHINESE_NUMBER})(?:多|余)?[人名位]?(?:代表)?)?$")
LISTED = re.compile(r"([^、，,；;|\n()（）]+)(?:[（(]([^()（）]*)[)）])?")


@dataclass(frozen=True)
class ListedName:
    """A name in a list and what brackets behind it tell: 王芳（第9选区） is 王芳 with 第9选区."""

    name: str
    qualifier: str = ""

    def __str__(self):
        return f"{self.name}（{self.qualifier}）" if self.qualifier else self.name


@dataclass(frozen=True)
class NameList:
    """The names in a cell; ``others`` is the 等12人 that stands for names left out."""

    names: tuple[ListedName, ...] = ()
    others: str = ""

    def __iter__(self):
        return iter(self.names)

    def __len__(self):
        return len(self.names)


def parse_number(value):
    """A number as Decimal: 2人, 0.5天, 半天, 两天半, 1,200."""
    if is_blank(value):
        return None
    text = re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", text_of(value)))
    text = re.sub(r"^[约共]", "", text)
    halves = re.fullmatch(rf"(\d+|{CHINESE_NUMBER})?个?(?:半[天日]?|[天日]半)", text)
    if halves:
        whole = chinese_int(halves[1]) if halves[1] else 0
        return Decimal(whole) / 2 if "个半" in text else whole + Decimal("0.5")
    found = re.fullmatch(rf"(-?\d+(?:\.\d+)?|{CHINESE_NUMBER})[^\d.\-~至]{{0,4}}", text)
    if not found:
        raise BadValue("number_invalid", f"{quoted(value)}不是数字")
    return Decimal(found[1]) if found[1][-1].isdecimal() else Decimal(chinese_int(found[1]))


def parse_int(value):
    """A whole number: 2, 2人, 两名."""
    number = parse_number(value)
    if number is not None and number != int(number):
        raise BadValue("number_invalid", f"{quoted(value)}不是整数")
    return None if number is None else int(number)


def parse_ordinal(value, unit=""):
    """The number in 第十一选区, 第11选区, 11选区 or 11; with ``unit`` (届, 次) the one before that word."""
    if is_blank(value):
        return None
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", text_of(value)))
    number = rf"(\d+|{CHINESE_NUMBER})"
    patterns = (
        [rf"第{number}{unit}", rf"{number}{unit}"] if unit else [rf"第{number}", rf"^{number}", rf"{number}$"]
    )
    found = next(filter(None, (re.search(pattern, text) for pattern in patterns)), None)
    if not found:
        raise BadValue("number_invalid", f"{quoted(value)}中没有序数")
    return chinese_int(found[1])


def parse_names(value):
    """The NameList of a cell: separated by 、，； blanks or lines; 姓　名 padded with a blank is one name."""
    if is_blank(value):
        return NameList()
    text = text_of(value)
    left_out = OTHERS.search(text)
    if left_out:
        text = text[: left_out.start()]
    listed = []
    for part, qualifier in LISTED.findall(text):
        *before, last = _tokens(part) or [""]
        listed += [ListedName(name) for name in before]
        if last:
            listed.append(ListedName(last, qualifier.strip()))
    return NameList(tuple(listed), left_out[0] if left_out else "")


def _tokens(part):
    """Names between blanks, without numbering; single characters that follow each other are one name."""
    joined = re.sub(r"(?<!\S)(\S)\s+(\S)(?!\S)", r"\1\2", part.strip())
    tokens = (re.sub(r"^\d+[.．、]?", "", token) for token in joined.split())
    return [names.normalise(token) for token in tokens if token]
