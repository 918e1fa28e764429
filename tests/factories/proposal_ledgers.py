"""A district whose offices keep ledgers of motions and suggestions, and what an import made of them."""

from datetime import date
from types import SimpleNamespace

from congress.models import FormerName
from proposals.models import Proposal, Reply
from tests.factories.congress import DistrictFactory, TermFactory, TownFactory, UnitFactory
from tests.factories.deputies import ConstituencyFactory, DeputyFactory, SeatFactory
from tests.factories.registers import book_of, take
from tests.factories.sessions import SessionFactory


LEDGER = [
    *("序号", "编号", "类型", "标题", "领衔代表", "联名代表", "内容分类", "提出时间", "主办单位", "会办单位"),
    *("交办日期", "办理期限", "答复日期", "结果类别", "对办理态度", "对办理结果", "不满意原因"),
    *("是否重办", "再次答复日期", "再次评价", "备注"),
]
NAME = "2025年代表建议议案台账.xlsx"
ROAD = "关于修路的建议"
REPLIED = {"答复日期": "2025.4.2", "结果类别": "A"}
DISTRICT_NAMES = (
    "方秋民",
    "付兰",
    "胡博",
    "曾春华",
    "许辉",
    "诸葛垚",
    "龚宗鹏",
    "白永军",
    "尹金珍",
    "梁新华",
)
TOWN_NAMES = ("宋文兰", "尉迟犇", "贺秋丽", "唐琳", "郭国洁")


def ledger_world():
    """云山区 in its fourth session with ten deputies and two called 李喆, 石坎镇 with five; four units."""
    district = DistrictFactory(name="云山区")
    town = TownFactory(name="石坎镇", parent=district)
    terms = {
        place: TermFactory(jurisdiction=place, number=number) for place, number in ((district, 9), (town, 15))
    }
    for name in DISTRICT_NAMES:
        SeatFactory(jurisdiction=district, term=terms[district], deputy__name=name)
    for number in (3, 9):
        ward = ConstituencyFactory(jurisdiction=district, number=number)
        SeatFactory(jurisdiction=district, term=terms[district], deputy__name="李喆", constituency=ward)
    for name in TOWN_NAMES:
        SeatFactory(jurisdiction=town, term=terms[town], deputy__name=name)
    both = DeputyFactory(district=district, name="姜荣林")
    SeatFactory(jurisdiction=district, term=terms[district], deputy=both)
    SeatFactory(jurisdiction=town, term=terms[town], deputy=both)
    city = UnitFactory(jurisdiction=district, name="云山区城市管理局", short_name="区城管局")
    FormerName.objects.create(unit=city, name="区市容局")
    for name, short in (("云山区水利局", "区水利局"), ("云山区民政局", "区民政局")):
        UnitFactory(jurisdiction=district, name=name, short_name=short)
    UnitFactory(jurisdiction=district, name="石坎镇人民政府", short_name="石坎镇政府", local=town)
    return SimpleNamespace(district=district, town=town, terms=terms)


def sessions_of(world):
    """The sessions of January 2025: the district's fourth, the town's sixth."""
    return [
        SessionFactory(term=term, number=number, starts_on=date(2025, 1, day), ends_on=date(2025, 1, day + 2))
        for term, number, day in ((world.terms[world.district], 4, 12), (world.terms[world.town], 6, 6))
    ]


def ledger(*rows, title="云山区2025年代表议案、建议办理台账"):
    """The sheet; each row gives cells by their headings."""
    return [[title], LEDGER, *([row.get(heading) for heading in LEDGER] for row in rows)]


def take_rows(*rows, **options):
    """Take the district's rows over; the import's report."""
    return take(book_of({"区级": ledger(*rows, **options)}, NAME))


def of(title=ROAD):
    return Proposal.objects.get(title=title)


def told(number, title, **cells):
    """A row: a suggestion of 方秋民 at the session, with 区水利局 since February."""
    usual = {"类型": "建议", "领衔代表": "方秋民", "内容分类": "农业农村", "提出时间": "九届四次会议"}
    usual |= {"主办单位": "区水利局", "交办日期": "2025.2.13"}
    return usual | {"编号": number, "标题": title} | cells


def matters():
    """{title: (number, kind, status, lead, co-signers, units, assigned, due, replied)} of all proposals."""
    return {one.title: _told(one) for one in Proposal.objects.order_by("pk")}


def _told(proposal):
    signed = proposal.sponsorships.confirmed()
    names = [row.seat.deputy.name for row in signed]
    parts = proposal.assignments.filter(round=1).select_related("unit")
    return (
        f"{proposal.number}{proposal.word}",
        proposal.get_status_display(),
        names[0],
        {*names[1:]},
        "、".join(str(part.unit) for part in parts),
        *(str(day or "") for day in (proposal.assigned_on, proposal.due_on, proposal.replied_on)),
    )


def ratings():
    """{title: (class, attitude, result, replied again)} of the proposals that were replied to."""
    found = {}
    for proposal in Proposal.objects.filter(replied_on__isnull=False).order_by("pk"):
        letter = Reply.objects.filter(assignment__proposal=proposal, result_class__isnull=False).first()
        found[proposal.title] = (
            letter.result_class.code if letter else "",
            proposal.get_attitude_rating_display(),
            proposal.get_result_rating_display(),
            str(proposal.replied_again_on or ""),
        )
    return found
