import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from congress.enums import Level
from congress.models import HeadingMapping, Jurisdiction, Takeover, TakeoverFile, Unit
from tests.factories.congress import (
    DistrictFactory,
    DistrictOfficeFactory,
    LiaisonFactory,
    LocalOfficeFactory,
    StreetFactory,
    TownFactory,
)
from tests.factories.registers import workbook_of


pytestmark = pytest.mark.django_db

UNITS = [["单位全称", "简称", "联系电话"], ["区水利局", "", "0000-0000101"], ["区水利局", "", ""]]
STRANGE = [["谁来办", "简称", "打给"], ["区水利局", "水利", "0000-0000101"]]


@pytest.fixture
def clerk(client):
    user = DistrictOfficeFactory(jurisdiction=DistrictFactory(name="云山区"))
    client.force_login(user)
    return user


def file_of(rows, name="通讯录.xlsx"):
    return SimpleUploadedFile(name, workbook_of({"表一": rows}).read())


def upload(client, *files):
    response = client.post(reverse("takeover"), {"files": list(files)})
    return response, Takeover.objects.order_by("-pk").first()


def test_upload_leads_to_a_preview_and_stores_nothing(client, clerk):
    response, record = upload(client, file_of(UNITS))
    assert response.url == reverse("takeover_detail", args=[record.pk])
    page = client.get(response.url)
    assert [(row["row"], row["outcome"]) for row in page.context["page_obj"]] == [(2, "new"), (3, "wrong")]
    assert Unit.objects.count() == 0


def test_preview_filtered_by_outcome(client, clerk):
    _, record = upload(client, file_of(UNITS))
    page = client.get(reverse("takeover_detail", args=[record.pk]), {"outcome": "wrong"})
    assert [row["defects"][0]["message"] for row in page.context["page_obj"]] == [
        "第3行：区水利局与第2行重复，本行不导入"
    ]


def test_confirm_stores_and_forgets_the_files(client, clerk, django_capture_on_commit_callbacks):
    _, record = upload(client, file_of(UNITS))
    stored = record.files.get().content
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("takeover_confirm", args=[record.pk]))
    record.refresh_from_db()
    assert [unit.name for unit in Unit.objects.all()] == ["区水利局"]
    assert record.preview == {"counts": {"new": 1, "changed": 0, "unchanged": 0, "wrong": 1}}
    assert not stored.storage.exists(stored.name)


def test_confirm_twice_is_not_found(client, clerk):
    _, record = upload(client, file_of(UNITS))
    client.post(reverse("takeover_confirm", args=[record.pk]))
    assert client.post(reverse("takeover_confirm", args=[record.pk])).status_code == 404


def test_discard_leaves_nothing(client, clerk, django_capture_on_commit_callbacks):
    _, record = upload(client, file_of(UNITS))
    stored = record.files.get().content
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("takeover_discard", args=[record.pk]))
    assert (Takeover.objects.count(), TakeoverFile.objects.count(), Unit.objects.count()) == (0, 0, 0)
    assert not stored.storage.exists(stored.name)


def test_headings_set_by_hand_are_remembered(client, clerk):
    _, record = upload(client, file_of(STRANGE))
    assert record.preview["sheets"][0]["missing"] == ["单位全称"]
    form = client.get(reverse("takeover_detail", args=[record.pk])).context["preview"]["sheets"][0]["form"]
    chosen = {"谁来办": "name", "打给": "phone", "简称": "short_name"}
    data = {f"sheet0-heading{number}": chosen[heading] for number, heading in enumerate(form.headings)}
    client.post(reverse("takeover_headings", args=[record.pk, 0]), data)
    record.refresh_from_db()
    assert record.preview["counts"]["new"] == 1
    assert sorted(HeadingMapping.objects.values_list("jurisdiction__name", "kind", "heading", "key")) == [
        ("云山区", "units", "打给", "phone"),
        ("云山区", "units", "谁来办", "name"),
    ]
    _, later = upload(client, file_of(STRANGE))
    assert later.preview["counts"]["new"] == 1


def test_headings_of_one_meaning_are_refused(client, clerk):
    _, record = upload(client, file_of(STRANGE))
    data = {f"sheet0-heading{number}": "name" for number in range(3)}
    response = client.post(reverse("takeover_headings", args=[record.pk, 0]), data)
    form = response.context["preview"]["sheets"][0]["form"]
    assert form.non_field_errors() == ["有几栏都指定为“单位全称”，请只留一栏，其余选“不导入”。"]
    assert HeadingMapping.objects.count() == 0


def test_upload_without_a_file(client, clerk):
    response = client.post(reverse("takeover"), {})
    assert response.context["form"].errors == {"files": ["请选择登记表文件。"]}


def test_upload_that_is_too_large(client, clerk):
    half = b"a" * (3 * 1024 * 1024)
    files = [SimpleUploadedFile("a.csv", half), SimpleUploadedFile("b.csv", half)]
    response = client.post(reverse("takeover"), {"files": files})
    assert response.context["form"].errors == {"files": ["文件合计超过5兆，请分几次导入。"]}


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (
            "名册.xlsx",
            b"PK broken",
            "已损坏或不是 Excel 工作簿，请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。",
        ),
        (
            "安装.exe",
            b"MZ\x90\x00\x03\x00\x00\x00",
            "不是 Excel 或 csv 文件，或编码无法识别，请另存为 .xlsx 后再导入。",
        ),
        (
            "名册.xls",
            b"<html><table><tr><td>1</td></tr></table></html>",
            "其实是网页或 XML 文件，请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。",
        ),
        (
            "照片.jpg",
            b"\xff\xd8\xff\xe0\x10JFIF\x01",
            "不是 Excel 或 csv 文件，或编码无法识别，请另存为 .xlsx 后再导入。",
        ),
    ],
)
def test_file_that_is_no_table_is_refused_at_the_field(client, clerk, name, content, told):
    response, record = upload(client, SimpleUploadedFile(name, content))
    assert (response.context["form"].errors, record) == ({"files": [f"{name}{told}"]}, None)


def test_old_workbook_is_read_by_the_worker_alone(client, clerk, settings, monkeypatch):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    monkeypatch.setattr("congress.registers.old_workbook.tables_of", None)
    _, record = upload(client, SimpleUploadedFile("名册.xls", b"\xd0\xcf\x11\xe0 broken"))
    assert record.asked_at is not None


def test_workbook_that_cannot_be_read_is_told_in_the_preview(client, clerk):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as writing:
        writing.writestr("xl/workbook.xml", "no workbook")
    _, record = upload(client, SimpleUploadedFile("名册.xlsx", archive.getvalue()))
    page = client.get(reverse("takeover_detail", args=[record.pk]))
    assert page.context["preview"]["problems"] == [
        "名册.xlsx已损坏或不是 Excel 工作簿，请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
    ]
    assert "没有需要导入的内容，查看原因" in client.get(reverse("takeover")).content.decode()


def test_takeover_of_another_person_is_not_found(client, clerk):
    _, record = upload(client, file_of(UNITS))
    client.force_login(DistrictOfficeFactory(jurisdiction=clerk.jurisdiction))
    assert client.get(reverse("takeover_detail", args=[record.pk])).status_code == 404


def test_liaison_officer_may_not(client):
    client.force_login(LiaisonFactory())
    assert client.get(reverse("takeover")).status_code == 403


def test_town_office_is_told_what_it_may_import(client):
    client.force_login(LocalOfficeFactory(jurisdiction=TownFactory()))
    assert client.get(reverse("takeover")).context["registers"] == [
        "代表名册",
        "代表团名单",
        "代表小组名单",
        "代表联络站名单",
        "会议考勤表",
        "请假登记",
        "代表建议议案台账",
        "接待日轮值安排",
        "接待日登记表",
    ]


def test_street_office_has_no_roster_of_its_own(client):
    client.force_login(LocalOfficeFactory(jurisdiction=StreetFactory()))
    response = client.post(reverse("takeover"), {"files": [file_of(UNITS)]})
    assert (response.context["may_import"], Takeover.objects.count()) == (False, 0)


def test_city_office_is_told_that_each_district_takes_over_its_own(client):
    city = Jurisdiction.objects.create(name="临江市", level=Level.CITY)
    client.force_login(DistrictOfficeFactory(jurisdiction=city))
    response = client.post(reverse("takeover"), {"files": [file_of(UNITS)]})
    assert (response.context["may_import"], Takeover.objects.count()) == (False, 0)
    assert "登记表由各区县分别导入" in response.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_page_costs_the_same_for_few_and_many(client, clerk, count, django_assert_num_queries):
    for _ in range(count):
        upload(client, file_of(UNITS))
    with django_assert_num_queries(5):
        client.get(reverse("takeover"))


@pytest.mark.parametrize("count", [1, 3])
def test_preview_costs_the_same_for_few_and_many(client, clerk, count, django_assert_num_queries):
    _, record = upload(client, *(file_of(UNITS, f"{number}.xlsx") for number in range(count)))
    with django_assert_num_queries(5):
        client.get(reverse("takeover_detail", args=[record.pk]))
