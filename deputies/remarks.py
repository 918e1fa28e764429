"""What a roster's remarks tell of a seat: 连任；2024年6月辞职, 2025年1月13日补选, 调离, 去世.

Month-only dates: a by-election counts from the first of the month, an end until its last day.
"""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from congress.numerals import chinese_int
from deputies.enums import EndGround


DATE = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(?:[年./-](\d{1,2})(?:[月./-](\d{1,2})日?|月)?|(\d{2})(\d{2})?)(?!\d)"
)
CHINESE_DIGITS = re.compile(r"[〇○零一二三四五六七八九十]+(?=[年月日])")
BY_ELECTION = re.compile(r"补选")
REELECTED = re.compile(r"(?<![非不未])连任|连选")
GROUNDS = (
    (EndGround.ORDERED_TO_RESIGN, r"责令.{0,4}辞职"),
    (EndGround.RESIGNED, r"辞职|辞去|请辞|辞任"),
    (EndGround.MOVED, r"调离|调出|调往|迁出|迁往|迁离|转出|工作调动|调动"),
    (EndGround.RECALLED, r"罢免"),
    (EndGround.DIED, r"去世|病逝|逝世|病故|死亡|身故|离世|亡故|牺牲|殉职"),
    (EndGround.LOST_NATIONALITY, r"丧失.{0,10}国籍"),
    (EndGround.LOST_RIGHTS, r"剥夺政治权利"),
    (EndGround.LOST_CAPACITY, r"丧失行为能力"),
    (EndGround.ABSENT, r"两次未经批准|未经批准两次"),
    ("", r"资格.{0,4}终止|终止.{0,6}资格|离任|离职|卸任"),
)


@dataclass(frozen=True)
class Span:
    """A date as written: one day twice, or the first and last of a month. ``at``: where it stands."""

    first: date
    last: date
    at: int = 0


@dataclass(frozen=True)
class Remark:
    """What a remark says of a seat; ``doubt`` is a sentence on what could not be taken from it."""

    reelected: bool = False
    by_elected: bool = False
    starts_on: date | None = None
    ends_on: date | None = None
    end_ground: str = ""
    doubt: str = ""


def parse_remark(text):
    """Read a remark; what it does not say stays empty."""
    text = _tidy(text)
    by_election = BY_ELECTION.search(text)
    started = _date_of(by_election, text) if by_election else None
    ground, end = _end(text)
    ended = _date_of(end, text) if end else None
    if ended and started and ended.at == started.at and by_election:
        ended = None
    return Remark(
        reelected=bool(REELECTED.search(text)),
        by_elected=bool(by_election),
        starts_on=started.first if started else None,
        ends_on=ended.last if ended else None,
        end_ground=ground if ended else "",
        doubt=f"“{end[0]}”没有写明年月，按在任导入" if end and not ended else "",
    )


def start_known_to(text, day):
    """How exactly ``day``, on which a seat began, is known: "day", "month" where the remark tells only the
    month of the by-election, None for no day at all."""
    if day is None:
        return None
    text = _tidy(text)
    by_election = BY_ELECTION.search(text)
    started = _date_of(by_election, text) if by_election else None
    return "month" if started and started.first == day != started.last else "day"


def end_ground(text):
    """The ground for which a seat ended, by the words of a cell; "" if they name none."""
    return _end(_tidy(text))[0]


def spans(text):
    """Every date or month in a text, in order; what is no date of the calendar is left out."""
    found = []
    for match in DATE.finditer(_tidy(text)):
        year, month = int(match[1]), int(match[2] or match[4] or 0)
        day = int(match[3] or match[5] or 0)
        if 1 <= month <= 12 and day <= (last := monthrange(year, month)[1]):
            found.append(Span(date(year, month, day or 1), date(year, month, day or last), match.start()))
    return found


def _end(text):
    for ground, words in GROUNDS:
        found = re.search(words, text)
        if found:
            return ground, found
    return "", None


def _date_of(word, text):
    """The date that belongs to a word: in its clause, else in its sentence, one before it first."""
    for ends in ("，,；;。\n", "；;。\n"):
        start = max(text.rfind(sign, 0, word.start()) for sign in ends) + 1
        stop = min((at for sign in ends if (at := text.find(sign, word.end())) >= 0), default=len(text))
        near = [span for span in spans(text) if start <= span.at < stop]
        before = [span for span in near if span.at < word.start()]
        if near:
            return before[-1] if before else near[0]
    return None


def _tidy(text):
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    return CHINESE_DIGITS.sub(lambda digits: str(_number(digits[0])), text)


def _number(digits):
    try:
        return chinese_int(digits)
    except ValueError:
        return digits
