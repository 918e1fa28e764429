from datetime import date, datetime

import pytest
from django.utils import timezone

from congress import clock
from congress.enums import DayPart, MeetingKind, SessionKind
from congress.models import MarkMapping, Meeting, Session
from deputies.enums import Mark, MarkedBy
from deputies.models import Attendance, Seat
from tests.factories.congress import DistrictFactory, TermFactory
from tests.factories.deputies import ConstituencyFactory, DelegationFactory, SeatFactory
from tests.factories.registers import book_of, defects_of, take


pytestmark = pytest.mark.django_db

TITLE = ["云山区第九届人民代表大会第四次会议考勤表"]
HEADINGS = [
    "序号",
    "代表团",
    "姓  名",
    "2025年1月12日上午第一次全体会议",
    "2025年1月13日上午分团审议",
    "备注",
]


@pytest.fixture
def district():
    return DistrictFactory(name="云山区")


@pytest.fixture
def members(district):
    """曹明, 袁艳, and 王芳 in two delegations."""
    east, west = (
        DelegationFactory(term=TermFactory(jurisdiction=district), name=name) for name in ("东山团", "西山团")
    )
    told = [("曹明", east), ("袁艳", east), ("王芳", east), ("王芳", west)]
    return [
        SeatFactory(
            jurisdiction=district,
            deputy__name=name,
            delegation=delegation,
            constituency=ConstituencyFactory(jurisdiction=district, town=None, number=number),
        )
        for number, (name, delegation) in enumerate(told, 1)
    ]


def sheet(*rows, title=TITLE, headings=HEADINGS):
    return book_of({"考勤": [title, headings, *rows]}, "2025年考勤.xlsx")


def marks():
    """(name, day of the month, mark, note) of every line of the rolls."""
    lines = Attendance.objects.order_by("seat__pk", "meeting__on", "meeting__part")
    return [
        (line.seat.deputy.name, line.meeting.on.day, line.mark, line.note)
        for line in lines.select_related("seat__deputy", "meeting")
    ]


def test_sheet_makes_the_session_its_meetings_and_the_roll(members):
    take(
        sheet(
            [1, "东山团", "曹　明", "√", "请假", ""],
            [2, None, "袁艳", "缺席", "迟到", ""],
            [3, None, "王芳", "√", None, ""],
            [4, "西山团", "王芳", "事假", "√", ""],
        )
    )
    session = Session.objects.get()
    assert (str(session), session.kind, session.starts_on, session.ends_on) == (
        "云山区第九届人民代表大会第四次会议",
        SessionKind.REGULAR,
        date(2025, 1, 12),
        date(2025, 1, 13),
    )
    assert list(Meeting.objects.values_list("on", "part", "name", "kind")) == [
        (date(2025, 1, 12), DayPart.MORNING, "第一次全体会议", MeetingKind.FULL),
        (date(2025, 1, 13), DayPart.MORNING, "分团审议", MeetingKind.DELEGATION),
    ]
    assert marks() == [
        ("曹明", 12, Mark.PRESENT, ""),
        ("曹明", 13, Mark.EXCUSED, ""),
        ("袁艳", 12, Mark.ABSENT, ""),
        ("袁艳", 13, Mark.PRESENT, "迟到"),
        ("王芳", 12, Mark.PRESENT, ""),
        ("王芳", 13, Mark.UNRECORDED, ""),
        ("王芳", 12, Mark.EXCUSED, "事假"),
        ("王芳", 13, Mark.PRESENT, ""),
    ]
    assert set(Attendance.objects.exclude(mark=Mark.UNRECORDED).values_list("marked_by", flat=True)) == {
        MarkedBy.REGISTER
    }


def test_marks_of_meetings_to_come_are_not_believed(members):
    with clock.at(datetime(2025, 1, 12, 15, tzinfo=timezone.get_default_timezone())):
        report = take(sheet([1, "东山团", "曹明", "√", "√", ""], [2, None, "袁艳", "√", "请假", ""]))

    assert [mark for name, _, mark, _ in marks() if name in ("曹明", "袁艳")] == [
        Mark.PRESENT,
        Mark.UNRECORDED,
        Mark.PRESENT,
        Mark.EXCUSED,
    ]
    assert defects_of(report) == [
        ("warning", "mark_before_meeting", "第3行：1月13日的会议还没有开，出席不采信"),
    ]


def test_second_run_changes_nothing(members):
    book = sheet([1, "东山团", "曹明", "√", "请假", ""], [2, None, "袁艳", "√", "√", ""])
    assert take(book).counts == {"new": 2, "changed": 0, "unchanged": 0, "wrong": 0}
    before = Attendance.history.count()
    assert take(book).counts == {"new": 0, "changed": 0, "unchanged": 2, "wrong": 0}
    assert (Session.objects.count(), Meeting.objects.count(), Attendance.history.count()) == (1, 2, before)


def test_corrected_sheet_changes_what_differs(members):
    take(sheet([1, "东山团", "曹明", "√", "请假", ""]))
    report = take(sheet([1, "东山团", "曹明", "√", "缺席", ""]))
    (row,) = report.results
    assert [(change.field, change.old, change.new) for change in row.changes] == [
        ("2025年1月13日上午分团审议", "请假", "缺席")
    ]


def test_first_session_of_a_term_is_the_turnover(members):
    take(sheet([1, "东山团", "曹明", "√", "√", ""], title=["云山区第九届人民代表大会第一次会议考勤表"]))
    assert Session.objects.get().kind == SessionKind.TURNOVER


def test_mark_outside_the_seat_is_told_and_left_out(members):
    Seat.objects.filter(deputy__name="曹明").update(starts_on=date(2025, 1, 13))
    Seat.objects.filter(deputy__name="袁艳").update(ends_on=date(2025, 1, 12))
    report = take(sheet([1, "东山团", "曹明", "√", "√", ""], [2, None, "袁艳", None, "请假", ""]))
    assert defects_of(report) == [
        ("warning", "mark_outside_mandate", "第3行：曹明1月13日当选，1月12日的出席标记不采信"),
        ("warning", "mark_outside_mandate", "第4行：袁艳1月12日离任，1月13日的请假标记不采信"),
    ]
    assert [line for line in marks() if line[0] != "王芳"] == [
        ("曹明", 13, Mark.PRESENT, ""),
        ("袁艳", 12, Mark.UNRECORDED, ""),
    ]


def test_names_that_cannot_be_placed(members):
    report = take(
        sheet(
            [1, None, "贾冠宇", "√", "√", ""],
            [2, None, "王芳", "√", "√", ""],
            [3, "东山团", "曹明", "√", "√", ""],
            [4, None, "曹明", "√", "√", ""],
        )
    )
    assert defects_of(report) == [
        ("error", "unknown_deputy", "第3行：云山区第九届没有代表“贾冠宇”，本行不导入"),
        (
            "error",
            "ambiguous_name",
            "第4行：有2名代表叫“王芳”，分不清是哪一位，请写明代表团或选区，本行不导入",
        ),
        ("error", "duplicate_person", "第6行：曹明与第5行是同一人，本行不导入"),
    ]


@pytest.mark.parametrize("written", ["王芳（西山）", "王芳(第4选区)", "王　芳（西山团）"])
def test_homonym_told_apart_by_what_stands_in_brackets(members, written):
    take(sheet([1, None, written, "√", "√", ""]))
    marked = Attendance.objects.exclude(mark=Mark.UNRECORDED).values_list("seat", flat=True)
    assert set(marked) == {members[3].pk}


def test_totals_and_notes_are_no_deputies(members):
    report = take(
        sheet(
            [1, "东山团", "曹明", "√", "√", ""],
            [None, None, "出席人数", 1, 1, None],
            ["注：√出席；空白为尚未当选。"],
        )
    )
    assert (report.counts["new"], report.counts["wrong"], defects_of(report)) == (1, 0, [])


def test_unknown_mark_is_named_and_left_unrecorded(members):
    report = take(sheet([1, "东山团", "曹明", "○", "√", ""], [2, None, "袁艳", "○", "△", ""]))
    assert [(mark.writing, mark.count, mark.places) for mark in report.marks] == [
        ("○", 2, ["考勤 D3", "考勤 D4"]),
        ("△", 1, ["考勤 E4"]),
    ]
    assert [message for _, topic, message in defects_of(report) if topic == "mark_unknown"] == [
        "第3行：标记“○”没有认出，按未登记导入；请指定它的意思",
        "第4行：标记“△”没有认出，按未登记导入；请指定它的意思",
    ]
    assert [line for line in marks() if line[0] == "袁艳"] == [
        ("袁艳", 12, Mark.UNRECORDED, ""),
        ("袁艳", 13, Mark.UNRECORDED, ""),
    ]


def test_mark_set_by_hand_is_known_to_later_imports(members, district):
    MarkMapping.objects.create(jurisdiction=district, kind="attendance", writing="○", meaning=Mark.EXCUSED)
    report = take(sheet([1, "东山团", "曹明", "○", "√", ""]))
    assert (report.marks, marks()[0]) == ([], ("曹明", 12, Mark.EXCUSED, ""))


def test_blank_does_not_erase_what_was_recorded(members):
    take(sheet([1, "东山团", "曹明", "√", "请假", ""]))
    assert take(sheet([1, "东山团", "曹明", None, None, ""])).counts["unchanged"] == 1
    assert marks()[:2] == [("曹明", 12, Mark.PRESENT, ""), ("曹明", 13, Mark.EXCUSED, "")]


def test_queries_do_not_grow_with_the_deputies(district, django_assert_max_num_queries):
    for number in range(30):
        SeatFactory(jurisdiction=district, deputy__name=f"甲{number}")
    days = [f"2025年1月{day}日{half}" for day in range(12, 17) for half in ("上午", "下午")]
    rows = [[number, f"甲{number}", *["√"] * 10] for number in range(30)]
    book = sheet(*rows, headings=["序号", "姓名", *days])
    with django_assert_max_num_queries(300):
        report = take(book)
    assert (report.counts["new"], Attendance.objects.filter(mark=Mark.PRESENT).count()) == (30, 300)
