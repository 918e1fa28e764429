"""What a ledger of reception days becomes: histories on the recorded days, defects told, nobody's data."""

import json
from dataclasses import asdict

import pytest

from congress.models import Message
from congress.registers.work import as_preview
from reception.models import Disclosure, Opinion, OpinionEvent, ReceptionDay, Referral, Visitor
from tests.factories.congress import OfficeRulesFactory, UnitClerkFactory
from tests.factories.ledgers import HOME, came, days, ledger, ledger_world, matters, rota
from tests.factories.registers import book_of, defects_of, take


pytestmark = pytest.mark.django_db

DAY = [HOME, "2025.3.20", "2025年3月20日", "8:30-11:00", "2025.3.14", "肖瑾", "肖瑾", "是", None]
REFERRED = {"处理方式": "转办", "转办单位": "区水利局", "转办日期": "3月24日"}
REPLIED = REFERRED | {"单位答复日期": "2025/4/7", "办理结果": "已疏通"}
ANSWERED = REPLIED | {"答复群众日期": 20250408, "答复方式": "电话"}
RATED = {"对办理满意度": "满意", "对代表满意度": "基本满意"}


@pytest.fixture
def world():
    return ledger_world()


def taken(*rows, plan=(DAY,), **options):
    sheets = {"轮值安排": rota(*plan)} if plan else {}
    return take(book_of(sheets | {"接待登记": ledger(*rows)}, "2025年登记表.xlsx"), **options)


def outcomes(report):
    return {key: count for key, count in report.counts.items() if count}


def test_every_half_finished_row_stands_in_its_status(world):
    report = taken(
        came("2025.3.20", "一", 处理方式="当场解释", 办理结果="已说明"),
        came("2025.3.20", "二", 处理方式="当场答复", **RATED),
        came("2025.3.20", "三", 处理方式="不予受理", 办理结果="请向法院反映"),
        came("2025.3.20", "四", 处理方式="转为代表建议"),
        came("2025.3.20", "五", **REFERRED),
        came("2025.3.20", "六", **REPLIED),
        came("2025.3.20", "七", **ANSWERED),
        came("2025.3.20", "八", **ANSWERED, **RATED),
        came("2025.3.20", "九", **ANSWERED, 对办理满意度="不满意", 对代表满意度="满意"),
        came("2025.3.20", "十"),
    )
    assert defects_of(report) == []
    assert {words: found[0] for words, found in matters().items()} == {
        "一": "当场解释",
        "二": "已办结",
        "三": "不予受理",
        "四": "转为议案建议",
        "五": "已转办",
        "六": "单位已答复",
        "七": "已答复选民",
        "八": "已办结",
        "九": "已测评",
        "十": "已登记",
    }
    assert outcomes(taken(*[came("2025.3.20", "一", 处理方式="当场解释")])) == {"unchanged": 2}


@pytest.mark.parametrize("writing", ["转水利局办理", "转区水利局", "已转交水利局处理", "交由水利局研究办理"])
def test_unit_in_the_outcome_is_referred_to(world, writing):
    report = taken(came("2025.3.20", "水渠淤堵", 处理方式=writing, 转办日期="3月24日"))
    assert defects_of(report) == []
    assert list(Referral.objects.values_list("unit__short_name", "opinion__status")) == [
        ("区水利局", "referred")
    ]


def test_unit_in_its_own_column_goes_before_that_in_the_outcome(world):
    taken(came("2025.3.20", "水渠淤堵", 处理方式="转交通局办理", 转办单位="区水利局", 转办日期="3月24日"))
    assert list(Referral.objects.values_list("unit__short_name", flat=True)) == ["区水利局"]


def test_outcome_with_an_unknown_unit_is_asked_for(world):
    report = taken(came("2025.3.20", "水渠淤堵", 处理方式="转海洋局办理"))
    assert [defect.topic for defect in report.defects] == ["mark_unknown"]
    assert list(Referral.objects.all()) == []


def test_steps_are_taken_over_on_the_recorded_days_and_nobody_is_told(
    world, django_capture_on_commit_callbacks
):
    UnitClerkFactory(unit=world.district.units.get(short_name="区水利局"))
    with django_capture_on_commit_callbacks(execute=True):
        taken(came("2025.3.20", "水渠堵了", **ANSWERED, **RATED))
    events = OpinionEvent.objects.all()
    assert [(event.step, f"{event.at:%m-%d}", event.taken_over) for event in events] == [
        ("start", "03-20", True),
        ("register", "03-20", True),
        ("triage", "03-20", True),
        ("refer", "03-24", True),
        ("accept", "04-07", True),
        ("reply", "04-07", True),
        ("copy", "04-08", True),
        ("answer", "04-08", True),
        ("survey", "04-08", True),
        ("close", "04-08", True),
    ]
    assert events[3].note == "转办给区水利局，应于4月23日前答复。"
    day = ReceptionDay.objects.get()
    assert [(event.step, f"{event.at:%m-%d}") for event in day.events.all()] == [
        ("start", "03-14"),
        ("set_rota", "03-14"),
        ("publish_notice", "03-14"),
        ("open", "03-20"),
        ("hold", "03-20"),
    ]
    assert Message.objects.count() == 0


def test_limit_is_in_plain_days_until_the_office_says_otherwise(world):
    late = {"转办日期": "2025.9.8", "单位答复日期": "2025.10.9"}  # the thirtieth day is a holiday
    plan = [[HOME, "2025.9.5", "2025.9.5", None, "2025.9.2", "肖瑾", "肖瑾", "是", None]]
    taken(came("2025.9.5", "一", **REFERRED | late), plan=plan)
    OfficeRulesFactory(jurisdiction=world.district, roll_over_holidays=True, notice_lead_days=4)
    plan = [[HOME, "2025.9.5", "2025.9.5", None, "2025.9.2", "肖瑾", "肖瑾", "是", None]]
    plan[0][1:3] = ["2025.9.4", "2025.9.4"]
    taken(came("2025.9.4", "二", **REFERRED | late), plan=plan)
    assert list(Opinion.objects.order_by("pk").values_list("replied_in_time", flat=True)) == [False, True]
    notices = ReceptionDay.objects.order_by("pk").values_list("notice_published_on", "notice_due_on")
    assert [published > due for published, due in notices] == [False, True]


def test_what_a_later_ledger_tells_more_is_added_and_what_differs_is_told(world):
    taken(came("2025.3.20", "水渠堵了", **REFERRED))
    report = taken(came("2025.3.20", "水渠堵了", 联系电话="15400000732", **ANSWERED))
    [result] = [result for result in report.results if result.outcome == "changed"]
    assert [(change.field, change.old, change.new) for change in result.changes] == [
        ("单位答复日期", "", "2025-04-07"),
        ("答复群众日期", "", "2025-04-08"),
        ("状态", "已转办", "已答复选民"),
        ("联系电话", "", "154****0732"),
    ]
    report = taken(came("2025.3.20", "水渠堵了", **ANSWERED | {"单位答复日期": "2025.4.6"}))
    assert defects_of(report) == [
        ("warning", "record_differs", "第3行：单位答复日期与已登记的不同，没有改动")
    ]
    assert outcomes(report) == {"unchanged": 2}


def test_one_visitor_with_several_matters_is_one_visit(world):
    taken(
        came("2025.3.20", "一", 来访人数="3人", 处理方式="当场解释"),
        came("2025.3.20", "二", 来访人="同上", 来访人数=None, 处理方式="当场解释"),
        came("2025.3.20", "三", 来访人="〃", 来访人数=None, 接待代表="魏军"),
        came("2025.3.20", "四", 来访人="不愿留名"),
    )
    [visit] = Visitor.objects.get(name="贺荣云").visits.all()
    assert (visit.party_size, visit.opinions.count(), visit.deputies.count()) == (3, 3, 2)
    assert [(visitor.kind, visitor.name) for visitor in Visitor.objects.order_by("pk")] == [
        ("person", "贺荣云"),
        ("anonymous", ""),
    ]


def test_wrong_cells_are_left_out_with_a_warning(world):
    report = taken(
        came("2025.3.20", "一", 联系电话="1540000969", 接待代表="肖瑾、贾冠宇、李喆", **REFERRED),
        came("2025.3.20", "二", **REFERRED | {"转办日期": "2025.3.1", "转办单位": "区市容局"}),
        came("2025.3.20", "三", **REPLIED | {"单位答复日期": "2025.3.21"}),
        came("2025.3.20", "四", **REFERRED | {"转办单位": "区地震局"}),
        came("2025.3.20", "五", **REFERRED, 对办理满意度="满意"),
        came("2025.2.30", "六"),
        came("2052.3.20", "七"),
        came("2025.3.20", None, 接待代表="肖瑾"),
        came("2025.3.20", "八", 接待地点="某某联络站"),
    )
    assert [(defect.row, defect.topic) for defect in report.defects if defect.level != "info"] == [
        (3, "unknown_deputy"),
        (3, "ambiguous_name"),
        (3, "phone_invalid"),
        (4, "unit_old_name"),
        (4, "referral_before_reception"),
        (5, "reply_before_assignment"),
        (6, "unit_unknown"),
        (7, "rating_without_reply"),
        (8, "invalid_date"),
        (9, "date_out_of_range"),
        (10, "required_missing"),
        (11, "place_unknown"),
    ]
    assert {words: found[0] for words, found in matters().items()} == {
        "一": "已转办",
        "二": "已转办",
        "三": "已转办",
        "四": "已分类",
        "五": "已转办",
    }


def test_report_and_preview_never_tell_who_came(world):
    row = came(
        "2025.3.20",
        "我叫贺荣云，电话15400000732，路灯坏了",
        联系电话="15400000732",
        **{"住址/单位": "沙洲村8组"},
    )
    wrong = came("2025.3.20", "路灯", 联系电话="1540000969", **{"住址/单位": "沙洲村8组"})
    report = taken(row, row, wrong)
    shown = [asdict(defect) for defect in report.defects] + as_preview(report)["rows"]
    told = json.dumps(shown, ensure_ascii=False)
    assert [data for data in ("贺荣云", "1540000", "沙洲村") if data in told] == []
    assert "贺某某" in told
    assert Opinion.objects.last().title == "我叫来访人，电话（电话略），路灯坏了"
    assert Disclosure.objects.count() == 0


def test_days_without_visitors_and_days_that_no_rota_told(world):
    report = taken(
        came("2025.3.20", None, 来访人="无来访群众", 来访人数=0),
        came("2025.4.20", "一", 接待代表="肖瑾"),
        came("2025.4.20", "二", 接待代表="魏军", 来访人="吕刚"),
        came("2025.5.20", "无来访", 来访人=None, 来访人数=None),
        came("2025.5.20", "没有群众活动场所", 来访人=None),
    )
    assert days() == [
        ("2025-03-20", "已接待", {"肖瑾"}),
        ("2025-04-20", "已接待", {"肖瑾", "魏军"}),
        ("2025-05-20", "已接待", {"肖瑾"}),
    ]
    assert sorted(matters()) == ["一", "二", "没有群众活动场所"]
    assert [topic for _, topic, _ in defects_of(report, "info")] == ["day_not_planned"] * 2


def test_several_units_reply_together(world):
    taken(came("2025.3.20", "水渠堵了", **REPLIED | {"转办单位": "区水利局；石坎镇政府"}))
    assert sorted(Referral.objects.values_list("unit__short_name", "role", "status")) == [
        ("区水利局", "lead", "replied"),
        ("石坎镇政府", "co", "replied"),
    ]
    assert matters()["水渠堵了"][0] == "单位已答复"
