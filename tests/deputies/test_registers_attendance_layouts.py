"""Attendance sheets of other offices: each lays out the same marks in its own way."""

from datetime import date

import pytest

from deputies.enums import Mark
from deputies.models import Attendance, Delegation
from tests.factories.congress import DistrictFactory, TermFactory, TownFactory
from tests.factories.deputies import DelegationFactory, SeatFactory
from tests.factories.registers import book_of, csv_book, defects_of, old_book_of, take


pytestmark = pytest.mark.django_db

TITLE = ["云山区第九届人民代表大会第四次会议考勤表（2025年1月）"]
P, E, A, U = Mark.PRESENT, Mark.EXCUSED, Mark.ABSENT, Mark.UNRECORDED


@pytest.fixture
def district():
    return DistrictFactory(name="云山区")


@pytest.fixture
def members(district):
    """曹明 of the east; 袁艳 and 欧阳修 of the west."""
    term = TermFactory(jurisdiction=district)
    east, west = (DelegationFactory(term=term, name=f"{name}代表团") for name in ("东山", "西山"))
    for name, delegation in (("曹明", east), ("袁艳", west), ("欧阳修", west)):
        SeatFactory(jurisdiction=district, deputy__name=name, delegation=delegation)


@pytest.fixture
def town(district):
    """石坎镇 with 曹明 and 袁艳 in its fifteenth congress."""
    place = TownFactory(name="石坎镇", parent=district)
    term = TermFactory(jurisdiction=place, number=15)
    for name in ("曹明", "袁艳"):
        SeatFactory(jurisdiction=place, term=term, deputy__name=name)
    return place


def taken(*books):
    """(name, session, meeting, mark) of every line after the books were taken over without any fault."""
    report = take(*books)
    assert (report.problems, defects_of(report)) == ([], [])
    return lines()


def lines():
    found = Attendance.objects.order_by(
        "meeting__session__number", "seat__pk", "meeting__on", "meeting__part"
    )
    return [
        (line.seat.deputy.name, line.meeting.session.number, _short(line.meeting), line.mark)
        for line in found.select_related("seat__deputy", "meeting__session")
    ]


def _short(meeting):
    return f"{meeting.on:%m%d}{meeting.when}{meeting.name}"


FIRST, SECOND = "0112上午会议", "0112下午会议"


def test_headings_in_one_row(members):
    rows = [
        TITLE,
        ["姓名", "1月12日上午", "1月12日下午"],
        ["曹明", "√", "√"],
        ["袁艳", "×", "假"],
        ["欧阳修", "√", ""],
    ]
    assert taken(book_of({"Sheet1": rows})) == [
        ("曹明", 4, FIRST, P), ("曹明", 4, SECOND, P),
        ("袁艳", 4, FIRST, A), ("袁艳", 4, SECOND, E),
        ("欧阳修", 4, FIRST, P), ("欧阳修", 4, SECOND, U),
    ]  # fmt: skip


def test_headings_in_two_rows_beside_names_alone(members):
    """Neither merged cells nor a second column tell that the lower row belongs to the headings."""
    rows = [
        TITLE,
        ["姓名", "第四次会议", ""],
        ["", "1月12日上午开幕", "1月12日下午闭幕"],
        ["曹明", "√", "√"],
        ["袁艳", "×", "假"],
    ]
    assert [(name, mark) for name, _, _, mark in taken(book_of({"Sheet1": rows}))[:4]] == [
        ("曹明", P), ("曹明", P), ("袁艳", A), ("袁艳", E)
    ]  # fmt: skip


def test_delegations_as_rows_of_their_own(members):
    rows = [
        TITLE,
        ["序号", "姓名", "单位", "1.12上午", "1.12下午"],
        ["东山代表团（1人）", None, None, None, None],
        [1, "曹　明", "东山小学", "出席", "出席"],
        [None, "西山代表团", None, None, None],
        [2, "袁　艳", "西山小学", "出席", "病假"],
    ]
    assert taken(book_of({"Sheet1": rows}))[:4] == [
        ("曹明", 4, FIRST, P), ("曹明", 4, SECOND, P), ("袁艳", 4, FIRST, P), ("袁艳", 4, SECOND, E)
    ]  # fmt: skip


def test_delegation_row_tells_homonyms_apart(members):
    west = Delegation.objects.get(name="西山代表团")
    other = SeatFactory(jurisdiction=west.term.jurisdiction, deputy__name="曹明", delegation=west)
    rows = [
        TITLE,
        ["姓名", "1月12日上午"],
        ["东山代表团", ""],
        ["曹明", "√"],
        ["西山代表团", ""],
        ["曹明", "×"],
    ]
    taken(book_of({"Sheet1": rows}))
    assert Attendance.objects.get(seat=other).mark == A


def test_dates_that_are_dates_with_halves_below(members):
    day = date(2025, 1, 12)
    rows = [
        ["云山区第九届人大四次会议考勤表"],
        ["序号", "代表证号", "姓名", "代表团", day, None, "应到次数", "实到次数", "备注"],
        [None, None, None, None, "上午", "下午", None, None, None],
        [1, "001", "曹明", "东山代表团", "V", "V", 2, 2, None],
    ]
    assert taken(book_of({"Sheet1": rows}))[:2] == [("曹明", 4, FIRST, P), ("曹明", 4, SECOND, P)]


def test_signs_explained_below_the_table(members):
    rows = [
        TITLE,
        ["姓名", "1月12日上午", "1月12日下午", "签名"],
        ["曹明", "○", "△"],
        ["袁艳", "◎", "×"],
        ["应到人数", 3, 3],
        ["注：○出席；◎请假；△迟到；×缺席"],
    ]
    assert taken(book_of({"Sheet1": rows}))[:4] == [
        ("曹明", 4, FIRST, P), ("曹明", 4, SECOND, P), ("袁艳", 4, FIRST, E), ("袁艳", 4, SECOND, A)
    ]  # fmt: skip
    assert set(Attendance.objects.exclude(note="").values_list("note", flat=True)) == {"迟到"}


def test_signs_explained_above_the_table(members):
    rows = [TITLE, ["出席打“○”，请假打“△”"], ["姓名", "1月12日上午"], ["曹明", "○"], ["袁艳", "△"]]
    assert [line[3] for line in taken(book_of({"Sheet1": rows}))] == [P, E, U]


def test_town_named_by_its_sheet_only(town):
    rows = [["镇十五届六次人代会代表出席情况登记表（2025年）"], ["姓名", "1月6日上午"], ["曹明", "到"]]
    assert taken(book_of({"石坎镇": rows})) == [
        ("曹明", 6, "0106上午会议", P),
        ("袁艳", 6, "0106上午会议", U),
    ]


def test_town_told_by_the_number_of_its_term(town, members):
    rows = [["镇十五届六次人代会考勤表（2025年）"], ["姓名", "1月6日上午"], ["曹明", "到"]]
    assert taken(book_of({"Sheet1": rows}, "考勤表.xlsx"))[0] == ("曹明", 6, "0106上午会议", P)


def test_town_that_nobody_can_tell(district, town):
    SeatFactory(
        term=TermFactory(jurisdiction=TownFactory(name="东山镇", parent=district), number=15),
        deputy__name="曹明",
    )
    rows = [["镇十五届六次人代会考勤表（2025年）"], ["姓名", "1月6日上午"], ["曹明", "到"]]
    report = take(book_of({"Sheet1": rows}, "考勤表.xlsx"), name="云山区")
    assert report.problems == [
        "考勤表.xlsx，工作表“Sheet1”：看不出是哪个镇的，请在标题写明镇的全称和届次，未导入。"
    ]
    assert lines() == []


def test_several_sessions_in_one_workbook(members):
    def rows(number, year):
        return [[f"云山区第九届人大第{number}次会议考勤表"], ["姓名", f"{year}年1月12日上午"], ["曹明", "√"]]

    book = book_of({"三次会议": rows("三", 2024), "四次会议": rows("四", 2025)})
    assert [line for line in taken(book) if line[0] == "曹明"] == [
        ("曹明", 3, FIRST, P),
        ("曹明", 4, FIRST, P),
    ]


def test_several_sessions_in_one_table(members):
    rows = [
        ["云山区第九届人大代表出席大会情况"],
        ["姓名", "九届三次会议", "九届四次会议"],
        [None, "2024.1.12", "2025.1.12"],
        ["曹明", "√", "请假"],
    ]
    assert [line for line in taken(book_of({"Sheet1": rows})) if line[0] == "曹明"] == [
        ("曹明", 3, "0112会议", P),
        ("曹明", 4, "0112会议", E),
    ]


def test_year_and_month_above_the_days(members):
    """Each session's own, not those of the day on which the sheet was made."""
    rows = [
        ["云山区第九届人大代表出席大会情况", None, None, None, "2024年3月"],
        ["姓名", "所属团", "九届二次会议（2023年1月）", None, "九届三次会议（2024年1月9日—11日）", None],
        [None, None, "10日开幕", "12日闭幕", "9日上午", "11日下午"],
        ["曹 明", "东山团", "√", "√", "√", "请假"],
    ]
    assert [line for line in taken(book_of({"Sheet1": rows})) if line[0] == "曹明"] == [
        ("曹明", 2, "0110开幕", P),
        ("曹明", 2, "0112闭幕", P),
        ("曹明", 3, "0109上午会议", P),
        ("曹明", 3, "0111下午会议", E),
    ]
    assert {day.year for day in Attendance.objects.values_list("meeting__on", flat=True)} == {2023, 2024}


def test_meetings_of_the_days_of_a_session_are_asked(members):
    rows = [["第九届人大代表出席情况"], ["姓名", "团别", "九届二次会议（2023年1月10日至12日）", None]]
    rows += [[None, None, "开幕会", "闭幕会"], ["曹明", "东山团", "√", "√"]]
    report = take(book_of({"Sheet1": rows}))
    assert [topic for _, topic, _ in defects_of(report)] == ["meeting_unclear", "meeting_unclear"]
    assert lines() == []


def test_delegation_in_other_words_tells_homonyms_apart(members):
    east = Delegation.objects.get(name="东山代表团")
    other = SeatFactory(jurisdiction=east.term.jurisdiction, deputy__name="袁艳", delegation=east)
    rows = [TITLE, ["姓名", "团别", "1月12日上午"], ["袁艳", "东山团", "√"], ["袁艳", "西山团", "×"]]
    take(book_of({"Sheet1": rows}))
    marks = dict(Attendance.objects.filter(seat__deputy__name="袁艳").values_list("seat", "mark"))
    assert marks.pop(other.pk) == P
    assert [*marks.values()] == [A]


def test_a_column_a_session_without_a_date(members):
    rows = [["云山区第九届人大代表出席大会情况"], ["姓名", "九届三次会议"], ["曹明", "√"]]
    report = take(book_of({"Sheet1": rows}))
    assert defects_of(report) == [
        (
            "warning",
            "meeting_unclear",
            "“九届三次会议”没有写日期，这一栏未导入；请在表头写明日期和时段，如“1月12日上午”，或指定是哪一场会议",
        )
    ]
    assert lines() == []


def test_meeting_without_a_date_on_the_only_day_of_the_title(members):
    title = ["云山区第九届人民代表大会第四次会议考勤表", "时间：2025年1月12日"]
    rows = [title, ["姓名", "第一次全体会议"], ["曹明", "√"]]
    assert taken(book_of({"Sheet1": rows}))[0] == ("曹明", 4, "0112第一次全体会议", P)


def test_year_turns_within_the_session(members):
    rows = [
        ["云山区第九届人民代表大会第四次会议考勤表"],
        ["会议时间：2024年12月30日至2025年1月2日"],
        ["姓名", "12月30日上午", "1月2日上午"],
        ["曹明", "√", "√"],
    ]
    taken(book_of({"Sheet1": rows}))
    assert set(Attendance.objects.values_list("meeting__on", flat=True)) == {
        date(2024, 12, 30),
        date(2025, 1, 2),
    }


HEADINGS = [
    ["代表团", "姓名", "1月12日", "", "备注"],
    ["", "", "上午", "下午", ""],
    ["东山代表团", "曹明", "√", "√", ""],
    ["西山代表团", "袁艳", "√", "请假", ""],
    ["", "欧阳修", "√", "缺席", ""],
]
MARKED = [
    ("曹明", 4, FIRST, P), ("曹明", 4, SECOND, P),
    ("袁艳", 4, FIRST, P), ("袁艳", 4, SECOND, E),
    ("欧阳修", 4, FIRST, P), ("欧阳修", 4, SECOND, A),
]  # fmt: skip


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_text_file_whose_headings_go_on_in_blanks(members, encoding):
    assert taken(csv_book([TITLE, *HEADINGS], "考勤.csv", encoding)) == MARKED


def test_text_file_with_few_columns(members):
    rows = [["姓名", "1月12日", ""], ["", "上午", "下午"], *([row[1], *row[2:4]] for row in HEADINGS[2:])]
    assert taken(csv_book([TITLE, *rows], "考勤.csv")) == MARKED


def test_workbook_of_excel_97_with_merged_headings(members):
    rows = [["", *TITLE], *HEADINGS]
    rows[1], rows[2] = HEADINGS[0], HEADINGS[1]
    merged = [(1, 2, 0, 0), (1, 2, 1, 1), (1, 1, 2, 3), (1, 2, 4, 4), (4, 5, 0, 0)]
    assert taken(old_book_of("考勤", rows, merged)) == MARKED


def test_session_that_nothing_tells(members):
    rows = [["云山区人大代表考勤表"], ["姓名", "2025年1月12日上午"], ["曹明", "√"]]
    assert take(book_of({"Sheet1": rows}, "考勤.xlsx")).problems == [
        "考勤.xlsx，工作表“Sheet1”：没有写明是第几次会议，请在标题写明，如“第九届人民代表大会第四次会议”，未导入。"
    ]


def test_term_without_a_roster_is_told(district):
    rows = [TITLE, ["姓名", "1月12日上午"], ["曹明", "√"]]
    assert take(book_of({"Sheet1": rows}, "考勤.xlsx")).problems == [
        "考勤.xlsx，工作表“Sheet1”：没有云山区第九届的代表，请先导入代表名册，未导入。"
    ]


def test_column_that_is_no_meeting_is_named(members):
    rows = [TITLE, ["姓名", "1月12日上午", "住房号"], ["曹明", "√", "301"]]
    report = take(book_of({"Sheet1": rows}, "考勤.xlsx"))
    assert report.sheets[0].message == (
        "考勤.xlsx，工作表“Sheet1”：按会议考勤表读入。没有认出的栏：住房号，未导入；可以在导入页面指定。"
    )
    assert lines()[0] == ("曹明", 4, FIRST, P)
