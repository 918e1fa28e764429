import pytest

from deputies.models import Constituency, Seat
from tests.factories.congress import DistrictFactory
from tests.factories.registers import book_of, defects_of, take


pytestmark = pytest.mark.django_db

DISTRICT_HEADINGS = ["序号", "选区号", "选区名称", "所属镇街", "所辖范围", "选民数（人）", "应选代表名额"]
TOWN_HEADINGS = ["序号", "镇", "选区号", "选区名称", "所辖范围", "选民数（人）", "应选代表名额"]


@pytest.fixture(autouse=True)
def _district():
    DistrictFactory(name="云山区")


def district_table(*rows):
    return book_of({"区级选区": [["云山区区级人大代表选区划分表"], DISTRICT_HEADINGS, *rows]})


def shown():
    return [
        (str(found.jurisdiction), found.number, found.name, str(found.town), found.voters, found.seat_quota)
        for found in Constituency.objects.order_by("pk")
    ]


def test_constituencies_of_the_district():
    take(district_table([1, "第1选区", "望云一", "望云街道", "云麓社区", "8884人", 3]))
    assert shown() == [("云山区", 1, "望云一", "望云街道", 8884, 3)]


def test_constituencies_of_towns_of_one_name():
    rows = [
        [1, "石坎镇", "第1选区", "上坎村", "上坎村", 968, 3],
        [2, "石坎镇", "第7选区", "上坎村", "上坎村", 900, 2],
    ]
    take(book_of({"镇级选区": [["镇级人大代表选区划分表"], TOWN_HEADINGS, *rows]}))
    assert shown() == [
        ("石坎镇", 1, "上坎村", "石坎镇", 968, 3),
        ("石坎镇", 7, "上坎村", "石坎镇", 900, 2),
    ]


def test_constituencies_of_all_levels_in_one_sheet():
    rows = [["区级", "石坎镇", "第1选区", 2000, 2], ["镇级", "石坎镇", "第1选区", 500, 2]]
    take(book_of({"Sheet1": [["级别", "所在镇街", "选区", "选民人数", "名额"], *rows]}))
    assert shown() == [("云山区", 1, "", "石坎镇", 2000, 2), ("石坎镇", 1, "", "石坎镇", 500, 2)]


def test_constituencies_without_numbers_are_counted():
    rows = [["东山一", "a村", 2], ["东山二", "b村", 2]]
    book = book_of({"选区": [["选区名称", "所辖范围", "名额"], *rows]})
    take(book)
    assert [(number, name) for _, number, name, *_ in shown()] == [(1, "东山一"), (2, "东山二")]
    assert take(book).counts["unchanged"] == 2


def test_quota_beyond_the_law_is_dropped_with_a_warning():
    report = take(district_table([1, "第1选区", "望云一", "望云街道", "云麓社区", 8884, 4]))
    assert defects_of(report) == [
        (
            "warning",
            "quota_illegal",
            "第3行：应选代表名额“4”不合规定，每一选区选一名至三名代表（选举法第二十五条），按空值导入",
        )
    ]


def test_constituency_twice_is_refused():
    report = take(district_table([1, "第1选区", "甲", "", "", 1, 1], [2, "1选区", "乙", "", "", 1, 1]))
    assert defects_of(report) == [
        ("error", "duplicate_constituency", "第4行：第1选区与第3行重复，本行不导入")
    ]


def test_constituency_without_number_and_name_is_refused():
    report = take(district_table([1, "", "", "望云街道", "云麓社区", 1, 1]))
    assert defects_of(report) == [
        ("error", "required_missing", "第3行：“选区号”和“选区名称”都是空的，本行不导入")
    ]


def test_constituency_that_moves_to_another_town_is_told():
    report = take(
        district_table(
            [1, "第1选区", "石坎一", "石坎镇", "上坎村", 968, 3],
            [2, "第2选区", "柳河一", "柳河镇", "柳河村", 900, 2],
        )
    )
    moved = take(district_table([1, "第1选区", "柳河二", "柳河镇", "柳河村", 968, 3]))
    told = (
        "第3行：第1选区（石坎一）原在石坎镇，表中写在柳河镇，按表改过去，由它选出的代表随选区转移；"
        "没有调整选区的，请核对选区号"
    )
    assert (defects_of(report), defects_of(moved)) == (
        [],
        [
            ("warning", "constituency_moved", told),
        ],
    )


def test_numbers_that_count_within_towns_are_names():
    names = ["城关镇第一选区", "城关镇第二选区", "河东乡第一选区", "河东乡第二选区"]
    book = book_of({"选区": [["选区名称", "所辖范围", "名额"], *([name, "东街", 2] for name in names)]})
    report = take(book)
    assert [(number, name) for _, number, name, *_ in shown()] == list(enumerate(names, 1))
    assert (defects_of(report), take(book).counts["unchanged"]) == ([], 4)
    assert report.notices[-1] == "登记表.xlsx，工作表“选区”：选区没有写选区号，按先后顺序编号，请核对。"


def test_constituency_without_a_number_takes_nobody_elses():
    take(district_table([1, "第2选区", "望云一", "望云街道", "云麓社区", 900, 2]))
    take(district_table([1, "", "上坎村", "", "", 900, 2], [2, "3选区", "下坎村", "", "", 900, 2]))
    assert [(number, name) for _, number, name, *_ in shown()] == [
        (2, "望云一"),
        (4, "上坎村"),
        (3, "下坎村"),
    ]


def test_name_where_the_number_belongs():
    take(district_table([1, "城关镇第一选区", "", "", "", 900, 2]))
    assert [(number, name) for _, number, name, *_ in shown()] == [(1, "城关镇第一选区")]


def test_constituency_twice_by_name_is_refused():
    row = ["", "上坎村", "", "", 900, 2]
    report = take(district_table([1, *row], [2, *row[:-1], 3]))
    assert [(level, topic) for level, topic, _ in defects_of(report)] == [("error", "duplicate_constituency")]


def test_deputy_of_a_constituency_that_counts_within_a_town():
    names = ["城关镇第一选区", "河东乡第一选区"]
    table = [["云山区区级选区"], ["选区名称", "所辖范围", "名额"], *([name, "东街", 2] for name in names)]
    roster = [
        ["云山区第九届人大代表名册"],
        ["姓名", "性别", "民族", "所在选区"],
        ["张三", "男", "汉", "河东乡第1选区"],
    ]
    report = take(book_of({"选区": table, "区代表": roster}))
    assert (Seat.objects.get().constituency.name, defects_of(report)) == ("河东乡第一选区", [])


def test_number_beside_the_name_in_any_order():
    headings = ["名额", "登记选民数", "包括范围", "所在乡镇街道", "选区", "选区序号", "序"]
    rows = [headings, [3, 968, "上坎村", "石坎镇", "石坎一", 7, 1]]
    report = take(book_of({"选区": [["云山区选区划分表"], *rows]}))
    assert (shown(), defects_of(report)) == ([("云山区", 7, "石坎一", "石坎镇", 968, 3)], [])


def test_number_under_an_unread_heading_is_not_guessed():
    rows = [["选区名称", "选区的分区编排号", "所辖范围", "名额"], ["上坎", 7, "上坎村", 2]]
    report = take(book_of({"选区": [["云山区选区划分表"], *rows]}))
    told = "第3行：“选区的分区编排号”栏没有认出，选区号不能猜，请指定该栏后再导入，本行不导入"
    assert (shown(), defects_of(report)) == ([], [("error", "number_unread", told)])
