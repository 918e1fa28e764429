import pytest

from congress.enums import UnitCategory
from congress.models import Unit
from tests.factories.congress import DistrictFactory, TownFactory
from tests.factories.registers import book_of, defects_of, take


pytestmark = pytest.mark.django_db

HEADINGS = ["序号", "单位全称", "简称", "曾用名", "类别", "联系人", "联系电话"]


@pytest.fixture
def district():
    return DistrictFactory(name="云山区")


def units(*rows, headings=HEADINGS):
    return book_of({"通讯录": [["承办单位通讯录"], headings, *rows]})


def test_unit_with_its_former_names(district):
    row = [1, "云山区教育体育局", "区教体局", "区教育局、区体委", "政府部门", "汤某", "0000-0000101"]
    take(units(row))
    unit = Unit.objects.get()
    assert (unit.name, unit.short_name, unit.category, unit.contact, unit.phone) == (
        "云山区教育体育局",
        "区教体局",
        UnitCategory.DEPARTMENT,
        "汤某",
        "0000-0000101",
    )
    assert [former.name for former in unit.former_names.all()] == ["区教育局", "区体委"]


def test_unit_renamed_is_found_by_its_former_name(district):
    take(units([1, "区教育局", "", "", "政府部门", "汤某", ""]))
    report = take(units([1, "区教体局", "", "区教育局", "政府部门", "汤某", ""]))
    assert report.counts["new"] == 1
    later = take(units([1, "区教育局", "", "", "政府部门", "汤某", ""]))
    assert later.counts["unchanged"] == 1


def test_town_government_is_local():
    town = TownFactory(name="石坎镇", parent__name="云山区")
    take(units([1, "石坎镇人民政府", "石坎镇政府", "", "镇人民政府、街道办事处", "", ""]), name="云山区")
    unit = Unit.objects.get()
    assert (unit.category, unit.local) == (UnitCategory.LOCAL_GOVERNMENT, town)


def test_unit_twice_in_one_table(district):
    report = take(units([1, "区水利局", "", "", "", "甲", ""], [2, "区水利局", "", "", "", "乙", ""]))
    assert defects_of(report) == [
        ("error", "duplicate_unit", "第4行：区水利局与第3行重复，本行不导入"),
    ]


def test_changed_telephone_is_told_with_old_and_new(district):
    take(units([1, "区水利局", "", "", "", "", "0000-0000101"]))
    report = take(units([1, "区水利局", "", "", "", "", "0000-0000102"]))
    (result,) = report.results
    assert [(change.field, change.old, change.new) for change in result.changes] == [
        ("联系电话", "0000-0000101", "0000-0000102")
    ]


def test_blank_cell_erases_nothing(district):
    take(units([1, "区水利局", "", "", "", "甲", "0000-0000101"]))
    report = take(units([1, "区水利局", "", "", "", "", ""]))
    assert report.counts["unchanged"] == 1


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("云山供水有限公司", UnitCategory.UTILITY),
        ("云山区人民法院", UnitCategory.COURT),
        ("望云街道办事处", UnitCategory.LOCAL_GOVERNMENT),
        ("云山区水利局", UnitCategory.DEPARTMENT),
    ],
)
def test_kind_is_told_by_the_name_where_the_table_does_not(district, name, category):
    take(units([name, "0000-0000101", "甲"], headings=["单位名称", "办公电话", "联络员"]))
    assert Unit.objects.get().category == category


def test_value_that_is_too_long_refuses_the_row(district):
    report = take(units([1, "区水利局", "区" * 51, "", "", "", ""], [2, "区民政局", "", "", "", "", ""]))
    sentence = "第3行：简称最多50个字，现在是51个，请压缩，本行不导入"
    assert defects_of(report) == [("error", "value_invalid", sentence)]
    assert [unit.name for unit in Unit.objects.all()] == ["区民政局"]


def test_old_address_book_does_not_rename_a_unit_back(district):
    take(units([1, "云山区教育体育局", "", "区教育局", "", "甲", ""]))
    report = take(units([1, "区教育局", "", "", "", "乙", ""]))
    unit = Unit.objects.get()
    assert (unit.name, unit.contact) == ("云山区教育体育局", "乙")
    told = "第3行：“区教育局”是云山区教育体育局的曾用名，按云山区教育体育局导入，名称不改"
    assert defects_of(report, "info") == [("info", "former_name", told)]


def test_second_row_for_the_same_unit_is_told(district):
    take(units([1, "云山区教育体育局", "", "区教育局", "", "甲", ""]))
    rows = [1, "云山区教育体育局", "", "", "", "乙", ""], [2, "区教育局", "", "", "", "丙", ""]
    told = "第4行：区教育局与第3行是同一单位（现名云山区教育体育局），本行不导入"
    assert defects_of(take(units(*rows))) == [("error", "duplicate_unit", told)]
    assert Unit.objects.get().contact == "乙"


@pytest.mark.parametrize(
    ("written", "heading", "former"),
    [
        ("县住建局（原县建设局）", "单位名称", ["县建设局"]),
        ("县住建局（曾用名：县建设局）", "单位名称", ["县建设局"]),
        ("县住建局(原县建设局、县房管局)", "单位名称", ["县建设局", "县房管局"]),
        ("县住建局（县建设局）", "部门名称（原名称）", ["县建设局"]),
    ],
)
def test_former_names_in_brackets_behind_the_name(district, written, heading, former):
    rows = [written, "0000-0000101", "甲"]
    report = take(units(rows, headings=[heading, "电话", "联络员"]))
    later = take(units(["县住建局", "0000-0000101", "甲"], headings=["单位名称", "电话", "联络员"]))
    unit = Unit.objects.get()
    assert (unit.name, [name.name for name in unit.former_names.all()]) == ("县住建局", former)
    assert (report.counts["new"], later.counts["unchanged"]) == (1, 1)


def test_name_with_brackets_of_its_own(district):
    take(units([1, "云山区档案馆（地方志办公室）", "", "", "", "", ""]))
    assert [(unit.name, unit.former_names.count()) for unit in Unit.objects.all()] == [
        ("云山区档案馆（地方志办公室）", 0)
    ]


def test_telephones_of_several_columns_are_joined(district):
    headings = ["单位名称", "联络员", "办公电话", "手机"]
    take(units(["区水利局", "甲", "0000-0000101", "15400009300"], headings=headings))
    assert Unit.objects.get().phone == "0000-0000101、15400009300"
