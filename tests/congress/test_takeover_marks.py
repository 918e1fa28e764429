import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from congress.models import MarkMapping, Takeover
from deputies.enums import Mark
from deputies.models import Attendance
from tests.factories.congress import DistrictFactory, DistrictOfficeFactory
from tests.factories.deputies import SeatFactory
from tests.factories.registers import workbook_of


pytestmark = pytest.mark.django_db

SHEET = [
    ["云山区第九届人民代表大会第四次会议考勤表"],
    ["姓名", "2025年1月12日上午", "2025年1月12日下午"],
    ["曹明", "○", "△"],
]


@pytest.fixture
def clerk(client):
    seat = SeatFactory(jurisdiction=DistrictFactory(name="云山区"), deputy__name="曹明")
    user = DistrictOfficeFactory(jurisdiction=seat.jurisdiction)
    client.force_login(user)
    return user


def upload(client):
    file = SimpleUploadedFile("考勤表.xlsx", workbook_of({"考勤": SHEET}).read())
    client.post(reverse("takeover"), {"files": [file]})
    return Takeover.objects.order_by("-pk").first()


def choose(client, record, **chosen):
    return client.post(reverse("takeover_marks", args=[record.pk, "attendance"]), chosen)


def mappings():
    return list(MarkMapping.objects.values_list("jurisdiction__name", "kind", "writing", "meaning"))


def test_preview_asks_for_the_marks_that_are_not_known(client, clerk):
    record = upload(client)
    form = client.get(reverse("takeover_detail", args=[record.pk])).context["mark_forms"]["attendance"]
    assert [(field.label, field.help_text) for field in form.fields.values()] == [
        ("“○”", "1格：考勤 B3"),
        ("“△”", "1格：考勤 C3"),
    ]
    assert [label for _, label in form.fields["mark0"].choices] == [
        "暂不指定", "出席", "迟到", "早退", "请假", "缺席", "不计"
    ]  # fmt: skip


def test_marks_set_by_hand_are_remembered_for_the_office(client, clerk):
    record = upload(client)
    choose(client, record, **{"attendance-mark0": "excused", "attendance-mark1": ""})
    record.refresh_from_db()
    assert (record.preview["marks"], record.preview["counts"]["new"]) == ([], 1)
    assert mappings() == [("云山区", "attendance", "△", ""), ("云山区", "attendance", "○", "excused")]
    assert upload(client).preview["marks"] == []


def test_mark_that_is_left_open_is_asked_again(client, clerk):
    record = upload(client)
    choose(client, record, **{"attendance-mark0": "present", "attendance-mark1": "unset"})
    record.refresh_from_db()
    assert [mark["writing"] for mark in record.preview["marks"]] == ["△"]


def test_nothing_chosen_stores_nothing(client, clerk):
    record = upload(client)
    page = client.get(
        choose(client, record, **dict.fromkeys(("attendance-mark0", "attendance-mark1"), "unset")).url
    )
    assert [str(message) for message in page.context["messages"]] == [
        "没有选择标记的意思，请先选好再点“记住并重新预览”。"
    ]
    assert mappings() == []


def test_meaning_that_does_not_exist_is_refused(client, clerk):
    response = choose(client, upload(client), **{"attendance-mark0": "asleep", "attendance-mark1": ""})
    assert (response.status_code, mappings()) == (422, [])


def run(path, *marks):
    out = io.StringIO()
    call_command("import_registers", str(path), only="attendance", mark=list(marks), stdout=out)
    return out.getvalue()


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "考勤表.xlsx"
    path.write_bytes(workbook_of({"考勤": SHEET}).read())
    return path


def test_marks_told_on_the_command_line_are_remembered(clerk, path):
    run(path, "○=出席", "△=不计")
    assert list(Attendance.objects.order_by("meeting__part").values_list("mark", flat=True)) == [
        Mark.PRESENT,
        Mark.UNRECORDED,
    ]
    assert mappings() == [
        ("云山区", "attendance", "△", ""),
        ("云山区", "attendance", "○", "present"),
        ("云山区", "proposals", "△", ""),
        ("云山区", "reception", "△", ""),
    ]


def test_coming_late_and_leaving_early_are_told(clerk, path):
    run(path, "○=迟到", "△=早退")
    assert list(Attendance.objects.order_by("meeting__part").values_list("mark", "note")) == [
        (Mark.PRESENT, "迟到"),
        (Mark.PRESENT, "早退"),
    ]


def test_command_names_the_marks_that_nobody_knows(clerk, path):
    assert run(path).splitlines()[-3:-1] == [
        "没有认出的标记“○”：1格：考勤 B3。请加 --mark ○=出席 等说明后再导入。",
        "没有认出的标记“△”：1格：考勤 C3。请加 --mark △=出席 等说明后再导入。",
    ]


@pytest.mark.parametrize("told", ["○", "○=来了", "=出席"])
def test_mark_that_is_told_wrongly(clerk, path, told):
    with pytest.raises(
        CommandError,
        match=f"标记“{told}”看不懂，请写成 ○=出席 的样子；意思可写出席、迟到、早退、请假、缺席，"
        "议案、建议、批评和意见、满意、基本满意、不满意、重新办理、公开、不公开等，"
        "当场解释、当场解决、转办、不予受理、转为议案建议、书面答复、当面答复、电话答复等，不计。",
    ):
        run(path, told)
