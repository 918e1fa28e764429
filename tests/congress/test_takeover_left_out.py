"""Columns that an office left out earlier: named at each import, and mapped anew there."""

import io

import pytest
from django.core.management import call_command
from django.urls import reverse

from congress.models import HeadingMapping, Unit
from tests.congress.test_takeover_offices import answer, answer_marks, form_of, offices, sheet_of, upload
from tests.factories.registers import workbook_of


__all__ = ["offices", "upload"]

pytestmark = pytest.mark.django_db

UNITS = [["单位全称", "简称", "联系电话"], ["区水利局", "水利", "0000-0000101"]]
TOLD = "登记表.xlsx，工作表“表一”：按先前的指定不导入：“联系电话”。"


@pytest.fixture
def left_out(offices):
    """The telephone of units, left out by the district under another writing."""
    return HeadingMapping.objects.create(
        jurisdiction=offices["云山区"].jurisdiction, kind="units", heading="联系电话：", key=""
    )


def test_column_left_out_is_named_in_the_preview(client, upload, left_out):
    record = upload("云山区", UNITS)
    assert record.preview["notices"] == [TOLD]
    page = client.get(reverse("takeover_detail", args=[record.pk]))
    assert TOLD in page.content.decode()


def test_column_left_out_is_named_by_the_command(left_out, tmp_path):
    path = tmp_path / "登记表.xlsx"
    path.write_bytes(workbook_of({"表一": UNITS}).read())
    out = io.StringIO()
    call_command("import_registers", str(path), jurisdiction="云山区", stdout=out)
    assert [line for line in out.getvalue().splitlines() if "先前" in line] == [TOLD]


def test_column_left_out_is_mapped_anew_in_the_preview(client, upload, left_out):
    record = upload("云山区", UNITS)
    assert form_of(client, record).headings == {"单位全称": "name", "简称": "short_name", "联系电话": ""}
    answer(client, record, 联系电话="phone")
    record.refresh_from_db()
    assert record.preview["notices"] == []
    client.post(reverse("takeover_confirm", args=[record.pk]))
    assert Unit.objects.get().phone == "0000-0000101"
    assert list(HeadingMapping.objects.values_list("heading", "key")) == [("联系电话：", "phone")]


def test_meeting_column_left_out_may_be_a_meeting_after_all(client, upload):
    sheet = sheet_of("石坎镇", "2025年1月12日上午", "首场")
    answer(client, upload("石坎镇", sheet), 首场="")
    record = upload("石坎镇", sheet)
    afternoon = {"on": "2025-01-12", "part": "2", "kind": "full", "name": "首场"}
    answer(client, record, 首场=afternoon)
    record.refresh_from_db()
    assert [note["heading"] for note in record.preview["sheets"][0]["meetings"]] == ["首场"]


def test_town_does_not_make_a_meeting_of_its_district_its_own(client, upload, offices):
    place = offices["云山区"].jurisdiction
    heading = HeadingMapping.objects.create(
        jurisdiction=place, kind="attendance", heading="首场", key=HeadingMapping.MEETING
    )
    heading.meetings.create(on="2025-01-12", part="1", name="首场")
    record = upload("石坎镇", sheet_of("石坎镇", "首场", "房号"))
    told = {"on": "2025-01-12", "part": "1", "kind": "full", "name": "首场"}
    answer(client, record, 首场=told, 房号="")
    owners = HeadingMapping.objects.values_list("jurisdiction__name", "heading")
    assert set(owners) == {("云山区", "首场"), ("石坎镇", "房号")}


def test_town_says_nothing_of_registers_of_its_district(client, upload):
    record = upload("石坎镇", [["谁来办", "简称", "打给"], *UNITS[1:]])
    assert (record.preview["sheets"][0]["likely"], form_of(client, record)) == ("units", None)
    data = {"sheet0-heading0": "short_name", "sheet0-heading1": "name", "sheet0-heading2": "phone"}
    response = client.post(reverse("takeover_headings", args=[record.pk, 0]), data)
    assert (response.status_code, HeadingMapping.objects.count()) == (403, 0)
    marks = client.post(reverse("takeover_marks", args=[record.pk, "units"]), {})
    assert marks.status_code == 403


def test_town_says_what_its_own_marks_mean(client, upload):
    record = upload("石坎镇", sheet_of("石坎镇", "2025年1月12日上午", mark="○"))
    assert answer_marks(client, record, "present").status_code == 302
