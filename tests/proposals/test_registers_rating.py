"""A ledger that comes again and what deputies here are asked to rate: each speaks for himself (E2)."""

from datetime import timedelta

import pytest

from congress import clock
from proposals import handling_workflow, workflow
from tests.factories.congress import DistrictOfficeFactory, ResultClassFactory
from tests.factories.proposal_ledgers import (
    REPLIED,
    ROAD,
    ledger_world,
    of,
    ratings,
    sessions_of,
    take_rows,
    told,
)
from tests.factories.reception.people import NOON
from tests.factories.registers import defects_of


pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    world = ledger_world()
    sessions_of(world)
    return world


def test_what_deputies_are_rating_here_is_not_ended_by_a_ledger(world):
    row = told("1", ROAD, 联名代表="付兰", **REPLIED)
    take_rows(row)
    lead = of().sponsorships.get(role="lead")
    office = DistrictOfficeFactory(jurisdiction=world.district)
    workflow.rate(of(), by=office, sponsorship=lead, attitude="satisfied", result="satisfied")
    take_rows(row)
    assert of().get_status_display() == "代表已反馈"


def test_ledger_speaks_for_who_leads_alone_where_the_reply_was_given_here(world):
    row = told("1", ROAD, 联名代表="付兰")
    take_rows(row)
    office = DistrictOfficeFactory(jurisdiction=world.district)
    part = of().assignments.get()
    with clock.at(NOON + timedelta(days=7)):
        handling_workflow.accept(part, by=office)
        handling_workflow.reply(part, by=office, text="已修。", signatory="李局长", replied_on=clock.today())
    take_rows(row | REPLIED | {"对办理态度": "满意", "对办理结果": "满意"})
    assert (of().get_status_display(), len(workflow.waited_for(of()))) == ("代表已反馈", 1)


def test_second_rating_is_taken_once_and_not_over_what_a_deputy_said_here(world):
    again = {"对办理结果": "不满意", "是否重办": "是", "再次答复日期": "5月3日"}
    row = told("1", ROAD, **REPLIED, **again)
    take_rows(row)
    lead, office = of().sponsorships.get(), DistrictOfficeFactory(jurisdiction=world.district)
    said = {"attitude": "satisfied", "result": "dissatisfied", "note": "没修好"}
    workflow.rate(of(), by=office, sponsorship=lead, **said)
    for _ in range(2):
        report = take_rows(row | {"再次评价": "满意"})
    assert defects_of(report)[0][2] == "第3行：对办理结果与已登记的不同，没有改动"
    assert (of().get_status_display(), of().result_rating) == ("再次答复", "dissatisfied")


def test_class_that_promises_comes_in_without_the_promise_that_no_ledger_tells(world):
    ResultClassFactory(jurisdiction=world.district, code="B", promises=True)
    report = take_rows(
        told("1", ROAD, **REPLIED | {"结果类别": "B", "对办理态度": "满意", "对办理结果": "满意"})
    )
    assert (defects_of(report), ratings()[ROAD][0], of().commitments.count()) == ([], "B", 0)
