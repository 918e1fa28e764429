"""What units promised the district's deputies, under the chairs' own supervision and without it."""

from datetime import timedelta

from congress import clock
from congress.enums import Satisfaction
from congress.models import User
from proposals import workflow as proposing
from proposals.enums import InspectionKind, KeyReason, WithholdReason
from proposals.workflow import publication, supervision
from reports.demo.put import GULINAER, HOUSING, OUYANG, QIGUAN, ROADS, ZHUGE, answered, assigned, filed


def build_followed(today):
    """A suggestion under key supervision; four promises, each at another state."""
    _supervised(today)
    for follow in (_put_off, _overdue, _reported, _given_up):
        follow(today)


def _supervised(today):
    """Chosen by the chairs; looked at on the spot, asked about at a meeting; published; on its way."""
    way = assigned(
        today,
        230,
        "关于加快老旧小区雨污管网改造的建议",
        "桐花、云麓两个片区建成三十年，雨天污水倒灌，影响一千二百户。",
        OUYANG,
        "城乡建设与管理",
        HOUSING,
        "区城管局",
        others=[GULINAER, ZHUGE],
    )
    with way.ago(214).at():
        supervision.choose_key(
            way.proposal,
            by=way.office,
            reason=KeyReason.LIVELIHOOD,
            chosen_on=clock.today(),
            chosen_by="区人大常委会主任会议",
            leader=User.objects.get(username="lingdao"),
            committee="城建环资工委",
            chief="区住建局局长 唐越",
        )
    promised = "完成桐花、云麓两个片区雨污管网改造，通过通水验收。"
    answered(way, 160, "已列入年度重点工程，落实专项债资金。", promised=promised, days_left=75)
    filed(way, 150)
    with way.ago(120).at():
        _inspect(
            way,
            InspectionKind.SPOT,
            "桐花片区施工现场",
            "主管已铺设四成，一处便道破损，居民出行不便。",
            "便道十天内修好；错开早晚高峰施工。",
        )
        held = way.proposal.inspections.get()
    with way.ago(105).at():
        told = "便道已经修复，调整了施工时段，社区张贴了公告。"
        supervision.inspect_result(way.proposal, by=way.office, inspection=held, result=told)
    with way.ago(100).at():
        text = publication.text_to_publish(way.proposal)
        reply = publication.reply_to_publish(way.proposal)
        publication.publish(way.proposal, by=way.office, text=text, reply=reply)
    made, clerk = way.promise
    with way.ago(95).at():
        proposing.commitments.tell_progress(made, by=clerk, note="桐花片区主管铺设完成四成。")
    with way.ago(40).at():
        _inspect(
            way,
            InspectionKind.MEETING,
            "区人大常委会会议室",
            "桐花片区完成九成，云麓片区刚开工，工期偏紧。",
            "倒排工期，每月报进度。",
        )
    with way.ago(8).at():
        note = "桐花片区完工待验收，云麓片区完成六成。"
        proposing.commitments.tell_progress(made, by=clerk, note=note)


def _inspect(way, kind, place, findings, demands):
    supervision.inspect(
        way.proposal,
        by=way.office,
        kind=kind,
        held_on=clock.today(),
        place=place,
        attendees="领衔督办的常委会领导、提出建议的代表、主办会办单位负责人",
        findings=findings,
        demands=demands,
    )


def _put_off(today):
    """Put off once, and soon due."""
    way = assigned(
        today,
        215,
        "关于打通望云路东延线断头路的建议",
        "东延线差三百米没有贯通，救护车要绕行四公里。",
        ZHUGE,
        "交通出行",
        ROADS,
        others=[QIGUAN],
    )
    told = "完成征收，年内贯通。"
    answered(way, 150, told, promised="望云路东延线贯通，开放交通。", days_left=-45)
    filed(way, 140)
    made, clerk = way.promise
    with way.ago(100).at():
        proposing.commitments.tell_progress(made, by=clerk, note="征收协议签订九成。")
    with way.ago(50).at():
        note = "汛期停工一个月，主任会议听取说明后同意顺延一次。"
        proposing.commitments.move(made, by=way.office, due_on=today + timedelta(days=3), note=note)
    with way.ago(20).at():
        proposing.commitments.tell_progress(made, by=clerk, note="路基已经贯通，正在铺设沥青。")


def _overdue(today):
    """Overdue, and nothing was told."""
    way = assigned(
        today,
        205,
        "关于多层住宅加装电梯资金监管的建议",
        "几个小区加装电梯的资金长期没有公示，邻里争议多。",
        GULINAER,
        "住房拆迁安置",
        HOUSING,
    )
    answered(way, 140, "起草管理办法。", promised="出台加装电梯资金监管办法并公示。", days_left=-16)
    filed(way, 132, Satisfaction.BASICALLY)


def _reported(today):
    """Reported as kept; the office has to look."""
    way = assigned(
        today,
        195,
        "关于增设石坎至城区早班公交的建议",
        "石坎镇首班车七点二十才发，学生和打工的人赶不上。",
        QIGUAN,
        "交通出行",
        ROADS,
    )
    told = "已与公交公司商定。"
    answered(way, 130, told, promised="石坎至城区首班车提前到六点二十。", days_left=12)
    filed(way, 122)
    made, clerk = way.promise
    with way.ago(3).at():
        outcome = "新时刻表已经执行，首班车六点二十从石坎发车，站牌已更换。"
        proposing.commitments.report_kept(made, by=clerk, outcome=outcome)
    with way.ago(2).at():
        publication.withhold(
            way.proposal, by=way.office, reason=WithholdReason.PRIVACY, note="答复引用了个人情况"
        )


def _given_up(today):
    """Cannot be kept."""
    way = assigned(
        today,
        185,
        "关于在桐花巷建设立体停车楼的建议",
        "桐花巷三个老小区共用一条巷道，夜间停车占了消防通道。",
        OUYANG,
        "城乡建设与管理",
        HOUSING,
    )
    answered(way, 120, "拟利用闲置地块。", promised="完成立体停车楼选址和立项。", days_left=-25)
    filed(way, 112, Satisfaction.BASICALLY)
    with way.ago(35).at():
        note = "地块列入轨道交通控制范围，不能再建；改为错时共享车位，另行答复代表。"
        proposing.give_up_promise(way.promise[0], by=way.office, note=note)
