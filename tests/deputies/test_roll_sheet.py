import io
from datetime import date, time

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from openpyxl import load_workbook

from congress.enums import DayPart, MeetingKind, SessionBody
from congress.models import Meeting, Session
from congress.registers.takeover import open_book
from deputies import rolls
from deputies.enums import Mark, MarkedBy
from deputies.models import Attendance, Seat
from deputies.papers.roll_sheet import roll_workbook
from tests.factories.congress import DistrictFactory, DistrictOfficeFactory, LeaderFactory, TermFactory
from tests.factories.deputies import ConstituencyFactory, DelegationFactory, SeatFactory
from tests.factories.registers import defects_of, take
from tests.factories.sessions import MeetingFactory, SessionFactory


pytestmark = pytest.mark.django_db


@pytest.fixture
def district():
    return DistrictFactory(name="云山区")


@pytest.fixture
def session(district):
    """Three meetings; 王芳 twice, one of them elected on the second day."""
    term = TermFactory(jurisdiction=district)
    delegations = [DelegationFactory(term=term, name=f"{name}代表团") for name in ("东山", "西山")]
    session = SessionFactory(term=term, number=4, starts_on=date(2024, 12, 31), ends_on=date(2025, 1, 2))
    meetings = [
        MeetingFactory(session=session, name="预备会议", kind=MeetingKind.PREPARATORY, part=DayPart.EVENING),
        MeetingFactory(
            session=session, name="第一次全体会议（选举）", on=date(2025, 1, 2), starts_at=time(9)
        ),
        MeetingFactory(
            session=session, name="主席团第二次会议", kind=MeetingKind.PRESIDIUM, on=date(2025, 1, 2)
        ),
    ]
    seats = [
        SeatFactory(
            jurisdiction=district,
            deputy__name=name,
            delegation=delegation,
            starts_on=starts_on,
            constituency=ConstituencyFactory(jurisdiction=district, town=None, number=number),
        )
        for number, (name, delegation, starts_on) in enumerate(
            [
                ("曹明", delegations[0], None),
                ("王芳", delegations[0], None),
                ("王芳", delegations[1], date(2025, 1, 2)),
                ("欧阳修", None, None),
            ],
            1,
        )
    ]
    for meeting in meetings:
        rolls.open_roll(meeting)
    rolls.call(meetings[2], seats[:2])
    _mark(meetings[0], seats, (Mark.PRESENT, "迟到"), (Mark.EXCUSED, "病假"), None, (Mark.ABSENT, ""))
    _mark(meetings[1], seats, (Mark.PRESENT, ""), (Mark.EXCUSED, ""), (Mark.PRESENT, "9:20到"), None)
    _mark(meetings[2], seats, (Mark.PRESENT, ""), (Mark.ABSENT, ""), None, None)
    return session


def _mark(meeting, seats, *marks):
    told = {seat.pk: mark for seat, mark in zip(seats, marks, strict=True) if mark}
    rolls.mark_many(meeting, told, by=None, how=MarkedBy.REGISTER)


def exported(session, name="考勤.xlsx"):
    return open_book(io.BytesIO(roll_workbook(session)), name)


def test_sheet_has_the_form_of_an_attendance_sheet(session):
    sheet = load_workbook(io.BytesIO(roll_workbook(session))).active
    assert [list(row) for row in sheet.iter_rows(values_only=True)] == [
        ["云山区第九届人民代表大会第四次会议考勤表", *[None] * 6],
        ["会议时间：2024年12月31日至2025年1月2日", *[None] * 6],
        ["序号", "代表团", "姓  名", "12月31日", "2025年1月2日", None, "备注"],
        [None, None, None, "晚上\n预备会议", "上午\n第一次全体会议（选举）", "上午\n主席团第二次会议", None],
        [1, "东山代表团", "王　芳（第2选区）", "病假", "请假", "缺席", None],
        [2, None, "曹　明", "迟到", "√", "√", None],
        [3, "西山代表团", "王　芳（第3选区）", None, "√（9:20到）", None, None],
        [4, None, "欧阳修", "缺席", None, None, None],
        [None, None, "出席人数", 1, 2, 1, None],
        ["注：√出席；请假须经批准；空白的不在任，或者没有登记。", *[None] * 6],
    ]


def state():
    lines = Attendance.objects.order_by("meeting__on", "meeting__part", "meeting__name", "seat__pk")
    return (
        list(Meeting.objects.order_by("on", "part", "name").values_list("on", "part", "name", "kind")),
        list(lines.values_list("meeting__name", "seat", "mark", "note")),
    )


def test_exported_sheet_comes_in_again_and_changes_nothing(session):
    before, history = state(), Attendance.history.count()
    report = take(exported(session))
    assert (defects_of(report), report.problems, report.counts) == (
        [],
        [],
        {"new": 0, "changed": 0, "unchanged": 4, "wrong": 0},
    )
    assert (state(), Attendance.history.count()) == (before, history)


def test_exported_sheet_brings_back_the_session(session):
    book, before = exported(session), state()
    for model in (Attendance, Meeting, Session):
        model.objects.all().delete()
    assert defects_of(take(book)) == []
    assert state() == before
    told = Session.objects.get()
    assert (told.number, told.starts_on, told.ends_on) == (4, date(2024, 12, 31), date(2025, 1, 2))


def test_text_that_begins_like_a_formula_stays_a_text(session):
    Seat.objects.update(delegation=None)
    session.meetings.filter(name="主席团第二次会议").update(name='=HYPERLINK("http://x","y")')
    sheet = load_workbook(io.BytesIO(roll_workbook(session))).active
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


def test_queries_are_the_same_for_few_and_many(session, django_assert_num_queries):
    with django_assert_num_queries(3):
        roll_workbook(session)


def test_office_downloads_the_sheet(client, session, district):
    client.force_login(DistrictOfficeFactory(jurisdiction=district))
    response = client.get(reverse("deputies:session_sheet", args=[session.pk]))
    assert response["Content-Type"].endswith("spreadsheetml.sheet")
    assert load_workbook(io.BytesIO(response.content)).active.title == "九届四次会议"


def test_sheet_from_the_command_line(session, tmp_path):
    out, said = tmp_path / "考勤.xlsx", io.StringIO()
    call_command("attendance", jurisdiction="云山区", session=4, out=out, stdout=said)
    assert said.getvalue() == f"云山区第九届人民代表大会第四次会议考勤表已写入{out}。\n"
    assert load_workbook(out).active.title == "九届四次会议"


def test_session_that_is_not_there(session, tmp_path):
    with pytest.raises(CommandError, match="云山区没有这次会议。现有：九届四次会议。"):
        call_command("attendance", jurisdiction="云山区", session=5, out=tmp_path / "考勤.xlsx")


def test_file_that_cannot_be_written(session, tmp_path):
    with pytest.raises(CommandError, match="写不进去，请检查文件夹是否存在、是否有权限。"):
        call_command("attendance", jurisdiction="云山区", session=4, out=tmp_path / "没有" / "考勤.xlsx")


def links(client, user, session):
    client.force_login(user)
    page = client.get(reverse("deputies:session_detail", args=[session.pk])).content.decode()
    return [
        reverse(f"deputies:{name}", args=[session.pk]) in page for name in ("session_roll", "session_sheet")
    ]


def test_session_page_offers_its_roll_to_those_who_keep_it(client, session, district):
    assert links(client, DistrictOfficeFactory(jurisdiction=district), session) == [True, True]
    assert links(client, LeaderFactory(jurisdiction=district), session) == [False, False]


def test_session_of_the_standing_committee_is_printed_only(client, session, district):
    Session.objects.update(body=SessionBody.STANDING_COMMITTEE)
    assert links(client, DistrictOfficeFactory(jurisdiction=district), session) == [True, False]
