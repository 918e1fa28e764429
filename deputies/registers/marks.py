"""What the marks of an attendance sheet mean: our table, the sheet's own legend, the office's choices.

A meaning is (:class:`Mark`, note), None for a mark that says nothing of a deputy who is due.
"""

import re
import unicodedata

from congress.registers.bad_value import is_blank
from congress.registers.sheet import text_of
from deputies.enums import Mark


TABLE = {
    (Mark.PRESENT, ""): "出席 √ ✓ ✔ ☑ V 到 已到 到会 出勤 已出席 参加 参会 签到 已签到 是 正常 实到",
    (Mark.PRESENT, "迟到"): "迟到",
    (Mark.PRESENT, "早退"): "早退",
    (Mark.EXCUSED, ""): "请假 假 准假 已请假 获准请假",
    (Mark.EXCUSED, "事假"): "事假",
    (Mark.EXCUSED, "病假"): "病假",
    (Mark.EXCUSED, "公假"): "公假 公差 出差",
    (Mark.ABSENT, ""): "缺席 缺 × ✕ ✖ ✗ ✘ ╳ ☒ X 缺勤 缺会 未到 未出席 未参加 没到 未请假 无故缺席 未到会",
    (Mark.ABSENT, "旷会"): "旷会 旷",
    None: "不在任 未当选 尚未当选 未到任 未就任 非代表 已离任 离任 已辞职 辞职 调离 不计",
}
SAME_SIGN = str.maketrans({"〇": "○", "◯": "○", "⭕": "○", "⚪": "○", "Ο": "○", "О": "○", "\ufe0f": ""})
WITH_NOTE = re.compile(r"^(.+?)\s*[（(](.*)[)）]$", re.DOTALL)
LEGEND = re.compile(r"^[（(]?\s*(备?注|说明|图例|填表说明|填写说明|符号|标记|记号)")
PARTED = re.compile(r"[；;，,、。\s]+")
LINK = re.compile(r"表示|代表|记作|记为|画|打|用|填|为|是|指|[=:：\-—“”\"'‘’]")
BLANK = "空白"
LONGEST_SIGN, LONGEST_NOTE = 3, 100


def _plain(value):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text_of(value))).upper().translate(SAME_SIGN)


KNOWN = {_plain(writing): meaning for meaning, writings in TABLE.items() for writing in writings.split()}
WORDS = sorted((word for word in KNOWN if len(word) > 1 and word.isalpha()), key=len, reverse=True)
WORD = re.compile("|".join(map(re.escape, WORDS)))


class UnknownMark(ValueError):
    """Nobody knows what the mark means."""


class Marks:
    """Reads a cell: ``Marks(legend)("△") == (Mark.PRESENT, "迟到")``; a blank cell gives None.

    ``own`` are the office's choices: writing → key of a :class:`Mark`, "" does not count it. The sheet's
    legend goes before them, they before our table. Raises UnknownMark.
    """

    def __init__(self, legend=(), own=None):
        chosen = {_plain(writing): (Mark(key), "") if key else None for writing, key in (own or {}).items()}
        self.known = {**KNOWN, **chosen, **dict(legend)}
        self.known[""] = self.known.get(BLANK)

    def __call__(self, value):
        writing = _plain(value)
        if writing in self.known:
            return self.known[writing]
        bracketed = WITH_NOTE.match(text_of(value))
        if bracketed and _plain(bracketed[1]) in self.known:
            return _with_note(self.known[_plain(bracketed[1])], bracketed[2].strip())
        if is_blank(value):
            return None
        raise UnknownMark(text_of(value))


def _with_note(meaning, note):
    if meaning is None:
        return None
    mark, before = meaning
    return mark, "，".join(filter(None, dict.fromkeys((before, note))))[:LONGEST_NOTE]


def written(mark, note=""):
    """How a mark is written into a sheet, so that :class:`Marks` reads it back."""
    if mark == Mark.UNRECORDED:
        return ""
    if note and KNOWN.get(_plain(note)) == (mark, note):
        return note
    sign = {Mark.PRESENT: "√", Mark.EXCUSED: "请假", Mark.ABSENT: "缺席"}[mark]
    return f"{sign}（{note}）" if note else sign


def legend_of(texts):
    """The meanings that a sheet tells itself: 注：√出席；○请假；△迟到, or 出席打√、请假打○."""
    legend = {}
    for text in texts:
        text = unicodedata.normalize("NFKC", text)
        if LEGEND.match(text) or len(_pairs(text)) > 1:
            legend.update(_pairs(text))
    return legend


def _pairs(text):
    """Sign → meaning of every part of a legend that says nothing but the two."""
    text = LEGEND.sub("", text).strip(" :()")
    pairs = {}
    for part in PARTED.split(text):
        part = re.sub(r"^\d\.", "", part)
        word = WORD.search(part)
        if not word:
            continue
        linked = LINK.search(part)
        sign = _plain(LINK.sub("", part[: word.start()] + part[word.end() :]))
        sign = re.sub(r"[()\[\]]|的$", "", sign)
        if 0 < len(sign) <= LONGEST_SIGN and (linked or not any(letter.isalpha() for letter in sign)):
            pairs[sign] = KNOWN[word[0]]
    return pairs
