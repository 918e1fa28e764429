"""Inspections by card: entered once, counted once, told of and mended by the unit (B48, 代表法第二十九条)."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from openpyxl import load_workbook

from congress import clock, figures
from congress.desk import waiting_for
from congress.figures import Period
from congress.models import Message
from congress.workflow import StepNotAvailable
from deputies import inspection_workflow as workflow
from deputies import participation_workflow
from deputies.enums import InspectionStatus as Status
from deputies.enums import ParticipationStatus
from deputies.models import CardInspection, Participation
from tests.factories.congress import UnitClerkFactory, UnitFactory
from tests.factories.inspections import inspected, inspection_at


pytestmark = pytest.mark.usefixtures("in_march")
LATER = date(2025, 4, 10)
TAKES = {
    "hand_over": lambda row, office: workflow.hand_over(row, by=office, report_due_on=LATER),
    "keep": lambda row, office: workflow.keep(row, by=office),
    "give_back": lambda row, office: workflow.give_back(row, by=office, note="请写清楚。"),
    "report": lambda row, office: workflow.report(row, by=office, reported_on=clock.today(), report="属实。"),
    "improve": lambda row, office: workflow.improve(
        row, by=office, improved_on=clock.today(), improvement="已改。"
    ),
    "ask_improvement": lambda row, office: workflow.ask_improvement(
        row, by=office, improve_by=LATER, note="再清理。"
    ),
    "close": lambda row, office: workflow.close(row, by=office),
    "withdraw": lambda row, office: workflow.withdraw(row, by=row.seat.deputy.user),
    "correct": lambda row, office: workflow.correct(
        row, by=row.seat.deputy.user, unit_name="卫生院", found="床位够。"
    ),
}


@pytest.fixture
def unit(district):
    return UnitFactory(jurisdiction=district, name="区教育局", short_name="")


@pytest.fixture
def clerk(unit):
    return UnitClerkFactory(unit=unit, jurisdiction=unit.jurisdiction)


def told(user):
    return [message.sentence for message in Message.objects.filter(recipient=user).order_by("pk")]


@pytest.mark.parametrize("status", Status)
def test_steps_follow_the_table(status, seat, office):
    for name, take in TAKES.items():
        row, step = inspection_at(status, seat, office), workflow.inspections.steps[name]
        if status in step.sources:
            take(row, office)
        else:
            with pytest.raises(StepNotAvailable):
                take(row, office)
        row.refresh_from_db()
        assert row.status == (step.target if status in step.sources else status)


def test_it_counts_once_among_the_inspections_when_verified(seat, office):
    row = inspected(seat)
    period = Period.of_year(2025, until=clock.today())

    def count():
        return figures.for_seats([seat.pk], period)[seat.pk]["activities.by_type"]["inspection"]

    assert count() == 0
    workflow.hand_over(row, by=office, report_due_on=LATER)
    assert count() == 1
    assert Participation.objects.get().sentence == (
        "持证视察镇中心小学1部：食堂进货有台账，消防通道堆了桌椅。"
    )
    with pytest.raises(ValidationError) as refused:
        inspected(seat, unit_name="镇中心小学1部")
    assert refused.value.message_dict == {
        "sentence": ["2025年3月19日已经登记过同样的内容；另有一次的，请写出不同之处。"]
    }


def test_what_was_verified_in_the_queue_needs_no_second_verification(seat, office):
    row = inspected(seat)
    participation_workflow.verify(row.participation, by=office)
    workflow.keep(row, by=office)
    assert row.participation.events.filter(step="verify").count() == 1


def test_given_back_and_withdrawn_entries_follow(seat, office):
    back, gone = inspected(seat), inspected(seat)
    workflow.give_back(back, by=office, note="请写清楚。")
    workflow.withdraw(gone, by=seat.deputy.user)
    by_office = inspected(seat, by=office)
    assert by_office.participation.status == ParticipationStatus.VERIFIED
    workflow.withdraw(by_office, by=office)
    assert [row.participation.status for row in (back, gone, by_office)] == [
        ParticipationStatus.RETURNED,
        ParticipationStatus.WITHDRAWN,
        ParticipationStatus.ABSENT,
    ]
    with pytest.raises(ValidationError):
        participation_workflow.return_entry(gone.participation, by=office, note="")
    workflow.correct(back, by=seat.deputy.user, unit_name="卫生院", found="床位够。")
    entry = Participation.objects.get(pk=back.participation.pk)
    assert (entry.status, entry.activity.title) == (ParticipationStatus.LOGGED, "持证视察卫生院")


def test_days_out_of_reach_and_strangers_are_refused(seat, office, clerk):
    row = inspected(seat)
    for day, why in (
        (date(2025, 3, 19), "汇报期限不能早于今天（2025年3月20日）。"),
        (date(2027, 3, 20), "汇报期限离今天不能超过一年，请核对年份。"),
    ):
        with pytest.raises(ValidationError) as refused:
            workflow.hand_over(row, by=office, report_due_on=day)
        assert refused.value.message_dict == {"report_due_on": [why]}
    with pytest.raises(ValidationError) as refused:
        inspected(seat, card_number="")
    assert refused.value.message_dict == {"card_number": ["名册上没有代表证号，请填写。"]}
    with pytest.raises(PermissionDenied):
        inspected(seat, by=clerk)
    with pytest.raises(PermissionDenied):
        workflow.hand_over(row, by=seat.deputy.user, report_due_on=LATER)
    assert CardInspection.objects.get().status == Status.RECORDED


def test_each_learns_what_happened_and_finds_his_turn_on_the_desk(
    seat, office, unit, clerk, django_capture_on_commit_callbacks
):
    def titles(user):
        return [(item.action, item.due_on) for item in waiting_for(user) if "持证视察" in item.title]

    with django_capture_on_commit_callbacks(execute=True):
        row = inspected(seat)
    assert (titles(office), titles(clerk)) == ([("核实", None)], [])
    with django_capture_on_commit_callbacks(execute=True):
        workflow.hand_over(row, by=office, report_due_on=LATER, unit=unit)
    assert (titles(office), titles(clerk)) == ([], [("汇报", LATER)])
    with django_capture_on_commit_callbacks(execute=True):
        workflow.report(row, by=clerk, reported_on=clock.today(), report="属实。", improve_by=LATER)
    assert (titles(office), titles(clerk)) == ([], [("报告整改", LATER)])
    with clock.at(clock.now() + timedelta(days=30)):
        assert titles(office) == [("催办", LATER)]
    with django_capture_on_commit_callbacks(execute=True):
        workflow.improve(row, by=clerk, improved_on=clock.today(), improvement="已改。")
    assert (titles(office), titles(clerk)) == ([("办结", None)], [])
    with django_capture_on_commit_callbacks(execute=True):
        workflow.close(row, by=office)
    assert told(seat.deputy.user) == [
        "您视察镇中心小学1部的情况已核实，转交单位汇报。",
        "您视察的镇中心小学1部汇报了情况，请看。",
        "您视察的镇中心小学1部报告了整改情况，请看。",
        "您视察镇中心小学1部提出的意见已办结，请看结果。",
    ]
    assert told(clerk) == [
        "丁一持证视察镇中心小学1部，请在2025年4月10日前如实汇报情况。",
        "丁一持证视察镇中心小学1部，已办结。",
    ]


def test_deputy_enters_on_his_phone_and_office_for_him(client, seat, office):
    values = {"unit_name": "卫生院", "starts_on": "2025-03-20", "days": "0.5", "found": "床位够。"}
    client.force_login(seat.deputy.user)
    page = client.post(reverse("deputies:inspection_add"), values | {"unit_name": "", "found": ""})
    assert set(page.context["form"].errors) == {"unit_name", "found"}
    page = client.post(reverse("deputies:inspection_add"), values)
    assert page.context["form"].errors == {"card_number": ["名册上没有代表证号，请填写。"]}
    client.post(reverse("deputies:inspection_add"), values | {"card_number": "7"})
    own = CardInspection.objects.get()
    entry = reverse("deputies:participation_detail", args=[own.participation.pk])
    assert [step["label"] for step in client.get(entry).context["steps"]] == ["看持证视察"]
    step = reverse("deputies:participation_step", args=[own.participation.pk, "withdraw"])
    assert client.post(step).url == own.get_absolute_url()
    correct = reverse("deputies:inspection_step", args=[own.pk, "correct"])
    client.post(correct, values | {"card_number": "8", "found": "床位不够。"})
    own.refresh_from_db()
    assert (own.card_number, own.found, own.status) == ("8", "床位不够。", Status.RECORDED)
    client.force_login(office)
    sent = values | {"card_number": "7", "seat": seat.pk, "unit_name": "敬老院"}
    client.post(reverse("deputies:inspection_add"), sent)
    assert CardInspection.objects.get(unit_name="敬老院").participation.status == (
        ParticipationStatus.VERIFIED
    )


def test_list_is_filtered_and_exported_as_it_is_filtered(client, seat, office, unit):
    late = inspection_at(Status.HANDED, seat, office, unit)
    inspection_at(Status.RECORDED, seat, office)
    client.force_login(office)
    with clock.at(clock.now() + timedelta(days=30)):
        for asked in ({"late": "late"}, {"status": "handed"}, {"q": "教育"}, {"q": "dy", "status": "handed"}):
            assert list(client.get(reverse("deputies:inspection_list"), asked).context["page_obj"]) == [late]
            found = client.get(reverse("deputies:inspection_sheet"), asked)
            rows = list(load_workbook(BytesIO(found.content)).active.values)[1:]
            assert [(row[0], row[3], row[6]) for row in rows] == [("丁一", "镇中心小学1部", "区教育局")]


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_as_many_queries(count, client, seat, office, django_assert_num_queries):
    for _ in range(count):
        inspection_at(Status.HANDED, seat, office)
    client.force_login(office)
    client.get(reverse("deputies:inspection_list"))
    with django_assert_num_queries(7):
        client.get(reverse("deputies:inspection_list"))
