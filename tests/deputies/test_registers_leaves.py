from datetime import date

import pytest

from congress.models import Session
from congress.registers.takeover import done_by
from deputies.enums import LeaveReason, LeaveStatus, Mark
from deputies.models import Attendance, Leave
from tests.factories.congress import DistrictFactory, DistrictOfficeFactory, TermFactory, TownFactory
from tests.factories.deputies import SeatFactory
from tests.factories.registers import book_of, defects_of, take


pytestmark = pytest.mark.django_db

ROLL = [
    ["云山区第九届人民代表大会第四次会议考勤表"],
    ["姓名", "2025年1月12日上午", "2025年1月12日下午", "2025年1月13日上午"],
    ["曹明", "请假", "请假", "√"],
    ["袁艳", "缺席", "缺席", "缺席"],
]
HEADINGS = ["序号", "姓名", "会议", "请假时间", "请假事由", "批准人（机关）", "批准日期", "是否同意"]


@pytest.fixture
def district():
    district = DistrictFactory(name="云山区")
    for name in ("曹明", "袁艳"):
        SeatFactory(jurisdiction=district, deputy__name=name)
    return district


def leave(name, when, granted, session="九届四次会议"):
    return [1, name, session, when, "因病", "大会秘书处", date(2025, 1, 9), granted]


def taken(*rows, sheets=None, name="2025年人代会考勤表.xlsx"):
    """The report on a workbook of the roll and these requests for leave."""
    register = {"请假登记": [["人代会请假登记"], HEADINGS, *rows]}
    return take(book_of({**(sheets or {"考勤": ROLL}), **register}, name), kinds={"attendance"})


def contradictions(report):
    return [message for _, _, message in defects_of(report)]


def test_leave_that_agrees_with_the_roll_is_silent(district):
    report = taken(leave("曹明", "1月12日上午、1月12日下午", "同意"), leave("袁艳", "全程", "未批准"))
    assert (defects_of(report), report.counts["unchanged"], report.problems) == ([], 2, [])


def test_granted_leave_that_the_roll_calls_absence_is_told(district):
    report = taken(leave("袁艳", "1月12日上午、下午", "同意"))
    assert contradictions(report) == [
        "第3行：袁艳已获准请假，考勤表2025年1月12日上午会议记缺席，以考勤表为准，这件请假没有保存",
        "第3行：袁艳已获准请假，考勤表2025年1月12日下午会议记缺席，以考勤表为准，这件请假没有保存",
    ]
    assert set(Attendance.objects.filter(seat__deputy__name="袁艳").values_list("mark", flat=True)) == {
        Mark.ABSENT
    }


def test_refused_leave_that_the_roll_excuses_is_told(district):
    report = taken(leave("曹明", "2025-01-12", "不同意"))
    assert len(contradictions(report)) == 2


@pytest.mark.parametrize(
    ("when", "count"),
    [("全程", 3), ("1月12日至13日", 3), ("1月12日", 2), ("1月13日上午", 1), ("2025.1.13", 1)],
)
def test_times_of_a_leave(district, when, count):
    assert len(contradictions(taken(leave("袁艳", when, "同意")))) == count


def test_time_without_a_meeting_is_told(district):
    report = taken(leave("袁艳", "1月20日", "同意"))
    assert contradictions(report) == ["第3行：“1月20日”没有九届四次会议的会议，请核对"]


def test_who_came_after_all_contradicts_nothing(district):
    assert contradictions(taken(leave("曹明", "1月13日上午", "同意"))) == []


def test_leave_of_a_town_by_the_town_s_name(district):
    town = TownFactory(name="石坎镇", parent=district)
    SeatFactory(term=TermFactory(jurisdiction=town, number=15), deputy__name="曹明")
    roll = [["石坎镇第十五届人大第六次会议考勤表"], ["姓名", "2025年1月6日上午"], ["曹明", "缺席"]]
    report = taken(leave("曹明", "全程", "同意", "石坎镇人代会"), sheets={"考勤": ROLL, "石坎镇": roll})
    assert contradictions(report) == [
        "第3行：曹明已获准请假，考勤表2025年1月6日上午会议记缺席，以考勤表为准，这件请假没有保存"
    ]


def test_leave_that_cannot_be_placed(district):
    report = taken(leave("贾冠宇", "全程", "同意"), leave("曹明", "全程", "同意", "九届五次会议"))
    assert contradictions(report) == [
        "第3行：云山区第九届没有代表“贾冠宇”，本行不导入",
        "第4行：系统里没有“九届五次会议”这次会议，请先导入考勤表，本行不导入",
    ]
    assert Session.objects.count() == 1


@pytest.fixture
def office(district):
    return DistrictOfficeFactory(jurisdiction=district)


def kept():
    """(name, status, granted, reason, decided by, on, meetings) of every request."""
    return [
        (
            leave.seat.deputy.name,
            leave.status,
            leave.granted,
            leave.reason_kind,
            leave.decided_by,
            leave.decided_on,
            [str(meeting) for meeting in leave.meetings.all()],
        )
        for leave in Leave.objects.order_by("seat__pk")
    ]


def test_leave_is_kept_with_its_decision(district, office):
    rows = [leave("曹明", "1月12日上午、1月12日下午", "同意"), leave("袁艳", "全程", "未批准")]
    with done_by(office):
        report = taken(*rows)
        again = taken(*rows)
    decided = ("大会秘书处", date(2025, 1, 9))
    assert kept() == [
        (
            "曹明",
            LeaveStatus.RECORDED,
            True,
            LeaveReason.HEALTH,
            *decided,
            ["2025年1月12日上午会议", "2025年1月12日下午会议"],
        ),
        ("袁艳", LeaveStatus.RECORDED, False, LeaveReason.HEALTH, *decided, []),
    ]
    assert (report.counts["new"], again.counts["new"], again.counts["unchanged"]) == (4, 0, 4)


def test_kept_leave_leaves_the_roll_as_it_is(district, office):
    with done_by(office):
        taken(leave("曹明", "1月13日上午", "同意"), leave("袁艳", "全程", "未批准"))
    lines = Attendance.objects.order_by("seat__pk", "meeting__on", "meeting__part")
    assert list(lines.values_list("mark", flat=True)) == [
        *[Mark.EXCUSED, Mark.EXCUSED, Mark.PRESENT],
        *[Mark.ABSENT] * 3,
    ]


def test_leave_that_contradicts_the_roll_is_not_kept(district, office):
    with done_by(office):
        taken(leave("袁艳", "全程", "同意"))
    assert kept() == []


def test_leave_granted_too_late_is_told(district, office):
    late = [*leave("曹明", "1月12日上午", "同意")]
    late[6] = date(2025, 1, 20)
    with done_by(office):
        report = taken(late)
    assert defects_of(report, "info") == [
        ("info", "leave_not_kept", "第3行：会议或者活动已经开始，请假要在开始以前提出，请假没有保存")
    ]


def test_nobody_named_keeps_nothing(district):
    report = taken(leave("曹明", "1月12日上午", "同意"))
    assert kept() == []
    assert report.notices[-1] == (
        "2025年人代会考勤表.xlsx，工作表“请假登记”：没有写明由谁导入（--user），只作核对，没有保存。"
    )
