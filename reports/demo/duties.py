"""The deputies' activities of the demonstration year, and what they logged themselves."""

from datetime import date, timedelta
from decimal import Decimal

from congress import clock
from congress.enums import Role
from congress.models import Jurisdiction, User
from deputies import activity_workflow, participation_workflow
from deputies.models import ActivityKind, Deputy, Seat
from reports.demo.walk import YEAR, moment


# Host, kind, month, day, days, title, place; who came: "all", or the end of a group's name.
PLANNED = [
    ("云渚区", "training", 1, 8, "1", "会前培训：怎样提出高质量的建议", "区人大常委会会议室", "all"),
    ("云渚区", "group", 2, 20, "0.5", "第四代表小组学习代表法", "石坎镇中心代表联络站", "第四代表小组"),
    ("石坎镇", "group", 3, 12, "0.5", "石坎镇代表小组集中学习", "石坎镇中心代表联络站", "all"),
    ("云渚区", "study", 3, 18, "2", "农村饮水安全专题调研", "石坎镇、芦荻镇", "all"),
    ("白鹭湾镇", "inspection", 4, 15, "0.5", "视察环湖道路整治", "白鹭湾镇", "all"),
    ("云渚区", "law_check", 4, 22, "1", "食品安全法执法检查", "白鹭湾食品有限公司等四处", "第三代表小组"),
    ("芦荻镇", "care", 4, 29, "0.5", "走访慰问独居老人", "荻花村、芦塘村", "all"),
    ("云渚区", "nonvoting", 5, 14, "0.5", "列席区人大常委会会议", "区人大常委会会议室", "第一代表小组"),
    ("石坎镇", "forum", 5, 21, "0.5", "茶产业发展座谈会", "石坎镇人民政府", "all"),
    ("云渚区", "training", 6, 11, "1", "代表法新修改内容培训班", "区委党校", "all"),
    ("石坎镇", "training", 6, 24, "0.5", "怎样接待选民、记录意见", "石坎镇中心代表联络站", "all"),
    ("云渚区", "inspection", 7, 9, "1", "视察重点建设工程：污水处理厂、桐花路改造", "望云街道", "all"),
    ("白鹭湾镇", "group", 7, 16, "0.5", "白鹭湾镇代表小组活动", "白鹭湾镇人大代表之家", "all"),
    ("云渚区", "inquiry", 8, 20, "0.5", "义务教育学位供给专题询问", "区人大常委会会议室", "第一代表小组"),
    ("石坎镇", "inspection", 8, 27, "0.5", "视察上坎村水渠清淤", "上坎村", "all"),
    ("云渚区", "appraisal", 9, 17, "0.5", "评议区住建局工作", "区住建局", "all"),
    ("芦荻镇", "training", 9, 24, "0.5", "代表履职培训", "芦荻镇人大代表之家", "all"),
    ("云渚区", "study", 10, 15, "2", "“一老一小”服务专题调研", "四个镇街", "第五代表小组"),
    ("石坎镇", "care", 10, 28, "0.5", "重阳节后走访慰问", "下坎村、岩脚村", "all"),
    ("石坎镇", "duty_report", 11, 18, "0.5", "代表向选民述职", "石坎镇中心代表联络站", "all"),
    ("云渚区", "group", 12, 3, "0.5", "第三代表小组年末活动", "白鹭湾镇人大代表之家", "第三代表小组"),
]

# What each deputy with an account logs month by month: kind, sentence, people, households.
LOGGED = [
    ("visit", "走访选区里的联系户，听取对村里修路的想法", 6, 5),
    ("dispute", "调解两户邻居的排水纠纷，双方签了字", 4, 2),
    ("deed", "联系农技人员给村民讲春茶管护", 30, None),
    ("visit", "到新入住的安置小区了解办证情况", 12, 8),
    ("care", "看望两位独居老人，帮着修好了水管", 2, 2),
    ("visit", "走访种植户，了解灌溉用水", 9, 7),
    ("forum", "召集村民代表座谈防汛准备", 15, None),
    ("deed", "帮三名学生联系到暑期图书室的座位", 3, 3),
    ("visit", "走访联系户，回访水渠清淤的效果", 8, 6),
    ("dispute", "协调物业与业主的停车矛盾", 10, None),
    ("visit", "入户宣传医保缴费办法", 20, 14),
    ("deed", "帮村里联系旧路灯的更换", None, None),
]


def build_duties(today):
    """Plan and verify the year's activities, log the deputies' own, leave some waiting around ``today``."""
    kinds = {kind.code: kind for kind in ActivityKind.objects.all()}
    for year in range(YEAR, today.year + 1):
        for index, (place, kind, month, day, *row) in enumerate(PLANNED):
            if (on := date(year, month, day)) < today - timedelta(days=7):
                _plan(kinds, index, place, kind, on, *row)
        for deputy in Deputy.objects.filter(user__isnull=False).in_stroke_order():
            _log_year(kinds, deputy, year, today)
    _around(kinds, today)


def _office(place):
    role = Role.DISTRICT_OFFICE if place == "云渚区" else Role.LOCAL_OFFICE
    return User.objects.get(role=role, jurisdiction__name=place)


def _seats(place, who, on):
    """One seat a person: of the host's congress, narrowed to a group where one is named."""
    seats = Seat.objects.filter(term__jurisdiction__name=place).in_office(on).in_stroke_order()
    return list(seats if who == "all" else seats.filter(group__name=who))


def _plan(kinds, index, place, kind, on, days, title, where, who):
    office = _office(place)
    seats = _seats(place, who, on)
    with clock.at(moment(on - timedelta(days=7))):
        activity = activity_workflow.plan_activity(
            by=office,
            seats=seats,
            kind=kinds[kind],
            jurisdiction=office.jurisdiction,
            title=title,
            starts_on=on,
            ends_on=on + timedelta(days=1 if days == "2" else 0),
            days=Decimal(days),
            place=where,
            task="按通知要求参加，围绕主题准备发言。",
        )
    with clock.at(moment(activity.ends_on + timedelta(days=1))):
        entries = list(activity.participations.select_related("seat__deputy"))
        missing = entries[index % 5 : index % 5 + 1] if len(entries) > 5 else []
        participation_workflow.mark_all_absent(missing, by=office)
        participation_workflow.verify_all([entry for entry in entries if entry not in missing], by=office)
        activity_workflow.change_activity(
            activity, by=office, minutes="签到名单、发言要点已归档。", feedback="意见已整理送有关单位。"
        )


def _log_year(kinds, deputy, year, today):
    seat = _home_seat(deputy)
    verifier = _office(seat.jurisdiction.name)
    for month, (kind, sentence, people, households) in enumerate(LOGGED, start=1):
        on = date(year, month, 3 + (month * 5 + deputy.pk) % 24)
        if on > today - timedelta(days=7):
            return
        with clock.at(moment(on, 19)):
            entry = _log(kinds[kind], seat, on, sentence, people, households)
        with clock.at(moment(on + timedelta(days=4))):
            participation_workflow.verify(entry, by=verifier)


def _home_seat(deputy):
    """The seat nearest to the voters: the town's before the district's."""
    return deputy.seats.select_related("term__jurisdiction").order_by("-term__jurisdiction__level").first()


def _log(kind, seat, on, sentence, people, households):
    return activity_workflow.log_activity(
        by=seat.deputy.user,
        seat=seat,
        kind=kind,
        starts_on=on,
        days=Decimal("0.5"),
        sentence=sentence,
        people=people,
        households=households,
        place=seat.constituency.name,
    )


def _around(kinds, today):
    """One entry to verify, one returned, and an activity that is still to come."""
    seat = _home_seat(Deputy.objects.get(name="亓官淼"))
    with clock.at(moment(today - timedelta(days=3), 19)):
        _log(kinds["visit"], seat, today - timedelta(days=3), "走访茶农，了解秋茶销售", 7, 5)
    with clock.at(moment(today - timedelta(days=6), 19)):
        entry = _log(kinds["deed"], seat, today - timedelta(days=6), "帮合作社联系检测", None, None)
    office = _office(seat.jurisdiction.name)
    with clock.at(moment(today - timedelta(days=5))):
        participation_workflow.return_entry(entry, by=office, note="请写明帮了哪一家、联系了哪个检测机构。")
    with clock.at(moment(today - timedelta(days=1))):
        coming = today + timedelta(days=10)
        activity_workflow.plan_activity(
            by=office,
            seats=_seats("石坎镇", "all", coming),
            kind=kinds["inspection"],
            jurisdiction=Jurisdiction.objects.get(name="石坎镇"),
            title="视察冬季用水安全",
            starts_on=coming,
            ends_on=coming,
            days=Decimal("0.5"),
            place="下坎村水厂",
        )
