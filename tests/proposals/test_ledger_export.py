"""The ledger goes out as it comes in: unchanged, by sight, without formulas."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from congress import clock
from congress.registers.takeover import open_book
from proposals.enums import ProposalStatus
from proposals.models import Proposal
from tests.factories.congress import DistrictOfficeFactory, LocalOfficeFactory
from tests.factories.proposal_ledgers import TOWN_NAMES, ledger, ledger_world, sessions_of, told
from tests.factories.proposals import proposal_at
from tests.factories.reception.people import people
from tests.factories.registers import book_of, take


pytestmark = pytest.mark.django_db

NAME = "云山区2025年代表建议议案台账.xlsx"
REPLIED = {"答复日期": "2025.4.2", "结果类别": "A"}
RATED = REPLIED | {"对办理态度": "满意", "对办理结果": "不满意", "不满意原因": "没修好"}
AGAIN = {"是否重办": "是", "再次答复日期": "2025.5.3", "再次评价": "基本满意"}
DISTRICT = ledger(
    told("1", "关于修路的建议", 联名代表="李喆（第9选区）、付兰", 会办单位="区市容局", **RATED, **AGAIN),
    told("2", "关于建桥的建议", 提出时间="闭会期间", 交办日期="2025.6.3", 主办单位="区水利局、区民政局"),
    told("3", "关于路灯的建议", 主办单位=None, 交办日期=None),
    told("4", "关于水的议案", 类型="议案", **RATED),
)
TOWN = ledger(
    told(
        "1", "关于环境的建议", 领衔代表=TOWN_NAMES[0], 提出时间="镇人代会", 主办单位="石坎镇政府", **REPLIED
    ),
    title="石坎镇2025年代表议案、建议办理台账",
)


@pytest.fixture
def world():
    world = ledger_world()
    sessions_of(world)
    take(book_of({"区级": DISTRICT, "石坎镇": TOWN}, NAME))
    return world


@pytest.fixture
def office(client, world):
    office = DistrictOfficeFactory(jurisdiction=world.district)
    client.force_login(office)
    return office


def export(client, **data):
    return client.post(reverse("proposals:ledger_export"), {"year": 2025} | data)


def sheets(response):
    """{sheet: rows by their headings} of a workbook that was sent."""
    book = load_workbook(io.BytesIO(response.content))
    found = {}
    for sheet in book:
        headings, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(headings, row, strict=True)) for row in rows]
    return found


def test_what_is_exported_comes_in_again_unchanged(client, office):
    report = take(open_book(io.BytesIO(export(client).content), NAME))
    assert report.counts == {"new": 0, "changed": 0, "unchanged": 5, "wrong": 0}
    assert [d.message for d in report.defects if d.topic == "record_differs"] == []


def test_row_tells_what_became_of_it(client, office):
    [row] = [row for row in sheets(export(client))["区级"] if row["标题"] == "关于修路的建议"]
    told_cells = {key: row[key] for key in ("编号", "领衔代表", "联名代表", "会次", "提出期间", "主办单位")}
    assert told_cells == {
        "编号": "第九届四次会议第1号",
        "领衔代表": "方秋民",
        "联名代表": "付兰、李喆（云山区第9选区）",
        "会次": "九届四次会议",
        "提出期间": "大会期间",
        "主办单位": "云山区水利局",
    }
    rated = ("结果类别", "对办理态度", "对办理结果", "不满意原因", "是否重办", "再次评价", "备注")
    assert [row[key] for key in rated] == ["A", "满意", "不满意", "没修好", "是", "基本满意", "已办结"]


def test_formulas_are_text(client, office):
    Proposal.objects.filter(title="关于建桥的建议").update(title="=1+1")
    assert "1+1" in [row["标题"] for row in sheets(export(client))["区级"]]


def test_town_exports_its_own_only(client, world):
    client.force_login(LocalOfficeFactory(jurisdiction=world.town))
    found = sheets(export(client))
    assert {title: [row["标题"] for row in rows] for title, rows in found.items()} == {
        "镇级": ["关于环境的建议"]
    }


def test_what_deputies_asked_to_keep_is_marked_and_can_be_left_out(client, office):
    Proposal.objects.filter(title="关于修路的建议").update(secret=True)
    [row] = [row for row in sheets(export(client))["区级"] if row["标题"] == "关于修路的建议"]
    assert row["是否公开"] == "不公开"
    titles = [row["标题"] for row in sheets(export(client, public_only="on"))["区级"]]
    assert "关于修路的建议" not in titles
    assert len(titles) == 3


@pytest.mark.parametrize("count", [1, 3])
def test_export_costs_the_same_with_more_proposals(client, django_assert_num_queries, count):
    who = people()
    for _ in range(count):
        proposal_at(ProposalStatus.REPLIED, who)
    client.force_login(LocalOfficeFactory(jurisdiction=who.town))
    with django_assert_num_queries(12):
        export(client, year=clock.today().year)
