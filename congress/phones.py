"""Telephone numbers in their usual writing, from whatever people type."""

import re
import unicodedata

from congress.registers.bad_value import BadValue, is_blank, quoted
from congress.registers.sheet import text_of


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
