import pytest

from congress.enums import DayPart, MeetingKind
from congress.registers import Heading
from deputies.registers.meetings import (
    Told,
    kind_of,
    proposed_name,
    read_heading,
    session_number,
    speaks_of_meeting,
)


MORNING, AFTERNOON, EVENING = DayPart.MORNING, DayPart.AFTERNOON, DayPart.EVENING


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (["1月12日", "上午第一次全体会议"], Told(None, 1, 12, MORNING, "第一次全体会议")),
        (["1月12日上午"], Told(None, 1, 12, MORNING)),
        (["1月12日（星期日）下午"], Told(None, 1, 12, AFTERNOON)),
        (["2025-01-12", "晚上"], Told(2025, 1, 12, EVENING)),
        (["2025-01-1209:00"], Told(2025, 1, 12, MORNING)),
        (["20250112", "主席团第一次会议"], Told(2025, 1, 12, "", "主席团第一次会议")),
        (["2025年1月", "12日", "上"], Told(2025, 1, 12, MORNING)),
        (["一月十二日", "下", "分团审议"], Told(None, 1, 12, AFTERNOON, "分团审议")),
        (["1.12下午"], Told(None, 1, 12, AFTERNOON)),
        (["1月12日至14日"], Told(None, 1, 12, whole=True)),
        (["预备会议（1月11日）"], Told(None, 1, 11, "", "预备会议")),
        (["第一次全体会议14:30-17:00"], Told(None, None, None, AFTERNOON, "第一次全体会议")),
        (["九届四次会议", "1月12日上午"], Told(None, 1, 12, MORNING, "", 4)),
        (["第一次全体会议（选举）"], Told(name="第一次全体会议（选举）")),
    ],
)
def test_heading_of_a_meeting(parts, told):
    heading = Heading(4, tuple(parts))
    assert (read_heading(heading), speaks_of_meeting(heading)) == (told, True)


@pytest.mark.parametrize(
    "text",
    ["备注", "应到次数", "实到会议场次", "出席率", "单位", "下乡次数", "会议", "当选日期", "第1选区", "签名"],
)
def test_heading_of_no_meeting(text):
    assert not speaks_of_meeting(Heading(4, (text,)))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("预备会议", MeetingKind.PREPARATORY),
        ("主席团第一次会议", MeetingKind.PRESIDIUM),
        ("分团审议", MeetingKind.DELEGATION),
        ("第二代表团全体会议", MeetingKind.DELEGATION),
        ("第一次全体会议", MeetingKind.FULL),
        ("闭幕会", MeetingKind.FULL),
        ("视察", None),
    ],
)
def test_kind_of_a_meeting(name, kind):
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("云山区第九届人民代表大会第四次会议考勤表", 4),
        ("区九届四次会议", 4),
        ("石坎镇第十五届人民代表大会 第6次会议", 6),
        ("镇十五届六次人代会", 6),
        ("第一次全体会议", None),
        ("白鹭湾镇人代会", None),
    ],
)
def test_number_of_a_session(title, number):
    assert session_number(title) == number


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("2025年1月7日/上午/开幕大会", "开幕大会"),
        ("1月7日（周二）上午 第一次全体会议", "第一次全体会议"),
        ("云山区第九届人民代表大会第四次会议开幕会", "开幕会"),
        ("首日上午", "会议"),
        ("出席情况", "会议"),
        ("讨论（一）", "讨论（一）"),
        ("会场三", "会场三"),
    ],
)
def test_name_proposed_for_the_meeting_of_a_heading(heading, name):
    assert proposed_name(heading) == name


@pytest.mark.parametrize(("heading", "nth"), [("首日上午", 1), ("次日", 2), ("第三天", 3), ("首日程", None)])
def test_day_of_a_session_by_its_order(heading, nth):
    assert read_heading(Heading(0, (heading,))).nth == nth
