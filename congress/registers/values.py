"""Numbers, telephones, ordinals and lists of names. Every reader takes a cell's value; blank gives None."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

import cn2an

from congress import names
from congress.registers.bad_value import BadValue, is_blank, quoted
from congress.registers.sheet import text_of


CHINESE_NUMBER = r"[〇零一二两三四五六七八九十百千]+"
MOBILE = re.compile(r"1\d{10}")
LANDLINE = re.compile(r"(0\d{2,3})-?(\d{7,8})(?:(?:转|-|ext\.?)(\d{1,6}))?", re.IGNORECASE)
LOCAL = re.compile(r"\d{7,8}(?:(?:转|-)\d{1,6})?|[48]00\d{7}|\d{5,6}")
PHONE_WORD = (
    r"(?:tel|mobile|phone|"
    r"(?:办公室?|办|单位|住宅|宅|家庭|家|个人|工作|联系)?(?:手机|移动|固定|座机|固话)?(?:电话)?(?:号码|号)?)"
)
LABELLED = re.compile(rf"\(?{PHONE_WORD}\)?[:.]?(?P<number>.*?)\(?{PHONE_WORD}\)?", re.IGNORECASE)
BY_WECHAT = re.compile(r"\(?(?:同微信号?|微信(?:同号|同步|号)?)\)?")
SHORT_NUMBER = re.compile(r"\(?短号码?[:.]?(\d{3,6})\)?")
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
        whole = _integer(halves[1]) if halves[1] else 0
        return Decimal(whole) / 2 if "个半" in text else whole + Decimal("0.5")
    found = re.fullmatch(rf"(-?\d+(?:\.\d+)?|{CHINESE_NUMBER})[^\d.\-~至]{{0,4}}", text)
    if not found:
        raise BadValue("number_invalid", f"{quoted(value)}不是数字")
    return Decimal(found[1]) if found[1][-1].isdecimal() else Decimal(_integer(found[1]))


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
    return _integer(found[1])


def parse_phone(value):
    """The telephone numbers in a cell, joined by 、: mobiles as 11 digits, landlines as 0000-0000101."""
    if is_blank(value):
        return None
    text = unicodedata.normalize("NFKC", text_of(value)).replace("—", "-").replace("–", "-")
    if re.fullmatch(r"\d(\.\d+)?E\+\d+", text, re.IGNORECASE):
        raise BadValue("phone_invalid", f"{quoted(value)}是科学计数法，号码已不完整")
    text = re.sub(r"\(?短号", "、短号", BY_WECHAT.sub("", text.strip().lstrip("'‘’`")))
    numbers = [
        number for part in re.split(r"[、,;/\n]+", text) if part.strip() for number in _phones(part, value)
    ]
    if not numbers:
        raise BadValue("phone_invalid", f"{quoted(value)}不是电话号码")
    return "、".join(dict.fromkeys(numbers))


def _phones(part, value):
    """The numbers in a part: one with blanks inside, or several between which blanks stand."""
    short = SHORT_NUMBER.fullmatch(re.sub(r"\s", "", part))
    if short:
        return [f"短号{short[1]}"]
    whole = _phone(_bare_phone(re.sub(r"\s", "", part)))
    if whole:
        return [whole]
    pieces = [_phone(_bare_phone(piece)) for piece in part.split()]
    if len(pieces) > 1 and all(pieces):
        return pieces
    digits = sum(sign.isdecimal() for sign in part)
    if re.search(r"[^\d\s()转-]", part) or not digits:
        raise BadValue("phone_invalid", f"{quoted(value)}不是电话号码")
    raise BadValue("phone_invalid", f"{quoted(value)}{'只' if digits < 11 else ''}有{digits}位")


def _bare_phone(text):
    """A number without the words around it, the country's code, and the .0 of a number turned into text."""
    number = LABELLED.fullmatch(text)["number"]
    return re.sub(r"^\(?(\+|00)?86\)?-*(?=1\d)|(?<=\d{11})\.0+$", "", number)


def _phone(text):
    """One number in its usual writing, "" if it is none."""
    text = re.sub(r"[()]", "", text)
    if MOBILE.fullmatch(text.replace("-", "")):
        return text.replace("-", "")
    landline = LANDLINE.fullmatch(text)
    if landline:
        area, number, extension = landline.groups()
        return f"{area}-{number}" + (f"转{extension}" if extension else "")
    if LOCAL.fullmatch(text) or (text[:1] != "0" and LOCAL.fullmatch(text.replace("-", ""))):
        return text
    return ""


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


def _integer(digits):
    return int(digits) if digits.isdecimal() else int(cn2an.cn2an(digits.replace("〇", "零"), "smart"))
