"""Headings of an attendance sheet that are mapped by hand to a meeting, once for the office."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from congress.enums import DayPart, MeetingKind
from congress.models import HeadingMapping, Meeting, MeetingMapping, Takeover
from deputies.enums import Mark
from deputies.models import Attendance
from tests.factories.congress import DistrictFactory, DistrictOfficeFactory
from tests.factories.deputies import SeatFactory
from tests.factories.registers import workbook_of


pytestmark = pytest.mark.django_db

FOURTH, FIFTH = (f"云山区第九届人民代表大会第{number}次会议考勤表" for number in "四五")
FORM = "sheet0-heading0"


def rows(*headings, title=FOURTH):
    return [[title], ["姓名", *headings], ["曹明", *("√" for _ in headings)]]


@pytest.fixture
def clerk(client):
    seat = SeatFactory(jurisdiction=DistrictFactory(name="云山区"), deputy__name="曹明")
    user = DistrictOfficeFactory(jurisdiction=seat.jurisdiction)
    client.force_login(user)
    return user


def upload(client, sheet):
    file = SimpleUploadedFile("考勤表.xlsx", workbook_of({"考勤": sheet}).read())
    client.post(reverse("takeover"), {"files": [file]})
    return Takeover.objects.order_by("-pk").first()


def form_of(client, record):
    return client.get(reverse("takeover_detail", args=[record.pk])).context["preview"]["sheets"][0]["form"]


def choose(client, record, *meanings):
    """Answer the form: a column's key, or (day, half, kind, name) of a meeting, heading by heading."""
    form = form_of(client, record)
    data = {}
    for number, (heading, known) in enumerate(form.headings.items()):
        meaning = dict(zip(form.asked, meanings, strict=True)).get(heading, known)
        name = f"sheet0-heading{number}"
        if isinstance(meaning, tuple):
            parts = zip(("on", "part", "kind", "name"), meaning, strict=True)
            data |= {f"{name}_{part}": value for part, value in parts}
            meaning = HeadingMapping.MEETING
        data[name] = meaning
    return client.post(reverse("takeover_headings", args=[record.pk, 0]), data)


def confirm(client, record):
    client.post(reverse("takeover_confirm", args=[record.pk]))


def meetings():
    return list(Meeting.objects.values_list("session__number", "on", "part", "kind", "name"))


OPENING = ("2025-01-12", "1", "full", "开幕会")


def test_column_that_nobody_understands_is_named_with_what_stands_below(client, clerk):
    record = upload(client, rows("首场", "1月12日上午", title=f"{FOURTH}（2025年）"))
    form = form_of(client, record)
    assert [(group.label, group.help_text) for group, *_ in form.groups] == [
        ("“姓名”", ""),
        ("“首场”", "√ 1格"),
    ]
    assert [label for _, label in form.fields["heading1"].choices][:3] == ["不导入", "一场会议", "姓名"]


def test_meeting_without_a_day_is_asked_for(client, clerk):
    form = form_of(client, upload(client, rows("开幕会")))
    fields = [field for _, parts, _ in form.groups for field in parts]
    assert [(field.label, field.value()) for field in fields] == [
        ("会议日期", None), ("时段", DayPart.WHOLE), ("会议类型", MeetingKind.FULL), ("会议名称", "开幕会")
    ]  # fmt: skip
    assert form["heading1"].help_text == "√ 1格；没有写日期"


@pytest.mark.parametrize("heading", ["首场", "开幕会"])
def test_heading_mapped_to_a_meeting_comes_in(client, clerk, heading):
    record = upload(client, rows(heading))
    choose(client, record, OPENING)
    record.refresh_from_db()
    assert (record.preview["counts"]["new"], record.preview["problems"]) == (1, [])
    confirm(client, record)
    assert meetings() == [(4, date(2025, 1, 12), DayPart.MORNING, MeetingKind.FULL, "开幕会")]
    assert Attendance.objects.get().mark == Mark.PRESENT
    assert upload(client, rows(heading)).preview["counts"]["unchanged"] == 1


def test_next_session_asks_for_the_day_only(client, clerk):
    record = upload(client, rows("首场"))
    choose(client, record, OPENING)
    confirm(client, record)
    record = upload(client, rows("首场", title=FIFTH))
    _, (group, parts, _) = form_of(client, record).groups
    assert (group.value(), [part.value() for part in parts]) == (
        HeadingMapping.MEETING,
        [None, DayPart.MORNING, MeetingKind.FULL, "开幕会"],
    )
    choose(client, record, ("2026-01-11", "1", "full", "开幕会"))
    record.refresh_from_db()
    confirm(client, record)
    assert meetings()[1:] == [(5, date(2026, 1, 11), DayPart.MORNING, MeetingKind.FULL, "开幕会")]
    assert MeetingMapping.objects.filter(heading__heading="首场").count() == 2


def test_next_session_with_a_day_in_its_title_asks_for_nothing(client, clerk):
    record = upload(client, rows("首场"))
    choose(client, record, OPENING)
    confirm(client, record)
    sheet = rows("首场", title=FIFTH)
    sheet.insert(1, ["时间：2026年1月11日"])
    record = upload(client, sheet)
    assert record.preview["sheets"][0]["meetings"] == []
    confirm(client, record)
    assert meetings()[1][1:] == (date(2026, 1, 11), DayPart.MORNING, MeetingKind.FULL, "开幕会")


def test_meeting_without_its_day_is_refused(client, clerk):
    response = choose(client, upload(client, rows("开幕会")), ("", "1", "full", "开幕会"))
    form = response.context["preview"]["sheets"][0]["form"]
    assert (response.status_code, form.errors) == (422, {"heading1_on": ["请填写会议日期。"]})
    assert HeadingMapping.objects.count() == 0


def test_column_that_is_left_out_is_not_asked_again(client, clerk):
    record = upload(client, rows("首场", "2025年1月12日上午"))
    choose(client, record, "")
    assert upload(client, rows("首场", "2025年1月12日上午")).preview["sheets"][0]["unknown"] == []


def run(tmp_path, sheet, *headings):
    path = tmp_path / "考勤表.xlsx"
    path.write_bytes(workbook_of({"考勤": sheet}).read())
    out = io.StringIO()
    call_command("import_registers", str(path), only="attendance", heading=list(headings), stdout=out)
    return out.getvalue()


def test_meeting_told_on_the_command_line(clerk, tmp_path):
    told = ("开幕会=2025-01-12上午", "首场=2025-01-13下午分团审议", "房号=不导入")
    run(tmp_path, rows("开幕会", "首场", "房号"), *told)
    assert meetings() == [
        (4, date(2025, 1, 12), DayPart.MORNING, MeetingKind.FULL, "开幕会"),
        (4, date(2025, 1, 13), DayPart.AFTERNOON, MeetingKind.DELEGATION, "分团审议"),
    ]
    assert set(MeetingMapping.objects.values_list("session", flat=True)) == {
        "云山区第九届人民代表大会第四次会议"
    }


def test_command_names_the_columns_that_nobody_understands(clerk, tmp_path):
    told = run(tmp_path, rows("首场", "2025年1月12日上午")).splitlines()
    known = "--heading 首场=2025-01-12上午（哪一场会议）或 --heading 首场=不导入"
    assert f"没有认出的栏“首场”：√ 1格。请加 {known}。" in told


@pytest.mark.parametrize(("heading", "name"), [("预备会1.9下午", "预备会"), ("1月9日", "会议")])
def test_meeting_is_named_without_the_day_of_its_heading(clerk, tmp_path, heading, name):
    run(tmp_path, rows(heading, title="云山区第九届人民代表大会第四次会议签到"), f"{heading}=2025-01-12上午")
    assert [(on, found) for _, on, _, _, found in meetings()] == [(date(2025, 1, 12), name)]


def test_command_asks_for_the_column_of_the_names(clerk, tmp_path):
    title, (_, *headings), *below = rows("2025年1月12日上午")
    sheet = [title, ["代表团", "与会者", *headings], *(["第一代表团", *row] for row in below)]
    with pytest.raises(CommandError) as refusal:
        run(tmp_path, sheet)
    assert str(refusal.value).partition("像是")[2] == (
        "会议考勤表，但缺少“姓名”栏，“与会者”没有认出，未导入。请改表头，或在导入页面为其中一栏选“姓名”后再导入。"
    )
    run(tmp_path, sheet, "与会者=姓名")
    assert len(meetings()) == 1


@pytest.mark.parametrize("told", ["首场", "首场=开幕", "=2025-01-12"])
def test_heading_that_is_told_wrongly(clerk, tmp_path, told):
    with pytest.raises(CommandError, match=f"表头“{told}”看不懂，请写成 开幕会=2025-01-12上午 的样子"):
        run(tmp_path, rows("首场"), told)
