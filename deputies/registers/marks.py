"""What the marks of an attendance sheet mean: our table, the sheet's own legend, the office's choices.

A meaning is (:class:`Mark`, note), None for a mark that says nothing of a deputy who is due.
"""

import re
import unicodedata

from congress.registers.bad_value import is_blank
from congress.registers.sheet import text_of
from deputies.enums import Mark


TABLE = {
    (Mark.PRESENT, ""): "出席 √ ✓ ✔ ☑ V 到 已到 到会 出勤 已出席 参加 参会 签到 已签到 是 正常 实到 "
    "全勤 全程 全到 全程参加 全程出席 全部出席 到场 已参加 与会 TRUE 1",
    (Mark.PRESENT, "迟到"): "迟到 迟",
    (Mark.PRESENT, "早退"): "早退",
    (Mark.PRESENT, "列席"): "列席",
    (Mark.EXCUSED, ""): "请假 假 准假 已请假 获准请假 已准假 请假获准",
    (Mark.EXCUSED, "事假"): "事假",
    (Mark.EXCUSED, "病假"): "病假",
    (Mark.EXCUSED, "公假"): "公假 公差 公出 因公 因公请假 因公外出 因公出差",
    (Mark.EXCUSED, "出差"): "出差",
    (Mark.EXCUSED, "因病"): "因病 因病请假",
    (Mark.EXCUSED, "因事"): "因事 因事请假",
    (Mark.ABSENT, ""): "缺席 缺 × ✕ ✖ ✗ ✘ ╳ ☒ X 缺勤 缺会 未到 未出席 未参加 没到 未请假 未到会 "
    "全缺 全部缺席 无请假",
    (Mark.ABSENT, "无故"): "无故缺席 无故未到 无故",
    (Mark.ABSENT, "旷会"): "旷会 旷",
    None: "不在任 未当选 尚未当选 未到任 未就任 非代表 已离任 离任 已辞职 辞职 调离 不计",
}
BY_HAND = {
    Mark.PRESENT.value: (Mark.PRESENT, ""),
    "late": (Mark.PRESENT, "迟到"),
    "left_early": (Mark.PRESENT, "早退"),
    Mark.EXCUSED.value: (Mark.EXCUSED, ""),
    Mark.ABSENT.value: (Mark.ABSENT, ""),
}
# What a sheet means by two writings when it has no others, and more than one of the two.
PAIRS = tuple(
    {yes: (Mark.PRESENT, ""), no: (Mark.ABSENT, "")}
    for yes, no in (("1", "0"), ("是", "否"), ("TRUE", "FALSE"), ("Y", "N"))
)
SAME_SIGN = str.maketrans({"〇": "○", "◯": "○", "⭕": "○", "⚪": "○", "Ο": "○", "О": "○", "\ufe0f": ""})
WITH_NOTE = re.compile(r"^(.+?)\s*[（(](.*)[)）]$", re.DOTALL)
AMOUNT = r"(\d+|[半一二两三四五六七八九十]+)(个?小时|分钟?|刻钟?|[′'])"
WITH_AMOUNT = re.compile(rf"(迟到|早退)了?[约近]?{AMOUNT}(左右|多)?")
BLANK = "空白"
LONGEST_WRITING = 20  # that a MarkMapping keeps
SHADES = "浅深"
LONGEST_NOTE = 100
SEVERAL = re.compile(r"[/、,;+]")


def plain_mark(value):
    """A mark without blanks and width, signs that look alike made one."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text_of(value))).upper().translate(SAME_SIGN)


KNOWN = {plain_mark(writing): meaning for meaning, writings in TABLE.items() for writing in writings.split()}


class UnknownMark(ValueError):
    """Nobody knows what the mark means."""


class Marks:
    """Reads a cell: ``Marks(legend)("△") == (Mark.PRESENT, "迟到")``; a blank cell gives None.

    ``own`` are the office's choices: writing → key of BY_HAND, "" does not count it. The sheet's
    legend goes before them, they before our table. ``writings`` are all that stand in the sheet: 1 and 0
    alone are present and absent; beside 2 and 3 no number is understood by itself. Raises UnknownMark.
    """

    def __init__(self, legend=(), own=None, writings=()):
        own = own or {}
        chosen = {plain_mark(writing): BY_HAND[key] if key else None for writing, key in own.items()}
        self.legend = dict(legend)
        self.known = {**_usual(set(map(plain_mark, writings)) - {""}), **chosen, **self.legend}
        self.known[""] = self.known.get(BLANK)

    def __call__(self, value):
        writing = plain_mark(value)
        if writing in self.known:
            return self.known[writing]
        bracketed = WITH_NOTE.match(text_of(value))
        if bracketed and plain_mark(bracketed[1]) in self.known:
            return with_note(self.known[plain_mark(bracketed[1])], bracketed[2].strip())
        amount = WITH_AMOUNT.fullmatch(writing)
        if amount:
            return Mark.PRESENT, text_of(value)[:LONGEST_NOTE]
        several = self._several(value)
        if several:
            return several
        if is_blank(value):
            return None
        raise UnknownMark(text_of(value))

    def of_colour(self, colour):
        """What a blank cell of that colour means; a legend that says green means every shade of it."""
        for word in (colour, colour.rstrip("色")):
            if word in self.known:
                return self.known[word]
        hue = colour.lstrip(SHADES)
        for word in (hue, hue.rstrip("色")):
            if word in self.legend:
                return self.legend[word]
        raise UnknownMark(colour)

    def _several(self, value):
        """What 病假/事假 tells: kinds of one mark; None where the parts are none or differ."""
        text = unicodedata.normalize("NFKC", text_of(value))
        meanings = [self.known.get(plain_mark(part)) for part in SEVERAL.split(text)]
        if len(meanings) < 2 or not all(meanings) or len({mark for mark, _ in meanings}) > 1:
            return None
        return meanings[0][0], "、".join(filter(None, (note for _, note in meanings)))[:LONGEST_NOTE]


def _usual(writings):
    """Our table, with what it means that a sheet writes nothing but a pair, or numbers for more than two."""
    pair = next((pair for pair in PAIRS if writings == pair.keys()), {})
    numbers = {writing for writing in writings if writing.isdecimal()}
    if numbers - {"0", "1"}:
        return {writing: meaning for writing, meaning in KNOWN.items() if writing not in numbers}
    return {**KNOWN, **pair}


def with_note(meaning, note):
    """A meaning with one note more."""
    if meaning is None:
        return None
    mark, before = meaning
    return mark, "，".join(filter(None, dict.fromkeys((before, note))))[:LONGEST_NOTE]


def written(mark, note=""):
    """How a mark is written into a sheet, so that :class:`Marks` reads it back."""
    if mark == Mark.UNRECORDED:
        return ""
    if note and KNOWN.get(plain_mark(note)) == (mark, note):
        return note
    sign = {Mark.PRESENT: "√", Mark.EXCUSED: "请假", Mark.ABSENT: "缺席"}[mark]
    return f"{sign}（{note}）" if note else sign
