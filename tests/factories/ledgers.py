"""A district whose offices keep ledgers of reception days, and what an import made of them."""

from types import SimpleNamespace

from congress.models import FormerName
from deputies.enums import Sex
from reception.models import Opinion, ReceptionDay
from tests.factories.congress import DistrictFactory, TermFactory, TownFactory, UnitFactory
from tests.factories.deputies import ConstituencyFactory, DeputyFactory, SeatFactory, StationFactory


ROTA = [
    "序号",
    "接待地点",
    "应接待日期",
    "实际接待日期",
    "接待时间",
    "公告日期",
    "轮值代表",
    "实到代表",
    "是否举行",
    "备注",
]
LEDGER = [
    *("序号", "接待日期", "接待地点", "接待代表", "来访人", "来访人数", "联系电话", "住址/单位"),
    *("事项类别", "反映的主要问题", "处理方式", "转办单位", "转办日期", "单位答复日期", "办理结果"),
    *("答复群众日期", "答复方式", "对办理满意度", "对代表满意度"),
]
HOME = "石坎镇人大代表之家"


def ledger_world():
    """云山区 with 石坎镇, five deputies (two called 李喆), three units and a station."""
    district = DistrictFactory(name="云山区")
    town = TownFactory(name="石坎镇", parent=district)
    for place, number in ((district, 9), (town, 15)):
        TermFactory(jurisdiction=place, number=number)
    ward = ConstituencyFactory(jurisdiction=district, town=town, number=3)
    both = DeputyFactory(district=district, name="胡博")
    SeatFactory(jurisdiction=district, term__number=9, deputy=both, constituency=ward)
    SeatFactory(jurisdiction=town, term__number=15, deputy=both)
    for name, sex in (("李喆", Sex.MALE), ("李喆", Sex.FEMALE), ("肖瑾", Sex.FEMALE), ("魏军", Sex.MALE)):
        SeatFactory(jurisdiction=town, term__number=15, deputy__name=name, deputy__sex=sex)
    city = UnitFactory(jurisdiction=district, name="云山区城市管理局", short_name="区城管局")
    FormerName.objects.create(unit=city, name="区市容局")
    UnitFactory(jurisdiction=district, name="云山区水利局", short_name="区水利局")
    UnitFactory(jurisdiction=district, name="石坎镇人民政府", short_name="石坎镇政府", local=town)
    StationFactory(jurisdiction=town, name="磨盘村联络点")
    return SimpleNamespace(district=district, town=town)


def rota(*rows, title="2025年石坎镇代表接待日轮值安排"):
    return [[title], ROTA, *([number, *row] for number, row in enumerate(rows, 1))]


def ledger(*rows, title="云山区2025年人大代表接待选民登记表"):
    """The sheet; each row gives cells by their headings."""
    lines = [[row.get(heading) for heading in LEDGER] for row in rows]
    return [[title], LEDGER, *lines]


def came(on, words, **cells):
    """A row of a ledger: 贺荣云 came on a day and was received by 肖瑾."""
    usual = {"接待地点": HOME, "接待代表": "肖瑾", "来访人": "贺荣云", "来访人数": 1}
    return usual | {"接待日期": on, "反映的主要问题": words} | cells


def matters():
    """{words: (status, outcome, unit, referred, replied, answered, handling, deputy)} of all matters."""
    found = Opinion.objects.order_by("pk").prefetch_related("referrals__unit")
    return {
        opinion.words: (
            opinion.get_status_display(),
            opinion.get_outcome_display(),
            "、".join(str(part.unit) for part in opinion.referrals.all()),
            *(str(day or "") for day in (opinion.referred_on, opinion.replied_on, opinion.answered_on)),
            opinion.get_handling_rating_display(),
            opinion.get_deputy_rating_display(),
        )
        for opinion in found
    }


def days():
    """[(date, status, {name of who was present})] of all reception days, the earliest first."""
    found = ReceptionDay.objects.order_by("date", "pk").prefetch_related("slots__seat__deputy")
    return [
        (
            str(day.date),
            day.get_status_display(),
            {slot.seat.deputy.name for slot in day.slots.all() if slot.present},
        )
        for day in found
    ]
