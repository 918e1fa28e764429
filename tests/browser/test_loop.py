"""The whole loop, from a voter's words to the deputy's annual report, as the people who walk it."""

import pytest

from reception.enums import DayStatus
from tests.browser import matter, report
from tests.factories.deputies import ActivityKindFactory
from tests.factories.reception import OpinionCategoryFactory, day_at


pytestmark = pytest.mark.browser

PHONE = 390
HISTORY = [
    "记下意见",
    "登记",
    "分类",
    "报区协调",
    "转办",
    "单位签收",
    "定办理方案",
    "单位答复",
    "抄送代表",
    "答复选民",
    "满意度测评",
    "重新办理",
    "单位签收",
    "单位答复",
    "抄送代表",
    "答复选民",
    "满意度测评",
    "办结",
]


@pytest.fixture
def day(who):
    """An open reception day on which the town's deputy sits."""
    OpinionCategoryFactory(name="交通出行")
    ActivityKindFactory(code="visit", name="走访选民")
    return day_at(DayStatus.OPEN, who)


@pytest.mark.parametrize("width", [1280, PHONE])
def test_loop_from_visitor_to_annual_report(who, day, enter, width):
    deputy = who.seat.deputy.name

    matter.register_visitor(enter(who.liaison, width), day)
    matter.classify_and_escalate(enter(who.office, width))
    matter.refer_to_unit(enter(who.gov_office, width), who.unit)
    matter.accept(enter(who.clerk, width), who.unit)
    matter.plan(enter(who.clerk, width), who.unit)
    matter.reply(enter(who.clerk, width), who.unit, "已列入计划，尚未安装。")
    matter.copy_to_deputies(enter(who.office, width), deputy)
    matter.answer_voter(enter(who.deputy, PHONE), "区里说已列入计划。")
    matter.survey(enter(who.liaison, width), "不满意", "只说列入计划，没有日期。")
    matter.demand_second_round(enter(who.district_office, width))
    matter.accept(enter(who.clerk, width), who.unit)
    matter.reply(enter(who.clerk, width), who.unit, "信号灯已安装，今日启用。")
    matter.copy_to_deputies(enter(who.office, width), deputy)
    matter.answer_voter(enter(who.deputy, PHONE), "红绿灯已经装好了。")
    matter.survey(enter(who.liaison, width), "满意")
    matter.close(enter(who.office, width))
    told = matter.history(enter(who.office, width))
    assert [line[: len(label)] for line, label in zip(told, HISTORY, strict=True)] == HISTORY

    report.log_activity(enter(who.deputy, PHONE))
    report.verify_activity(enter(who.liaison, width), deputy)
    report.see_activity_counted(enter(who.deputy, PHONE))
    report.begin_report(enter(who.deputy, PHONE), matter.LIGHTS)
    report.write_report(enter(who.deputy, PHONE), deputy)
    report.accept_report(enter(who.office, width), deputy)
    printed = report.printed_report(enter(who.deputy, PHONE))
    assert report.SHORTCOMINGS in printed
    assert "收到意见2件" in printed
