"""Ledgers go out as they come in: unchanged, without who came unless somebody says why, without formulas."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from congress import clock
from congress.registers.takeover import open_book
from reception.enums import OpinionStatus
from reception.models import Disclosure, Opinion, UnitReply, Visitor
from tests.factories.congress import DistrictOfficeFactory, LocalOfficeFactory
from tests.factories.ledgers import HOME, came, ledger, ledger_world, rota
from tests.factories.reception import opinion_at, people
from tests.factories.registers import book_of, take


pytestmark = pytest.mark.django_db

NAME = "云山区2025年代表接待日登记表.xlsx"
ROTA = rota(
    [HOME, "2025.3.20", "2025.3.21", "8:30-11:00", "2025.3.14", "肖瑾、胡博", "肖瑾、魏军", "是",
     "胡博请假，由魏军替班"],
    [HOME, "2025.4.20", None, "8:30-11:00", None, "胡博", None, "否", "防汛"],
)  # fmt: skip
REFERRED = {"处理方式": "转办", "转办单位": "区市容局、区水利局", "转办日期": "3月24日"}
REPLIED = REFERRED | {"单位答复日期": "4月7日", "办理结果": "已办"}
RATED = REPLIED | {"答复群众日期": "4月8日", "答复方式": "电话", "对办理满意度": "不满意"}
LEDGER = ledger(
    came("2025.3.21", "路灯坏了", 联系电话="15400000732", 事项类别="交通出行", **RATED),
    came("2025.3.21", "水渠堵了，找我15400000732", 来访人="同上", 来访人数=None, **REFERRED),
    came("2025.3.21", "缺工人", 来访人="石坎服装厂（单位）", 处理方式="当场解释"),
    came("2025.3.21", "想建桥", 来访人="不愿留名", 处理方式="转为代表建议"),
)


@pytest.fixture
def office(client):
    world = ledger_world()
    take(book_of({"轮值安排": ROTA, "接待登记": LEDGER}, NAME))
    office = DistrictOfficeFactory(jurisdiction=world.district)
    client.force_login(office)
    return office


def export(client, **data):
    return client.post(reverse("reception:ledger_export"), {"kind": "days", "year": 2025} | data)


def sheets(response):
    """{sheet: rows of cells} of a workbook that was sent."""
    book = load_workbook(io.BytesIO(response.content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


@pytest.mark.parametrize("data", [{}, {"personal": "on", "reason": "年终核对登记表"}])
def test_what_is_exported_comes_in_again_unchanged(client, office, data):
    response = export(client, **data)
    report = take(open_book(io.BytesIO(response.content), NAME))
    assert report.counts == {"new": 0, "changed": 0, "unchanged": 6, "wrong": 0}
    told = "".join(str(cell) for rows in sheets(response).values() for row in rows for cell in row)
    personal = [text for text in ("贺荣云", "15400000732") if text in told]
    assert personal == (["贺荣云", "15400000732"] if data else [])
    visitors = set(Visitor.objects.all())
    assert {entry.visitor for entry in Disclosure.objects.all()} == (visitors if data else set())


def test_formulas_are_text(client, office):
    Opinion.objects.filter(words="缺工人").update(words="=1+1")
    rows = sheets(export(client))["接待登记"]
    words = [row[rows[0].index("反映的主要问题")] for row in rows[1:]]
    assert words == ["路灯坏了", "水渠堵了，找我154****0732", "1+1", "想建桥"]


def test_names_in_titles_replies_and_reasons_are_masked(client, office):
    opinion = Opinion.objects.get(words="路灯坏了")
    Opinion.objects.filter(pk=opinion.pk).update(title="贺荣云反映路灯")
    UnitReply.objects.filter(referral__opinion=opinion).update(text="已答复贺荣云15400000732")
    opinion.surveys.update(reason="贺荣云说没亮")
    headings, row, *_ = sheets(export(client))["接待登记"]
    told = [row[headings.index(heading)] for heading in ("事由", "办理结果", "不满意原因")]
    replies = "已答复贺某某154****0732；已答复贺某某154****0732"
    assert told == ["贺某某反映路灯", replies, "贺某某说没亮"]


def test_opinions_of_every_channel_without_who_came(client, office):
    [rows] = sheets(export(client, kind="opinions")).values()
    assert [row[rows[0].index("事由")] for row in rows[1:]] == [
        "路灯坏了",
        "水渠堵了，找我（电话略）",
        "缺工人",
        "想建桥",
    ]
    assert [row[rows[0].index("承办单位")] for row in rows[1:]][:3] == ["区城管局、区水利局"] * 2 + [None]


@pytest.mark.parametrize(
    ("data", "errors"),
    [
        ({"personal": "on"}, {"reason": ["请写明为什么要个人信息，至少4个字。"]}),
        (
            {"personal": "on", "kind": "opinions", "reason": "年终核对"},
            {"personal": ["群众意见台账没有来访人信息，请不要勾选；要这些信息的，请导出登记表。"]},
        ),
    ],
)
def test_personal_data_without_a_reason_are_refused(client, office, data, errors):
    response = export(client, **data)
    assert response.context["form"].errors == errors
    assert Disclosure.objects.count() == 0


def test_a_town_exports_its_own_only(client, office):
    client.force_login(LocalOfficeFactory(jurisdiction=people().town))
    assert {title: len(rows) for title, rows in sheets(export(client)).items()} == {
        "轮值安排": 1,
        "接待登记": 1,
    }


@pytest.mark.parametrize("count", [1, 3])
def test_export_costs_the_same_with_more_matters(client, django_assert_num_queries, count):
    who = people()
    for _ in range(count):
        opinion_at(OpinionStatus.SURVEYED, who)
    client.force_login(LocalOfficeFactory(jurisdiction=who.town))
    with django_assert_num_queries(18):
        export(client, year=clock.today().year, personal="on", reason="年终核对")
