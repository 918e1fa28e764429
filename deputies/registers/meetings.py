"""What the heading of an attendance sheet's column tells of a meeting: 1月12日/上午第一次全体会议."""

import re
import unicodedata
from dataclasses import dataclass

from congress.enums import DayPart, MeetingKind
from congress.numerals import chinese_int
from congress.registers.register import Heading, plain


NUMBER = r"[\d一二三四五六七八九十]+"
SUMMARY = re.compile(
    r"人数|次数|场次|合计|小计|总计|累计|应到|实到|应出席|实出席|率$|签[名字]$|备注|说明|时间$|日期$|地点$"
    r"|电话|出生|^(会议|会议名称|出席会议)$"
)
CLOCK = re.compile(r"(2[0-4]|1\d|0?\d)[:点时](?:\d{2}|半)?分?(?:[-~—–至到]+\d{1,2}[:点时](?:\d{2}|半)?分?)?")
WEEKDAY = re.compile(r"[(]?(星期|周)[一二三四五六日天][)]?")
CHINESE_DIGITS = re.compile(r"[〇一二三四五六七八九十]+(?=[月日号])")
DATE = re.compile(
    r"(?<!\d)(?:(?P<year>20\d{2})[年./-])?(?P<month>1[0-2]|0?[1-9])[月./-](?P<day>[12]\d|3[01]|0?[1-9])(?!\d)[日号]?"
    r"|(?P<long_year>20\d{2})(?P<long_month>\d{2})(?P<long_day>\d{2})(?!\d)"
    r"|(?<!\d)(?P<only_day>[12]\d|3[01]|0?[1-9])[日号]"
    r"|(?<![\d第])(?P<bare_day>[12]\d|3[01]|0?[1-9])(?=\s*([上下]午|晚上))"
)
PERIOD = re.compile(
    r"[(]?(?:(?<!\d)(?P<year>20\d{2})(?:年度?|[./-](?=\d))(?:(?P<month>1[0-2]|0?[1-9])(?!\d)(?:月份?)?)?"
    r"|(?<!\d)(?P<only_month>1[0-2]|[1-9])月(?!\d))(?!\d)[)]?"
)
DAYS = re.compile(  # of a whole session: 2023年1月10日至12日
    r"(?<!\d)((?:20\d{2}[年./-])?(?:1[0-2]|0?[1-9])[月./-])\d{1,2}(?!\d)[日号]?"
    r"(?P<until>[-~—–至到]+(?:20\d{2}[年./-])?(?:\d{1,2}[月./-])?\d{1,2}(?!\d)[日号]?)?"
)
DATE_TAIL = re.compile(r"^[-~—–至到起]+(?:\d{1,2}[月./-])?(?:\d{1,2}[日号]?)?")
ALONE = r"(?<![\u4e00-\u9fff]){}(?![\u4e00-\u9fff])"
PARTS = (
    (DayPart.MORNING, re.compile(rf"上午|早上|早晨|{ALONE.format('上')}|(?i:(?<![a-z])am(?![a-z]))")),
    (DayPart.AFTERNOON, re.compile(rf"下午|午后|中午|{ALONE.format('下')}|(?i:(?<![a-z])pm(?![a-z]))")),
    (DayPart.EVENING, re.compile(rf"晚上|晚间|夜间|{ALONE.format('晚')}")),
    (DayPart.WHOLE, re.compile(r"全天|全日|整天|全程")),
)
SESSION = re.compile(
    rf"(?:第?(?P<term>{NUMBER})届)?(?P<body>人民代表大会|人代会|人大)?第?(?P<number>{NUMBER})次"
    r"(?P<what>会议|人民代表大会|人代会|人大会议?|例会|会(?!议))"
)
NTH_DAY = re.compile(r"第(?P<nth>[一二三四五六七1-7])[天日](?!程)|(?P<named>[首次])日(?!程)")
NAMED_DAYS = {"首": 1, "次": 2}
NTH_FULL = re.compile(rf"第?(?P<nth>{NUMBER})次?全(体?会议?|会)")
ATTENDED = r"(签到|到会|出席|出勤|考勤|参会|参加|与会)"
BARE = re.compile(
    rf"(会议|大会|人代会|代表)?{ATTENDED}(大会|会议)?(情况|登记|记录|标记|状态|结果|与否)?|是否{ATTENDED}(大会|会议)?|点名(情况)?"
)
WHOLE = re.compile(r"(本次|整个|全部)?(人代会?|人民代表大会|人大)?(大会|会议|会期)?(期间|全程|全期|全会期)?")
AROUND_NAME = re.compile(r"(出席|出勤|考勤|签到|到会|参会|参加)(情况|登记)?|日期|时间|情况$")
NAMED_IN_TITLE = re.compile(
    rf"预备会议?|第?{NUMBER}次全体会议|主席团(第?{NUMBER}次)?(会议)?|开幕[会式大]*|闭幕[会式大]*|选举大会|(分团|分组|代表团)(审议|讨论|会议)"
)
KINDS = (
    (MeetingKind.PREPARATORY, re.compile(r"预备")),
    (MeetingKind.PRESIDIUM, re.compile(r"主席团")),
    (MeetingKind.DELEGATION, re.compile(r"代表团|分团|小组|分组|联组|审议|讨论|酝酿")),
    (MeetingKind.FULL, re.compile(r"全体|大会|全会|开幕|闭幕|会议|选举|表决|报告")),
)
SESSION_BEFORE_NAME = re.compile(
    rf"^.*(届|人民代表大会|人代会|人大)第?{NUMBER}次(会议|人民代表大会|人代会|人大会议?)(?=.)"
)
UNNAMED = "会议"
LONGEST_NAME = 50


@dataclass(frozen=True)
class Told:
    """What a heading tells; None and "" for what it leaves open. ``session``: of which session it speaks.

    ``nth``: the first, second… day of the session. ``whole``: it speaks of all the session's meetings;
    ``bare``: it says no more than that attendance stands below it.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    name: str = ""
    session: int | None = None
    nth: int | None = None
    whole: bool = False
    bare: bool = False

    @property
    def is_meeting(self):
        told = self.day or self.part or self.session or self.nth or self.whole or self.bare
        return bool(told or (self.name and kind_of(self.name)))


def speaks_of_meeting(heading):
    """Whether a heading stands for a meeting, by its date, its half of a day or its name."""
    text = _tidy(" ".join(heading.parts))
    return not SUMMARY.search(re.sub(r"\s", "", text)) and read_heading(heading).is_meeting


def read_heading(heading):
    """What the parts of a heading tell together; the day is that of its lowest part."""
    text = re.sub(r"(?<=[年月])\s+(?=\d)", "", " ".join(_parts(heading)))
    if BARE.fullmatch(re.sub(r"\s", "", text)):
        return Told(bare=True)
    text = WEEKDAY.sub(" ", text)
    nth, text = _nth(text)
    text = CHINESE_DIGITS.sub(_digits, text)
    clock = CLOCK.search(text)
    text = CLOCK.sub(" ", text)
    date, text, goes_on = _date(text)
    date, text = _period(date, text)
    part, text = _part(text)
    session, text = _session(text)
    if not part and clock:
        part = _part_at(int(clock[1]))
    name = _name(text)
    whole = bool(name) and bool(WHOLE.fullmatch(name)) and not ("day" in date or part or nth)
    whole = whole or (goes_on and not nth)
    return Told(**date, part=part, name=name, session=session, nth=nth, whole=whole)


def same_name(one, other):
    """Whether two names of meetings say the same: what a heading loses of a name does not count."""
    return _comparable(one) == _comparable(other)


def meeting_in(text):
    """The name of the meeting that a title names beside its session, "" if it names none."""
    found = NAMED_IN_TITLE.search(SESSION.sub("", re.sub(r"\s", "", _tidy(text)), count=1))
    return found[0] if found else ""


def proposed_name(heading):
    """A short proper name for the meeting of a heading, without its day: 1月7日/上午/开幕大会 is 开幕大会."""
    last = SESSION_BEFORE_NAME.sub("", heading.split("/")[-1])
    told = read_heading(Heading(0, (last,)))
    if told.name:
        return told.name
    timed = told.day or told.part or told.nth or told.bare or told.whole
    return UNNAMED if timed else last[:LONGEST_NAME]


def kind_of(name):
    """The kind of a meeting by its name; None where the name tells none."""
    return next((kind for kind, words in KINDS if words.search(name)), None)


def session_number(text):
    """The number of the session in a title: 第四次会议, 九届四次会议, 十五届六次人代会; else None."""
    found = SESSION.search(re.sub(r"\s", "", unicodedata.normalize("NFKC", text)))
    return chinese_int(found["number"]) if found else None


def _comparable(name):
    name = plain(read_heading(Heading(0, (name,))).name)
    return NTH_FULL.sub(lambda found: f"第{chinese_int(found['nth'])}次全体会议", name)


def _tidy(text):
    return unicodedata.normalize("NFKC", text)


def _parts(heading):
    """The tidy parts of a heading; those above tell no days where the lowest has its own, or is one meeting
    of the days they tell: 2023年1月10日至12日/开幕会.
    """
    *above, lowest = map(_tidy, heading.parts)
    above = [f"{part}年" if re.fullmatch(r"20\d{2}", part) else part for part in above]
    if above and not NTH_DAY.search(lowest):
        has_day = DATE.search(CHINESE_DIGITS.sub(_digits, CLOCK.sub(" ", lowest)))
        goes_on = any(days["until"] for part in above for days in DAYS.finditer(part))
        if has_day or (goes_on and kind_of(lowest) and not BARE.fullmatch(lowest)):
            above = [DAYS.sub(r"\1", part) for part in above]
    return [*above, lowest]


def _nth(text):
    """(which day of the session, None where it tells none, the text without it)."""
    found = NTH_DAY.search(text)
    if not found:
        return None, text
    nth = NAMED_DAYS[found["named"]] if found["named"] else chinese_int(found["nth"])
    return nth, NTH_DAY.sub(" ", text, count=1)


def _date(text):
    """({year, month, day}, the text without them, whether it says until when)."""
    found = DATE.search(text)
    if not found:
        return {}, text, False
    told = {
        "year": found["year"] or found["long_year"],
        "month": found["month"] or found["long_month"],
        "day": found["day"] or found["long_day"] or found["only_day"] or found["bare_day"],
    }
    tail = text[found.end() :]
    rest = DATE_TAIL.sub("", tail)
    goes_on = bool(re.search(r"\d", tail[: len(tail) - len(rest)]))
    date = {key: int(value) for key, value in told.items() if value}
    return date, f"{text[: found.start()]} {rest}", goes_on


def _period(date, text):
    """(the date with the year and the month told apart from its day, the text without them)."""
    found = PERIOD.search(text)
    if not found or "year" in date or (found["only_month"] and "month" in date):
        return date, text
    told = {"year": found["year"], "month": found["month"] or found["only_month"]}
    told = {key: int(value) for key, value in told.items() if value}
    return told | date, f"{text[: found.start()]} {text[found.end() :]}"


def _part(text):
    """(half of the day or "", the text without it)."""
    told = [(found.start(), found.end(), part) for part, words in PARTS if (found := words.search(text))]
    start, end, part = min(told, default=(0, 0, ""))
    return part, f"{text[:start]} {text[end:]}"


def _part_at(hour):
    if hour < 12:
        return DayPart.MORNING
    return DayPart.AFTERNOON if hour < 18 else DayPart.EVENING


def _session(text):
    """(number of the session that a heading names by its term, the text without it)."""
    found = SESSION.search(re.sub(r"\s", "", text))
    if not found or not (found["term"] or found["body"]):
        return None, text
    return chinese_int(found["number"]), re.sub(r"\s", "", text).replace(found[0], "", 1)


def _name(text):
    text = re.sub(r"\s", "", AROUND_NAME.sub("", text))
    bracketed = re.fullmatch(r"\(([^()]*)\)", text)
    name = re.sub(r"^[\W_]+|(?![)])[\W_]+$", "", bracketed[1] if bracketed else text)
    return name.replace("(", "（").replace(")", "）")[:LONGEST_NAME]


def _digits(found):
    try:
        return str(chinese_int(found[0]))
    except ValueError:
        return found[0]
