import io
import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from congress.models import Jurisdiction, Term, Unit
from tests.factories.congress import DistrictFactory, DistrictOfficeFactory, SysadminFactory
from tests.factories.registers import workbook_of


pytestmark = pytest.mark.django_db

UNITS = [["云山区承办单位通讯录"], ["单位全称", "简称", "联系电话"], ["区水利局", "", "0000-0000101"]]


@pytest.fixture
def folder(tmp_path):
    """A folder with an address book of units and a file that is no register."""
    write(tmp_path / "承办单位通讯录.xlsx", UNITS)
    write(tmp_path / "说明.xlsx", [["请先看这里"]])
    return tmp_path


def write(path, rows):
    path.write_bytes(workbook_of({"表一": rows}).read())


def run(*arguments, **options):
    out = io.StringIO()
    call_command("import_registers", *map(str, arguments), stdout=out, **options)
    return out.getvalue().splitlines()


def test_first_takeover_of_a_folder(folder):
    assert run(folder, only="units") == [
        "新建区县：云山区。",
        "承办单位通讯录.xlsx，工作表“表一”：按承办单位通讯录读入。",
        "  新增1行，更新0行，无变化0行，有错误0行",
        "合计：新增1行，更新0行，无变化0行，有错误0行。",
    ]
    assert Unit.objects.get().jurisdiction == Jurisdiction.objects.get(name="云山区")


def test_report_lists_defects_with_their_places(folder):
    write(folder / "承办单位通讯录.xlsx", [*UNITS, ["区教体局", "", "123"]])
    run(folder, only="units", report=folder / "out.json")
    report = json.loads((folder / "out.json").read_text(encoding="utf-8"))
    assert report["defects"] == [
        {
            "level": "warning",
            "topic": "phone_invalid",
            "file": "承办单位通讯录.xlsx",
            "sheet": "表一",
            "row": 4,
            "column": "C",
            "field": "联系电话",
            "text": "123",
            "message": "第4行：联系电话“123”只有3位，按空值导入",
        }
    ]
    assert report["sheets"][0]["counts"] == {"new": 2, "changed": 0, "unchanged": 0, "wrong": 0}


@pytest.mark.parametrize("place", ["nowhere/out.json", "."])
def test_report_that_cannot_be_written_stops_before_anything(place, folder):
    with pytest.raises(CommandError, match="不能写入“.+”，还没有导入。请检查文件夹是否存在"):
        run(folder, only="units", report=folder / place)
    assert (Unit.objects.count(), Jurisdiction.objects.count()) == (0, 0)


def test_dry_run_stores_nothing(folder):
    lines = run(folder, only="units", dry_run=True)
    assert lines[-1] == "合计：新增1行，更新0行，无变化0行，有错误0行。以上为预览，没有保存。"
    assert (Unit.objects.count(), Jurisdiction.objects.count()) == (0, 0)


def test_file_of_a_wanted_kind_that_cannot_be_read(folder):
    (folder / "代表名册.xlsx").write_bytes(b"PK broken")
    with pytest.raises(CommandError, match="代表名册.xlsx已损坏或不是 Excel 工作簿"):
        run(folder, only="roster,units")
    assert Unit.objects.count() == 1


def test_broken_file_of_no_wanted_kind_is_left_alone(folder):
    (folder / "考勤.xlsx").write_bytes(b"PK broken")
    assert len(run(folder, only="units")) == 4


def test_unknown_jurisdiction(folder):
    DistrictFactory(name="云渚区")
    with pytest.raises(CommandError, match="没有“东海区”这个区县（已有云渚区）"):
        run(folder, only="units", jurisdiction="东海区")


def test_unknown_jurisdiction_with_create(folder):
    DistrictFactory(name="云渚区")
    run(folder, only="units", jurisdiction="东海区", create=True)
    assert Unit.objects.get().jurisdiction.name == "东海区"


def test_history_names_the_user(folder):
    user = DistrictOfficeFactory(username="importer", jurisdiction=DistrictFactory(name="云山区"))
    run(folder, only="units", user="importer")
    assert Unit.history.get().history_user == user


def test_user_who_may_not_take_over_is_refused(folder):
    SysadminFactory(username="importer")
    DistrictFactory(name="云山区")
    with pytest.raises(
        CommandError, match="“importer”不能导入云山区的登记表，请用云山区人大常委会代表工作委员会的账号"
    ):
        run(folder, only="units", user="importer")
    assert not Unit.objects.exists()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"only": "rooster"}, "没有“rooster”这种登记表"),
        ({"term": ["九"]}, "届次“九”看不懂"),
        ({"user": "nobody"}, "没有用户名为“nobody”的用户"),
    ],
)
def test_wrong_option(folder, options, sentence):
    with pytest.raises(CommandError, match=sentence):
        run(folder, **options)


def test_path_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match="这个文件或文件夹，请检查路径"):
        run(tmp_path / "nothing.xlsx")


def test_folder_without_sheets(tmp_path):
    with pytest.raises(CommandError, match="文件夹里没有 Excel 或 csv 文件"):
        run(tmp_path)


def test_database_that_is_not_migrated(folder, monkeypatch):
    monkeypatch.setattr("django.db.connection.introspection.table_names", list)
    with pytest.raises(CommandError, match="^数据库还没有建好，请先运行 manage.py migrate。$"):
        run(folder)


def test_register_without_rows_is_told(folder):
    write(folder / "承办单位通讯录.xlsx", UNITS[:2])
    assert run(folder, only="units")[-2:] == [
        "[提醒] 承办单位通讯录.xlsx 表一：只有表头，没有数据行，请核对是否选错了文件",
        "合计：新增0行，更新0行，无变化0行，有错误0行。",
    ]


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("第九届", "届次“第九届”看不懂，请写数字，如 --term 9 或 --term 石坎镇=15。"),
        ("9@2022年1月", "日期“2022年1月”看不懂，请写成 2022-01-12 的样子。"),
    ],
)
def test_term_that_cannot_be_read(folder, told, sentence):
    with pytest.raises(CommandError, match=f"^{sentence}$"):
        run(folder, term=[told])


def test_first_day_of_a_term_on_the_command_line(tmp_path):
    headings = ["姓名", "性别", "民族", "出生年月"]
    write(tmp_path / "名册.xlsx", [["云山区代表名册"], headings, ["张三", "男", "汉", "1980.05"]])
    run(tmp_path, term=["9@2022-01-12"])
    assert [(str(term), term.starts_on) for term in Term.objects.all()] == [
        ("云山区第九届", date(2022, 1, 12))
    ]
