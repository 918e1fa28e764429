"""Taking over the division into constituencies (选区划分表)."""

import re

from congress.registers.bad_value import BadValue
from congress.registers.importer import Importer, register_importer
from congress.registers.records import fill, outcome_of
from congress.registers.register import Column, Register
from congress.registers.values import parse_int
from deputies.models import Constituency
from deputies.registers.congresses import TOWN_HEADINGS, Congresses
from deputies.registers.divisions import Constituencies, number_in


NUMBER_HEADING = re.compile("选区.*号")
CONSTITUENCIES = Register(
    "constituencies",
    "选区划分表",
    (
        Column("number", "选区号", "选区编号", "选区序号", "选区", "编号"),
        Column("name", "选区名称", "选区名", "名称", "选区"),
        Column("level", "层级", "级别", "选区级别", "选区类别"),
        Column("body", "所属人大", "届别"),
        Column("term", "届次"),
        Column("town", *TOWN_HEADINGS, fill_down=True),
        Column("area", "所辖范围", "选区范围", "区域范围", "范围", "所辖村居", "包含村（社区）", "划分范围"),
        Column("voters", "选民数", "选民人数", "登记选民数", "选民总数"),
        Column("quota", "应选代表名额", "代表名额", "应选名额", "应选代表数", "名额", "应选人数"),
    ),
    title_words=("选区",),
    at_least=3,
)


@register_importer
class ConstituencyImporter(Importer):
    """A row is a constituency of the district or of a town, found by its number, else by its name."""

    register = CONSTITUENCIES
    order = 10

    def __init__(self, *args):
        super().__init__(*args)
        self.congresses = Congresses(self.area, self.recognition, self.report)
        self.known = Constituencies(self.area)
        self.last_told = self._last_told()
        unread = (heading.text for heading in self.recognition.unknown if NUMBER_HEADING.search(heading.path))
        self.unread = next(unread, "")
        self.seen = {}

    def recall(self):
        self.known.recall()

    def take(self, row):
        place = self.congresses.place_of(row)
        number = self._number(row, place) if place else None
        if number is None:
            return
        earlier = self.seen.get((place.pk, number))
        if earlier:
            row.reject("duplicate_constituency", f"第{number}选区与第{earlier}行重复，本行不导入", "number")
            return
        known = self.known.numbered(place, number)
        constituency = known or Constituency(jurisdiction=place, number=number)
        town = self._town(row, place)
        _warn_of_move(row, constituency, town)
        changes = fill(
            constituency,
            name=self._name(row, place),
            town=town,
            area=row.text("area"),
            voters=row.read("voters", parse_int),
            seat_quota=row.read("quota", parse_quota),
        )
        if known is None:
            self.known.keep(constituency)
        self.seen[place.pk, number] = row.number
        row.becomes(outcome_of(known is None, changes), f"{place}{constituency}", changes)

    def _number(self, row, place):
        """The number told, else that of the constituency so named, else the next one."""
        texts = [text for text in (row.text("number"), row.text("name")) if text]
        if not texts:
            row.reject("required_missing", "“选区号”和“选区名称”都是空的，本行不导入", "number")
            return None
        told = next(filter(None, (number_in(text, place) for text in texts)), None)
        if told:
            return told
        named = self.known.named(place, texts[-1])
        if named:
            return named.number
        if self.unread:
            row.reject(
                "number_unread", f"“{self.unread}”栏没有认出，选区号不能猜，请指定该栏后再导入，本行不导入"
            )
            return None
        self.report.notice(f"{self.recognition.sheet.title}：选区没有写选区号，按先后顺序编号，请核对。")
        return max(self.known.free_number(place), self.last_told + 1)

    def _name(self, row, place):
        """The name, which some offices write where the number belongs."""
        number = row.text("number")
        return row.text("name") or (number if number_in(number, place) is None else "")

    def _last_told(self):
        """The greatest number that the sheet tells, 0 where it tells none: no other row may be given it."""
        columns = [
            self.recognition.columns[key].column
            for key in ("number", "name")
            if key in self.recognition.columns
        ]
        texts = (line[column - 1].text for line in self.recognition.lines for column in columns)
        return max(filter(None, map(number_in, texts)), default=0)

    def _town(self, row, place):
        if place != self.area.district:
            return place
        named = row.text("town")
        town = self.area.town(named) if named else None
        if named and town is None:
            row.warn("town_unknown", f"没有“{named}”这个镇街，按空值导入；新设的请先增加区划", "town")
        return town


def _warn_of_move(row, constituency, town):
    """Tell when a constituency would come to lie in another town, with the deputies elected in it."""
    if town and constituency.town_id and constituency.town_id != town.pk:
        row.warn(
            "constituency_moved",
            f"{constituency}原在{constituency.town}，表中写在{town}，按表改过去，由它选出的代表随选区转移；"
            "没有调整选区的，请核对选区号",
            "town",
        )


def parse_quota(value):
    """One to three deputies (选举法第二十五条)."""
    quota = parse_int(value)
    if quota is not None and not 1 <= quota <= 3:
        raise BadValue("quota_illegal", f"“{quota}”不合规定，每一选区选一名至三名代表（选举法第二十五条）")
    return quota
