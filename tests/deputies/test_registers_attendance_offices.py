"""More attendance sheets of other offices: days told in other words, names across, blocks, whole sessions."""

from datetime import date

import pytest

from congress.enums import MeetingKind
from congress.models import Meeting
from deputies.enums import Mark
from deputies.models import Attendance
from tests.factories.congress import DistrictFactory, TermFactory
from tests.factories.deputies import SeatFactory
from tests.factories.registers import book_of, defects_of, take
from tests.factories.sessions import MeetingFactory, SessionFactory


pytestmark = pytest.mark.django_db

TITLE = ["云山区第九届人民代表大会第四次会议考勤表"]
DAYS = ["会议时间：2025年1月12日至14日"]
P, E, A, U = Mark.PRESENT, Mark.EXCUSED, Mark.ABSENT, Mark.UNRECORDED


@pytest.fixture
def term():
    term = TermFactory(jurisdiction=DistrictFactory(name="云山区"))
    for name in ("曹明", "袁艳", "欧阳修"):
        SeatFactory(jurisdiction=term.jurisdiction, term=term, deputy__name=name)
    return term


@pytest.fixture
def session(term):
    """The fourth session with two meetings."""
    session = SessionFactory(term=term, number=4, starts_on=date(2025, 1, 12), ends_on=date(2025, 1, 13))
    for day, name in ((12, "第一次全体会议"), (13, "第二次全体会议")):
        MeetingFactory(session=session, on=date(2025, 1, day), name=name, kind=MeetingKind.FULL)
    return session


def marks(*names):
    """The marks of each deputy in the order of the meetings, as letters of their words."""
    lines = Attendance.objects.order_by("meeting__on", "meeting__part", "meeting__order")
    found = {}
    for line in lines.select_related("seat__deputy"):
        found.setdefault(line.seat.deputy.name, []).append(line.mark)
    return [found[name] for name in names]


def days():
    return [f"{meeting.on:%m%d}{meeting.when}" for meeting in Meeting.objects.order_by("on", "part")]


def test_days_told_in_other_forms(term):
    headings = ["12日上午", "1.12下午", "1月13日（周一）上午", "2025/1/13 PM", "2025-01-14 9:00"]
    take(book_of({"Sheet1": [TITLE, DAYS, ["姓名", *headings], ["曹明", "√", "√", "√", "√", "√"]]}))
    assert days() == ["0112上午", "0112下午", "0113上午", "0113下午", "0114上午"]


def test_days_counted_from_the_first(term):
    take(book_of({"Sheet1": [TITLE, DAYS, ["姓名", "第一天上午", "第二天"], ["曹明", "√", "√"]]}))
    assert days() == ["0112上午", "0113"]


def test_month_told_by_the_title_only(term):
    title = ["云山区第九届人大第四次会议出席情况（2025年1月）"]
    take(book_of({"Sheet1": [title, ["姓名", "12日上午", "十三日上午"], ["曹明", "√", "√"]]}))
    assert days() == ["0112上午", "0113上午"]


def test_number_that_lost_its_zero(term):
    title = ["会议时间：2025年1月9日至12日"]
    take(book_of({"Sheet1": [TITLE, title, ["姓名", 1.09, 1.1, 1.11], ["曹明", "√", "√", "√"]]}))
    assert days() == ["0109", "0110", "0111"]


def test_year_missing_everywhere_is_told(term):
    report = take(book_of({"Sheet1": [TITLE, ["姓名", "1月12日上午"], ["曹明", "√"]]}))
    ((_, _, message),) = defects_of(report)
    assert message == (
        "“1月12日上午”没有写年份，标题里也没有，这一栏未导入；请在标题写明哪一年，或指定是哪一场会议"
    )


def test_meeting_told_by_the_title_of_a_sheet_for_it_alone(term):
    rows = [
        ["云山区第九届人民代表大会第四次会议第一次全体会议签到表"],
        ["时间：2025年1月12日上午9:00"],
        ["序号", "姓名", "签到"],
        [1, "曹明", "√"],
    ]
    take(book_of({"Sheet1": rows}))
    assert [str(meeting) for meeting in Meeting.objects.all()] == ["2025年1月12日上午第一次全体会议"]


def test_blocks_beside_each_other(term):
    rows = [
        TITLE,
        ["2025年1月12日上午"],
        ["序号", "姓名", "签到", "序号", "姓名", "签到"],
        [1, "曹明", "√", 2, "袁艳", "假"],
        [3, "欧阳修", "×", None, None, None],
    ]
    report = take(book_of({"Sheet1": rows}, "签到.xlsx"))
    assert marks("曹明", "袁艳", "欧阳修") == [[P], [E], [A]]
    assert report.notices == [
        "签到.xlsx，工作表“Sheet1”：有并排的几块，第二块从D列开始；已接在第一块下面一起读入。"
    ]


def test_names_across(term):
    rows = [
        TITLE,
        DAYS,
        ["会议", "曹明", "袁艳", "欧阳修"],
        ["1月12日上午", "√", "请假", "△"],
        ["1月12日下午", "√", "×", "√"],
    ]
    report = take(book_of({"Sheet1": rows}, "考勤.xlsx"))
    assert marks("曹明", "袁艳", "欧阳修") == [[P, P], [E, A], [U, P]]
    assert report.notices == [
        "考勤.xlsx，工作表“Sheet1”：姓名横排，已按一人一行转过来读入；下面说的第几行是原表的第几列。"
    ]
    assert [mark.where for mark in report.marks] == ["1格：Sheet1 D4"]


def test_column_for_a_whole_session(session):
    rows = [
        TITLE,
        ["姓名", "大会出勤", "出勤次数"],
        ["曹明", "全勤", 2],
        ["袁艳", "2/2", 2],
        ["欧阳修", "1/2", 1],
    ]
    report = take(book_of({"Sheet1": rows}))
    assert marks("曹明", "袁艳", "欧阳修") == [[P, P], [P, P], [U, U]]
    assert [message for _, _, message in defects_of(report)] == [
        "第5行：“1/2”只是次数，看不出是哪几场，未导入"
    ]


def test_column_for_a_whole_session_changes_no_mark(session):
    rows = [TITLE, ["姓名", "第一次全体会议"], ["曹明", "迟到"]]
    take(book_of({"Sheet1": rows}))
    take(book_of({"Sheet1": [TITLE, ["姓名", "大会出勤"], ["曹明", "请假"]]}))
    assert marks("曹明") == [[P, E]]


def test_column_for_each_of_several_sessions(session):
    title = ["云山区第九届人大代表历次会议出席情况"]
    report = take(book_of({"Sheet1": [title, ["姓名", "三次会议", "四次会议"], ["曹明", "√", "√"]]}))
    assert marks("曹明") == [[P, P]]
    assert [note.heading for note in report.sheets[0].meetings] == ["三次会议"]


def test_nothing_but_counts_is_refused(term):
    rows = [TITLE, ["姓名", "代表团", "出勤次数"], ["曹明", "东山", 3]]
    (problem,) = take(book_of({"Sheet1": rows}, "考勤.xlsx")).problems
    assert problem == (
        "考勤.xlsx，工作表“Sheet1”：像是会议考勤表，但只有次数，看不出每名代表哪一场到了、哪一场没到"
        "（请换成一场会议一栏的考勤表，每名代表一行），未导入。请改表头，或在导入页面指定各栏后再导入。"
    )


@pytest.mark.parametrize("name", ["全体会议", "第二次全会", "二全会", "闭幕会"])
def test_meeting_of_a_known_session_by_its_name(session, name):
    if name == "全体会议":
        session.meetings.filter(name="第一次全体会议").delete()
    take(book_of({"Sheet1": [TITLE, ["姓名", name], ["曹明", "√"]]}))
    assert set(Attendance.objects.filter(mark=P).values_list("meeting__name", flat=True)) == {
        "第二次全体会议"
    }


def test_names_with_remarks_beside_them(term):
    rows = [
        TITLE,
        ["姓名", "2025年1月12日上午"],
        ["曹明（团长）", "√"],
        ["袁艳（女）", "√"],
        ["★欧阳修2", "√"],
    ]
    take(book_of({"Sheet1": rows}))
    assert marks("曹明", "袁艳", "欧阳修") == [[P], [P], [P]]


LEGEND = [["√", "到会"], ["◇", "未到"], ["△", "请假"]]
MARKED = [["姓名", "2025年1月12日上午"], ["曹明", "√"], ["袁艳", "◇"], ["欧阳修", "△"]]


@pytest.mark.parametrize(
    "sheets",
    [
        {"Sheet1": [TITLE, ["√到会 ◇未到 △请假 ○迟到"], *MARKED]},
        {"Sheet1": [TITLE, *MARKED, *LEGEND]},
        {"Sheet1": [TITLE, *MARKED, ["图例", "√", "到会", "◇", "未到", "△", "请假"]]},
        {"Sheet1": [TITLE, [*MARKED[0], None, "√", "到会"]]
            + [[*row, None, *told] for row, told in zip(MARKED[1:], [*LEGEND[1:], []], strict=True)]},
        {"考勤": [TITLE, *MARKED], "说明": [["标记", "意思"], *LEGEND]},
    ],
)  # fmt: skip
def test_signs_explained_elsewhere(term, sheets):
    assert take(book_of(sheets), kinds={"attendance"}).marks == []
    assert marks("曹明", "袁艳", "欧阳修") == [[P], [A], [E]]


def test_name_and_leave_alone_are_no_legend(term):
    take(book_of({"Sheet1": [TITLE, MARKED[0], ["曹明", "请假"], ["袁艳", "缺席"]]}))
    assert marks("曹明", "袁艳") == [[E], [A]]


def test_roster_and_attendance_in_one_file_twice(term):
    roster = [
        ["云山区第九届人民代表大会代表名册"],
        ["姓名", "性别", "民族", "出生年月", "政治面貌"],
        ["尉迟敏", "女", "汉", "1980-05", "群众"],
    ]
    book = {"考勤": [TITLE, DAYS, ["姓名", "12日上午"], ["尉迟敏", "√"]], "名册": roster}
    assert take(book_of(book)).counts["new"] == 2
    assert take(book_of(book)).counts == {"new": 0, "changed": 0, "unchanged": 2, "wrong": 0}
    assert marks("尉迟敏") == [[P]]
