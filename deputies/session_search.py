"""Finding sessions by what they are called: 十五届四次会议, 石坎镇 2025年, 常委会."""

import re

from django.db.models import Q

from congress.enums import SessionBody
from congress.numerals import chinese_int


DIGITS = r"(\d+|[一二两三四五六七八九十百]+)"
NUMBERS = {"term__number": re.compile(f"第?{DIGITS}届"), "number": re.compile(f"第?{DIGITS}次")}
YEAR = re.compile(r"(\d{4})年?")
BODIES = {
    "人民代表大会": SessionBody.CONGRESS,
    "人代会": SessionBody.CONGRESS,
    "常务委员会": SessionBody.STANDING_COMMITTEE,
    "常委会": SessionBody.STANDING_COMMITTEE,
    "主席团": SessionBody.PRESIDIUM,
}
FILLING = re.compile(r"会议|人大|\s")


def sessions_called(sessions, words):
    """Those of ``sessions`` of which everything in ``words`` is true; none where nothing was understood."""
    known, rest = {}, words
    for lookup, pattern in NUMBERS.items():
        if found := pattern.search(rest):
            known[lookup] = chinese_int(found[1])
            rest = rest.replace(found[0], "", 1)
    if found := YEAR.search(rest):
        known["starts_on__year"] = int(found[1])
        rest = rest.replace(found[0], "", 1)
    for name, body in BODIES.items():
        if name in rest:
            known["body"] = body
            rest = rest.replace(name, "", 1)
    rest = FILLING.sub("", rest)
    if rest:
        sessions = sessions.filter(Q(term__jurisdiction__name__icontains=rest) | Q(place__icontains=rest))
    return sessions.filter(**known) if known or rest else sessions.none()
