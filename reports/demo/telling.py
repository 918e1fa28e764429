"""What the demonstration's deputies are honoured with, inspected with their cards, and were told."""

from datetime import timedelta

from congress import clock
from congress.enums import Role
from congress.models import Jurisdiction, User
from deputies import briefing_workflow, inspection_workflow
from deputies.enums import BriefingKind, HonourKind, HonourLevel
from deputies.models import Deputy, Honour, Seat
from reports.demo.walk import moment


# Who, kind, days ago, title, facts, awarded by, level.
HONOURS = [
    ("欧阳䶮", HonourKind.AWARD, 310, "优秀人大代表", "", "云渚区人大常委会", HonourLevel.DISTRICT),
    (
        "诸葛垚",
        HonourKind.DEED,
        200,
        "带头拆除自家临路棚屋",
        "环湖道路整治开工前三天，自行拆除临路棚屋六十平方米，带动沿线十一户按期拆完。",
        "",
        "",
    ),
]
BRIEFING = """一、一般公共预算收入完成年度预算的百分之八十六，教育、医疗、农村道路支出按进度拨付。

二、代表提出的建议已全部交办，答复情况请在“议案建议”里查看。

三、对预算执行有意见的，请在联络站或者这里提出。"""


def build_telling(today):
    """Two honours, two inspections by card at different stages, one briefing that some have read."""
    for name, kind, ago, title, facts, awarded_by, level in HONOURS:
        Honour.objects.create(
            deputy=Deputy.objects.get(name=name),
            kind=kind,
            on=today - timedelta(days=ago),
            title=title,
            facts=facts,
            awarded_by=awarded_by,
            level=level,
        )
    district = Jurisdiction.objects.get(name="云渚区")
    office = User.objects.get(role=Role.DISTRICT_OFFICE, jurisdiction=district)
    _inspections(district, office, today)
    _briefing(district, office, today)


def _inspections(district, office, today):
    """One that the unit has told of and is mending, one that waits to be verified."""
    first, second = (_seat(district, username) for username in ("ouyang", "zhuge"))
    unit = User.objects.get(username="zhujian").unit
    with clock.at(moment(today - timedelta(days=24), 16)):
        seen = inspection_workflow.record(
            by=first.deputy.user,
            seat=first,
            unit_name="桐花路改造工程项目部",
            found="看了施工围挡和临时便道。便道没有照明，夜里学生下晚自习要摸黑走。",
            suggestions="给便道装临时路灯，在路口设引导牌。",
            starts_on=clock.today(),
            days="0.5",
            place="望云街道",
        )
    with clock.at(moment(today - timedelta(days=22))):
        due_on = clock.today() + timedelta(days=15)
        inspection_workflow.hand_over(seen, by=office, unit=unit, report_due_on=due_on)
    with clock.at(moment(today - timedelta(days=12))):
        inspection_workflow.report(
            seen,
            by=User.objects.get(username="zhujian"),
            reported_on=clock.today(),
            report="情况属实。已责成项目部沿便道装十二盏临时路灯，先装学校一侧。",
            improve_by=today + timedelta(days=6),
        )
    with clock.at(moment(today - timedelta(days=1), 9)):
        inspection_workflow.record(
            by=second.deputy.user,
            seat=second,
            unit_name="白鹭湾镇敬老院",
            found="看了厨房和活动室，饭菜留样齐全；二楼走廊扶手松动两处。",
            suggestions="尽快固定扶手。",
            starts_on=clock.today(),
            days="0.5",
            place="白鹭湾镇",
        )


def _briefing(district, office, today):
    """The whole congress is told; one deputy has read it."""
    with clock.at(moment(today - timedelta(days=3), 9)):
        briefing = briefing_workflow.send(
            by=office,
            seats=Seat.objects.whole_of(district).in_office(clock.today()),
            jurisdiction=district,
            kind=BriefingKind.REPORT,
            title="云渚区前三季度预算执行情况",
            text=BRIEFING,
            audience="云渚区全体代表",
        )
    with clock.at(moment(today - timedelta(days=2), 20)):
        briefing_workflow.read(briefing, by=User.objects.get(username="ouyang"))


def _seat(district, username):
    return Seat.objects.get(deputy__user__username=username, term__jurisdiction=district, ends_on=None)
