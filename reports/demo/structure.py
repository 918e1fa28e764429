"""What the demonstration's offices keep about their deputies besides the roster."""

from datetime import date

from congress import clock
from congress.enums import Role
from congress.models import Jurisdiction, Profile, User
from deputies import by_election, careers, seat_workflow, vacancy_workflow
from deputies.enums import GroupPost, Post, Sector, Sex, Tie
from deputies.models import (
    Delegation,
    Deputy,
    DeputyGroup,
    GroupMembership,
    Loan,
    PostedRule,
    Seat,
    SeatPost,
    Station,
    StationAsset,
    Vacancy,
)
from reports.demo.walk import moment


# Population, voters, villages or communities, villager groups (domain.md G).
PROFILES = {
    "云渚区": (286_000, 214_000, 96, 620),
    "望云街道": (194_500, 148_000, 31, 0),
    "白鹭湾镇": (42_000, 31_800, 28, 246),
    "石坎镇": (31_500, 23_900, 21, 208),
    "芦荻镇": (18_000, 13_700, 16, 166),
}
SECTORS = {
    Sector.PROFESSIONAL: "欧阳䶮 司徒𬍛 上官玥 古丽娜尔·艾合买提江 令狐赟 周𣲗",
    Sector.FARMER: "诸葛垚 尉迟犇 亓官淼 澹台璟",
    Sector.ENTERPRISE: "王㛃 慕容翀",
    Sector.COMMUNITY: "李喆 邰珺 陈𬭚 逄祎 刘燚",
    Sector.OFFICIAL: "赵堃 缪昀",
}
POSTS = [
    ("云渚区", "周𣲗", Post.DEPUTY_DIRECTOR),
    ("云渚区", "上官玥", Post.MEMBER),
    ("云渚区", "令狐赟", Post.MEMBER),
    ("云渚区", "刘燚", Post.MEMBER),
    ("芦荻镇", "赵堃", Post.CHAIR),
]
CONVENERS = {
    "第一代表小组": "欧阳䶮",
    "第三代表小组": "诸葛垚",
    "第四代表小组": "亓官淼",
}
RESIGNED, SUCCESSOR = "缪昀", "陆珩"
POSTED = (
    "接待选民制度",
    "每月接待日由进站代表轮流接待选民。\n认真听取、如实记录，不直接处理问题。\n转办的事项由代表向选民答复。",
)


def build_structure():
    """Fill in everything on this page; the steps are walked on their days."""
    office = User.objects.get(role=Role.DISTRICT_OFFICE)
    for name, figures in PROFILES.items():
        population, voters, villages, groups = figures
        Profile.objects.create(
            jurisdiction=Jurisdiction.objects.get(name=name),
            as_of=date(2024, 12, 31),
            population=population,
            voters=voters,
            villages=villages,
            villager_groups=groups or None,
            source="区统计局",
        )
    for sector, names in SECTORS.items():
        Deputy.objects.filter(name__in=names.split()).update(sector=sector)
    _lead()
    _fill_vacancy(office)
    _furnish_stations()
    Seat.objects.filter(deputy__name="慕容翀").update(tie=Tie.NEITHER)
    teacher = Deputy.objects.get(name="欧阳䶮")
    with clock.at(moment(date(2025, 9, 1))):
        careers.change_job(
            teacher,
            by=office,
            employer="望云小学",
            position="副校长",
            starts_on=date(2025, 9, 1),
            sector=Sector.PROFESSIONAL,
        )


def _lead():
    """Posts, and who leads delegations and groups."""
    for place, name, post in POSTS:
        seat = Seat.objects.get(term__jurisdiction__name=place, deputy__name=name)
        SeatPost.objects.create(seat=seat, post=post)
    for group, name in CONVENERS.items():
        found = DeputyGroup.objects.get(name=group, term__jurisdiction__name="云渚区")
        seat = found.seats.get(deputy__name=name)
        GroupMembership.objects.create(group=found, seat=seat, post=GroupPost.CONVENER)
    for delegation in Delegation.objects.all():
        delegation.head = delegation.seats.in_office(date(2025, 1, 1)).in_stroke_order().first()
        delegation.save()


def _fill_vacancy(office):
    """The by-election after a resignation (选举法第五十七条): set, held, confirmed."""
    vacancy = Vacancy.objects.get(seat__deputy__name=RESIGNED)
    with clock.at(moment(date(2025, 5, 12))):
        vacancy_workflow.schedule(vacancy, by=office, by_election_on=date(2025, 6, 18))
    successor = Deputy.objects.create(
        district=office.jurisdiction,
        name=SUCCESSOR,
        sex=Sex.MALE,
        ethnicity="汉族",
        born=date(1979, 5, 1),
        party="中共党员",
        education="大学本科",
        sector=Sector.OFFICIAL,
        position="北渚社区党委书记",
    )
    with clock.at(moment(date(2025, 6, 18))):
        seat = by_election.fill(vacancy, by=office, deputy=successor, elected_on=date(2025, 6, 18))
    with clock.at(moment(date(2025, 6, 27))):
        seat_workflow.confirm(
            seat, by=office, confirmed_on=date(2025, 6, 27), confirmation="云渚区人大常委会公告〔2025〕第3号"
        )


def _furnish_stations():
    for station in Station.objects.select_related("jurisdiction"):
        place = station.jurisdiction
        office = User.objects.get(role=Role.LOCAL_OFFICE, jurisdiction=place)
        station.opening_hours, station.head = "工作日8:30—11:30，14:30—17:30", office.name
        station.save()
        station.seats.set(Seat.objects.working_in(place).in_office(date(2025, 1, 1)))
        station.liaisons.set(User.objects.filter(role=Role.LIAISON, jurisdiction=place))
        for name, quantity in (("办公桌", 2), ("文件柜", 1), ("电脑", 1)):
            StationAsset.objects.create(station=station, name=name, quantity=quantity, since=date(2022, 5, 1))
        PostedRule.objects.create(
            station=station, title=POSTED[0], text=POSTED[1], posted_on=date(2022, 5, 10), publisher=office
        )
    station = Station.objects.get(name="石坎镇中心代表联络站")
    Loan.objects.create(
        station=station,
        what="《代表法》学习辅导读本2册",
        borrower="亓官淼",
        consent_by="罗文",
        lent_on=date(2025, 11, 3),
        due_on=date(2025, 11, 30),
        returned_on=date(2025, 11, 27),
        registered_by=User.objects.get(username="lianluo"),
    )
