import pytest

from congress.models import Jurisdiction, Unit
from congress.registers.importer import Importer
from congress.registers.takeover import rolled_back
from congress.unit_register import UnitImporter
from tests.factories.congress import DistrictFactory, TownFactory
from tests.factories.registers import book_of, csv_book, defects_of, roster_row, roster_rows, take


pytestmark = pytest.mark.django_db

UNITS = [["承办单位通讯录"], ["单位全称", "简称", "联系电话"], ["云山区水利局", "区水利局", "0000-0000101"]]


@pytest.fixture
def district():
    return DistrictFactory(name="云山区")


def counts(new=0, changed=0, unchanged=0, wrong=0):
    return {"new": new, "changed": changed, "unchanged": unchanged, "wrong": wrong}


def test_second_run_changes_nothing(district):
    first = take(book_of({"通讯录": UNITS}))
    second = take(book_of({"通讯录": UNITS}))
    assert (first.counts, second.counts) == (counts(new=1), counts(unchanged=1))


def test_preview_stores_nothing():
    with rolled_back():
        report = take(book_of({"通讯录": UNITS}), name="云山区")
    assert report.counts == counts(new=1)
    assert (Unit.objects.count(), Jurisdiction.objects.count()) == (0, 0)


def test_file_that_fails_stores_nothing_of_itself_but_keeps_the_others(district, monkeypatch):
    second = [["单位全称", "简称", "联系电话"], ["区民政局", "", ""], ["区教体局", "", ""]]
    take_row = UnitImporter.take

    def stumble(self, row):
        if row.text("name") == "区教体局":
            raise RuntimeError("stumbled")
        take_row(self, row)

    monkeypatch.setattr(UnitImporter, "take", stumble)
    with pytest.raises(RuntimeError):
        take(book_of({"甲": UNITS}, "甲.xlsx"), book_of({"乙": second}, "乙.xlsx"))
    assert [unit.name for unit in Unit.objects.all()] == ["云山区水利局"]


def test_sheet_of_another_kind_is_left_alone(district):
    report = take(book_of({"通讯录": UNITS}, chosen=False), kinds={"roster"})
    assert (report.counts, report.sheets, report.problems) == (counts(), [], [])


def test_chosen_file_of_no_kind_is_a_problem(district):
    report = take(book_of({"表": [["甲", "乙"], ["1", "2"]]}, "说明.xlsx"))
    assert report.problems == ["说明.xlsx，工作表“表”：没有找到表头，未导入。"]


def test_file_of_no_kind_in_a_folder_is_left_alone(district):
    report = take(book_of({"表": [["甲", "乙"], ["1", "2"]]}, "说明.xlsx", chosen=False))
    assert report.problems == []


def test_file_in_a_folder_that_should_be_a_roster_is_a_problem(district):
    report = take(
        book_of({"代表名册": [["谁", "性别", "民族"], ["张三", "男", "汉"]]}, "甲.xlsx", chosen=False)
    )
    (problem,) = report.problems
    assert problem.startswith("甲.xlsx，工作表“代表名册”：像是代表名册，但缺少“姓名”栏，“谁”没有认出")


def test_file_that_cannot_be_opened_is_a_problem(district):
    broken = csv_book([["a"]], "名册.csv")
    broken.sheets, broken.problem = [], "名册.csv打不开。"
    assert take(broken).problems == ["名册.csv打不开。"]


def test_registers_are_taken_in_their_order(district):
    roster = roster_rows(
        roster_row("张三", sex="男", born="1980.05", constituency="东山一", phone="13900000001")
    )
    table = [["云山区选区划分表"], ["选区号", "选区名称", "所辖范围"], ["第7选区", "东山一", "东山村"]]
    report = take(book_of({"名册": roster, "选区": table}))
    assert [result.label for result in report.results] == ["云山区第7选区（东山一）", "张三（云山区）"]
    assert defects_of(report) == []


def test_town_office_imports_no_district_register():
    town = TownFactory(name="石坎镇", parent__name="云山区")
    report = take(book_of({"通讯录": UNITS}), name=town.name)
    assert report.problems == ["登记表.xlsx，工作表“通讯录”：承办单位通讯录由区里导入，未导入。"]


def test_importer_declares_its_rows():
    with pytest.raises(NotImplementedError):
        Importer.take(None, None)
