"""Attendance sheets whose headings and marks are worded otherwise than usual."""

import pytest

from deputies.enums import Mark
from deputies.models import Attendance
from tests.factories.congress import DistrictFactory, TermFactory
from tests.factories.deputies import SeatFactory
from tests.factories.registers import book_of, take


pytestmark = pytest.mark.django_db

TITLE = ["云山区第九届人民代表大会第四次会议考勤表"]
DAY = "2025年1月12日上午"


@pytest.fixture
def term():
    term = TermFactory(jurisdiction=DistrictFactory(name="云山区"))
    for name in ("曹明", "袁艳", "欧阳修"):
        SeatFactory(jurisdiction=term.jurisdiction, term=term, deputy__name=name)
    return term


def marks():
    """(name, mark, note) of every line, meeting by meeting."""
    lines = Attendance.objects.exclude(mark=Mark.UNRECORDED).order_by(
        "meeting__on", "meeting__order", "seat_id"
    )
    return list(lines.values_list("seat__deputy__name", "mark", "note"))


@pytest.mark.parametrize("name", ["代表", "代表名字", "名字"])
@pytest.mark.parametrize("delegation", ["所在团", "团组"])
def test_headings_of_name_and_delegation(term, name, delegation):
    found = take(book_of({"Sheet1": [TITLE, [delegation, name, DAY], ["第一代表团", "曹明", "√"]]}))
    assert marks() == [("曹明", Mark.PRESENT, "")]
    assert found.sheets[0].unknown == ()


def test_blocks_of_deputies_beside_each_other(term):
    heads = ["代表", DAY]
    take(book_of({"Sheet1": [TITLE, [*heads, *heads], ["曹明", "√", "袁艳", "请假"]]}))
    assert marks() == [("曹明", Mark.PRESENT, ""), ("袁艳", Mark.EXCUSED, "")]
