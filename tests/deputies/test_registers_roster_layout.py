"""A roster as another office draws it up: its own columns, congresses and writings."""

from datetime import date

import pytest

from congress.models import Jurisdiction
from deputies.enums import StartGround
from deputies.models import Deputy, Seat
from tests.factories.registers import book_of, csv_book, defects_of, take


pytestmark = pytest.mark.django_db


OTHER_OFFICE = [
    ["云山县第十六届人大代表花名册"],
    [
        "编号",
        "代表",
        "",
        "出生日期",
        "党派",
        "学历",
        "手机",
        "级别",
        "乡镇",
        "选区名称",
        "当选时间",
        "身份证号",
        "备注",
    ],
    ["", "姓名", "性别", "", "", "", "", "", "", "", "", "", ""],
    [
        "1",
        "张三",
        "女",
        "1980-05",
        "中共",
        "本科",
        "13900000001",
        "县级",
        "",
        "第3选区",
        "2021年12月",
        "11010",
        "",
    ],
    [
        "2",
        "李四",
        "男",
        "1975年10月",
        "群众",
        "博士后",
        "13900000002",
        "县级",
        "柳河镇",
        "东山一",
        "2024.3",
        "x",
        "",
    ],
    [
        "3",
        "张三",
        "女",
        "1980.05",
        "党员",
        "大学",
        "13900000001",
        "镇级",
        "柳河镇",
        "1选区",
        "2021.11",
        "x",
        "2024年6月迁出",
    ],
    ["4", "王五", "男", "1990/1/1", "民盟", "大专", "", "乡级", "无名乡", "1", "", "", "去世"],
    ["5", "赵六", "男", "1991/1/1", "民盟", "大专", "", "省级", "", "", "", "", ""],
    ["合计", "5人"],
]


def test_another_offices_layout():
    table = [["云山县选区划分一览表"], ["序号", "镇（街道）", "选区名称", "名额"], [1, "柳河镇", "东山一", 2]]
    report = take(csv_book(OTHER_OFFICE, "花名册.csv"), book_of({"Sheet1": table}, "选区.xlsx"))
    seats = Seat.objects.select_related("deputy", "term__jurisdiction", "constituency").order_by("pk")
    assert [(seat.deputy.name, seat.place, seat.term.number) for seat in seats] == [
        ("张三", "云山县第3选区", 16),
        ("李四", "云山县第1选区", 16),
        ("张三", "柳河镇第1选区", None),
        ("王五", "无名乡第1选区", None),
    ]
    assert Deputy.objects.count() == 3
    assert [(seat.start_ground, seat.starts_on, seat.ends_on) for seat in seats] == [
        (StartGround.ELECTED, date(2021, 12, 1), None),
        (StartGround.BY_ELECTED, date(2024, 3, 1), None),
        (StartGround.ELECTED, date(2021, 11, 1), date(2024, 6, 30)),
        (StartGround.ELECTED, None, None),
    ]
    assert "花名册.csv：“身份证号”不导入、不保存。" in report.notices
    assert defects_of(report) == [
        ("warning", "end_undated", "第7行：“去世”没有写明年月，按在任导入"),
        ("error", "congress_unknown", "第8行：“省级”不是本区或各镇的代表，本行不导入"),
    ]
    assert not any("11010" in str(value) for value in report.as_dict().values())


def test_another_offices_layout_twice():
    take(csv_book(OTHER_OFFICE, "花名册.csv"))
    before = Jurisdiction.objects.count()
    report = take(csv_book(OTHER_OFFICE, "花名册.csv"))
    assert (report.counts["new"], report.counts["changed"], Jurisdiction.objects.count()) == (0, 0, before)


def test_headings_in_short():
    headings = ["编号", "姓名", "男/女", "族别", "文化", "选区", "选区序号"]
    rows = [headings, [4, "张三", "男", "汉", "大学", "石坎一", 3]]
    report = take(book_of({"区代表": [["云山县第九届人大代表名册"], *rows]}))
    seat = Seat.objects.select_related("deputy", "constituency").get()
    assert (seat.deputy.sex, seat.deputy.ethnicity, seat.deputy.education) == ("male", "汉族", "大学")
    assert (seat.constituency.number, seat.roster_order, report.sheets[0].unknown) == (3, 4, ())
