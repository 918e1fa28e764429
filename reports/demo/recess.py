"""What deputies of the district suggested in recess, and what is on the desks of units and deputies now."""

from datetime import timedelta

from congress import clock
from congress.calendar import add_months
from congress.enums import Satisfaction
from congress.models import User
from proposals import handling_workflow, urging, yearly_report
from proposals import workflow as proposing
from proposals.enums import RejectReason, ReturnReason
from reports.demo.put import (
    ADVICE,
    GULINAER,
    HOUSING,
    OUYANG,
    QIGUAN,
    ROADS,
    ZHUGE,
    Put,
    answered,
    assigned,
    handed_in,
)
from reports.demo.walk import moment


CLOSING = """一是少数答复措施不够具体，承诺没有写明完成时间；二是部分事项跨部门，会办意见交得晚。

下一步，将落实承诺台账按季通报制度，对到期未落实的逐件督办，并把办理情况向社会公开。"""


def build_recess(today):
    """Suggestions that wait for somebody around ``today``."""
    _dissatisfied(today)
    _at_units(today)
    _with_deputies(today)
    _just_assigned(today)


def _dissatisfied(today):
    """Handled again, as one of those who signed was not satisfied."""
    way = assigned(
        today,
        130,
        "关于整治老旧小区架空线缆的建议",
        "锦溪社区线缆低垂，货车挂断过两次。",
        OUYANG,
        "城乡建设与管理",
        HOUSING,
        others=[GULINAER],
    )
    answered(way, 50, "将结合小区改造逐步整治。", code="C")
    way.ago(42).rate(Satisfaction.DISSATISFIED, note="没有说先整治哪几条巷子、什么时候完成。")
    with way.ago(20).at():
        proposing.redo(way.proposal, by=way.office, note="请列出巷道清单和完成时间，与代表当面沟通。")
    way.ago(16).take_on()


def _at_units(today):
    """With the units: urged and answered for, to be extended, urged only."""
    way = assigned(
        today,
        96,
        "关于修复芦荻渡口引道的建议",
        "渡口引道塌了一角，摆渡的人上下船要踩石块。",
        ZHUGE,
        "交通出行",
        ROADS,
    )
    way.ago(84).take_on()
    part = way.parts()[0]
    with way.ago(24).at():
        urging.urge(part, by=way.office, note="汛期将到，请先作临时处置，并说明答复时间。")
    with way.ago(20).at():
        urging.receipt(part, by=way.clerk(part), note="已设围挡和临时踏步，设计方案在审，下月书面答复。")

    way = assigned(
        today,
        88,
        "关于完善乡村建筑工匠培训的建议",
        "农房改造缺有证的工匠，返工多。",
        QIGUAN,
        "城乡建设与管理",
        HOUSING,
    )
    way.ago(78).take_on()
    part = way.parts()[0]
    with way.ago(4).at():
        until = part.due_on + timedelta(days=20)
        reason = "培训计划须与省住建厅年度计划衔接，等待批复。"
        handling_workflow.request_extension(part, by=way.clerk(part), until=until, reason=reason)

    way = assigned(
        today,
        74,
        "关于规范物业维修资金使用的建议",
        "电梯、屋顶维修申请资金要跑几个月。",
        GULINAER,
        "住房拆迁安置",
        HOUSING,
    )
    way.ago(62).take_on()
    with way.ago(2).at():
        urging.urge(way.parts()[0], by=way.office, note="请告知办理进度和预计答复时间。")


def _just_assigned(today):
    """One that its unit wants to give back; two that are alike, handled as one."""
    way = assigned(
        today,
        14,
        "关于拆除沿街破损广告牌的建议",
        "环城路六块广告牌锈蚀松动，大风天有人绕着走。",
        QIGUAN,
        "城乡建设与管理",
        ROADS,
    )
    part = way.parts()[0]
    with way.ago(3).at():
        reason = "户外广告由区城管局管理，不属我局职责。"
        handling_workflow.request_return(part, by=way.clerk(part), reason=reason)

    charging = "小区充电桩少，电动自行车进楼充电，火灾隐患大。"
    title = "关于{}电动自行车充电设施的建议"
    main, same = (
        handed_in(today, 10 - later, title.format(words), charging, lead, "社会治安与司法")
        for later, words, lead in ((0, "增加", OUYANG), (1, "规范建设小区", GULINAER))
    )
    with same.ago(4).at():
        proposing.merge(same.proposal, by=same.office, into=main.proposal, note="内容相同，一并办理。")


def _with_deputies(today):
    """With the deputies: to rate, to sign, to correct; refused, and taken back by all who signed."""
    way = assigned(
        today,
        72,
        "关于设置石坎茶山游客停车场的建议",
        "采茶节期间进村道路堵塞，急救车进不去。",
        QIGUAN,
        "文化体育旅游",
        ROADS,
        others=[OUYANG],
    )
    answered(way, 6, "已在村口划定临时停车场，采茶节前完成标线。", code="A")

    way = Put(today).ago(3)
    text = ADVICE.format("放学后的一小时里，四所小学门口没有人疏导。")
    way.draft("关于设立学校门口护学岗的建议", OUYANG, others=[QIGUAN, ZHUGE], text=text)
    way.ago(2).sign(ZHUGE)

    way = Put(today).ago(9)
    way.draft("关于支持茶产业发展的建议", QIGUAN, text="茶产业很重要，希望加大支持力度。")
    way.submit()
    with way.ago(6).at():
        note = "请写明要支持哪些环节、希望哪个部门做什么。"
        proposing.return_to_deputy(way.proposal, by=way.office, reason=ReturnReason.VAGUE, note=note)

    way = Put(today).ago(60)
    way.draft("关于降低居民用气价格的建议", ZHUGE, text=ADVICE.format("天然气价格偏高。"))
    way.submit()
    with way.ago(56).at():
        note = "气价由省级价格主管部门制定，已向市人大转告。"
        proposing.reject(way.proposal, by=way.office, reason=RejectReason.BEYOND, note=note)

    way = handed_in(
        today,
        45,
        "关于鹭头村便民桥加装护栏的建议",
        "便民桥护栏断了两段，孩子上学从桥上过。",
        ZHUGE,
        "交通出行",
        others=[GULINAER],
    )
    with way.ago(39).at():
        proposing.ask_withdrawal(way.proposal, by=way.deputy, note="镇里已经装好护栏，问题解决。")
        [asked] = way.proposal.sponsorships.filter(withdrawal="asked")
        proposing.agree(asked, by=way.signer(asked), note="看过了，已经装好。")


def report_of_year(today):
    """The report of the twelve months that ended last, on what was handled in them and stands by now."""
    office = User.objects.get(username="quban")
    last = today.replace(day=1) - timedelta(days=1)
    first = last.replace(year=last.year - 1, day=1)
    with clock.at(moment(today, 17)):
        months = {"starts_on": add_months(first, 1), "ends_on": last}
        report = yearly_report.draw_up(by=office, jurisdiction=office.jurisdiction, **months)
        yearly_report.write(report, by=office, opening=report.opening, closing=CLOSING)
        yearly_report.confirm(report, by=office)
