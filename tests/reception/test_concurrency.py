"""Two people at once, on two connections to PostgreSQL."""

from datetime import timedelta
from threading import Barrier, Event, Thread
from time import sleep

import pytest
from django.core.exceptions import ValidationError
from django.db import connections, transaction

from congress import clock
from congress.handling import HandlingStatus
from congress.workflow import StepNotAvailable
from reception import (
    answering_together,
    day_workflow,
    notice_workflow,
    plan_workflow,
    planning,
    referral_workflow,
    workflow,
)
from reception.enums import AnswerMode, DayStatus, OpinionStatus
from reception.models import Notice, Opinion, ReceptionDay, ReceptionPlan, Referral
from tests.factories.reception import day_at, opinion_at, people, referral_of, take, visit_of
from tests.factories.reception.plans import ReceptionRuleFactory


pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def at_once(*tasks):
    """Run the tasks in a thread and on a connection each, started together; return what they raised."""
    start, raised = Barrier(len(tasks)), []

    def run(task):
        start.wait()
        try:
            task()
        except StepNotAvailable as refusal:
            raised.append(str(refusal))
        except ValidationError as refusal:
            raised.extend(refusal.messages)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=[task]) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def test_second_clerk_at_the_same_step_reads_a_sentence():
    who = people()
    opinion = opinion_at(OpinionStatus.REGISTERED, who)
    raised = at_once(
        *(lambda pk=opinion.pk: take("triage", Opinion.objects.get(pk=pk), who) for _ in range(2))
    )
    assert raised == ["现在不能分类：已是“已分类”，可能刚有人办理过，请看最新情况。"]
    assert list(opinion.events.filter(step="triage").values_list("new_status", flat=True)) == ["triaged"]


def test_merging_waits_for_the_main_one():
    """Whoever holds the main matter's row is waited for, and what he did is seen."""
    who = people()
    opinion, main = (opinion_at(OpinionStatus.TRIAGED, who) for _ in range(2))
    stale, locked = Opinion.objects.get(pk=main.pk), Event()

    def withdraw():
        with transaction.atomic():
            workflow.withdraw(Opinion.objects.get(pk=main.pk), by=who.office, note="选民不再要求")
            locked.set()
            sleep(0.3)

    def merge():
        locked.wait()
        workflow.merge(Opinion.objects.get(pk=opinion.pk), by=who.office, into=stale)

    assert at_once(merge, withdraw) == [f"{main.number}是“已撤回”，不能作主件。"]
    opinion.refresh_from_db()
    assert opinion.status == OpinionStatus.TRIAGED


def test_numbers_given_at_once_have_neither_gaps_nor_doubles():
    who = people()
    drafts = visit_of(who, draft=True, opinions=4).opinions.all()
    raised = at_once(*(lambda draft=draft: workflow.register(draft, by=who.liaison) for draft in drafts))
    assert raised == []
    assert sorted(drafts.values_list("serial", flat=True)) == [1, 2, 3, 4]


def joint(who):
    """An opinion that a leading unit and one that joins have accepted, and their two parts."""
    opinion = opinion_at(OpinionStatus.TRIAGED, who)
    workflow.refer(opinion, by=who.office, lead=who.unit, co_units=[who.co_unit])
    lead, joining = referral_of(opinion), referral_of(opinion, who.co_unit)
    referral_workflow.accept(lead, by=who.clerk)
    referral_workflow.accept(joining, by=who.co_clerk)
    return opinion, lead, joining


def reply(referral, by):
    part = Referral.objects.get(pk=referral.pk)
    referral_workflow.reply(part, by=by, text="已修好。", signatory="李局长")


@pytest.mark.parametrize("leader_first", [True, False])
def test_two_units_replying_at_once_leave_the_matter_replied(leader_first):
    """Whoever replies second waits for the first and sees that nobody else is waited for."""
    who = people()
    opinion, *parts = joint(who)
    first, second = zip(parts, (who.clerk, who.co_clerk), strict=True)
    if not leader_first:
        first, second = second, first
    replied = Event()

    def reply_first():
        with transaction.atomic():
            reply(*first)
            replied.set()
            sleep(0.3)

    def reply_second():
        replied.wait()
        reply(*second)

    assert at_once(reply_first, reply_second) == []
    opinion.refresh_from_db()
    assert opinion.status == OpinionStatus.REPLIED


@pytest.mark.parametrize("take_back", [workflow.escalate, workflow.withdraw])
def test_office_and_unit_at_once_do_not_wait_for_each_other(take_back, monkeypatch):
    """The office holds the matter while it takes the parts; a unit waits for it before it takes its own."""
    who = people()
    opinion, lead, _ = joint(who)
    held, cancel = Event(), workflow.referrals.cancel

    def cancel_late(part, **kwargs):
        held.set()
        sleep(0.3)
        return cancel(part, **kwargs)

    def act():
        held.wait()
        reply(lead, who.clerk)

    def decide():
        take_back(Opinion.objects.get(pk=opinion.pk), by=who.office, note="超出权限")

    monkeypatch.setattr(workflow.referrals, "cancel", cancel_late)
    assert at_once(decide, act) == ["现在不能书面答复：已是“已撤销”，可能刚有人办理过，请看最新情况。"]
    lead.refresh_from_db()
    assert lead.status == HandlingStatus.CANCELLED


def test_notice_drafted_twice_at_once_is_one():
    who = people()
    day = day_at(DayStatus.ROTA_SET, who, on=clock.today() + timedelta(days=10))
    drafted = []

    def draft():
        drafted.append(notice_workflow.draft(ReceptionDay.objects.get(pk=day.pk), by=who.liaison))

    assert at_once(draft, draft) == []
    assert drafted[0] == drafted[1] == Notice.objects.get()


def test_two_who_answer_each_others_voters_do_not_wait_for_each_other(monkeypatch):
    """Each would hold his own matter and want the other's; so both take the rows in one order."""
    who = people()
    first, second = (opinion_at(OpinionStatus.COPIED, who) for _ in range(2))
    answer = answering_together.answer

    def slowly(*args, **kwargs):
        answer(*args, **kwargs)
        sleep(0.3)

    monkeypatch.setattr(answering_together, "answer", slowly)

    def answer_both(pk, other):
        found = Opinion.objects.in_bulk([pk, other])
        answering_together.answer_together(
            found[pk], by=who.office, also=[found[other]], mode=AnswerMode.ORAL, text="已修好"
        )

    keys = (first.pk, second.pk)
    raised = at_once(lambda: answer_both(*keys), lambda: answer_both(*reversed(keys)))
    assert raised == ["现在不能答复选民：已是“已答复选民”，可能刚有人办理过，请看最新情况。"]
    assert [Opinion.objects.get(pk=pk).answers.count() for pk in keys] == [1, 1]


def test_plan_and_day_written_twice_at_once_are_one():
    who = people()
    rule = ReceptionRuleFactory(jurisdiction=who.town)
    year, rule_date = clock.today().year, clock.today() + timedelta(days=10)

    def draft():
        plan_workflow.draft(by=who.office, jurisdiction=who.town, year=year)

    def plan():
        day_workflow.plan(by=who.office, jurisdiction=who.town, place=rule.place, rule_date=rule_date)

    refused = at_once(draft, draft), at_once(plan, plan)
    assert [len(sentences) for sentences in refused] == [1, 1]
    assert (ReceptionPlan.objects.count(), ReceptionDay.objects.count()) == (1, 1)


def test_day_planned_by_hand_while_its_plan_is_adopted_is_one(monkeypatch):
    who = people()
    rule = ReceptionRuleFactory(jurisdiction=who.town)
    year = clock.today().year + 1
    plan = plan_workflow.draft(by=who.office, jurisdiction=who.town, year=year)
    lines = planning.days_of_plan
    line = next(one for one in lines(plan) if one.is_new)
    read = Event()

    def slowly(*args):
        found = lines(*args)
        read.set()
        sleep(0.5)
        return found

    def by_hand():
        read.wait()
        day_workflow.plan(
            by=who.office, jurisdiction=who.town, place=rule.place, rule_date=line.rule_date, date=line.date
        )

    monkeypatch.setattr(planning, "days_of_plan", slowly)
    raised = at_once(lambda: plan_workflow.adopt(plan, by=who.office), by_hand)
    assert ["已有接待日" in sentence for sentence in raised] == [True]
    plan.refresh_from_db()
    assert (plan.status, ReceptionDay.objects.filter(rule_date=line.rule_date).count()) == ("adopted", 1)
