"""Numbers, limits and kinds as ledgers of proposals write them."""

import re
import unicodedata

from congress import clock
from congress.calendar import Calendar, DueDate, chinese_date
from congress.handling import rolls_over
from congress.models.office_rules import rules_for
from congress.registers.bad_value import BadValue, is_blank, quoted
from congress.registers.moments import day_since
from congress.registers.values import parse_int
from proposals.enums import ProposalKind
from proposals.registers.sessions import parse_time


SERIAL = re.compile(r"(\d{1,9})\D*$")
NUMBER = r"[\d一二两三四五六七八九十]{1,4}"
LIMIT = re.compile(rf"(?:交办后|自?交办之日起)?({NUMBER})(个月|个?自然日|天|日)(?:内|以内)?")


def parse_serial(value):
    """The number in 第012号, 议案第1号, 白鹭湾建议01, 2025-012 or 20250012; None for a blank one."""
    if is_blank(value):
        return None
    text = plain(value).removesuffix(".0")
    found = SERIAL.search(text)
    if not found:
        raise BadValue("number_invalid", f"{quoted(value)}中没有号数")
    digits = found[1]
    if len(digits) > 6 and digits.startswith(("19", "20")):
        digits = digits[4:]
    return int(digits) or None


def parse_due(value, start, office):
    """The DueDate that a cell tells as a day, as 60天 or as 3个月 from ``start``; None for a blank one.

    Raises BadValue.
    """
    if is_blank(value):
        return None
    found = LIMIT.fullmatch(plain(value))
    if not found:
        day = day_since(value, start, what="交办日期", topic="due_before_assignment", future=True)
        return DueDate(day, f"台账写明的期限：{chinese_date(day)}。")
    with clock.at(clock.now(), taken_over=True):
        over = rolls_over(rules_for(office))
    due = Calendar().due_in_months if found[2] == "个月" else Calendar().due_in_days
    return due(start, parse_int(found[1]), roll_over=over)


def kind_in(text):
    """The kind of which a text speaks alone."""
    motion, suggestion = "议案" in text, "建议" in text
    if motion == suggestion:
        return None
    return ProposalKind.MOTION if motion else ProposalKind.SUGGESTION


def session_in(text):
    """The session that a title names: 云山区九届四次会议代表建议办理台账."""
    return parse_time(text) if re.search(r"次(会议|人代会)", text) else None


def plain(value):
    """The letters of a text: full width made half, without blanks."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", str(value)))
