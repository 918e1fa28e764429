"""The fictional district: places, units, stations, constituencies (domain.md G)."""

from datetime import date

from congress.enums import Level, UnitCategory
from congress.models import FormerName, Jurisdiction, OfficeRules, ResultClass, Term, Unit
from deputies.enums import StationKind
from deputies.models import Constituency, Delegation, DeputyGroup, Station
from deputies.quota import quota_of


# Name, level, the rules of its own.
LOCAL = [
    ("望云街道", Level.STREET, {"notice_lead_days": 3}),
    ("白鹭湾镇", Level.TOWN, {"notice_lead_days": 3}),
    ("石坎镇", Level.TOWN, {"notice_lead_days": 5}),
    (
        "芦荻镇",
        Level.TOWN,
        {"notice_lead_days": 3, "subsidy_per_day": 120, "subsidy_decision": "芦人主〔2022〕4号"},
    ),
]

# Term and its first day, by congress.
TERMS = {
    "云渚区": (9, date(2022, 1, 12)),
    "白鹭湾镇": (18, date(2021, 12, 28)),
    "石坎镇": (15, date(2021, 12, 28)),
    "芦荻镇": (12, date(2021, 12, 28)),
}

# Full name, short name, former name, category, town.
UNITS = [
    ("云渚区人民政府办公室", "区政府办", "", UnitCategory.DEPARTMENT, ""),
    ("云渚区发展和改革局", "区发改局", "区计划经济局", UnitCategory.DEPARTMENT, ""),
    ("云渚区教育体育局", "区教体局", "区教育局", UnitCategory.DEPARTMENT, ""),
    ("云渚区工业和信息化局", "区工信局", "区经信局", UnitCategory.DEPARTMENT, ""),
    ("澄岚市公安局云渚分局", "区公安分局", "", UnitCategory.DEPARTMENT, ""),
    ("澄岚市公安局云渚交警大队", "区交警大队", "", UnitCategory.DEPARTMENT, ""),
    ("云渚区民政局", "区民政局", "", UnitCategory.DEPARTMENT, ""),
    ("云渚区人力资源和社会保障局", "区人社局", "区劳动局", UnitCategory.DEPARTMENT, ""),
    ("澄岚市自然资源局云渚分局", "区自然资源分局", "区国土分局", UnitCategory.DEPARTMENT, ""),
    ("澄岚市生态环境局云渚分局", "区生态环境分局", "区环保局", UnitCategory.DEPARTMENT, ""),
    ("云渚区住房和城乡建设局", "区住建局", "区建设局", UnitCategory.DEPARTMENT, ""),
    ("云渚区交通运输局", "区交通局", "", UnitCategory.DEPARTMENT, ""),
    ("云渚区水利局", "区水利局", "区水务局", UnitCategory.DEPARTMENT, ""),
    ("云渚区农业农村局", "区农业农村局", "区农业局", UnitCategory.DEPARTMENT, ""),
    ("云渚区文化和旅游局", "区文旅局", "区文体局", UnitCategory.DEPARTMENT, ""),
    ("云渚区卫生健康局", "区卫健局", "区卫计局", UnitCategory.DEPARTMENT, ""),
    ("云渚区市场监督管理局", "区市监局", "区工商局", UnitCategory.DEPARTMENT, ""),
    ("云渚区医疗保障局", "区医保局", "", UnitCategory.DEPARTMENT, ""),
    ("云渚区城市管理和综合执法局", "区城管局", "区城管执法局", UnitCategory.DEPARTMENT, ""),
    ("云渚供电公司", "供电公司", "区电力局", UnitCategory.UTILITY, ""),
    ("云渚供水有限公司", "供水公司", "区自来水公司", UnitCategory.UTILITY, ""),
    ("望云街道办事处", "望云街道办", "", UnitCategory.LOCAL_GOVERNMENT, "望云街道"),
    ("白鹭湾镇人民政府", "白鹭湾镇政府", "", UnitCategory.LOCAL_GOVERNMENT, "白鹭湾镇"),
    ("石坎镇人民政府", "石坎镇政府", "", UnitCategory.LOCAL_GOVERNMENT, "石坎镇"),
    ("芦荻镇人民政府", "芦荻镇政府", "", UnitCategory.LOCAL_GOVERNMENT, "芦荻镇"),
]

RESULT_CLASSES = [
    ("A", "已经解决或者基本解决"),
    ("B", "正在解决或者列入计划逐步解决"),
    ("C", "因条件限制，待以后解决"),
    ("D", "留作参考"),
]

STATIONS = [
    ("望云街道", "望云街道人大代表工作室", StationKind.STUDIO, "望云路18号"),
    ("望云街道", "桐花社区代表联络站", StationKind.STATION, "桐花路6号"),
    ("白鹭湾镇", "白鹭湾镇人大代表之家", StationKind.HOME, "湾前街1号"),
    ("白鹭湾镇", "渔埠村代表联络站", StationKind.STATION, "渔埠村党群服务中心"),
    ("石坎镇", "石坎镇中心代表联络站", StationKind.STATION, "石坎街20号"),
    ("石坎镇", "上坎村代表联络站", StationKind.STATION, "上坎村委会"),
    ("石坎镇", "下坎村代表联络站", StationKind.STATION, "下坎村委会"),
    ("芦荻镇", "芦荻镇人大代表之家", StationKind.HOME, "芦荻路9号"),
]

# Number, name, town, area, voters, seats.
DISTRICT_CONSTITUENCIES = [
    (1, "望云一", "望云街道", "云麓社区、桐花社区", 8884, 3),
    (2, "望云二", "望云街道", "锦溪社区、北渚社区", 7680, 2),
    (3, "白鹭湾一", "白鹭湾镇", "沙洲村、柳堤村", 8760, 3),
    (4, "白鹭湾二", "白鹭湾镇", "渔埠村、菱塘村", 3320, 2),
    (5, "望云三", "望云街道", "望云社区", 6250, 2),
    (6, "石坎一", "石坎镇", "下坎村、梯田村", 4639, 3),
    (7, "望云四", "望云街道", "锦溪社区", 5120, 1),
    (8, "石坎二", "石坎镇", "上坎村、岩脚村", 4261, 2),
    (9, "芦荻一", "芦荻镇", "荻花村、芦塘村", 4095, 2),
    (10, "白鹭湾三", "白鹭湾镇", "鹭头村", 2980, 1),
    (11, "芦荻二", "芦荻镇", "苇荡村、南汊村", 3870, 2),
    (12, "望云五", "望云街道", "北渚社区", 2450, 1),
    (13, "石坎三", "石坎镇", "坎上社区", 3105, 1),
]
TOWN_CONSTITUENCIES = {
    "白鹭湾镇": [("鹭头村", 1935, 3), ("沙洲村", 1459, 3), ("渔埠村", 1033, 2)],
    "石坎镇": [("上坎村", 2210, 3), ("下坎村", 1874, 3), ("坎上社区", 1566, 2)],
    "芦荻镇": [("荻花村", 1688, 3), ("芦塘村", 2153, 3)],
}
POPULATIONS = {"云渚区": 286_000, "白鹭湾镇": 42_000, "石坎镇": 31_500, "芦荻镇": 18_000}
DELEGATIONS = ["望云代表团", "白鹭湾代表团", "石坎代表团", "芦荻代表团"]
GROUPS = ["第一代表小组", "第二代表小组", "第三代表小组", "第四代表小组", "第五代表小组"]


def build_places():
    """Create everything on this page; return the district."""
    city = Jurisdiction.objects.create(name="澄岚市", level=Level.CITY)
    district = Jurisdiction.objects.create(name="云渚区", level=Level.DISTRICT, parent=city)
    for order, (name, level, rules) in enumerate(LOCAL, start=1):
        local = Jurisdiction.objects.create(name=name, level=level, parent=district, order=order)
        OfficeRules.objects.create(jurisdiction=local, **rules)
    places = {place.name: place for place in Jurisdiction.objects.all()}
    _build_units(district, places)
    _build_structure(district, places)
    return district


def _build_units(district, places):
    for order, (name, short_name, former, category, town) in enumerate(UNITS, start=1):
        unit = Unit.objects.create(
            jurisdiction=district,
            name=name,
            short_name=short_name,
            category=category,
            local=places.get(town),
            phone=f"0000-0000{100 + order}",
            order=order,
        )
        if former:
            FormerName.objects.create(unit=unit, name=former)
    for order, (code, label) in enumerate(RESULT_CLASSES):
        ResultClass.objects.create(
            jurisdiction=district, code=code, label=label, order=order, promises=code == "B"
        )


def _build_structure(district, places):
    for town, name, kind, address in STATIONS:
        Station.objects.create(jurisdiction=places[town], name=name, kind=kind, address=address)
    for place, (number, starts_on) in TERMS.items():
        Term.objects.create(
            jurisdiction=places[place],
            number=number,
            starts_on=starts_on,
            population=POPULATIONS[place],
            seat_quota=quota_of(places[place].level, POPULATIONS[place]).total,
        )
    for number, name, town, area, voters, seats in DISTRICT_CONSTITUENCIES:
        Constituency.objects.create(
            jurisdiction=district,
            number=number,
            name=name,
            town=places[town],
            area=area,
            voters=voters,
            seat_quota=seats,
        )
    for town, rows in TOWN_CONSTITUENCIES.items():
        for number, (area, voters, seats) in enumerate(rows, start=1):
            Constituency.objects.create(
                jurisdiction=places[town],
                number=number,
                name=area,
                town=places[town],
                area=area,
                voters=voters,
                seat_quota=seats,
            )
    term = Term.objects.get(jurisdiction=district)
    Delegation.objects.bulk_create(
        Delegation(term=term, name=name, order=order) for order, name in enumerate(DELEGATIONS)
    )
    DeputyGroup.objects.bulk_create(
        DeputyGroup(term=term, name=name, order=order) for order, name in enumerate(GROUPS)
    )
    for town in TOWN_CONSTITUENCIES:
        DeputyGroup.objects.create(
            term=Term.objects.get(jurisdiction=places[town]), name=f"{town}第一代表小组"
        )
