"""Ledgers of offices that write otherwise: both levels in a sheet, other headings, orders, classes, files."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from congress.models import MarkMapping, ResultClass, Takeover
from congress.registers.importer import importer_of
from congress.registers.office import set_marks
from proposals.models import Proposal
from tests.factories.congress import DistrictFactory, DistrictOfficeFactory, LocalOfficeFactory
from tests.factories.proposal_ledgers import TOWN_NAMES, ledger_world, matters, ratings, sessions_of
from tests.factories.registers import book_of, csv_book, defects_of, old_book_of, take, workbook_of


pytestmark = pytest.mark.django_db

SERIAL = {day: (date(2025, *day) - date(1899, 12, 30)).days for day in ((2, 14), (4, 10), (4, 18), (5, 6))}
BOTH_LEVELS = [
    ["云山区及各镇2025年议案和建议办理情况一览表"],
    ["序号", "层级", "镇街", "建议编号", "议案/建议", "案由", "第一提案人", "附议人", "分类",
     "会次", "是否大会期间", "主办部门", "协办部门", "分办日期", "60日期限", "办复时间", "办理类别",
     "满意程度", None, "备注"],
    [None] * 17 + ["办理结果", "办理态度", None],
    [1, "区级", None, "2025-001", "建议", "关于修路的建议", "方秋民", "付兰,胡博", "工业交通", "九届四次会议",
     "是", "区市容局", "区水利局", SERIAL[2, 14], "60天", SERIAL[4, 10], "甲", "基本满意", "满意", None],
    [2, "〃", None, "2025-002", "〃", "关于建桥的建议", "〃", None, "交通出行", "〃", "否",
     "〃", "/", SERIAL[4, 18], "60天", None, None, None, None, "正在办"],
    [3, "镇级", "石坎镇", "2025-001", "议案", "关于环境整治的议案", TOWN_NAMES[0], "、".join(TOWN_NAMES[1:]),
     "农业农村", "十五届六次", "是", "石坎镇政府", None, SERIAL[2, 14], "60天", SERIAL[5, 6], "丙",
     "不满意", "满意", None],
    ["合计", None, None, "3件"] + [None] * 16,
]  # fmt: skip


@pytest.fixture
def world():
    world = ledger_world()
    sessions_of(world)
    return world


def second_time(*books):
    return {key: count for key, count in take(*books).counts.items() if count}


def test_one_sheet_for_both_levels_with_ditto_marks_serial_dates_and_other_classes(world):
    book = book_of({"一览表": BOTH_LEVELS}, "2025年议案建议办理情况.xlsx")
    report = take(book)
    assert [topic for _, topic, _ in defects_of(report)] == ["unit_old_name", "unit_old_name"]
    assert matters() == {
        "关于修路的建议": ("第九届四次会议第1号建议", "已办结", "方秋民", {"付兰", "胡博"},
                    "区城管局、区水利局", "2025-02-14", "2025-04-15", "2025-04-10"),
        "关于建桥的建议": ("第九届四次会议第2号建议", "已交办", "方秋民", set(), "区城管局",
                    "2025-04-18", "2025-06-17", ""),
        "关于环境整治的议案": ("第十五届六次会议第1号议案", "代表已反馈", "宋文兰", {*TOWN_NAMES[1:]},
                      "石坎镇政府", "2025-02-14", "2025-04-15", "2025-05-06"),
    }  # fmt: skip
    assert ratings() == {
        "关于修路的建议": ("甲", "满意", "基本满意", ""),
        "关于环境整治的议案": ("丙", "满意", "不满意", ""),
    }
    assert [one.in_session for one in Proposal.objects.order_by("pk")] == [True, False, True]
    assert second_time(book) == {"unchanged": 3}


def test_csv_with_names_in_one_column_and_kinds_by_section(world):
    book = csv_book(
        [
            ["石坎镇2025年人大代表议案建议办理台账"],
            ["编号", "提出人", "建议标题", "承办单位", "协办单位", "交办时间", "答复日期", "是否满意"],
            ["一、议案", "", "", "", "", "", "", ""],
            ["第1号", "、".join(TOWN_NAMES), "加强环境整治", "镇政府", "", "2月14日", "", ""],
            ["二、建议", "", "", "", "", "", "", ""],
            ["第1号", "尉迟犇 贺秋丽", "增设路灯", "石坎镇政府", "区水利局", "11月14日", "1月8日", "满意"],
        ],
        "石坎镇2025年建议台账.csv",
    )
    report = take(book)
    assert defects_of(report) == []
    assert matters() == {
        "加强环境整治": ("第十五届六次会议第1号议案", "已交办", "宋文兰", {*TOWN_NAMES[1:]}, "石坎镇政府",
                   "2025-02-14", "2025-05-14", ""),
        "增设路灯": ("第十五届六次会议第1号建议", "已办结", "尉迟犇", {"贺秋丽"}, "石坎镇政府、区水利局",
                 "2025-11-14", "2026-02-14", "2026-01-08"),
    }  # fmt: skip
    assert second_time(book) == {"unchanged": 2}


def test_old_workbook_in_two_rows_of_headings_with_a_sheet_for_suggestions(world):
    ResultClass.objects.create(jurisdiction=world.district, code="A", label="已解决")
    book = old_book_of(
        "代表建议",
        [
            ["云山区九届人大四次会议代表建议办理台账（2025年）"] + [""] * 10,
            ["建议号", "题目", "代表", "", "单位", "", "办理", "", "", "代表反馈", ""],
            ["", "", "领衔", "附议", "主办", "会办", "交办", "答复", "类别", "态度", "结果"],
            ["建议12", "关于修路的建议", "方秋民", "无", "水利局", "民政局", "2025-02-14", "2025-04-10",
             "A类",             "满意", "满意"],
            ["建议13", "关于建桥的建议", "方秋民", "无", "水利局", "", "2025-02-14", "2025-04-10", "已采纳",
             "较满意", "较满意"],
        ],
        merged=[(1, 2, 0, 0), (1, 2, 1, 1), (1, 1, 2, 3), (1, 1, 4, 5), (1, 1, 6, 8), (1, 1, 9, 10)],
        name="建议台账.xls",
    )  # fmt: skip
    report = take(book)
    assert [(topic, message) for _, topic, message in defects_of(report)] == [
        ("mark_unknown", "第5行：办理/类别“已采纳”没有认出，按空值导入；请指定它的意思"),
        ("mark_unknown", "第5行：代表反馈/态度“较满意”没有认出，按空值导入；请指定它的意思"),
    ]
    assert matters()["关于修路的建议"][0] == "第九届四次会议第12号建议"
    assert ratings()["关于建桥的建议"] == ("", "", "", "")
    set_marks(world.district, "proposals", {"已采纳": "class:A", "较满意": "rating:basically"})
    assert second_time(book) == {"changed": 1, "unchanged": 1}
    assert ratings()["关于建桥的建议"][2] == "基本满意"


def test_page_asks_what_an_unknown_class_and_heading_mean(client, world):
    ResultClass.objects.create(jurisdiction=world.district, code="A", label="已解决")
    client.force_login(DistrictOfficeFactory(jurisdiction=world.district))
    rows = [
        ["云山区2025年代表建议台账"],
        ["编号", "标题", "领衔代表", "主办单位", "交办日期", "答复日期", "结果类别", "挂号"],
        ["1", "关于修路的建议", "方秋民", "区水利局", "2025.2.14", "2025.4.10", "解决了", "5"],
    ]
    file = SimpleUploadedFile("建议台账.xlsx", workbook_of({"区级": rows}).read())
    client.post(reverse("takeover"), {"files": [file]})
    record = Takeover.objects.get()
    page = client.get(reverse("takeover_detail", args=[record.pk]))
    [field] = page.context["mark_forms"]["proposals"].fields.values()
    assert [label for _, label in field.choices] == ["暂不指定", "A类（已解决）", "不计"]
    [note] = page.context["preview"]["sheets"]
    assert list(note["unknown"]) == ["挂号"]
    asked = {field.html_name: field.value() for field in note["form"]}
    answers = asked | {"sheet0-heading7": "document_number"}
    client.post(reverse("takeover_headings", args=[record.pk, 0]), answers)
    client.post(reverse("takeover_marks", args=[record.pk, "proposals"]), {"proposals-mark0": "class:A"})
    client.post(reverse("takeover_confirm", args=[record.pk]))
    assert ratings()["关于修路的建议"][0] == "A"


def test_town_imports_its_own_ledger_and_no_other(world):
    office = LocalOfficeFactory(jurisdiction=world.town)
    book = book_of({"一览表": BOTH_LEVELS}, "2025年议案建议办理情况.xlsx")
    report = take(book, name=world.town.name, user=office)
    assert [level for level, _, _ in defects_of(report, "error")] == ["error", "error"]
    assert list(matters()) == ["关于环境整治的议案"]


def test_classes_by_which_words_are_explained_are_those_of_the_district(world):
    for place, label in ((world.district, "已经办好"), (DistrictFactory(), "别区的写法")):
        ResultClass.objects.create(jurisdiction=place, code="A", label=label)
    for office in (world.district, LocalOfficeFactory(jurisdiction__parent=world.district).jurisdiction):
        assert importer_of("proposals").meanings_of("class", office) == {"class:A": "A类（已经办好）"}


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_explained_words_costs_the_same(count, client, world, django_assert_num_queries):
    set_marks(world.district, "proposals", {f"办{at}": "class:A" for at in range(count)})
    client.force_login(DistrictOfficeFactory(jurisdiction=world.district))
    address = reverse("admin:congress_markmapping_changelist")
    client.get(address)
    with django_assert_num_queries(11):
        page = client.get(address)
    assert page.context["cl"].result_count == MarkMapping.objects.count() == count
    assert "A类（已经解决或者基本解决）" in page.text
