"""Ledgers of offices that write otherwise: other headings, orders, marks and files."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from congress.models import Takeover
from congress.registers.office import set_marks
from reception.enums import AnswerMode
from reception.models import Answer, OpinionCategory, RotaSlot, Visit
from tests.factories.congress import LocalOfficeFactory
from tests.factories.ledgers import HOME, days, ledger_world, matters
from tests.factories.registers import book_of, csv_book, defects_of, old_book_of, take, workbook_of


pytestmark = pytest.mark.django_db

SERIAL = {day: (date(2025, *day) - date(1899, 12, 30)).days for day in ((3, 20), (3, 24), (4, 2), (4, 7))}
TWO_ROWS = [
    ["石坎镇2025年人大代表接待选民台账"],
    ["序号", "接待", None, None, "来访群众", None, None, "反映事项", "问题分类", "处理方式", "转办", None,
     "单位答复", None, "答复群众", None, "满意度", None],
    [None, "日期", "地点", "代表", "姓名", "人数", "电话", None, None, None, "单位", "日期",
     "日期", "内容", "日期", "方式", "对办理", "对代表"],
    [1, SERIAL[3, 20], HOME, "李喆（女） 胡博", "贺荣云", "2人", "154 0000 0732", "路灯坏了",
     "城乡建设与管理", "交办", "市容局", SERIAL[3, 24], SERIAL[4, 2], "已更换", SERIAL[4, 7],
     "上门", "较满意", "满意"],
    [2, "〃", "〃", "〃", "〃", None, None, "水渠堵了", "农业农村与水利", "当场解释", None, None,
     None, "已说明", None, None, "满意", "满意"],
    [3, '"', "同上", "〃", "不愿留名", 1, None, "想了解低保", "民政养老残疾", "转办", "区水利局、镇政府",
     "3月21日", None, None, None, None, None, None],
]  # fmt: skip
EXPLAINED = ("已办结", "当场解释", "", "", "", "", "满意", "满意")


@pytest.fixture
def world():
    return ledger_world()


def test_page_asks_for_each_word_among_those_of_its_column(client, world):
    client.force_login(LocalOfficeFactory(jurisdiction=world.town))
    file = SimpleUploadedFile("石坎镇台账.xlsx", workbook_of({"台账": TWO_ROWS}).read())
    client.post(reverse("takeover"), {"files": [file]})
    record = Takeover.objects.get()
    page = client.get(reverse("takeover_detail", args=[record.pk]))
    [field] = page.context["mark_forms"]["reception"].fields.values()
    assert [label for _, label in field.choices] == ["暂不指定", "满意", "基本满意", "不满意", "不计"]
    assert (page.context["to_do"], "贺荣云" in page.text) == (3, False)
    client.post(
        reverse("takeover_marks", args=[record.pk, "reception"]), {"reception-mark0": "rating:basically"}
    )
    client.post(reverse("takeover_confirm", args=[record.pk]))
    assert matters()["路灯坏了"][-2:] == ("基本满意", "满意")


def second_time(*books):
    return {key: count for key, count in take(*books).counts.items() if count}


def test_two_rows_of_headings_ditto_marks_and_serial_dates(world):
    book = book_of({"台账": TWO_ROWS}, "石坎镇台账.xlsx")
    report = take(book)
    referred = ("已答复选民", "转办", "区城管局", "2025-03-24", "2025-04-02", "2025-04-07")
    assert matters() == {
        "路灯坏了": (*referred, "", ""),
        "水渠堵了": EXPLAINED,
        "想了解低保": ("已转办", "转办", "区水利局、石坎镇政府", "2025-03-21", "", "", "", ""),
    }
    assert days() == [("2025-03-20", "已接待", {"李喆", "胡博"})]
    assert list(Visit.objects.order_by("pk").values_list("party_size", "visitor__phone")) == [
        (2, "15400000732"),
        (1, ""),
    ]
    assert [topic for _, topic, _ in defects_of(report)] == ["unit_old_name", "mark_unknown"]
    set_marks(world.district, "reception", {"较满意": "rating:basically"})
    assert second_time(book) == {"changed": 1, "unchanged": 2}
    assert matters()["路灯坏了"] == ("已办结", *referred[1:], "基本满意", "满意")


def test_csv_of_another_order_without_a_place_or_years(world):
    book = csv_book(
        [
            ["石坎镇2025年群众来访登记台账"],
            ["问题类别", "反映内容", "选民姓名", "联系方式", "接访代表", "来访时间", "办理方式", "责任单位",
             "交办时间", "办复日期", "办理情况", "反馈时间", "反馈方式", "是否满意"],
            ["交通出行", "桥栏坏了", "周国林", "0000-0000101", "肖瑾，魏军", "12月25日", "转交",
             "云山区城管局", "12月26日", "1月8日", "已修", "1月10日", "电话", "不满意"],
            ["交通出行", "班车太少", "周国林", "", "魏军", "12月25日", "当场办结", "", "", "",
             "已加", "", "", "满意"],
            ["", "", "无人来访", "", "肖瑾", "10月20日", "", "", "", "", "", "", "", ""],
            ["合计", "2件", "", "", "", "", "", "", "", "", "", "", "", ""],
        ],
        "石坎镇2025年来访台账.csv",
    )  # fmt: skip
    report = take(book)
    assert defects_of(report) == []
    assert matters() == {
        "桥栏坏了": ("已测评", "转办", "区城管局", "2025-12-26", "2026-01-08", "2026-01-10", "不满意", ""),
        "班车太少": ("已办结", "当场解决", "", "", "", "", "满意", ""),
    }
    assert days() == [("2025-10-20", "已接待", {"肖瑾"}), ("2025-12-25", "已接待", {"肖瑾", "魏军"})]
    assert [answer.mode for answer in Answer.objects.all()] == [AnswerMode.PHONE]
    assert second_time(book) == {"unchanged": 3}


def test_results_tell_what_was_settled_where_no_column_tells_the_outcome(world):
    book = book_of(
        {
            "台账": [
                ["石坎镇2025年接访一览表"],
                ["接访时间", "接访地点", "接访代表", "来访群众", "反映情况", "办理情况", None, None, None,
                 "群众评价"],
                [None, None, None, "姓名", "主要内容", "承办部门", "交办时间", "答复时间", "办理情况",
                 "对办理结果"],
                ["2025.3.20", HOME, "胡博", "贺荣云", "路灯坏了", "区城管局", "2025.3.24", "2025.4.2",
                 "已更换", None],
                ["2025.3.20", HOME, "胡博", "同上", "水渠堵了", None, None, None, "现场答复", "满意"],
                ["2025.3.20", HOME, "胡博", "同上", "桥坏了", None, None, None, "已经记下", None],
            ]
        },
        "石坎镇接访一览表.xlsx",
    )  # fmt: skip
    take(book)
    told = matters()
    assert told["路灯坏了"] == ("单位已答复", "转办", "区城管局", "2025-03-24", "2025-04-02", "", "", "")
    assert told["水渠堵了"] == ("已办结", "当场解释", "", "", "", "", "满意", "")
    assert told["桥坏了"][:2] == ("已登记", "")


def test_old_workbook_of_a_district_with_merged_cells_and_words_of_its_own(world):
    book = old_book_of(
        "接待",
        [
            ["云山区各镇街代表接待群众情况表（2025年度）"] + [""] * 9,
            ["镇街", "日期", "站点", "接待人员", "来访人姓名", "人次", "意见建议", "分类",
             "处置方式", "处理结果"],
            ["石坎镇", "二〇二五年三月二十日", "磨盘村联络点", "魏军", "磨盘村委会", 3.0, "修晒谷场", "三农",
             "领导包案", ""],
            ["", "", "", "", "张三等4人", "", "要路灯", "城乡建设与管理", "列为代表建议", "拟提建议"],
        ],
        merged=[(2, 3, column, column) for column in range(4)],
        name="云山区2025年接待情况.xls",
    )  # fmt: skip
    report = take(book)
    assert [(topic, message) for _, topic, message in defects_of(report)] == [
        ("mark_unknown", "第3行：分类“三农”没有认出，按空值导入；请指定它的意思"),
        ("mark_unknown", "第3行：处置方式“领导包案”没有认出，按空值导入；请指定它的意思"),
    ]
    assert {words: found[:2] for words, found in matters().items()} == {
        "修晒谷场": ("已登记", ""),
        "要路灯": ("转为议案建议", "转为议案建议"),
    }
    assert list(Visit.objects.order_by("pk").values_list("visitor__kind", "party_size")) == [
        ("unit", 3),
        ("person", 4),
    ]
    category = OpinionCategory.objects.get(name="农业农村与水利")
    set_marks(
        world.district,
        "reception",
        {"三农": f"category:{category.pk}", "领导包案": "outcome:explained"},
    )
    assert second_time(book) == {"changed": 1, "unchanged": 1}
    assert matters()["修晒谷场"][:2] == ("当场解释", "当场解释")


def test_rota_and_ledger_in_two_files(world):
    rota = [
        ["石坎镇2025年代表接待日排班表"],
        ["站点", "计划", None, "实际日期", "公示时间", "代表", None, "是否接待", "情况说明"],
        [None, "日期", "时间", None, None, "轮值", "实到", None, None],
        [HOME, "5月20日", "上午8:30至11:00", "5月20日", "5月14日", "肖瑾、李喆（男）", "肖瑾、魏军", "√",
         "李喆出差，魏军代班"],
        [HOME, "6月20日", "8:30-11:00", "6月27日", "6月20日", "胡博", "胡博", "√", "因防汛推迟"],
        [HOME, "7月20日", "8:30-11:00", None, None, "胡博", None, "×", None],
    ]  # fmt: skip
    ledger = [
        ["石坎镇代表接待登记表"],
        ["接待时间", "接待场所", "代表", "反映人", "主要诉求", "处理方式", "办理结果"],
        ["2025.5.20", HOME, "魏军", "吕刚", "要修桥", "解释", "已说明"],
    ]
    books = book_of({"排班": rota}, "排班表.xlsx"), book_of({"登记": ledger}, "登记.xlsx")
    report = take(*books)
    assert defects_of(report) == []
    assert days() == [
        ("2025-05-20", "已接待", {"肖瑾", "魏军"}),
        ("2025-06-27", "已接待", {"胡博"}),
        ("2025-07-21", "已取消", set()),
    ]
    slots = RotaSlot.objects.filter(substitutes__isnull=False)
    assert list(slots.values_list("seat__deputy__name", "substitutes__deputy__name")) == [("魏军", "李喆")]
    assert Visit.objects.get().day.rule_date == date(2025, 5, 20)
    assert second_time(*books) == {"unchanged": 4}
