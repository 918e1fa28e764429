"""The twenty deputies and the accounts of every role (domain.md G). All fictional."""

from datetime import date
from functools import cache

from django.contrib.auth.hashers import make_password

from congress import clock
from congress.enums import Role
from congress.models import Jurisdiction, Term, Unit, User
from deputies import seat_workflow
from deputies.enums import EndGround, Sex, StartGround
from deputies.models import Constituency, Delegation, Deputy, DeputyGroup, Seat
from reports.demo.walk import moment


PASSWORD = "Yunzhu-2025"

# Name, sex, ethnicity, born, party, education, position, seats [(congress, constituency)].
DEPUTIES = [
    ("欧阳䶮", "男", "汉族", (1971, 2), "群众", "大学本科", "望云小学教师", [("云渚区", 1)]),
    ("司徒𬍛", "女", "汉族", (1980, 12), "民建会员", "大学本科", "云渚区文化馆副研究馆员", [("云渚区", 1)]),
    ("上官玥", "女", "汉族", (1977, 8), "中共党员", "大学本科", "云渚区人民医院主任医师", [("云渚区", 2)]),
    (
        "诸葛垚",
        "男",
        "汉族",
        (1965, 1),
        "中共党员",
        "高中",
        "沙洲村种植大户",
        [("云渚区", 3), ("白鹭湾镇", 2)],
    ),
    ("尉迟犇", "男", "汉族", (1969, 5), "群众", "高中", "鹭头村水产养殖户", [("白鹭湾镇", 1)]),
    ("王㛃", "女", "汉族", (1983, 3), "民革党员", "硕士研究生", "白鹭湾食品有限公司总经理", [("云渚区", 4)]),
    ("李喆", "男", "汉族", (1975, 9), "中共党员", "大学本科", "望云社区党委书记", [("云渚区", 5)]),
    ("李喆", "女", "汉族", (1968, 7), "中共党员", "高中", "上坎村党总支书记", [("石坎镇", 1)]),
    (
        "亓官淼",
        "男",
        "汉族",
        (1972, 11),
        "中共党员",
        "大专",
        "石坎茶业专业合作社理事长",
        [("云渚区", 6), ("石坎镇", 2)],
    ),
    ("慕容翀", "男", "汉族", (1985, 6), "群众", "大学本科", "云渚建材有限公司项目经理", [("石坎镇", 3)]),
    ("邰珺", "女", "汉族", (1979, 4), "中共党员", "大学本科", "锦溪社区网格长", [("云渚区", 7)]),
    (
        "古丽娜尔·艾合买提江",
        "女",
        "维吾尔族",
        (1988, 10),
        "群众",
        "大学本科",
        "石坎中心小学教师",
        [("云渚区", 8)],
    ),
    ("赵堃", "男", "汉族", (1970, 8), "中共党员", "大学本科", "芦荻镇人大主席", [("芦荻镇", 1)]),
    (
        "令狐赟",
        "男",
        "汉族",
        (1974, 2),
        "九三学社社员",
        "博士研究生",
        "云渚区农业技术推广中心研究员",
        [("云渚区", 9)],
    ),
    ("澹台璟", "女", "汉族", (1977, 2), "群众", "大专", "荻花村村民", [("芦荻镇", 1)]),
    ("陈𬭚", "男", "汉族", (1966, 12), "中共党员", "大专", "鹭头村党总支书记", [("云渚区", 10)]),
    ("周𣲗", "女", "汉族", (1981, 1), "中共党员", "大学本科", "芦荻卫生院护士长", [("云渚区", 11)]),
    ("缪昀", "男", "汉族", (1964, 9), "中共党员", "大学本科", "云渚区工商联副主席", [("云渚区", 12)]),
    ("逄祎", "女", "汉族", (1984, 4), "中共党员", "大学本科", "柳堤村妇联主席", [("白鹭湾镇", 3)]),
    (
        "刘燚",
        "男",
        "汉族",
        (1973, 7),
        "中共党员",
        "大学本科",
        "坎上社区党委书记",
        [("云渚区", 13), ("石坎镇", 3)],
    ),
]
REELECTED = {"诸葛垚", "亓官淼", "刘燚", "陈𬭚"}
DELEGATION_OF = {"望云街道": 0, "白鹭湾镇": 1, "石坎镇": 2, "芦荻镇": 3}
GROUP_OF = {"望云街道": 0, "白鹭湾镇": 2, "石坎镇": 3, "芦荻镇": 4}

# User name, name, role, place, unit; the deputies' accounts follow below.
ACCOUNTS = [
    ("quban", "周敏", Role.DISTRICT_OFFICE, "云渚区", ""),
    ("shikan", "罗文", Role.LOCAL_OFFICE, "石坎镇", ""),
    ("wangyun", "方洁", Role.LOCAL_OFFICE, "望云街道", ""),
    ("bailuwan", "沈立", Role.LOCAL_OFFICE, "白鹭湾镇", ""),
    ("ludi", "赵平", Role.LOCAL_OFFICE, "芦荻镇", ""),
    ("lianluo", "田甜", Role.LIAISON, "石坎镇", ""),
    ("wylianluo", "江雨", Role.LIAISON, "望云街道", ""),
    ("zhujian", "江瑾", Role.UNIT_CLERK, "云渚区", "云渚区住房和城乡建设局"),
    ("jiaotong", "叶德民", Role.UNIT_CLERK, "云渚区", "云渚区交通运输局"),
    ("shikanzf", "徐永勇", Role.UNIT_CLERK, "石坎镇", "石坎镇人民政府"),
    ("zfb", "汤家兰", Role.GOV_OFFICE, "云渚区", ""),
    ("lingdao", "钟毅", Role.LEADER, "云渚区", ""),
    ("guanli", "管理员", Role.SYSADMIN, "", ""),
    ("shenji", "审计员", Role.AUDITOR, "", ""),
]
DEPUTY_ACCOUNTS = {
    "daibiao": "亓官淼",
    "ouyang": "欧阳䶮",
    "gulinaer": "古丽娜尔·艾合买提江",
    "zhuge": "诸葛垚",
}


WITHOUT_WAGE = {"澹台璟"}


def build_people(district):
    """Create the deputies with their seats, and the accounts."""
    places = {place.name: place for place in Jurisdiction.objects.select_related("parent")}
    terms = {term.jurisdiction_id: term for term in Term.objects.all()}
    for order, row in enumerate(DEPUTIES, start=1):
        _build_deputy(district, places, terms, order, row)
    _build_accounts(places)
    _end_seat("缪昀", date(2025, 3, 31), EndGround.RESIGNED, by=User.objects.get(username="quban"))


def _build_deputy(district, places, terms, order, row):
    name, sex, ethnicity, born, party, education, position, seats = row
    deputy = Deputy.objects.create(
        district=district,
        name=name,
        sex=Sex.MALE if sex == "男" else Sex.FEMALE,
        ethnicity=ethnicity,
        born=date(*born, 1),
        party=party,
        education=education,
        position=position,
        phone=f"1540000{1000 + order}",
        no_wage_from=terms[places[seats[0][0]].pk].starts_on if name in WITHOUT_WAGE else None,
    )
    for place, number in seats:
        term = terms[places[place].pk]
        constituency = Constituency.objects.select_related("town").get(
            jurisdiction=places[place], number=number
        )
        in_district = place == district.name
        town = constituency.town.name
        Seat.objects.create(
            deputy=deputy,
            term=term,
            constituency=constituency,
            delegation=Delegation.objects.get(term=term, order=DELEGATION_OF[town]) if in_district else None,
            group=DeputyGroup.objects.get(term=term, order=GROUP_OF[town] if in_district else 0),
            card_number=f"{term.number:02d}{order:03d}",
            roster_order=order,
            starts_on=term.starts_on,
            start_ground=StartGround.ELECTED,
            reelected=name in REELECTED,
        )


def _end_seat(name, day, ground, *, by):
    seat = Seat.objects.get(deputy__name=name)
    seat.remark = "2025年3月辞职"
    seat.save()
    body = seat.ending_body
    with clock.at(moment(day)):
        seat_workflow.end(seat, by=by, ends_on=day, end_ground=ground, decided_by=body)


def _build_accounts(places):
    for username, name, role, place, unit in ACCOUNTS:
        account(username, name, role, places.get(place), Unit.objects.filter(name=unit).first())
    for username, name in DEPUTY_ACCOUNTS.items():
        deputy = Deputy.objects.get(name=name)
        place = deputy.seats.order_by("term__jurisdiction__level").first().term.jurisdiction
        deputy.user = account(username, name, Role.DEPUTY, place, None)
        deputy.save()


@cache
def _hashed():
    """The password as it is stored: hashing it for each account would take longer than all else here."""
    return make_password(PASSWORD)


def account(username, name, role, place, unit=None):
    """An account that logs in with the password of the demonstration."""
    user = User(
        username=username,
        name=name,
        role=role,
        jurisdiction=place,
        unit=unit,
        must_change_password=False,
        password=_hashed(),
    )
    user.full_clean()
    user.save()
    return user
