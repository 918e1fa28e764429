"""Taking over the address book of handling units (承办单位通讯录)."""

import re
import unicodedata

from congress.enums import UnitCategory
from congress.models import FormerName, Unit
from congress.phones import parse_phone
from congress.registers.bad_value import BadValue
from congress.registers.importer import Importer, register_importer
from congress.registers.records import fill, outcome_of
from congress.registers.register import Column, Register
from congress.registers.report import Change
from congress.registers.vocabulary import Vocabulary


UNITS = Register(
    "units",
    "承办单位通讯录",
    (
        Column("name", "单位全称", "单位名称", "承办单位", "承办单位名称", "部门名称", required=True),
        Column("short_name", "简称", "单位简称", "规范简称"),
        Column("former", "曾用名", "曾用名称", "旧名称", "原名称", "原单位名称", "原名"),
        Column("category", "类别", "单位类别", "单位性质", "性质", "类型", "分类"),
        Column("contact", "联系人", "联络员", "经办人", "责任人", "具体联系人"),
        Column("phone", "联系电话", "电话", "联系方式", "电话号码"),
        Column("office_phone", "办公电话", "办公室电话", "座机", "固定电话"),
        Column("mobile", "手机", "手机号码", "手机号", "移动电话"),
    ),
    title_words=("承办单位", "通讯录"),
    at_least=2,
)
CATEGORY = Vocabulary(
    {
        UnitCategory.DEPARTMENT: "政府部门 部门 区直部门 县直部门 市直部门 政府组成部门 党政部门 机关",
        UnitCategory.UTILITY: "公共服务企业 公用企业 公用事业 公共企业 企业 国有企业 公共服务单位",
        UnitCategory.LOCAL_GOVERNMENT: "镇人民政府、街道办事处 镇街 乡镇 乡镇街道 镇（街道） 街道 镇政府",
        UnitCategory.COURT: "监察、法院、检察院 法院 检察院 两院 监委 一委两院 司法机关",
        UnitCategory.OTHER: "其他 其它 其他单位",
    }
)
SEPARATORS = re.compile(r"[、，,；;/\s]+")
FORMER_HEADING = re.compile(r"[(（](原|曾用)")
FORMER = re.compile(r"\((?:原名?|原称|曾用名|曾名|前身)[:为是]?([^()]+)\)")
BRACKETS = re.compile(r"\(([^()]+)\)")
LOCAL_BODY = re.compile(r"(.+(?:街道|镇|乡))(?:(?:人民)?政府|办事处|办)")
BY_NAME = (
    (UnitCategory.COURT, ("法院", "检察院", "监察委员会")),
    (UnitCategory.UTILITY, ("公司", "集团")),
)


@register_importer
class UnitImporter(Importer):
    """A row is a unit of the district, found by its present or former name."""

    register = UNITS
    order = 30

    def __init__(self, *args):
        super().__init__(*args)
        self.seen = {}
        self.recall()

    def recall(self):
        self.units, self.former = {}, {}
        units = Unit.objects.filter(jurisdiction=self.area.district).prefetch_related("former_names")
        for unit in units:
            self.former[unit.pk] = [former.name for former in unit.former_names.all()]
            self.units |= dict.fromkeys(self.former[unit.pk], unit)
        self.units |= {unit.name: unit for unit in units}

    def take(self, row):
        if not row.require("name"):
            return
        name, former = self._names(row)
        unit = self.units.get(name) or Unit(jurisdiction=self.area.district, order=len(self.seen) + 1)
        if unit.pk in self.seen:
            same = "重复" if name == unit.name else f"是同一单位（现名{unit.name}）"
            row.reject("duplicate_unit", f"{name}与第{self.seen[unit.pk]}行{same}，本行不导入", "name")
            return
        is_new = unit.pk is None
        present = self._present_name(row, unit, name)
        changes = fill(
            unit,
            name=present,
            short_name=row.text("short_name"),
            category=self._category(row, present, unit),
            contact=row.text("contact"),
            phone=row.read_all("phone", "office_phone", "mobile", parse=parse_phone),
            local=self._local(present),
        )
        changes += self._former_names(unit, [*former, *SEPARATORS.split(row.text("former"))])
        self.seen[unit.pk], self.units[present] = row.number, unit
        row.becomes(outcome_of(is_new, changes), present, changes)

    def _present_name(self, row, unit, written):
        """What the unit is called now: an old address book does not rename it back."""
        if unit.pk is None or written == unit.name:
            return written
        row.inform("former_name", f"“{written}”是{unit.name}的曾用名，按{unit.name}导入，名称不改", "name")
        return unit.name

    def _names(self, row):
        """The present name, and the former ones that stand in brackets behind it."""
        written = unicodedata.normalize("NFKC", "".join(row.text("name").split()))
        brackets = BRACKETS if FORMER_HEADING.search(row.label("name")) else FORMER
        former = [
            re.sub(r"^(原|曾用名):?", "", name)
            for text in brackets.findall(written)
            for name in SEPARATORS.split(text)
        ]
        return brackets.sub("", written).replace("(", "（").replace(")", "）"), former

    def _category(self, row, name, unit):
        """The kind as the row tells it; for a new unit else as its name does."""
        try:
            told = CATEGORY(row.cell("category").value)
        except BadValue:
            told = None
            row.inform("value_unknown", f"{row.label('category')}没有认出，按单位名称归类", "category")
        if told or unit.pk:
            return told
        if LOCAL_BODY.fullmatch(name):
            return UnitCategory.LOCAL_GOVERNMENT
        return next((category for category, endings in BY_NAME if name.endswith(endings)), None)

    def _local(self, name):
        """The town whose government or office the unit is."""
        found = LOCAL_BODY.fullmatch(name)
        return self.area.town(found[1]) if found else None

    def _former_names(self, unit, listed):
        known = self.former.get(unit.pk, [])
        present = {"", unit.name, unit.short_name, *known}
        new = [name for name in dict.fromkeys(listed) if name not in present]
        if not new:
            return ()
        FormerName.objects.bulk_create(FormerName(unit=unit, name=name) for name in new)
        return (Change("曾用名", "、".join(known), "、".join([*known, *new])),)
