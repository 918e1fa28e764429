"""Who came, as ledgers write it: a person, a unit, somebody who left no name, or nobody at all."""

import re
import unicodedata

from congress import names
from congress.registers.values import CHINESE_NUMBER
from reception.enums import VisitorKind


NOBODY = re.compile(
    r"(今日|本次|当日)?(无|没有|未有|无人|暂无)(来访|接访|群众|选民|人来访).*|无来访|零来访|0人"
)
# As words of a matter: 没有群众活动场所 is one.
NO_VISIT = re.compile(
    r"(今日|本次|当日)?(无|没有|未有|暂无|零)(群众|选民|人员?)?来访(群众|选民|人员?|者)?。?"
)
UNNAMED = re.compile(
    r"(不愿|不肯|未|没有?|不)(意)?(留|具|透露|说|写|署)(姓)?名.*|匿名.*|不留姓名.*|姓名保密|保密|某群众|某选民"
)
UNIT_MARK = re.compile(r"\((?:单位|企业|集体)\)$")
UNIT = re.compile(
    r".*(公司|集团|工厂|服装厂|厂|合作社|委员会|村委会|居委会|业委会|学校|小学|中学|幼儿园|医院|协会|商会|超市|酒店|农场|中心)$"
)
PARTY = re.compile(rf"等(?:共|一行)?(?:(\d+|{CHINESE_NUMBER})(?:多|余)?[人名位])?$")


def is_nobody(text):
    """Whether the cell of the visitor says that nobody came."""
    return bool(NOBODY.fullmatch(_plain(text)))


def is_no_matter(words):
    """Whether the cell of the matter says no more than that nobody came."""
    return bool(NO_VISIT.fullmatch(_plain(words)))


def visitor_named(text):
    """(kind, name) of a visitor: 石坎服装厂（单位） is the unit 石坎服装厂; 不愿留名 has no name."""
    plain = _plain(text)
    if not plain or UNNAMED.fullmatch(plain):
        return VisitorKind.ANONYMOUS, ""
    bare = UNIT_MARK.sub("", plain)
    if bare != plain or UNIT.fullmatch(bare):
        return VisitorKind.UNIT, bare
    return VisitorKind.PERSON, names.normalise(PARTY.sub("", bare))


def party_in(text):
    """The number in 张三等3人, "" where the name tells none."""
    found = PARTY.search(_plain(text))
    return found[1] or "" if found else ""


def _plain(text):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
