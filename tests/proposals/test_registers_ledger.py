"""The ledger of motions and suggestions: what each row becomes, what is refused, what a second run does."""

from datetime import date

import pytest

from congress.models import ResultClass, Session
from proposals.models import Proposal
from tests.factories.deputies import SeatFactory
from tests.factories.proposal_ledgers import (
    DISTRICT_NAMES,
    NAME,
    REPLIED,
    ROAD,
    TOWN_NAMES,
    ledger,
    ledger_world,
    matters,
    of,
    ratings,
    sessions_of,
    take_rows,
    told,
)
from tests.factories.registers import book_of, defects_of, take


pytestmark = pytest.mark.django_db

BRIDGE = "关于建桥的建议"


@pytest.fixture
def world():
    world = ledger_world()
    sessions_of(world)
    return world


def steps_of(proposal):
    """[(label, day, whether it was entered afterwards)] of its history."""
    return [(event.label, str(event.at.date()), event.taken_over) for event in proposal.events.all()]


def test_row_walks_its_real_steps_on_the_recorded_days(world):
    report = take_rows(
        told("第001号", ROAD, 联名代表="付兰、胡博", 会办单位="区市容局", 对办理态度="满意",
             对办理结果="基本满意", **REPLIED),
    )  # fmt: skip
    assert matters() == {
        ROAD: ("第九届四次会议第1号建议", "已办结", "方秋民", {"付兰", "胡博"}, "区水利局、区城管局",
               "2025-02-13", "2025-05-13", "2025-04-02"),
    }  # fmt: skip
    assert ratings() == {ROAD: ("A", "满意", "基本满意", "")}
    assert steps_of(of()) == [
        ("登记", "2025-01-12", True),
        ("提交", "2025-01-12", True),
        ("受理", "2025-01-12", True),
        ("交办", "2025-02-13", True),
        ("签收", "2025-04-02", True),
        ("提交会办意见", "2025-04-02", True),
        ("单位签收", "2025-04-02", True),
        ("会办意见已齐", "2025-04-02", True),
        ("单位答复", "2025-04-02", True),
        ("评价", "2025-04-02", True),
        ("办结", "2025-04-02", True),
    ]
    assert [topic for _, topic, _ in defects_of(report)] == ["unit_old_name"]


def test_second_run_finds_everything_unchanged(world):
    rated = {"对办理态度": "满意", "对办理结果": "不满意"}
    again = {"是否重办": "是", "再次答复日期": "5月3日", "再次评价": "满意"}
    rows = told("1", ROAD, **REPLIED, **rated, **again), told("2", BRIDGE)
    assert take_rows(*rows).counts["new"] == 2
    assert take_rows(*rows).counts == {"new": 0, "changed": 0, "unchanged": 2, "wrong": 0}
    assert ratings() == {ROAD: ("A", "满意", "满意", "2025-05-03")}
    assert (of().get_status_display(), of().round) == ("已办结", 2)


def test_later_ledger_goes_on_where_the_first_one_stood(world):
    take_rows(told("1", ROAD))
    assert of().get_status_display() == "已交办"
    report = take_rows(told("1", ROAD, **REPLIED))
    assert report.counts == {"new": 0, "changed": 1, "unchanged": 0, "wrong": 0}
    assert [(change.field, change.old, change.new) for change in report.results[0].changes] == [
        ("答复日期", "", "2025-04-02"),
        ("状态", "已交办", "已答复"),
    ]


def test_what_differs_from_the_record_is_told_and_not_changed(world):
    take_rows(told("1", ROAD))
    report = take_rows(told("1", "关于修一条路的建议", 交办日期="2025.2.14"))
    assert defects_of(report) == [
        ("warning", "record_differs", "第3行：标题、交办日期与已登记的不同，没有改动")
    ]
    assert list(matters()) == [ROAD]


def test_number_given_twice_is_refused_in_each_run(world):
    rows = told("第017号", ROAD), told("第017号", BRIDGE)
    for _ in range(2):
        report = take_rows(*rows)
        assert defects_of(report) == [
            (
                "error",
                "duplicate_number",
                f"第4行：编号“第017号”已用于“{ROAD}”，本行不导入，请核实编号后再导入",
            )
        ]
    assert list(matters()) == [ROAD]


def test_motion_and_suggestion_are_counted_apart(world):
    motion = told("议案第1号", "关于水的议案", 类型="议案", 联名代表="、".join(DISTRICT_NAMES[1:]))
    take_rows(motion, told("第001号", ROAD))
    assert [found[0] for found in matters().values()] == [
        "第九届四次会议第1号议案",
        "第九届四次会议第1号建议",
    ]


def test_motion_of_too_few_stays_one_and_is_told(world):
    report = take_rows(told("1", "关于水的议案", 类型="议案", 联名代表="、".join(DISTRICT_NAMES[1:9])))
    [(level, topic, message)] = defects_of(report)
    assert (level, topic, "共9名" in message) == ("warning", "motion_too_few_signers", True)
    assert of("关于水的议案").is_motion


@pytest.mark.parametrize(
    ("cells", "topic"),
    [
        ({"领衔代表": "某某人"}, "unknown_deputy"),
        ({"领衔代表": "李喆"}, "ambiguous_name"),
        ({"领衔代表": None}, "required_missing"),
        ({"标题": None}, "required_missing"),
        ({"交办日期": "2025.2.30"}, "invalid_date"),
        ({"交办日期": "2035.2.13"}, "date_out_of_range"),
    ],
)
def test_row_without_what_it_must_have_is_refused(world, cells, topic):
    report = take_rows(told("1", ROAD, **cells))
    assert [(level, found) for level, found, _ in defects_of(report)] == [("error", topic)]
    assert matters() == {}


@pytest.mark.parametrize(
    ("cells", "topic"),
    [
        ({"联名代表": "付兰、某某人"}, "unknown_deputy"),
        ({"联名代表": "付兰、李喆"}, "ambiguous_name"),
        ({"联名代表": "付兰、方秋民"}, "lead_among_cosigners"),
        ({"联名代表": "付兰、宋文兰"}, "unknown_deputy"),
        ({"联名代表": "付兰等3人"}, "incomplete_participants"),
    ],
)
def test_name_that_cannot_be_meant_signs_nothing(world, cells, topic):
    report = take_rows(told("1", ROAD, **cells))
    assert [(level, found) for level, found, _ in defects_of(report)] == [("warning", topic)]
    assert matters()[ROAD][3] == {"付兰"}


def test_namesakes_are_told_apart_by_brackets(world):
    assert defects_of(take_rows(told("1", ROAD, 联名代表="李喆（第9选区）；李喆(第3选区)"))) == []
    assert of().sponsorships.count() == 3


def test_who_had_left_does_not_sign(world):
    SeatFactory(
        jurisdiction=world.district,
        term=world.terms[world.district],
        deputy__name="袁艳",
        ends_on=date(2025, 1, 31),
        end_ground="resigned",
    )
    report = take_rows(told("1", ROAD, 联名代表="袁艳"))
    assert [topic for _, topic, _ in defects_of(report)] == ["not_in_office"]


def test_reply_before_the_assignment_and_what_hangs_on_it_is_not_believed(world):
    report = take_rows(told("1", ROAD, 答复日期="2025.1.20", 结果类别="B", 对办理结果="满意"))
    assert [topic for _, topic, _ in defects_of(report)] == [
        "reply_before_assignment",
        "rating_without_reply",
    ]
    assert (of().get_status_display(), ratings()) == ("已交办", {})


def test_dissatisfied_without_a_second_reply_stays_open(world):
    take_rows(
        told("1", ROAD, **REPLIED, 对办理结果="不满意"),
        told("2", BRIDGE, **REPLIED, 对办理结果="不满意", 是否重办="是"),
    )
    assert [found[1] for found in matters().values()] == ["代表已反馈", "重新办理"]


def test_town_is_told_by_its_column_and_signed_by_its_own(world):
    rows = ledger(
        told("石坎议案01", "关于环境的议案", 类型="议案", 领衔代表=TOWN_NAMES[0],
             联名代表="、".join(TOWN_NAMES[1:]), 提出时间="镇人代会", 主办单位="石坎镇政府"),
        title="各镇代表议案、建议办理台账",
    )  # fmt: skip
    sheet = [[rows[0][0]], ["镇", *rows[1]], ["石坎镇", *rows[2]]]
    report = take(book_of({"镇级": sheet}, NAME))
    assert defects_of(report) == []
    assert matters()["关于环境的议案"][0] == "第十五届六次会议第1号议案"
    assert of("关于环境的议案").jurisdiction == world.town


def test_proposal_in_recess_goes_with_the_last_session(world):
    take_rows(
        told("31", ROAD, 提出时间="闭会期间", 交办日期="2025/5/15"), told("32", BRIDGE, 提出时间="2025.1.13")
    )
    found = [(one.number, one.in_session, str(one.submitted_on)) for one in Proposal.objects.order_by("pk")]
    assert found == [
        ("第九届四次会议第31号", False, "2025-05-15"),
        ("第九届四次会议第32号", True, "2025-01-13"),
    ]


def test_session_that_nobody_entered_is_noted_and_named_by_attendance_later():
    world = ledger_world()
    term = world.terms[world.town]
    rows = told("1", "关于环境的建议", 领衔代表="宋文兰", 提出时间="镇人代会", 交办日期="2025.1.26")
    report = take(book_of({"石坎镇": ledger(rows, title="石坎镇2025年代表建议办理台账")}, NAME))
    [session] = Session.objects.filter(term=term)
    assert (str(session.starts_on), sum("还没有登记" in notice for notice in report.notices)) == (
        "2025-01-26",
        1,
    )
    roll = [
        ["石坎镇第十五届人民代表大会第六次会议考勤表"],
        ["序号", "姓名", "1月6日上午"],
        [1, "宋文兰", "√"],
    ]
    take(book_of({"石坎镇": roll}, "2025年考勤表.xlsx"))
    session.refresh_from_db()
    assert (session.number, str(session.starts_on)) == (6, "2025-01-06")
    assert of("关于环境的建议").number == "第十五届六次会议第1号"


def test_limit_of_the_row_goes_before_the_office_rule(world):
    take_rows(told("1", ROAD, 办理期限="60天"), told("2", BRIDGE, 办理期限="2025年4月1日"))
    assert [(str(one.due_on), one.title) for one in Proposal.objects.order_by("pk")] == [
        ("2025-04-14", ROAD),
        ("2025-04-01", BRIDGE),
    ]


def test_plain_months_without_going_on_past_holidays(world):
    take_rows(told("1", ROAD, 交办日期="2025.2.1"), told("2", BRIDGE, 交办日期="2025.11.30"))
    assert [str(one.due_on) for one in Proposal.objects.order_by("pk")] == ["2025-05-01", "2026-02-28"]


def test_classes_are_made_where_the_office_has_none(world):
    take_rows(told("1", ROAD, **REPLIED), told("2", BRIDGE, **(REPLIED | {"结果类别": "Ｂ类"})))
    assert list(ResultClass.objects.values_list("jurisdiction__name", "code")) == [
        ("云山区", "A"),
        ("云山区", "B"),
    ]


def test_unit_that_nobody_knows_leaves_it_unassigned(world):
    report = take_rows(told("1", ROAD, 主办单位="区气象局", **REPLIED))
    assert [topic for _, topic, _ in defects_of(report)] == ["unit_unknown"]
    assert of().get_status_display() == "已受理"


def test_what_must_not_be_public_is_kept(world):
    rows = ledger(told("1", ROAD))
    take(book_of({"区级": [rows[0], [*rows[1], "是否公开"], [*rows[2], "不公开"]]}, NAME))
    assert of().secret
