"""A ledger with merged cells, a heading of two rows and words of its own: what is not recognised is named,
and read once somebody says what it means (issue 5, part 11)."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from congress.registers.office import set_heading
from congress.registers.takeover import open_book, rolled_back
from tests.factories.proposal_ledgers import ledger_world, matters, ratings, sessions_of
from tests.factories.registers import defects_of, take


pytestmark = pytest.mark.django_db

ROWS = [
    ["云山区人大代表意见建议办理情况一览表（2025年度）"],
    ["流水号", "级次", "案件编号", "案由", "提案人", None, "内容归类", "承办", None, "受理时间", "办理要求",
     "回复情况", None, None, "代表评价", None, "备注"],
    [None] * 4 + ["第一提出人", "附议人", None, "主办单位", "会办单位", None, None,
                  "回复时间", "回复文号", "等级", "结果", "态度", None],
    [1, "区级", "云人建1号", "关于修路的建议", "方秋民", "付兰、胡博", "农业农村", "区水利局", "区城管局",
     45701, "60日内", 45760, "云水函〔2025〕3号", "甲", "满意", "基本满意", None],
    [2, None, "云人建2号", "关于建桥的建议", "曾春华", None, "农业农村", "区城管局", None, 45702, "60日内",
     45790, None, "乙", "不满意", "满意", None],
    [3, "石坎镇", "石人建1号", "关于路灯的建议", "宋文兰", "尉迟犇", "农业农村", "石坎镇政府", None, 45710,
     "60日内", None, None, None, None, None, "办理中"],
]  # fmt: skip
MERGED = "A1:Q1 A2:A3 B2:B3 C2:C3 D2:D3 E2:F2 G2:G3 H2:I2 J2:J3 K2:K3 L2:N2 O2:P2 Q2:Q3 B4:B5"


def book():
    made, content = Workbook(), BytesIO()
    for row in ROWS:
        made.active.append(row)
    for area in MERGED.split():
        made.active.merge_cells(area)
    made.save(content)
    content.seek(0)
    return open_book(content, "2025年办理情况.xlsx")


def test_what_is_not_recognised_is_named_and_read_once_its_meaning_is_told():
    world = ledger_world()
    sessions_of(world)
    with rolled_back():
        assert take(book()).sheets[0].unknown == ("流水号", "受理时间", "办理要求")
    for heading, key in (("受理时间", "assigned_on"), ("办理要求", "due"), ("流水号", "")):
        set_heading(world.district, "proposals", heading, key)
    report = take(book())
    assert (report.sheets[0].unknown, defects_of(report)) == ((), [])
    assert matters() == {
        "关于修路的建议": ("第九届四次会议第1号建议", "已办结", "方秋民", {"付兰", "胡博"},
                    "区水利局、区城管局", "2025-02-13", "2025-04-14", "2025-04-13"),
        "关于建桥的建议": ("第九届四次会议第2号建议", "代表已反馈", "曾春华", set(), "区城管局",
                    "2025-02-14", "2025-04-15", "2025-05-13"),
        "关于路灯的建议": ("第十五届六次会议第1号建议", "已交办", "宋文兰", {"尉迟犇"}, "石坎镇政府",
                    "2025-02-22", "2025-04-23", ""),
    }  # fmt: skip
    assert ratings() == {
        "关于修路的建议": ("甲", "基本满意", "满意", ""),
        "关于建桥的建议": ("乙", "满意", "不满意", ""),
    }
